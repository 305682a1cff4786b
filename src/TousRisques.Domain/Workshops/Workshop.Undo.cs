using System.Collections.Immutable;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

// Correct: what a facilitator did can be undone, the last first, by compensating facts. Nothing is ever erased.
public sealed partial record Workshop
{
    /// <summary>
    /// The stack after a fact. A facilitator's command that counts opens an entry with its first fact. Once a plan of an act is laid, what
    /// it was laid on (events, constraints, verdicts up to that act) can no longer be taken back.
    /// </summary>
    private static ImmutableArray<Undoable> UndoStackAfter(Workshop before, Fact fact)
    {
        var stack = before.UndoStack;
        switch (fact.Event)
        {
            case Corrected e:
                var at = stack.Length - 1;
                while (at >= 0 && stack[at].Command != e.Undone) at--;
                return at < 0 ? stack : stack[..at];
            case PlanOpened e:
                var sealedActs = before.Script!.Acts.Take(before.IndexOf(e.Act) + 1).ToArray();
                return stack.RemoveAll(u => u.Done.Any(d => IsFoundation(d, sealedActs)));
        }
        if (fact.By is not FacilitatorActor || before.InverseOf(fact.Event) is not { } inverse) return stack;
        if (stack is [.., var top] && top.Command == fact.Command)
            // What follows by itself behind a step is not the facilitator's doing, and stays.
            return fact.Event is VerdictsRevealed ? stack : stack.SetItem(stack.Length - 1, top with { Done = top.Done.Add(fact.Event), Inverse = top.Inverse.Add(inverse) });
        if (before.Applied.Contains(fact.Command)) return stack; // a side effect of something that cannot be undone, or a correction itself
        stack = stack.Add(new(fact.Command, [fact.Event], [inverse]));
        return stack.Length > Limits.Undo ? stack[1..] : stack;
    }

    private static bool IsFoundation(WorkshopEvent done, ScriptAct[] acts) => done switch
    {
        EventRevealed e => acts.Any(a => a.Events.Contains(e.Event)),
        ConstraintImposed e => acts.Any(a => a.Constraints.Any(c => c.Id == e.Constraint)),
        VerdictsRevealed e => acts.Any(a => a.Id == e.Act),
        _ => false,
    };

    /// <summary>The fact that puts things back as they are before a fact; null when the fact cannot be undone.</summary>
    private WorkshopEvent? InverseOf(WorkshopEvent @event) => @event switch
    {
        StepEntered => new StepEntered(Step.Id, Script!.Steps[FurthestStep].Id),
        StepExtended e => new StepExtended(e.Step, -e.By),
        StepPlanned e => new StepPlanned(e.Step, PlannedFor(Script!.Steps.First(s => s.Id == e.Step))),
        EventRevealed e => new EventWithdrawn(e.Event),
        ConstraintImposed e => new ConstraintLifted(e.Constraint),
        VerdictsRevealed e => new VerdictsHidden(e.Act),
        AvailabilityOverridden e => Overrides.TryGetValue((e.Act, e.Table, e.Action), out var own)
            ? new AvailabilityOverridden(e.Table, e.Act, e.Action, own.Verdict, own.Reason)
            : new AvailabilityOverridden(e.Table, e.Act, e.Action, null, ""),
        CharacterAssigned e => new CharacterAssigned(e.Participant, Find(e.Participant)?.Character),
        ParticipantMoved e => new ParticipantMoved(e.Participant, Find(e.Participant)!.Table),
        PlanConfirmed e => new PlanReopened(e.Table, e.Act),
        PlanReopened e => new PlanConfirmed(e.Table, e.Act),
        _ => null,
    };

    /// <summary>Undoes the last entry that can still change anything; entries above it that cannot are forgotten with it.</summary>
    private Decision Undo()
    {
        for (var i = UndoStack.Length - 1; i >= 0; i--)
        {
            var entry = UndoStack[i];
            var events = new List<WorkshopEvent>();
            var state = this;
            for (var k = entry.Done.Length - 1; k >= 0; k--)
            {
                var (compensation, no) = state.Compensate(entry.Done[k], entry.Inverse[k]);
                if (no is not null) return no;
                foreach (var e in compensation)
                {
                    events.Add(e);
                    state = state.Fold(new Fact(e, new FacilitatorActor(""), StepStartedAt, entry.Command));
                }
            }
            if (events.Count > 0) return Decision.Of([new Corrected(entry.Command), .. events]);
        }
        return new NothingToCorrect();
    }

    /// <summary>What puts a fact right as things stand now: nothing when others have changed the same thing since.</summary>
    private (ImmutableArray<WorkshopEvent> Events, Refusal? No) Compensate(WorkshopEvent done, WorkshopEvent inverse)
    {
        switch (done, inverse)
        {
            case (StepEntered was, _) when Step.Id != was.Step:
            case (EventRevealed revealed, _) when !IsRevealed(revealed.Event):
            case (ConstraintImposed imposed, _) when !IsImposed(imposed.Constraint):
            case (VerdictsRevealed shown, _) when !VerdictsShown.Contains(shown.Act):
            case (PlanConfirmed p, _) when IsPast(p.Table, p.Act) || PlanOf(p.Table, p.Act) is not { Confirmed: true }:
            case (PlanReopened r, _) when IsPast(r.Table, r.Act) || PlanOf(r.Table, r.Act) is not { Confirmed: false }:
                return ([], null);

            case (AvailabilityOverridden was, AvailabilityOverridden back):
                var key = (was.Act, was.Table, was.Action);
                Override? standing = Overrides.TryGetValue(key, out var held) ? held : null;
                if (IsPast(was.Table, was.Act) || standing != (was.Verdict is { } v ? new Override(v, was.Reason) : null)) return ([], null);
                var verdict = back.Verdict ?? VerdictBeforeOverride(was.Table, was.Act, was.Action);
                return verdict == Verdict.Impossible && IsInPlan(was.Table, was.Act, was.Action)
                    ? ([], new ActionInPlan(was.Action))
                    : ([back], null);

            case (CharacterAssigned was, CharacterAssigned back):
                var player = Find(was.Participant)!;
                if (player.Character != was.Character) return ([], null);
                var taken = back.Character is { } character && !player.Left && PlayerOf(player.Table, character) is not null;
                if (!taken) return ([back], null);
                return player.Character is null ? ([], null) : ([new CharacterAssigned(player.Id, null)], null);

            case (ParticipantMoved was, ParticipantMoved back):
                var mover = Find(was.Participant)!;
                if (mover.Table != was.Table) return ([], null);
                return mover.Left ? ([back], null) : ([.. MoveFacts(mover, back.Table)], null);

            default:
                return ([inverse], null);
        }
    }
}
