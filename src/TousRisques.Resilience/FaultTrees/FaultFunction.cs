using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>What a basic event of a fault function is.</summary>
public abstract record Cause
{
    private Cause() { }

    /// <summary>A node is out on its own.</summary>
    public sealed record Own(int Node) : Cause;

    /// <summary>A hazard happens.</summary>
    public sealed record Happens(int Hazard) : Cause;

    /// <summary>
    /// A hazard that happens, and is hard enough for its strikes of all higher probabilities, is hard enough for those of this probability too.
    /// </summary>
    public sealed record HardEnough(int Hazard, double Probability) : Cause;
}

/// <summary>
/// When a node of a dependency graph is out, as a fault tree over basic failures: nodes out on their own, hazards that strike several at once. Time plays no part: outages
/// are taken to outlast every reserve, and nothing restarts. Circles of dependence are resolved as everywhere in the engine: a node is not out for want of another that
/// is only out because of it, so the set of nodes that are out is the <em>least</em> that the failures explain (docs/exact-analysis.md).
/// </summary>
/// <param name="Tree">The tree.</param>
/// <param name="Causes">What each of its basic events is.</param>
public sealed record FaultFunction(FaultTree Tree, ImmutableArray<Cause> Causes)
{
    /// <summary>The fault function of a node.</summary>
    /// <param name="graph">The graph; circles are welcome.</param>
    /// <param name="node">The node asked about.</param>
    /// <param name="unavailability">For each node, the probability that it is out on its own; NaN where unknown.</param>
    /// <param name="hazards">Hazards; of their strikes only the nodes and the probability count.</param>
    /// <param name="mayFail">Which nodes have an event of their own, even of probability 0, so that cut sets with them are seen; null for those of another probability than 0.</param>
    /// <exception cref="ArgumentException">The numbers of nodes differ, or a probability is none.</exception>
    public static FaultFunction Of(DependencyGraph graph, int node, IReadOnlyList<double> unavailability, IReadOnlyList<Hazard> hazards, Func<int, bool>? mayFail = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(unavailability);
        ArgumentNullException.ThrowIfNull(hazards);
        if (unavailability.Count != graph.Count) throw new ArgumentException($"{unavailability.Count} probabilities for {graph.Count} nodes.", nameof(unavailability));
        return new FaultFunctionBuilder(graph, unavailability, hazards).Build(node, mayFail ?? (n => unavailability[n] != 0));
    }
}
