using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Where a step stands for the room.</summary>
public enum StepState
{
    /// <summary>The room has been there.</summary>
    Done,
    /// <summary>The room is there.</summary>
    Current,
    /// <summary>The room was once beyond it, and has come back before it.</summary>
    SeenAhead,
    /// <summary>Still to come.</summary>
    Ahead,
}

/// <summary>A line of the run sheet.</summary>
/// <param name="Step">The step.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Planned">Its planned time, as changed by the facilitator.</param>
/// <param name="Act">Its act with its number, 1 for the first, or null outside acts.</param>
public sealed record RunSheetLine(Step Step, StepState State, TimeSpan Planned, (ActId Id, int Number)? Act);

/// <summary>The clock of the current step.</summary>
/// <param name="Planned">Time given to the step.</param>
/// <param name="StartedAt">When it began to run, shifted by pauses.</param>
/// <param name="PausedAt">When it was stopped, or null while it runs.</param>
public sealed record StepClock(TimeSpan Planned, DateTimeOffset StartedAt, DateTimeOffset? PausedAt)
{
    /// <summary>When the time is up if nobody stops the clock; null while it is stopped.</summary>
    public DateTimeOffset? Deadline => PausedAt is null ? StartedAt + Planned : null;

    /// <summary>Time left at an instant; negative once the time is up.</summary>
    public TimeSpan Left(DateTimeOffset now) => Planned - ((PausedAt ?? now) - StartedAt);

    /// <summary>The clock of the current step; null before the workshop is opened, and once it is closed.</summary>
    public static StepClock? Of(Workshop state) =>
        state.Script is null || state.ClosedAt is not null ? null : new(RunSheet.PlannedOf(state, state.Step), state.StepStartedAt, state.PausedAt);
}

/// <summary>The ordered, timed steps (déroulé) as the facilitator follows them.</summary>
public static class RunSheet
{
    /// <summary>Every step with its state.</summary>
    public static ImmutableArray<RunSheetLine> Of(Workshop state) => state.Script is not { } script ? [] :
    [
        .. script.Steps.Select((step, i) => new RunSheetLine(
            step,
            i == state.StepIndex ? StepState.Current : i < state.StepIndex ? StepState.Done
                : i <= state.FurthestStep ? StepState.SeenAhead : StepState.Ahead,
            PlannedOf(state, step),
            step.Act is { } act ? (act, NumberOf(script, act)) : null)),
    ];

    /// <summary>The planned time of a step, as changed by the facilitator.</summary>
    public static TimeSpan PlannedOf(Workshop state, Step step) => state.Planned.GetValueOrDefault(step.Id, step.Planned);

    /// <summary>The number of an act, 1 for the first; 0 for one that the script does not have.</summary>
    public static int NumberOf(Script script, ActId act) => script.Acts.Select(a => a.Id).ToList().IndexOf(act) + 1;
}
