using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Tests.Views;

/// <summary>
/// Another workshop that differs only in what one participant must not know. Whoever sees a difference has seen too much.
/// </summary>
internal static class Hidden
{
    public static (Workshop State, Pack Pack) Change(Workshop w, Pack pack, ParticipantId me, DateTimeOffset now)
    {
        var self = w.Find(me)!;
        var table = self.Table;
        var counted = w.Act is { } act && Past(w, act.Id, StepKind.Plan) ? act.Id : default;
        var state = w with
        {
            Judgements = w.Judgements.Where(j => j.Key.Participant == me || (w.VerdictsShown.Contains(j.Key.Act) && j.Value.Table == table)).ToImmutableDictionary(),
            Rankings = w.Rankings.Where(r => r.Key.Participant == me || (r.Key.Act == counted && w.Find(r.Key.Participant)!.Table == table)).ToImmutableDictionary(),
            Situations = w.Situations.Where(s => s.Key.Table == table).ToImmutableDictionary(
                s => s.Key, s => w.VerdictsShown.Contains(s.Key.Act) ? s.Value : s.Value with { Facts = s.Value.Facts with { Actions = [.. s.Value.Facts.Actions.Select(Flip)] } }),
            Consequences = w.Consequences.Where(c => c.Key.Table == table).ToImmutableDictionary(),
            Overrides = w.Overrides.Where(o => o.Key.Table == table).ToImmutableDictionary(),
            Plans = w.Plans.Where(p => p.Key.Table == table).ToImmutableDictionary(),
            PlannedBy = w.PlannedBy.Where(p => p.Key.Table == table).ToImmutableDictionary(),
            OwnActions = w.OwnActions.RemoveAll(a => a.Table != table),
            OwnStakeholders = w.OwnStakeholders.RemoveAll(s => s.Table != table),
            Board = w.Board.Where(b => b.Key.Table == table).ToImmutableDictionary(),
            Debrief = w.Debrief.RemoveAll(d => d.Participant != me),
            Observations = [],
            UndoStack = [],
            Applied = [],
            Messages = [.. w.Messages.Select(m => Unheard(m, me, table, now)).OfType<Message>()],
            Participants = [.. w.Participants.Select(p => p with { ResumeKey = "another" })],
        };
        return (state, Unseen(w, pack, self));
    }

    private static ActionFact Flip(ActionFact fact) => fact with { Verdict = (Verdict)(((int)fact.Verdict + 1) % 3), Why = [] };

    private static Message? Unheard(Message m, ParticipantId me, TableId table, DateTimeOffset now)
    {
        // One's own message: whether it failed in silence is the secret.
        if (m.From == me) return m.Delivery == Delivery.FailedTold ? m : m with { Delivery = Delivery.FailedSilently, VisibleFrom = DateTimeOffset.MaxValue };
        var mine = m.Delivery == Delivery.Delivered && m.To switch
        {
            ToRoom => true,
            ToTable to => to.Table == table,
            ToParticipant to => to.Participant == me,
            _ => false,
        };
        return !mine ? null : m.VisibleFrom > now ? m with { Body = "not yet", As = "not yet", Channel = null } : m;
    }

    private static Pack Unseen(Workshop w, Pack pack, Participant self)
    {
        var revealed = w.Revealed.Select(r => r.Event).ToHashSet();
        var imposed = w.Imposed.Select(i => i.Constraint).ToHashSet();
        var secret = Text.Same("another secret");
        return pack with
        {
            Scenario = pack.Scenario with
            {
                Characters = [.. pack.Scenario.Characters.Select(c => c.Id == self.Character ? c : c with { Secret = secret })],
                Acts =
                [
                    .. pack.Scenario.Acts.Select(a => a with
                    {
                        Events = [.. a.Events.Select(e => revealed.Contains(e.Id) ? e : e with { Title = secret, Story = secret, At = e.At + TimeSpan.FromMinutes(1) })],
                        Constraints = [.. a.Constraints.Select(c => imposed.Contains(c.Id) ? c : c with { Title = secret, Story = secret })],
                    }),
                ],
            },
        };
    }

    private static bool Past(Workshop w, ActId act, StepKind kind) =>
        w.Script!.Steps.Take(w.StepIndex + 1).Any(s => s.Act == act && s.Kind == kind);
}
