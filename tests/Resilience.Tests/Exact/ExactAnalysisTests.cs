using System.Numerics;
using CsCheck;
using TousRisques.Resilience.Exact;
using TousRisques.Resilience.FaultTrees;
using Xunit;

namespace TousRisques.Resilience.Tests.Exact;

public class ExactAnalysisTests
{
    private const int Many = 3_000;

    [Fact]
    public void Cut_sets_are_the_smallest_sets_that_a_look_at_every_state_finds() => Trees.Both.Sample(tree =>
    {
        var listed = ExactAnalysis.Of(tree).CutSets().Select(Trees.Write).ToList();
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Equal(Trees.MinimalCutSets(tree).Order(), listed.Order());
    }, iter: Many, print: Trees.Show);

    [Fact]
    public void Counts_agree_with_the_list_and_the_list_goes_from_small_to_large() => Trees.Both.Sample(tree =>
    {
        var analysis = ExactAnalysis.Of(tree);
        var orders = analysis.CutSets().Select(s => s.Length).ToList();
        Assert.Equal(orders.Order(), orders);
        Assert.Equal(analysis.ByOrder.Select((n, order) => (order, (int)n)).Where(p => p.Item2 > 0), orders.GroupBy(o => o).Select(g => (g.Key, g.Count())));
        Assert.Equal(orders.Count, analysis.MinimalCutSets);
    }, iter: Many, print: Trees.Show);

    [Fact]
    public void Probability_is_the_sum_over_every_state_within_the_error_it_states() => Trees.Both.Sample(tree =>
    {
        var p = ExactAnalysis.Of(tree).Probability!;
        var expected = Trees.Probability(tree);
        Assert.InRange(p.Value, p.AtLeast, p.AtMost);
        Assert.Equal(expected, p.Value, (expected * 1e-12) + 1e-290); // products of tiny probabilities underflow in one order and not in another
    }, iter: Many, print: Trees.Show);

    [Fact]
    public void Importance_is_what_happens_to_the_top_when_the_event_is_sure_and_when_it_cannot_be() => Trees.Both.Sample(tree =>
    {
        var analysis = ExactAnalysis.Of(tree);
        var top = Trees.Probability(tree);
        foreach (var i in analysis.Importances)
        {
            var (p, with, without) = (tree.Probabilities[i.Event], Trees.Probability(tree, i.Event, 1), Trees.Probability(tree, i.Event, 0));
            Assert.Equal(p, i.Probability);
            Near(with - without, i.Birnbaum);
            if (top < 1e-6) continue; // ratios of numbers that rounding dominates in the sum over states
            Near(p * (with - without) / top, i.Criticality);
            Near(p * with / top, i.Diagnostic);
            Near(with / top, i.RiskAchievementWorth);
            if (without == 0) Assert.Equal(double.PositiveInfinity, i.RiskReductionWorth);
            else if (without > 1e-6) Near(top / without, i.RiskReductionWorth);
        }
        // Events that are not listed do not matter.
        foreach (var e in Enumerable.Range(0, tree.Events).Except(analysis.Importances.Select(i => i.Event)))
            Assert.Equal(Trees.Probability(tree, e, 0), Trees.Probability(tree, e, 1), 1e-12);

        static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)));
    }, iter: 1_000, print: Trees.Show);

    [Fact]
    public void Single_points_of_failure_are_the_events_that_suffice_alone() => Trees.Both.Sample(tree =>
    {
        var alone = Enumerable.Range(0, tree.Events).Where(e => tree.Holds([.. Enumerable.Range(0, tree.Events).Select(x => x == e)])).ToList();
        var never = !tree.Holds(new bool[tree.Events]);
        Assert.Equal(never ? alone : [], ExactAnalysis.Of(tree).SinglePoints);
    }, iter: 1_000, print: Trees.Show);

    [Fact]
    public void A_largest_order_leaves_out_larger_sets_and_nothing_else() => Gen.Select(Trees.Both, Gen.Int[0, 4]).Sample((tree, most) =>
    {
        var (all, some) = (ExactAnalysis.Of(tree), ExactAnalysis.Of(tree, new ExactOptions(MaxOrder: most)));
        Assert.Equal(all.CutSets().Where(s => s.Length <= most).Select(Trees.Write), some.CutSets().Select(Trees.Write));
        Assert.Equal(some.CutSets().Count(), some.MinimalCutSets);
        Assert.True(some.IsComplete);
    }, iter: 500);

    [Fact] // bottom-up products of literals against diagrams from the top, each with its own order
    public void A_second_method_finds_the_same_cut_sets_in_trees_too_large_to_enumerate() => Trees.Large.Sample(tree =>
    {
        var analysis = ExactAnalysis.Of(tree);
        var second = ExactAnalysis.BySecondMethod(tree, new ExactOptions(MaxOrder: 6));
        var most = second.ProvenUpToOrder ?? int.MaxValue - 1; // null: the tree is a constant
        Assert.Equal(analysis.ByOrder.Take(most + 1).Reverse().SkipWhile(n => n.IsZero).Reverse(), second.ByOrder);
        Assert.Equal(analysis.CutSets().Where(s => s.Length <= most).Take(1_000).Select(Trees.Write).ToHashSet().Count,
            second.CutSets().Take(1_000).Select(Trees.Write).ToHashSet().Count);
        Assert.InRange(analysis.Probability!.Value, second.Probability!.AtLeast * (1 - 1e-12), second.Probability.AtMost * (1 + 1e-12));
    }, iter: 300, print: Trees.Show);

    [Fact]
    public void Without_enough_memory_what_is_said_is_still_true() => Gen.Select(Trees.Large, Gen.Int[1, 3_000_000]).Sample((tree, bytes) =>
    {
        var (whole, part) = (ExactAnalysis.Of(tree), ExactAnalysis.Of(tree, new ExactOptions(MemoryBytes: bytes)));
        Assert.True(part.PeakBytes <= bytes);
        Assert.InRange(whole.Probability!.Value, part.Probability!.AtLeast * (1 - 1e-12), part.Probability.AtMost * (1 + 1e-12));
        if (part.ProvenUpToOrder is { } order)
            Assert.Equal(whole.ByOrder.Take(order + 1).Aggregate(BigInteger.Zero, (a, b) => a + b), part.MinimalCutSets);
        else
            Assert.Equal(whole.MinimalCutSets, part.MinimalCutSets);
    }, iter: 200);

    [Fact]
    public void The_same_tree_gives_the_same_answer_to_the_last_bit_and_in_the_same_order() => Trees.Large.Sample(tree =>
    {
        var (one, two) = (ExactAnalysis.Of(tree), ExactAnalysis.Of(tree));
        Assert.Equal(one.Probability, two.Probability);
        Assert.Equal(one.CutSets().Take(100).Select(Trees.Write), two.CutSets().Take(100).Select(Trees.Write));
        Assert.Equal(one.PeakBytes, two.PeakBytes);
    }, iter: 50);

    [Theory] // in little memory: a way that takes the square of the inputs would be stopped
    [InlineData(GateKind.And, 20_000, 0, 0)]
    [InlineData(GateKind.Or, 20_000, 0, 0)]
    [InlineData(GateKind.Xor, 20_000, 0, 0)]
    [InlineData(GateKind.AtLeast, 400, 200, 0)]
    [InlineData(GateKind.Cardinality, 112, 40, 70)]
    public void A_gate_of_many_events_takes_little(GateKind kind, int events, int least, int most)
    {
        var tree = new FaultTree(Enumerable.Repeat(0.5, events), [new Gate(kind, [.. Enumerable.Range(0, events).Select(Signal.Event)], least, most)], Signal.Gate(0));
        var analysis = OnDeepStack(() => ExactAnalysis.Of(tree, new ExactOptions(MemoryBytes: 64 << 20)));
        Assert.True(analysis.IsComplete);
        var order = kind switch { GateKind.And => events, GateKind.Or or GateKind.Xor => 1, _ => least };
        var choices = Enumerable.Range(0, kind == GateKind.And ? 0 : order).Aggregate(BigInteger.One, (c, i) => c * (events - i) / (i + 1));
        Assert.Equal(choices, analysis.MinimalCutSets);
        Assert.Equal(order, analysis.ByOrder.Length - 1);
        if (kind == GateKind.Xor) Assert.Equal(0.5, analysis.Probability!.Value, 1e-9);
    }

    [Fact]
    public void A_long_chain_of_gates_of_one_kind_becomes_one_without_being_copied_at_every_link()
    {
        const int Links = 20_000;
        var gates = Enumerable.Range(0, Links).Select(g => new Gate(GateKind.And, [g + 1 < Links ? Signal.Gate(g + 1) : Signal.Event(Links), Signal.Event(g)]));
        var tree = new FaultTree(Enumerable.Repeat(0.5, Links + 1), gates, Signal.Gate(0));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var circuit = Normalisation.Of(tree);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        Assert.Equal(Links + 1, circuit.ArgumentsOf(circuit.Root >> 1).Length);
    }

    [Fact] // every gate is a module: kept for all of them, the numbers of sets by order took the square of the chain
    public void A_long_chain_of_gates_by_turns_takes_memory_as_its_links_do()
    {
        var (shorter, longer) = (Chain(1_000), Chain(8_000));
        Assert.InRange((double)longer.PeakBytes / shorter.PeakBytes, 1, 12);
        Assert.Equal(4_001, longer.MinimalCutSets);
        Assert.Equal(4_002, longer.ByOrder.Length); // from no event to 4,001
        Assert.Equal([.. Enumerable.Range(0, 4_000).Select(i => (2 * i) + 1), 8_000], OnDeepStack(() => longer.CutSets().Last()));

        ExactAnalysis Chain(int links)
        {
            var gates = Enumerable.Range(0, links).Select(g => new Gate((g & 1) == 0 ? GateKind.Or : GateKind.And, [Signal.Event(g), g + 1 < links ? Signal.Gate(g + 1) : Signal.Event(links)]));
            return OnDeepStack(() => ExactAnalysis.Of(new FaultTree(Enumerable.Repeat(0.5, links + 1), gates, Signal.Gate(0)), new ExactOptions(MemoryBytes: 32 << 20)));
        }
    }

    private static T OnDeepStack<T>(Func<T> run)
    {
        var result = default(T);
        var thread = new Thread(() => result = run(), 256 << 20);
        thread.Start();
        thread.Join();
        return result!;
    }

    [Fact]
    public void A_million_million_cut_sets_are_counted_and_the_first_are_listed()
    {
        // Twelve pumps, each stopped by any of ten causes, all needed down: 10^12 sets.
        var pumps = Enumerable.Range(0, 12).Select(p => new Gate(GateKind.Or, [.. Enumerable.Range(0, 10).Select(c => Signal.Event((10 * p) + c))])).ToList();
        pumps.Add(new Gate(GateKind.And, [.. Enumerable.Range(0, 12).Select(Signal.Gate)]));
        var analysis = ExactAnalysis.Of(new FaultTree(Enumerable.Repeat(0.5, 120), pumps, Signal.Gate(12)));
        Assert.Equal(BigInteger.Pow(10, 12), analysis.MinimalCutSets);
        Assert.Equal(1_000, analysis.CutSets().Take(1_000).Select(Trees.Write).Distinct().Count());
        Assert.Equal(Math.Pow(1 - Math.Pow(0.5, 10), 12), analysis.Probability!.Value, 1e-14);
    }

    [Fact]
    public void More_sets_than_any_machine_number_are_counted_exactly()
    {
        var pairs = Enumerable.Range(0, 200).Select(p => new Gate(GateKind.Or, [Signal.Event(2 * p), Signal.Event((2 * p) + 1)])).ToList();
        pairs.Add(new Gate(GateKind.And, [.. Enumerable.Range(0, 200).Select(Signal.Gate)]));
        var analysis = ExactAnalysis.Of(new FaultTree(Enumerable.Repeat(0.1, 400), pairs, Signal.Gate(200)));
        Assert.Equal(BigInteger.Pow(2, 200), analysis.MinimalCutSets);
        Assert.Equal(200, analysis.CutSets().First().Length);
    }

    [Fact] // 2 of 3 batteries, and the grid: worked by hand
    public void Two_of_three_batteries_fail_while_the_grid_is_down()
    {
        var tree = new FaultTree([0.1, 0.1, 0.1, 0.01],
            [new Gate(GateKind.AtLeast, [Signal.Event(0), Signal.Event(1), Signal.Event(2)], 2), new Gate(GateKind.And, [Signal.Gate(0), Signal.Event(3)])], Signal.Gate(1));
        var analysis = ExactAnalysis.Of(tree);
        Assert.Equal(["0 1 3", "0 2 3", "1 2 3"], analysis.CutSets().Select(Trees.Write).Order());
        Assert.Equal(0.028 * 0.01, analysis.Probability!.Value, 1e-17);
        var grid = analysis.Importances[0];
        Assert.Equal(3, grid.Event);
        Assert.Equal(0.028, grid.Birnbaum, 1e-15);
        Assert.Equal(1, grid.Criticality, 1e-15);
        Assert.Equal(100, grid.RiskAchievementWorth, 1e-10);
        Assert.Equal(double.PositiveInfinity, grid.RiskReductionWorth);
        Assert.True(analysis.IsCoherent);
    }

    [Fact] // a pump that starts only when the main one stops: denied events
    public void What_is_denied_is_left_out_of_cut_sets_but_not_of_probability()
    {
        // top = (a and not b) or (b and c): states a, ab- no; minimal sets that suffice alone: {a}, {b c}
        var tree = new FaultTree([0.5, 0.5, 0.5],
            [new Gate(GateKind.Not, [Signal.Event(1)]), new Gate(GateKind.And, [Signal.Event(0), Signal.Gate(0)]), new Gate(GateKind.And, [Signal.Event(1), Signal.Event(2)]),
             new Gate(GateKind.Or, [Signal.Gate(1), Signal.Gate(2)])], Signal.Gate(3));
        var analysis = ExactAnalysis.Of(tree);
        Assert.Equal(["0", "1 2"], analysis.CutSets().Select(Trees.Write));
        Assert.Equal(0.5, analysis.Probability!.Value);
        Assert.False(analysis.IsCoherent);
    }

    [Fact] // found by fuzzing: no rule of the normalisation sees that all four cannot hold together, so that a module is there which holds no set
    public void What_can_never_fail_adds_no_cut_set()
    {
        Gate[] gates =
        [
            new(GateKind.Not, [Signal.Event(0)]), new(GateKind.Not, [Signal.Event(1)]),
            new(GateKind.Or, [Signal.Event(0), Signal.Event(1)]), new(GateKind.Or, [Signal.Event(0), Signal.Gate(1)]),
            new(GateKind.Or, [Signal.Gate(0), Signal.Event(1)]), new(GateKind.Or, [Signal.Gate(0), Signal.Gate(1)]),
            new(GateKind.And, [Signal.Gate(2), Signal.Gate(3), Signal.Gate(4), Signal.Gate(5)]),
            new(GateKind.And, [Signal.Gate(6), Signal.Event(2)]),
            new(GateKind.And, [Signal.Event(3), Signal.Event(4), Signal.Event(5)]),
            new(GateKind.Or, [Signal.Gate(7), Signal.Gate(8)]),
        ];
        var analysis = ExactAnalysis.Of(new FaultTree(Enumerable.Repeat(0.5, 6), gates, Signal.Gate(9)));
        Assert.Equal(["3 4 5"], analysis.CutSets().Select(Trees.Write));
        Assert.Equal([0, 0, 0, 1], analysis.ByOrder.Select(n => (int)n));
        Assert.Equal(0.125, analysis.Probability!.Value);
    }

    [Fact]
    public void An_unknown_probability_is_not_guessed()
    {
        var tree = new FaultTree([0.1, double.NaN], [new Gate(GateKind.Or, [Signal.Event(0), Signal.Event(1)])], Signal.Gate(0));
        var analysis = ExactAnalysis.Of(tree);
        Assert.Null(analysis.Probability);
        Assert.Empty(analysis.Importances);
        Assert.Equal(2, analysis.MinimalCutSets);
    }

    [Fact]
    public void Gates_in_a_circle_are_refused() => Assert.Throws<ArgumentException>(() =>
        new FaultTree([0.1], [new Gate(GateKind.Or, [Signal.Gate(1), Signal.Event(0)]), new Gate(GateKind.Same, [Signal.Gate(0)])], Signal.Gate(0)));

    [Fact]
    public void A_long_analysis_is_stopped_while_it_builds()
    {
        // A grid in which every row and every column must have a neighbouring pair out, several times over with the events mixed up: no order keeps this small.
        const int Side = 12;
        const int Events = Side * Side;
        var gates = new List<Gate>();
        var all = new List<Signal>();
        foreach (var (a, b) in new[] { (1, Side), (Side, 1), (31, 7), (53, 11), (71, 29) })
        {
            for (var row = 0; row < Side; row++)
            {
                gates.Add(new Gate(GateKind.AtLeast, [.. Enumerable.Range(0, Side).Select(i => Signal.Event(((a * i) + (b * row)) % Events)).Distinct()], 3));
                all.Add(Signal.Gate(gates.Count - 1));
            }
        }
        gates.Add(new Gate(GateKind.And, [.. all]));
        var tree = new FaultTree(Enumerable.Repeat(0.1, Events), gates, Signal.Gate(gates.Count - 1));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Throws<OperationCanceledException>(() => ExactAnalysis.Of(tree, new ExactOptions(8L << 30), cancel.Token));
    }

    [Fact]
    public void A_long_analysis_can_be_stopped()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var tree = new FaultTree([0.1, 0.2], [new Gate(GateKind.Or, [Signal.Event(0), Signal.Event(1)])], Signal.Gate(0));
        Assert.Throws<OperationCanceledException>(() => ExactAnalysis.Of(tree, cancel: cancel.Token));
    }
}
