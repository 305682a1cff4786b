using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>One participant's look at a workshop: every question that <see cref="ParticipantView"/> answers, theme by theme.</summary>
internal sealed partial record Looking(Workshop Workshop, Pack Pack, Participant Me, DateTimeOffset Now)
{
    private Script Script => Workshop.Script!;

    /// <summary>The act where the room stands, as the rules know it.</summary>
    public ScriptAct? Act { get; } = Workshop.Act;

    /// <summary>Whether the room has come to a step of that kind in its act (or has gone past it).</summary>
    private bool Reached(StepKind kind)
    {
        if (Act is null) return false;
        for (var i = Workshop.StepIndex; i >= 0; i--)
        {
            var step = Script.Steps[i];
            if (step.Kind == kind && step.Act == Act.Id) return true;
        }
        return false;
    }

    public ClockView Clock()
    {
        var end = Workshop.StepStartedAt + Workshop.PlannedFor(Workshop.Step);
        return new(end, end - (Workshop.PausedAt ?? Now), Workshop.PausedAt is not null);
    }

    public ActView? ActNow()
    {
        if (Act is null || Scene(Act.Id) is not { } scene) return null;
        return new(Act.Id, Act.Kind, Script.Acts.IndexOf(Act) + 1, scene.Title, scene.Intro, scene.Accent, scene.At);
    }

    public ImmutableArray<ActCount> Possible() =>
    [
        .. from act in Script.Acts
           where Workshop.VerdictsShown.Contains(act.Id)
           let possible = Workshop.PossibleActions(Me.Table, act.Id)
           let scene = Scene(act.Id)
           where possible is not null && scene is not null
           select new ActCount(act.Id, scene.Title, scene.Accent, possible.Value),
    ];

    private Act? Scene(ActId act) => Pack.Scenario.Acts.FirstOrDefault(a => a.Id == act);

    /// <summary>What the model said of an act to this table, or failing that to the territory.</summary>
    private SituationFacts? FactsOf(ActId act) =>
        (Workshop.Situations.GetValueOrDefault((act, Me.Table)) ?? Workshop.Situations.GetValueOrDefault((act, null)))?.Facts;
}
