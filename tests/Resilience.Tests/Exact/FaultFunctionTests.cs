using CsCheck;
using TousRisques.Resilience.Exact;
using TousRisques.Resilience.FaultTrees;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Exact;

public class FaultFunctionTests
{
    /// <summary>Small graphs, circles and all, with every node's own failure and two hazards.</summary>
    private static readonly Gen<(DependencyGraph Graph, double[] Unavailability, Hazard[] Hazards, int Node)> Cases =
        from count in Gen.Int[1, 6]
        from model in Models.Of(Gen.Const(count), 24)
        from unavailability in Gen.OneOf(Gen.Double[0.01, 0.9], Gen.Const(0.0)).Array[count]
        from hazards in (from p in Gen.Double[0.05, 0.95]
                         from strikes in (from nodes in Gen.Int[0, count - 1].Array[1, 3]
                                          from hard in Gen.Int[1, 4]
                                          select new HazardStrike([.. nodes.Distinct()], default, default, default, hard / 4.0)).Array[0, 3]
                         select new Hazard(p, default, default, [.. strikes])).Array[0, 2]
        from node in Gen.Int[0, count - 1]
        select (model.Regimes[0].Graph, unavailability, hazards, node);

    [Fact]
    public void A_node_is_out_exactly_when_it_is_not_in_the_greatest_set_that_holds_together() => Cases.Sample(x =>
    {
        var function = FaultFunction.Of(x.Graph, x.Node, x.Unavailability, x.Hazards);
        for (var state = 0; state < 1 << function.Causes.Length; state++)
        {
            var happens = Enumerable.Range(0, function.Causes.Length).Select(e => (state >> e & 1) == 1).ToArray();
            var struck = Struck(x.Graph, x.Hazards, function, happens);
            Assert.Equal(!Closure.Greatest(x.Graph, n => !struck.Contains(n))[x.Node], function.Tree.Holds(happens));
        }
    }, iter: 2_000);

    [Fact]
    public void Its_probability_is_the_sum_over_every_state_of_nodes_and_hazards() => Cases.Sample(x =>
    {
        var function = FaultFunction.Of(x.Graph, x.Node, x.Unavailability, x.Hazards);
        Assert.Equal(ByDefinition(x.Graph, x.Unavailability, x.Hazards, x.Node), ExactAnalysis.Of(function.Tree).Probability!.Value, 1e-12);
    }, iter: 500);

    [Fact] // telecoms need power, power control needs telecoms: neither is out for want of the other alone
    public void Two_that_need_each_other_fall_together_and_not_by_themselves()
    {
        var graph = Graph(Needing(On(1)), Needing(On(0)));
        var analysis = ExactAnalysis.Of(FaultFunction.Of(graph, 0, [0.1, 0.2], []).Tree);
        Assert.Equal(2, analysis.MinimalCutSets);
        Assert.Equal(2, analysis.SinglePoints.Length);
        Assert.Equal(1 - (0.9 * 0.8), analysis.Probability!.Value, 1e-15);
    }

    [Fact] // a flood takes both feeders: what looked redundant is a single point of failure
    public void A_hazard_that_strikes_two_spares_at_once_is_a_single_point_of_failure()
    {
        var graph = Graph(Needing(Any(On(1), On(2))), Node.Free, Node.Free);
        var flood = new Hazard(0.01, default, default, [new HazardStrike([1, 2], default, default, default)]);
        var function = FaultFunction.Of(graph, 0, [0, 0.1, 0.1], [flood]);
        var analysis = ExactAnalysis.Of(function.Tree);
        Assert.Equal(new Cause.Happens(0), function.Causes[Assert.Single(analysis.SinglePoints)]);
        Assert.Equal(1 - (0.99 * 0.99), analysis.Probability!.Value, 1e-15);
    }

    [Fact]
    public void A_hazard_hard_enough_for_a_rare_strike_deals_the_likely_ones_too()
    {
        var graph = Graph(Needing(All(On(1))), Node.Free, Node.Free);
        var storm = new Hazard(0.5, default, default, [new HazardStrike([1], default, default, default, 0.2), new HazardStrike([2], default, default, default, 0.8)]);
        var rare = ExactAnalysis.Of(FaultFunction.Of(graph, 1, [0, 0, 0], [storm]).Tree);
        var likely = ExactAnalysis.Of(FaultFunction.Of(graph, 2, [0, 0, 0], [storm]).Tree);
        Assert.Equal(0.1, rare.Probability!.Value, 1e-15);
        Assert.Equal(0.4, likely.Probability!.Value, 1e-15);
    }

    [Fact]
    public void A_ring_of_a_hundred_nodes_is_resolved()
    {
        // Each needs one of its two neighbours.
        const int Count = 100;
        var graph = Graph([.. Enumerable.Range(0, Count).Select(i => Needing(Any(On((i + 1) % Count), On((i + Count - 1) % Count))))]);
        var analysis = ExactAnalysis.Of(FaultFunction.Of(graph, 0, [.. Enumerable.Repeat(0.01, Count)], []).Tree);
        Assert.Equal(1, analysis.ByOrder[1]);
        // It runs unless it is out itself or both its neighbours are: two that stand side by side hold each other.
        Assert.Equal(["0"], analysis.CutSets().Where(s => s.Length == 1).Select(Trees.Write));
        Assert.Equal(0.01 + (0.99 * 0.01 * 0.01), analysis.Probability!.Value, 1e-15);
        Assert.True(analysis.IsComplete);
    }

    private static HashSet<int> Struck(DependencyGraph graph, Hazard[] hazards, FaultFunction function, bool[] happens)
    {
        _ = graph;
        var struck = new HashSet<int>();
        foreach (var (cause, i) in function.Causes.Select((c, i) => (c, i)))
            if (cause is Cause.Own own && happens[i]) struck.Add(own.Node);
        for (var h = 0; h < hazards.Length; h++)
        {
            if (!Is(new Cause.Happens(h))) continue;
            foreach (var strike in hazards[h].Strikes)
                if (hazards[h].Strikes.Select(s => s.Probability).Where(p => p < 1 && p >= strike.Probability).All(p => Is(new Cause.HardEnough(h, p)))) struck.UnionWith(strike.Nodes);
        }
        return struck;

        bool Is(Cause cause) => function.Causes.IndexOf(cause) is >= 0 and var i && happens[i];
    }

    /// <summary>Sum over nodes out on their own, hazards that happen, and how hard each is.</summary>
    private static double ByDefinition(DependencyGraph graph, double[] unavailability, Hazard[] hazards, int node)
    {
        return Over(0, 1, []);

        double Over(int i, double weight, HashSet<int> struck)
        {
            if (weight == 0) return 0;
            if (i < graph.Count) return Over(i + 1, weight * unavailability[i], [.. struck, i]) + Over(i + 1, weight * (1 - unavailability[i]), struck);
            if (i == graph.Count + hazards.Length) return Closure.Greatest(graph, n => !struck.Contains(n))[node] ? 0 : weight;
            var hazard = hazards[i - graph.Count];
            var sum = Over(i + 1, weight * (1 - hazard.Probability), struck);
            double[] degrees = [1, .. hazard.Strikes.Select(s => s.Probability).Where(p => p < 1).Distinct().OrderDescending(), 0];
            for (var d = 0; d + 1 < degrees.Length; d++)
                sum += Over(i + 1, weight * hazard.Probability * (degrees[d] - degrees[d + 1]), [.. struck, .. hazard.Strikes.Where(s => s.Probability >= degrees[d]).SelectMany(s => s.Nodes)]);
            return sum;
        }
    }
}
