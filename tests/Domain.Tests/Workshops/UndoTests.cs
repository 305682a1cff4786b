using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;

namespace TousRisques.Domain.Tests.Workshops;

public class UndoTests
{
    /// <summary>All that a correction must put back: not the clock, nor what followed by itself.</summary>
    private static string WhatCounts(Workshop w) => Canonical.Dump((
        w.StepIndex, w.FurthestStep, w.Script!.Steps.Select(w.PlannedFor),
        w.Revealed.Select(r => r.Event).Order(Comparer<EventId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))),
        w.Imposed.Select(i => i.Constraint.Value).Order(StringComparer.Ordinal),
        w.Overrides, w.Participants.Select(p => (p.Id, p.Table, p.Character))));

    [Fact]
    public void A_correction_puts_back_what_the_facilitator_just_changed()
    {
        var undone = 0;
        (from play in Gens.Play(50) from command in Gens.Frequency() select (play, command)).Sample((play, command) =>
        {
            var room = Playing.Run(play, _ => { });
            var before = room.State;
            var done = room.Take(new Envelope(new("last"), Facilitator, room.Now, command));
            if (room.State.UndoStack is not [.., { Command.Value: "last" }]) return;
            var corrected = room.Take(new Envelope(new("correct"), Facilitator, room.Now, new Correct()));
            Assert.Null(corrected.Refusal);
            Assert.Equal(new Corrected(new("last")), corrected.Events[0]);
            Assert.Equal(WhatCounts(before), WhatCounts(room.State));
            if (done.Events is [VerdictsRevealed]) Assert.Equal(before.VerdictsShown, room.State.VerdictsShown);
            Interlocked.Increment(ref undone);
        }, iter: 3000);
        Assert.True(undone > 200, $"Only {undone} corrections were tried.");
    }

    [Fact]
    public void Corrections_go_further_and_further_back_and_come_to_an_end() => Gens.Play(60).Sample(play =>
    {
        var room = Playing.Run(play, _ => { });
        room.Facilitate(new ReopenWorkshop());
        for (var n = 0; n <= Limits.Undo; n++)
        {
            var left = room.State.UndoStack.Length;
            if (room.Facilitate(new Correct()).Refusal is not null) return; // nothing left, or an action stands in a plan
            Assert.True(room.State.UndoStack.Length < left);
        }
        Assert.Fail("There was always something more to correct.");
    }, iter: 300);

    [Fact]
    public void A_reveal_can_be_taken_back_and_made_again()
    {
        var room = Room.Open();
        room.GoTo(SmallPack.Flood, StepKind.Events);
        room.Facilitate(new RevealEvent(SmallPack.Rain));
        Assert.IsType<AlreadyRevealed>(room.Facilitate(new RevealEvent(SmallPack.Rain)).Refusal);
        Assert.Contains(new EventWithdrawn(SmallPack.Rain), room.Facilitate(new Correct()).Events);
        Assert.Null(room.Facilitate(new RevealEvent(SmallPack.Rain)).Refusal);
    }

    [Fact]
    public void A_jump_too_far_is_forgotten_with_all_that_it_opened()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Facilitate(new JumpTo(new("leads")));
        room.Facilitate(new Correct());
        Assert.Equal((0, 0), (room.State.StepIndex, room.State.FurthestStep));
        Assert.Equal(new NotYet(StepKind.Leads), room.As("p1", new ProposeLead(new("l"), P("p1"), "t", "w", default, default)).Refusal);
    }

    [Fact]
    public void Verdicts_can_be_hidden_again_until_a_plan_stands_on_them()
    {
        var room = Room.Open();
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        room.Facilitate(new RevealEvent(SmallPack.Rain));
        room.Facilitate(new RevealVerdicts(SmallPack.Flood));
        room.Facilitate(new Correct());
        Assert.DoesNotContain(SmallPack.Flood, room.State.VerdictsShown);

        room.Facilitate(new RevealVerdicts(SmallPack.Flood));
        room.GoTo(SmallPack.Flood, StepKind.Plan);
        room.Facilitate(new Correct()); // back from the plan
        room.Facilitate(new Correct()); // back from the re-assessment: neither the verdicts nor the event
        Assert.Contains(SmallPack.Flood, room.State.VerdictsShown);
        Assert.True(room.State.IsRevealed(SmallPack.Rain));
        Assert.IsType<NothingToCorrect>(room.Facilitate(new Correct()).Refusal);
    }

    [Fact]
    public void A_character_taken_by_mistake_goes_back_to_its_player()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Join("p2");
        room.As("p1", new AssignCharacter(P("p1"), SmallPack.Mayor));
        room.Facilitate(new AssignCharacter(P("p2"), SmallPack.Mayor));
        Assert.Null(room.State.Find(P("p1"))!.Character);
        room.Facilitate(new Correct());
        Assert.Equal(SmallPack.Mayor, room.State.Find(P("p1"))!.Character);
        Assert.Null(room.State.Find(P("p2"))!.Character);
    }

    [Fact]
    public void A_character_that_somebody_took_meanwhile_is_not_given_back()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Join("p2");
        room.As("p1", new AssignCharacter(P("p1"), SmallPack.Mayor));
        room.Facilitate(new AssignCharacter(P("p1"), SmallPack.Resident));
        room.As("p2", new AssignCharacter(P("p2"), SmallPack.Mayor));
        room.Facilitate(new Correct());
        Assert.Equal([null, SmallPack.Mayor], room.State.Participants.Select(p => p.Character));
    }

    [Fact]
    public void What_participants_did_meanwhile_is_left_alone()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Facilitate(new AssignCharacter(P("p1"), SmallPack.Mayor));
        room.As("p1", new AssignCharacter(P("p1"), SmallPack.Resident));
        Assert.IsType<NothingToCorrect>(room.Facilitate(new Correct()).Refusal);
        Assert.Equal(SmallPack.Resident, room.State.Find(P("p1"))!.Character);
    }

    [Fact]
    public void Taking_back_an_override_waits_until_the_plan_can_do_without_it()
    {
        var room = Room.Open(answers: Models.Says(q => q.Action == SmallPack.Texts ? Verdict.Impossible : Verdict.Feasible));
        room.GoTo(SmallPack.Flood, StepKind.Plan);
        room.Facilitate(new OverrideAvailability(A, SmallPack.Flood, SmallPack.Texts, Verdict.Degraded, "Le relais a un groupe."));
        room.Facilitate(new AddToPlan(A, SmallPack.Texts));
        Assert.Equal(new ActionInPlan(SmallPack.Texts), room.Facilitate(new Correct()).Refusal);
        room.Facilitate(new RemoveFromPlan(A, SmallPack.Texts));
        Assert.Null(room.Facilitate(new Correct()).Refusal);
        Assert.Empty(room.State.Overrides);
    }

    [Fact]
    public void Only_the_last_fifty_commands_can_be_corrected()
    {
        var room = Room.Open();
        for (var i = 0; i < 60; i++) room.Facilitate(i % 2 == 0 ? new Advance() : new GoBack());
        Assert.Equal(Limits.Undo, room.State.UndoStack.Length);
    }

    private static class Gens
    {
        public static Gen<Play> Play(int moves) => Testing.Gens.Play(moves);

        public static Gen<WorkshopCommand> Frequency() => Gen.OneOf(
            Testing.Gens.RunSheet, Testing.Gens.Judgements, Testing.Gens.Plans, Testing.Gens.Presence);
    }
}
