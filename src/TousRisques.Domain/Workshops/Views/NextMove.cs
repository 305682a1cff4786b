using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>The one thing that a facilitator most likely wants to do next; the primary button of the console.</summary>
public abstract record NextMove
{
    private NextMove() { }

    /// <summary>Open the first step after the welcome: the room begins to play.</summary>
    /// <param name="To">That step.</param>
    public sealed record Begin(Step To) : NextMove;

    /// <summary>Reveal the act's next event.</summary>
    /// <param name="Event">Which.</param>
    /// <param name="Number">1 for the first of the act.</param>
    /// <param name="Count">How many the act has.</param>
    public sealed record Reveal(EventId Event, int Number, int Count) : NextMove;

    /// <summary>Impose the act's next constraint.</summary>
    /// <param name="Constraint">Which.</param>
    /// <param name="Number">1 for the first of the act.</param>
    /// <param name="Count">How many the act has.</param>
    public sealed record Impose(ConstraintId Constraint, int Number, int Count) : NextMove;

    /// <summary>Show the model's verdicts.</summary>
    /// <param name="Act">Of which act.</param>
    public sealed record ShowVerdicts(ActId Act) : NextMove;

    /// <summary>Go on.</summary>
    /// <param name="To">To that step.</param>
    public sealed record GoOn(Step To) : NextMove;

    /// <summary>Close the workshop.</summary>
    public sealed record Finish : NextMove;

    /// <summary>Nothing is left to lead: read the report.</summary>
    public sealed record ReadReport : NextMove;

    /// <summary>What comes next in a workshop. Only once opened.</summary>
    public static NextMove Of(Workshop state)
    {
        if (state.ClosedAt is not null) return new ReadReport();
        var script = state.Script!;
        var step = state.Step;
        var act = step.Act is { } id ? script.Acts.FirstOrDefault(a => a.Id == id) : null;
        if (act is not null)
        {
            if (step.Kind is StepKind.Events && state.StillToReveal(act).Take(1).ToArray() is [var hidden])
                return new Reveal(hidden, act.Events.IndexOf(hidden) + 1, act.Events.Length);
            if (step.Kind is StepKind.Constraints && state.StillToImpose(act).Take(1).ToArray() is [var next])
                return new Impose(next, act.Constraints.Select(c => c.Id).ToList().IndexOf(next) + 1, act.Constraints.Length);
            if (step.Kind is StepKind.Assessment && !state.VerdictsShown.Contains(act.Id))
                return new ShowVerdicts(act.Id);
        }
        if (state.StepIndex + 1 >= script.Steps.Length) return new Finish();
        var to = script.Steps[state.StepIndex + 1];
        return step.Kind is StepKind.Welcome ? new Begin(to) : new GoOn(to);
    }
}
