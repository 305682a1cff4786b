using System.Collections.Immutable;
using System.Numerics;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Exact;
using TousRisques.Resilience.FaultTrees;
using FaultCause = TousRisques.Resilience.FaultTrees.Cause;

namespace TousRisques.Analysis.Stress;

/// <summary>Something that a cut set is made of: a component out on its own, or a peril.</summary>
/// <param name="Component">The component, or null.</param>
/// <param name="Peril">The peril, or null; one of the two is given.</param>
/// <param name="Hardness">For a peril that must be hard enough: the probability that it is, once it happens; 1 otherwise.</param>
public readonly record struct CutEvent(ComponentId? Component, PerilId? Peril, double Hardness = 1);

/// <summary>What a function's dependencies are, time and reserves left aside: what takes it down if it lasts long enough.</summary>
/// <param name="Function">The function.</param>
/// <param name="CutSets">How many minimal cut sets there are.</param>
/// <param name="ByOrder">How many of them have 0, 1, 2… events.</param>
/// <param name="IsComplete">Whether they could all be counted.</param>
/// <param name="Smallest">The smallest of them.</param>
/// <param name="OrdinaryDay">Probability that the function is out on an ordinary day, when no peril happens.</param>
/// <param name="Importances">What each component weighs in that, under the standard names; the most critical first.</param>
public sealed record FunctionStructure(
    ComponentId Function, BigInteger CutSets, ImmutableArray<BigInteger> ByOrder, bool IsComplete, ImmutableArray<ImmutableArray<CutEvent>> Smallest,
    TopProbability? OrdinaryDay, ImmutableArray<(ComponentId Component, Importance Importance)> Importances)
{
    /// <summary>Single points of failure: components, each of which takes the function down alone.</summary>
    public IEnumerable<ComponentId> SinglePoints => Alone.Select(e => e.Component).OfType<ComponentId>();

    /// <summary>Perils, each of which takes the function down alone.</summary>
    public IEnumerable<PerilId> SinglePerils => Alone.Select(e => e.Peril).OfType<PerilId>().Distinct();

    private IEnumerable<CutEvent> Alone =>
        Smallest.Where(s => s.Count(e => e.Hardness == 1) + s.Where(e => e.Hardness < 1).Select(e => e.Peril).Except(s.Where(e => e.Hardness == 1).Select(e => e.Peril)).Count() == 1)
            .Select(s => s.First(e => e.Hardness == 1));
}

/// <summary>Exact structure of every function.</summary>
public static class Structure
{
    /// <summary>How many cut sets are listed for a function; single points always are.</summary>
    private const int MostListed = 400;

    /// <summary>Analyses every function: once with perils for the cut sets, once without for the ordinary day.</summary>
    /// <param name="model">The territory.</param>
    /// <param name="memoryBytes">How much memory diagrams may take.</param>
    /// <param name="cancel">Stops it.</param>
    public static ImmutableArray<FunctionStructure> Of(StressModel model, long memoryBytes = 256L << 20, CancellationToken cancel = default)
    {
        var causes = model.Perils.Select(p => CommonCause.Of(model.Pack.Scenario, p)).ToList();
        return [.. model.Functions.Select(f => Of(f))];

        FunctionStructure Of(ComponentId function)
        {
            var withPerils = TerritoryFaults.Of(model.Territory, function, causes).Function;
            var analysis = ExactAnalysis.Of(withPerils.Tree, new(memoryBytes), cancel);
            var ordinary = TerritoryFaults.Of(model.Territory, function, []).Function;
            var day = ExactAnalysis.Of(ordinary.Tree, new(memoryBytes), cancel);
            return new(function, analysis.MinimalCutSets, analysis.ByOrder, analysis.IsComplete,
                [.. analysis.CutSets().Take(MostListed).Select(set => set.Select(e => EventOf(withPerils.Causes[e])).ToImmutableArray())],
                day.Probability, [.. day.Importances.Where(i => i.Birnbaum > 0).Select(i => (((FaultCause.Own)ordinary.Causes[i.Event]).Node, i)).Select(x => (model.Territory.ComponentOf(x.Node), x.i))]);
        }

        CutEvent EventOf(FaultCause cause) => cause switch
        {
            FaultCause.Own own => new(model.Territory.ComponentOf(own.Node), null),
            FaultCause.Happens h => new(null, model.Perils[h.Hazard].Id),
            FaultCause.HardEnough h => new(null, model.Perils[h.Hazard].Id, h.Probability),
            _ => throw new ArgumentOutOfRangeException(nameof(cause)),
        };
    }
}
