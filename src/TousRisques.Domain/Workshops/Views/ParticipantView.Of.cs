using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

public sealed partial record ParticipantView
{
    /// <summary>What a participant may see now, or null for someone who is not in the workshop.</summary>
    /// <param name="workshop">The workshop, opened.</param>
    /// <param name="pack">The pack it plays.</param>
    /// <param name="participant">Who looks.</param>
    /// <param name="now">The instant, UTC: messages under way and the clock depend on it.</param>
    public static ParticipantView? Of(Workshop workshop, Pack pack, ParticipantId participant, DateTimeOffset now)
    {
        return workshop.Script is null || workshop.Find(participant) is not { } me ? null : Draw(workshop, pack, me, now);
    }

    /// <summary>
    /// What everybody at a table may see alike: the view of somebody who sits there, and is nobody. Parts of a page that are the same for a
    /// whole table are drawn from it once and sent to all.
    /// </summary>
    public static ParticipantView? OfTable(Workshop workshop, Pack pack, TableId table, DateTimeOffset now)
    {
        var nobody = new Participant(new(""), "", "", ShowName: false, OnPaper: false, table, Character: null, "", Left: false);
        return workshop.Script is null || workshop.Tables.All(t => t.Id != table) ? null : Draw(workshop, pack, nobody, now);
    }

    private static ParticipantView Draw(Workshop workshop, Pack pack, Participant me, DateTimeOffset now)
    {
        var look = new Looking(workshop, pack, me, now);
        return new ParticipantView
        {
            Workshop = workshop.Id,
            Title = workshop.Title is { Length: > 0 } own ? Text.Same(own) : workshop.Script!.Title,
            Place = workshop.Place,
            Mode = workshop.Script!.Mode,
            Demonstration = workshop.Demonstration,
            Closed = workshop.ClosedAt is not null,
            Step = new(workshop.Step.Id, workshop.Step.Kind, workshop.StepIndex + 1, workshop.Script.Steps.Length),
            Clock = look.Clock(),
            Act = look.ActNow(),
            Possible = look.Possible(),
            DeckSize = workshop.Script.Actions.Length,
            Me = look.Self(),
            People = look.People(),
            FreeCharacters = look.FreeCharacters(),
            Board = look.Board(),
            Memory = [.. pack.Scenario.Memory.Select(e => Cards.Event(pack, e, null))],
            Events = look.Events(),
            Constraints = look.Constraints(),
            Situation = look.Situation(),
            Deck = look.Deck(),
            VerdictsShown = look.Act is { } act && workshop.VerdictsShown.Contains(act.Id),
            Stakes = look.Stakes(),
            Ranking = look.Ranking(),
            TablePriorities = look.TablePriorities(),
            Plan = look.Plan(),
            Consequences = look.Consequences(),
            Debrief = [.. workshop.Debrief.Where(d => d.Participant == me.Id)],
            Leads = look.Leads(),
            Messages = look.Messages(),
            NextArrival = look.NextArrival(),
            Channels = look.Channels(),
            Tables = workshop.Tables,
        };
    }
}
