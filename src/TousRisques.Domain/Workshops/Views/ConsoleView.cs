using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>A table's possible actions from act to act.</summary>
public sealed record TableSurvival(Table Table, ImmutableArray<ActSurvival> Acts);

/// <summary>A table's verdicts on the actions of the current act.</summary>
public sealed record TableSpread(Table Table, ImmutableArray<ActionSpread> Actions)
{
    /// <summary>Actions on which the table and the model differ.</summary>
    public IEnumerable<ActionSpread> Divergent => Actions.Where(a => a.Differs is not null);
}

/// <summary>What undoing would undo.</summary>
/// <param name="Done">The first fact of the command that would be undone.</param>
/// <param name="Blocked">Why it cannot be undone just now, or null when it can.</param>
public sealed record UndoLine(WorkshopEvent Done, Refusal? Blocked);

/// <summary>
/// What a facilitator follows a workshop by: the next thing to do, what to say, and how far everybody is. For facilitators and observers:
/// it holds the model's verdicts before the room sees them.
/// </summary>
public sealed record ConsoleView
{
    /// <summary>The act where the room stands, or null before the first.</summary>
    public required Act? Act { get; init; }
    /// <summary>Its number, 1 for the first; 0 before.</summary>
    public required int ActNumber { get; init; }
    /// <summary>The run sheet.</summary>
    public required ImmutableArray<RunSheetLine> RunSheet { get; init; }
    /// <summary>The next thing to do.</summary>
    public required NextMove Next { get; init; }
    /// <summary>What to say to the room at this step; empty when the scenario says nothing.</summary>
    public required Text Guide { get; init; }
    /// <summary>What is read aloud to open the act; only at its first step, otherwise empty.</summary>
    public required Text Intro { get; init; }
    /// <summary>Events of acts begun that the room has passed without seeing: left out unless revealed.</summary>
    public required ImmutableArray<EventId> LeftOut { get; init; }
    /// <summary>Constraints of acts begun that the room has passed without their being imposed.</summary>
    public required ImmutableArray<ConstraintId> NotImposed { get; init; }
    /// <summary>Tables, their people and how far they are.</summary>
    public required ImmutableArray<TableLine> Tables { get; init; }
    /// <summary>Possible actions, table by table, verdicts shown or not.</summary>
    public required ImmutableArray<TableSurvival> Possible { get; init; }
    /// <summary>Verdicts on the current act's actions; empty before its re-assessment.</summary>
    public required ImmutableArray<TableSpread> Verdicts { get; init; }
    /// <summary>Whether the room has seen the model's verdicts of the current act.</summary>
    public required bool VerdictsShown { get; init; }
    /// <summary>How the channels stand.</summary>
    public required ImmutableArray<ChannelLine> Channels { get; init; }
    /// <summary>What undoing would undo, or null when there is nothing.</summary>
    public required UndoLine? Undo { get; init; }
    /// <summary>The check before the start; empty once the room has left the welcome.</summary>
    public required ImmutableArray<Check> Checks { get; init; }

    /// <summary>Looks at a workshop. Only once it is opened.</summary>
    public static ConsoleView Of(Workshop state, Pack pack)
    {
        var script = state.Script!;
        var scripted = state.Act;
        var act = scripted is null ? null : pack.Find(scripted.Id);
        var judged = scripted is not null && state.HasReached(scripted.Id, StepKind.Assessment);
        return new()
        {
            Act = act,
            ActNumber = scripted is null ? 0 : Views.RunSheet.NumberOf(script, scripted.Id),
            RunSheet = Views.RunSheet.Of(state),
            Next = NextMove.Of(state),
            Guide = GuideOf(state, pack),
            Intro = act is not null && state.Step.Kind is StepKind.Events ? act.Intro : Text.Empty,
            LeftOut = [.. script.Acts.Where(a => Passed(state, a.Id, StepKind.Events)).SelectMany(state.StillToReveal)],
            NotImposed = [.. script.Acts.Where(a => Passed(state, a.Id, StepKind.Constraints)).SelectMany(state.StillToImpose)],
            Tables = Progress.Of(state),
            Possible = [.. state.Tables.Select(t => new TableSurvival(t, Survival.Of(state, t.Id)))],
            Verdicts = judged ? [.. state.Tables.Select(t => new TableSpread(t, Spread.Of(state, scripted!.Id, t.Id)))] : [],
            VerdictsShown = scripted is not null && state.VerdictsShown.Contains(scripted.Id),
            Channels = ChannelLine.Of(state),
            Undo = UndoOf(state),
            Checks = state.Step.Kind is StepKind.Welcome && state.ClosedAt is null ? Check.Of(state, pack) : [],
        };
    }

    /// <summary>Whether the possible actions are the same in number at every table.</summary>
    public bool TablesAgree => Possible.Select(p => string.Join(',', p.Acts.Select(a => a.Possible))).Distinct().Count() <= 1;

    // The name of a step in a guide is the last part of its identifier: "act-2.assessment" is told under "assessment".
    private static Text GuideOf(Workshop state, Pack pack)
    {
        var step = state.Step;
        var name = step.Id.Value[(step.Id.Value.LastIndexOf('.') + 1)..];
        var guide = step.Act is { } act ? pack.Find(act)?.Guide : pack.Scenario.Guide;
        return guide?.GetValueOrDefault(name) ?? (step.Act is null ? null : pack.Scenario.Guide.GetValueOrDefault(name)) ?? Text.Empty;
    }

    private static bool Passed(Workshop state, ActId act, StepKind kind)
    {
        var at = -1;
        for (var i = 0; i < state.Script!.Steps.Length; i++)
            if (state.Script.Steps[i].Act == act && state.Script.Steps[i].Kind == kind) at = i;
        return at >= 0 && state.StepIndex > at;
    }

    // The rules themselves say what they would undo: asking them keeps the button honest.
    private static UndoLine? UndoOf(Workshop state)
    {
        if (state.UndoStack.IsEmpty || state.ClosedAt is not null) return null;
        var wish = new Envelope(new CommandId("console-view"), new FacilitatorActor(""), state.StepStartedAt, new Correct());
        var decision = Workshop.Decide(state, wish);
        if (decision.Refusal is NothingToCorrect) return null;
        if (decision.Refusal is { } no) return new(state.UndoStack[^1].Done[0], no);
        if (decision.Events.IsDefaultOrEmpty || decision.Events[0] is not Corrected corrected) return null;
        return state.UndoStack.LastOrDefault(u => u.Command == corrected.Undone) is { } entry ? new(entry.Done[0], null) : null;
    }
}
