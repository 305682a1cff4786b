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
public sealed record RunSheetLine(Step Step, StepState State, TimeSpan Planned, NumberedAct? Act);

/// <summary>An act with its number.</summary>
/// <param name="Id">The act.</param>
/// <param name="Number">1 for the first.</param>
public sealed record NumberedAct(ActId Id, int Number);

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
            state.PlannedFor(step),
            step.Act is { } act ? new NumberedAct(act, NumberOf(script, act)) : null)),
    ];

    /// <summary>The number of an act, 1 for the first; 0 for one that the script does not have.</summary>
    public static int NumberOf(Script script, ActId act) => script.Acts.Select(a => a.Id).ToList().IndexOf(act) + 1;
}
