using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

/// <summary>The clock of the current step.</summary>
/// <param name="Elapsed">Time played, pauses left out.</param>
/// <param name="Planned">Time planned, extensions included.</param>
/// <param name="Paused">Whether it is stopped.</param>
public readonly record struct StepClock(TimeSpan Elapsed, TimeSpan Planned, bool Paused)
{
    /// <summary>Time left; negative once the step overruns.</summary>
    public TimeSpan Left => Planned - Elapsed;
}

// Where the room stands in the run sheet, and its clock.
public sealed partial record Workshop
{
    /// <summary>The clock of the current step at an instant. Only once opened.</summary>
    public StepClock ClockAt(DateTimeOffset now)
    {
        var elapsed = (PausedAt ?? now) - StepStartedAt;
        return new(elapsed < TimeSpan.Zero ? TimeSpan.Zero : elapsed, PlannedFor(Step), PausedAt is not null);
    }

    /// <summary>How long a step is to last, with what the facilitator changed.</summary>
    public TimeSpan PlannedFor(Step step) => Planned.TryGetValue(step.Id, out var own) ? own : step.Planned;

    /// <summary>Whether the room has ever reached that step of an act, or a later step of the run sheet; false when there is no such step.</summary>
    public bool HasReached(ActId act, StepKind kind) => IndexOf(s => s.Act == act && s.Kind == kind) is >= 0 and var i && i <= FurthestStep;

    /// <summary>Whether the room has ever reached that step outside acts; false when there is no such step.</summary>
    public bool HasReached(StepKind kind) => IndexOf(s => s.Act is null && s.Kind == kind) is >= 0 and var i && i <= FurthestStep;

    private bool HasBegun(ActId act) => IndexOf(s => s.Act == act) is >= 0 and var i && i <= FurthestStep;

    private int IndexOf(Func<Step, bool> which)
    {
        var steps = Script!.Steps;
        for (var i = 0; i < steps.Length; i++)
            if (which(steps[i])) return i;
        return -1;
    }

    private int IndexOf(ActId act)
    {
        var acts = Script!.Acts;
        for (var i = 0; i < acts.Length; i++)
            if (acts[i].Id == act) return i;
        return -1;
    }

    private Decision GoTo(int index)
    {
        if (index < 0 || index >= Script!.Steps.Length) return new NoSuchStep();
        return index == StepIndex ? Decision.Nothing : new StepEntered(Script.Steps[index].Id);
    }

    private Decision Jump(JumpTo c) => IndexOf(s => s.Id == c.Step) is >= 0 and var index ? GoTo(index) : No("step", c.Step);

    private Decision Extend(ExtendStep c)
    {
        if (c.By < -LongestStep || c.By > LongestStep) return new OutOfRange("minutes", -Limits.StepMinutes, Limits.StepMinutes);
        var planned = PlannedFor(Step);
        var wanted = planned + c.By;
        if (wanted < TimeSpan.Zero) wanted = TimeSpan.Zero;
        if (wanted > LongestStep) wanted = LongestStep;
        return wanted == planned ? Decision.Nothing : new StepExtended(Step.Id, wanted - planned);
    }

    private Decision Replan(PlanStep c)
    {
        if (IndexOf(s => s.Id == c.Step) is not (>= 0 and var index)) return No("step", c.Step);
        if (c.Planned < TimeSpan.Zero || c.Planned > LongestStep) return new OutOfRange("minutes", 0, Limits.StepMinutes);
        return c.Planned == PlannedFor(Script!.Steps[index]) ? Decision.Nothing : new StepPlanned(c.Step, c.Planned);
    }

    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(Limits.StepMinutes);
}
