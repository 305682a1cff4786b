using CsCheck;
using TousRisques.Resilience.Exact;
using TousRisques.Resilience.FaultTrees;
using Xunit;

namespace TousRisques.Resilience.Tests.Exact;

public class NormalisationTests
{
    [Fact]
    public void A_normalised_tree_says_the_same_in_every_state() => Trees.Both.Sample(tree =>
    {
        var circuit = Normalisation.Of(tree);
        return Trees.States(tree).All(s => Value(circuit, s.Happens) == s.Holds);
    }, iter: 3_000, print: Trees.Show);

    [Fact]
    public void Modules_share_nothing_with_the_rest() => Trees.Large.Sample(tree =>
    {
        var circuit = Normalisation.Of(tree);
        if (!circuit.IsGate(circuit.Root >> 1)) return;
        var modules = Modules.Find(circuit);
        Assert.True(modules[circuit.Root >> 1]);
        for (var m = 0; m < circuit.Count; m++)
        {
            // By definition: everything below a module is used only by what is below it or itself.
            if (!modules[m]) continue;
            var inside = Below(circuit, m);
            foreach (var user in Below(circuit, circuit.Root >> 1).Append(circuit.Root >> 1))
                if (user != m && !inside.Contains(user))
                    Assert.DoesNotContain(circuit.ArgumentsOf(user).ToArray(), a => inside.Contains(a >> 1));
        }
    }, iter: 300);

    [Fact]
    public void A_part_cut_out_has_the_variables_that_its_gates_use() => Trees.Large.Sample(tree =>
    {
        foreach (var part in Modules.Split(Normalisation.Of(tree)))
        {
            Assert.Equal(part.Root, part.Root);
            var used = part.Arguments.SelectMany(a => a).Select(e => e >> 1).ToHashSet();
            Assert.Equal(Enumerable.Range(0, part.Count - 1), used.Order()); // all but the root
            foreach (var order in new[] { Orders.LeftMost(part), Orders.HeavyFirst(part), Orders.LightFirst(part), Orders.SharedFirst(part), Orders.Force(part, Orders.LeftMost(part), 5) })
                Assert.Equal(Enumerable.Range(0, part.Variables.Length), order.Order());
        }
    }, iter: 300);

    [Fact]
    public void More_than_so_many_events_happen_with_the_probability_that_counting_gives() =>
        Gen.Select(Gen.Double[0, 1].Array[0, 9], Gen.Int[0, 6]).Sample((p, count) =>
        {
            var expected = Enumerable.Range(0, 1 << p.Length).Where(s => System.Numerics.BitOperations.PopCount((uint)s) > count)
                .Sum(s => p.Select((x, i) => (s >> i & 1) == 1 ? x : 1 - x).Aggregate(1.0, (a, b) => a * b));
            Assert.Equal(expected, Truncation.MoreThan(count, p), 1e-12);
        });

    private static HashSet<int> Below(Circuit circuit, int node)
    {
        var below = new HashSet<int>();
        var pending = new Stack<int>([node]);
        while (pending.TryPop(out var n))
            foreach (var a in circuit.ArgumentsOf(n))
                if (below.Add(a >> 1)) pending.Push(a >> 1);
        return below;
    }

    private static bool Value(Circuit circuit, bool[] happens)
    {
        var values = new bool[circuit.Count];
        values[0] = true;
        happens.CopyTo(values, 1);
        for (var n = circuit.Events + 1; n < circuit.Count; n++)
        {
            var count = circuit.ArgumentsOf(n).ToArray().Count(a => values[a >> 1] != ((a & 1) == 1));
            values[n] = circuit.OperationOf(n) switch
            {
                Operation.And => count == circuit.ArgumentsOf(n).Length,
                Operation.Xor => (count & 1) == 1,
                _ => count >= circuit.ThresholdOf(n),
            };
        }
        return values[circuit.Root >> 1] != ((circuit.Root & 1) == 1);
    }
}
