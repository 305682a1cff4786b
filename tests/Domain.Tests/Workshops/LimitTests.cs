using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;

namespace TousRisques.Domain.Tests.Workshops;

/// <summary>Nobody can fill the disk or the screens of a room: what is counted is refused at its limit, and at no moment before.</summary>
public class LimitTests
{
    private static readonly ParticipantId Ida = P("ida");

    /// <summary>A room that has come to the end, with somebody in it.</summary>
    private static readonly Workshop Played = Ready();

    private static Workshop Ready()
    {
        var room = Open();
        room.Join("ida");
        room.GoTo(StepKind.Leads);
        return room.State;
    }

    [Fact]
    public void Messages_of_all_are_counted_together() => Holds(
        Limits.Messages, "message", n => Played with { Messages = [.. Enumerable.Repeat(Sent, n)] }, new ParticipantActor(Ida),
        new SendMessage(new MessageId("one-more"), Ida, SmallPack.Mail, new ToRoom(), "Encore un"));

    [Fact]
    public void Injects_count_like_messages() => Holds(
        Limits.Messages, "message", n => Played with { Messages = [.. Enumerable.Repeat(Sent, n)] }, Facilitator,
        new InjectMessage(new MessageId("one-more"), "Préfecture", null, new ToRoom(), "Encore un", false));

    [Fact]
    public void Observations_are_counted_whoever_notes_them() => Holds(
        Limits.Observations, "observation",
        n => Played with { Observations = [.. Enumerable.Repeat(new Observation("Calme", null, null, null, Observer, Noon, Played.Step.Id), n)] }, Observer,
        new NoteObservation("Encore une", null, null, null));

    [Fact]
    public void Answers_of_the_debrief_are_counted_over_the_whole_room() => Holds(
        Limits.DebriefAnswers, "answer",
        n => Played with { Debrief = [.. Enumerable.Range(0, n).Select(i => new DebriefAnswer(Ida, DebriefQuestion.Held, $"La radio, {i}", Theme.Data, CrisisTime.During))] },
        new ParticipantActor(Ida), new AnswerDebrief(Ida, DebriefQuestion.Held, "Encore une", Theme.Data, CrisisTime.During));

    [Fact]
    public void Leads_are_counted_over_the_whole_room() => Holds(
        Limits.Leads, "lead",
        n => Played with { Leads = [.. Enumerable.Range(0, n).Select(i => new Lead(new LeadId($"l{i}"), Ida, "Un registre", "", Theme.Data, CrisisTime.Before, []))] },
        new ParticipantActor(Ida), new ProposeLead(new LeadId("one-more"), Ida, "Encore une", "Imprimée", Theme.Data, CrisisTime.Before));

    [Fact]
    public void A_lead_can_still_be_supported_when_there_is_room_for_no_other()
    {
        var full = Played with { Leads = [.. Enumerable.Range(0, Limits.Leads).Select(i => new Lead(new LeadId($"l{i}"), Ida, "Un registre", "", Theme.Data, CrisisTime.Before, []))] };
        Assert.Single(Workshop.Decide(full, Given(new ParticipantActor(Ida), new SupportLead(new LeadId("l7"), Ida, true))).Events);
    }

    private static readonly Message Sent = new(
        new MessageId("m"), Ida, "", SmallPack.Mail, new ToRoom(), "Bonjour", Delivery.Delivered, Noon, Noon);

    /// <summary>For any number already there, near the limit or far from it: refused from the limit on, naming it; taken below.</summary>
    private static void Holds(int limit, string kind, Func<int, Workshop> with, Actor by, WorkshopCommand oneMore) =>
        Gen.OneOf(Gen.Int[0, 3], Gen.Int[limit - 3, limit + 3]).Sample(
            count =>
            {
                var decision = Workshop.Decide(with(count), Given(by, oneMore));
                return count >= limit
                    ? decision.Refusal == new TooMany(kind, limit) && decision.Events.IsDefaultOrEmpty
                    : decision.Refusal is null && decision.Events.Length == 1;
            },
            iter: 60);

    private static Envelope Given(Actor by, WorkshopCommand command) => new(new CommandId("c-limit"), by, Noon, command);
}
