using CsCheck;
using TousRisques.Resilience.Graphs;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Graphs;

public sealed class GraphTests
{
    private static readonly Gen<(Formula Formula, int Set, int More)> Cases =
        Gen.Select(Models.FormulaOver(6, 3), Gen.Int[0, 63], Gen.Int[0, 63]);

    [Fact]
    public void One_more_running_node_never_makes_a_formula_false() => Cases.Sample(x =>
        !x.Formula.Holds(Bits(x.Set, 6)) || x.Formula.Holds(Bits(x.Set | x.More, 6)));

    [Fact]
    public void A_formula_depends_on_the_nodes_it_names_and_no_others() => Cases.Sample(x =>
    {
        var named = x.Formula.Nodes().Aggregate(0, (set, c) => set | 1 << c);
        return x.Formula.Holds(Bits(x.Set, 6)) == x.Formula.Holds(Bits((x.Set & named) | (x.More & ~named), 6));
    });

    [Fact]
    public void All_is_at_least_as_many_as_there_are_and_any_is_at_least_one() =>
        Gen.Select(Models.FormulaOver(6, 2).Array[0, 5], Gen.Int[0, 63]).Sample((parts, set) =>
        {
            var running = Bits(set, 6);
            Assert.Equal(All(parts).Holds(running), AtLeast(parts.Length, parts).Holds(running));
            Assert.Equal(Any(parts).Holds(running), AtLeast(1, parts).Holds(running));
            Assert.True(AtLeast(0, parts).Holds(running) && AtLeast(-1, parts).Holds(running));
            Assert.False(AtLeast(parts.Length + 1, parts).Holds(running));
        });

    [Fact]
    public void Nodes_are_named_from_left_to_right()
    {
        var formula = All(On(3), Any(On(1), AtLeast(2, On(1), On(0))), On(2));
        Assert.Equal([3, 1, 1, 0, 2], formula.Nodes());
        Assert.Equal(4, formula.Depth());
    }

    [Fact]
    public void Dependents_are_those_whose_needs_name_the_node() => Gen.Int[1, 8].SelectMany(Models.GraphOf).Sample(graph =>
    {
        for (var c = 0; c < graph.Count; c++)
            Assert.Equal(Enumerable.Range(0, graph.Count).Where(d => graph.Nodes[d].Needs.Nodes().Contains(c)), graph.DependentsOf(c));
    });

    [Fact]
    public void Replacing_a_node_changes_that_node_only()
    {
        var graph = Graph(Node.Free, Needing(On(0), 1, 2));
        var changed = graph.With(1, Needing(On(0), 5, 2));
        Assert.Same(graph.Nodes[0], changed.Nodes[0]);
        Assert.Equal((H(1), H(5)), (graph.Nodes[1].Autonomy, changed.Nodes[1].Autonomy));
        Assert.Throws<ArgumentException>(() => graph.With(1, Needing(On(2))));
    }

    [Fact]
    public void Strong_components_are_the_nodes_that_reach_each_other_and_come_after_what_they_need() =>
        Gen.Int[1, 9].SelectMany(n => Gen.Select(Models.GraphOf(n), Gen.Int[0, (1 << n) - 1])).Sample((graph, set) =>
        {
            var within = Bits(set, graph.Count);
            var reaches = Reachability(graph, within);
            var components = StrongComponents.Of(graph, c => within[c]);
            Assert.Equal(Enumerable.Range(0, graph.Count).Where(c => within[c]), components.SelectMany(x => x).Order());
            for (var i = 0; i < components.Count; i++)
            {
                Assert.Equal(Enumerable.Range(0, graph.Count).Where(c => within[c] && (c == components[i][0] || (reaches[c, components[i][0]] && reaches[components[i][0], c]))),
                    components[i]);
                for (var later = i + 1; later < components.Count; later++)
                    Assert.DoesNotContain(components[later], c => components[i].Any(x => reaches[x, c]));
            }
        });

    private static bool[,] Reachability(DependencyGraph graph, bool[] within)
    {
        var reaches = new bool[graph.Count, graph.Count];
        for (var c = 0; c < graph.Count; c++)
            foreach (var need in graph.Nodes[c].Needs.Nodes()) reaches[c, need] = within[c] && within[need];
        for (var k = 0; k < graph.Count; k++)
            for (var a = 0; a < graph.Count; a++)
                for (var b = 0; b < graph.Count; b++) reaches[a, b] |= reaches[a, k] && reaches[k, b];
        return reaches;
    }

    private static bool[] Bits(int set, int count) => [.. Enumerable.Range(0, count).Select(c => (set >> c & 1) == 1)];
}
