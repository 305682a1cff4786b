using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Analysis;

/// <summary>The model of a pack, asked through the reference engine.</summary>
public sealed class Model : IModel
{
    /// <inheritdoc/>
    public WorkshopCommand Answer(Pack pack, ModelQuestion question) => question switch
    {
        ModelQuestion.Situation q => new RecordSituation(q.Inputs, Situation(pack, q.Inputs)),
        ModelQuestion.Consequences q => new RecordConsequences(q.Inputs, Consequences(pack, q.Inputs)),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>How components and actions stand at an act's hour.</summary>
    public static SituationFacts Situation(Pack pack, ModelInputs inputs)
    {
        var story = Story.Run(pack, inputs);
        var at = pack.Scenario.Acts.First(a => a.Id == inputs.Act).At;
        var standing = new Standing(story, at);
        var caps = new Caps(pack.Scenario, inputs.Imposed, at);
        return new(at,
            [.. pack.Territory.Components.Select(standing.Of).OfType<ComponentFact>()],
            [.. pack.Scenario.Actions.Select(a => Availability.Of(a, standing, caps))]);
    }

    /// <summary>What was lost from an act's hour to its end, with the plans and had there never been any.</summary>
    public static ConsequenceFacts Consequences(Pack pack, ModelInputs inputs)
    {
        var act = pack.Scenario.Acts.First(a => a.Id == inputs.Act);
        var with = Story.Run(pack, inputs);
        var without = Story.Run(pack, inputs with { Plans = [] });
        return new(act.At, act.Until,
            [.. pack.Territory.Components.Where(c => c.Nature == Nature.Function).Select(f => OutcomeOf(f, with, without, act))]);
    }

    private static FunctionOutcome OutcomeOf(Component function, Story with, Story without, Act act)
    {
        var lost = with.OutagesOf(function.Id, act.At, act.Until);
        ImmutableArray<Explanation> why = [];
        if (!lost.IsEmpty)
        {
            var longest = lost.MaxBy(o => o.Until - o.From);
            why = new Standing(with, longest.From).WhyDown(function.Id);
        }
        return new(function.Id, function.Weight, lost, without.OutagesOf(function.Id, act.At, act.Until), why);
    }
}
