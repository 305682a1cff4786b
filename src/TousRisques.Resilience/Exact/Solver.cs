using System.Collections.Immutable;
using System.Numerics;
using TousRisques.Resilience.Diagrams;
using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Exact;

/// <summary>Takes a tree through normalisation, modules, diagrams, cut sets and probabilities; when memory ends, through <see cref="Truncation"/>.</summary>
internal static class Solver
{
    public static ExactAnalysis Run(FaultTree tree, ExactOptions options, CancellationToken cancel)
    {
        var circuit = Normalisation.Of(tree);
        var root = circuit.Root >> 1;
        if (root == 0) return Constant(circuit.Root == Circuit.True, options);
        var parts = Modules.Split(circuit);
        var budget = new Budget(options.MemoryBytes, cancel);
        var diagrams = new List<PartDiagram>();
        var families = new List<PartFamily>();
        try
        {
            foreach (var part in parts) diagrams.Add(OrderRace.Run(part, budget, cancel));
            return Complete(tree, circuit, diagrams, families, options, budget, cancel);
        }
        catch (DiagramLimitException)
        {
            foreach (var d in diagrams) d.Functions.Dispose();
            foreach (var f in families) f.Families.Dispose();
        }
        return Truncation.Run(tree, circuit, parts, options, cancel);
    }

    public static ExactAnalysis RunSecondMethod(FaultTree tree, ExactOptions options, CancellationToken cancel)
    {
        var circuit = Normalisation.Of(tree);
        if (circuit.Root >> 1 == 0) return Constant(circuit.Root == Circuit.True, options);
        return Truncation.Run(tree, circuit, Modules.Split(circuit), options, cancel);
    }

    private static ExactAnalysis Complete(
        FaultTree tree, Circuit circuit, List<PartDiagram> diagrams, List<PartFamily> families, ExactOptions options, Budget budget, CancellationToken cancel)
    {
        var root = circuit.Root >> 1;
        var byNode = new PartFamily?[circuit.Count];
        foreach (var d in diagrams)
        {
            cancel.ThrowIfCancellationRequested();
            var zdd = new Zdd(budget);
            var node = new MinimalSolutions(d.Functions, zdd, d.Part.IsMonotone, budget).Of(d.Root);
            zdd.Settle();
            var orders = d.Order.Select(v => byNode[d.Part.Variables[v]]?.Counts.Sum ?? OrderCounts.Event).ToArray();
            var family = new PartFamily(d.Part, d.Order, zdd, node, FamilyCounts.Of(zdd, node, orders, budget));
            foreach (var v in d.Part.Variables) byNode[v]?.Counts.Forget(); // a part stands in one other part only
            families.Add(family);
            byNode[d.Part.Root] = family;
        }
        var atRest = byNode.Length > root && diagrams.Count > 0 && diagrams[^1].Part.Rests[^1];
        var failsAtRest = atRest != ((circuit.Root & 1) == 1); // the top is true when nothing happens: the empty set is its only minimal cut set
        var isEvent = !circuit.IsGate(root);
        ImmutableArray<BigInteger> byOrder = failsAtRest ? [BigInteger.One] : isEvent ? [.. OrderCounts.Event.ByOrder()] : [.. byNode[root]!.Counts.Sum.ByOrder()];
        var walk = new CutSetWalk(byNode);
        IEnumerable<int[]> SetsOf(int order) =>
            failsAtRest ? order == 0 ? [[]] : [] : isEvent ? order == 1 ? [[root - 1]] : [] : walk.OfOrder(byNode[root]!, order);

        var isCoherent = !failsAtRest && diagrams.All(d => d.Part.IsMonotone);
        var weights = new Weights(tree, circuit, [.. diagrams], failsAtRest);
        return new ExactAnalysis(byOrder, SetsOf, options.MaxOrder, null, weights.Top(), weights.Importances(cancel), isCoherent, budget.Peak);
    }

    private static ExactAnalysis Constant(bool value, ExactOptions options)
    {
        ImmutableArray<BigInteger> byOrder = value ? [BigInteger.One] : [];
        var p = value ? 1.0 : 0.0;
        return new ExactAnalysis(byOrder, order => value && order == 0 ? [[]] : [], options.MaxOrder, null, new TopProbability(p, p, p), [], isCoherent: true, peakBytes: 0);
    }
}
