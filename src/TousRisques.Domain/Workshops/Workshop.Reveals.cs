using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

// What the room gets to know: events, constraints, the model's verdicts.
public sealed partial record Workshop
{
    /// <summary>Whether an event is revealed.</summary>
    public bool IsRevealed(EventId id) => Revealed.Any(r => r.Event == id);

    /// <summary>Whether a constraint is imposed.</summary>
    public bool IsImposed(ConstraintId id) => Imposed.Any(i => i.Constraint == id);

    /// <summary>Events of an act that are still to be revealed, in the order of their hours.</summary>
    public IEnumerable<EventId> StillToReveal(ScriptAct act) => act.Events.Where(e => !IsRevealed(e));

    /// <summary>Constraints of an act that are still to be imposed.</summary>
    public IEnumerable<ConstraintId> StillToImpose(ScriptAct act) => act.Constraints.Select(c => c.Id).Where(c => !IsImposed(c));

    private Decision Reveal(RevealEvent c)
    {
        if (Script!.Acts.FirstOrDefault(a => a.Events.Contains(c.Event)) is not { } act) return No("event", c.Event);
        if (!HasBegun(act.Id)) return new NotYet(StepKind.Events);
        return IsRevealed(c.Event) ? new AlreadyRevealed() : new EventRevealed(c.Event);
    }

    private Decision Impose(ImposeConstraint c)
    {
        if (Script!.Acts.FirstOrDefault(a => a.Constraints.Any(k => k.Id == c.Constraint)) is not { } act) return No("constraint", c.Constraint);
        if (!HasBegun(act.Id)) return new NotYet(StepKind.Events);
        return IsImposed(c.Constraint) ? new AlreadyRevealed() : new ConstraintImposed(c.Constraint);
    }

    private Decision Show(RevealVerdicts c)
    {
        if (IndexOf(c.Act) < 0) return No("act", c.Act);
        if (VerdictsShown.Contains(c.Act)) return new AlreadyRevealed();
        if (!HasReached(c.Act, StepKind.Assessment)) return new NotYet(StepKind.Assessment);
        return IsSituationSettled(c.Act) ? new VerdictsRevealed(c.Act) : new NotYet(StepKind.Situation);
    }
}
