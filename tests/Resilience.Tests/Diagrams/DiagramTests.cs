using CsCheck;
using TousRisques.Resilience.Diagrams;
using Xunit;

namespace TousRisques.Resilience.Tests.Diagrams;

/// <summary>Diagrams against truth tables and families of sets written as bits.</summary>
public class DiagramTests
{
    private const int Levels = 5;
    private static readonly Gen<uint> Tables = Gen.UInt; // 2^5 states: a function is 32 bits
    private static readonly Gen<int[]> Families = Gen.Int[0, (1 << Levels) - 1].Array[0, 12];

    [Fact]
    public void Operations_on_functions_are_operations_on_truth_tables() => Gen.Select(Tables, Tables, Tables).Sample((f, g, h) =>
    {
        using var bdd = new Bdd(new Budget(1 << 24));
        var (a, b, c) = (Of(bdd, f), Of(bdd, g), Of(bdd, h));
        // One edge for each function: equality of numbers is equality of functions.
        Assert.Equal(Of(bdd, f & g), bdd.And(a, b));
        Assert.Equal(Of(bdd, f | g), bdd.Or(a, b));
        Assert.Equal(Of(bdd, f ^ g), bdd.Xor(a, b));
        Assert.Equal(Of(bdd, (f & g) | (~f & h)), bdd.IfThenElse(a, b, c));
        Assert.Equal(Of(bdd, ~f), a ^ 1);
    });

    [Fact]
    public void Operations_on_families_are_operations_on_lists_of_sets() => Gen.Select(Families, Families).Sample((x, y) =>
    {
        using var zdd = new Zdd(new Budget(1 << 24));
        var (u, v) = (Minimal(x), Minimal(y));
        var (a, b) = (Of(zdd, u), Of(zdd, v));
        Assert.Equal(Of(zdd, Minimal([.. u, .. v])), zdd.MinimalUnion(a, b));
        Assert.Equal(Of(zdd, Minimal([.. from s in u from t in v select s | t])), zdd.MinimalProduct(a, b));
        Assert.Equal(Of(zdd, [.. u.Where(s => !v.Any(t => (t & s) == t))]), zdd.Without(a, b));
    });

    [Fact]
    public void Sets_at_which_a_function_is_false_are_kept() => Gen.Select(Families, Tables).Sample((x, f) =>
    {
        var budget = new Budget(1 << 24);
        using var zdd = new Zdd(budget);
        using var bdd = new Bdd(budget);
        var kept = zdd.Falsifying(Of(zdd, x), bdd, Of(bdd, f));
        Assert.Equal(Of(zdd, [.. x.Where(s => (f >> s & 1) == 0)]), kept);
    });

    [Fact]
    public void Products_of_literals_drop_contradictions_and_what_is_too_large() => Gen.Select(Gen.Int[0, 63].Array[0, 8], Gen.Int[0, 63].Array[0, 8], Gen.Int[0, 3]).Sample((x, y, most) =>
    {
        using var zdd = new Zdd(new Budget(1 << 24));
        var (u, v) = (Minimal([.. x.Where(IsFine)]), Minimal([.. y.Where(IsFine)]));
        var expected = Minimal([.. (from s in u from t in v select s | t).Where(IsFine)]).Where(s => System.Numerics.BitOperations.PopCount((uint)s & 0b010101) <= most);
        Assert.Equal(Of(zdd, [.. expected], 6), zdd.LiteralProduct(Of(zdd, u, 6), Of(zdd, v, 6), most));

        static bool IsFine(int set) => (set & (set >> 1) & 0b010101) == 0; // bits 2i and 2i + 1 are an event and its contrary
    });

    [Fact]
    public void A_full_table_refuses_and_gives_its_memory_back()
    {
        var budget = new Budget(200_000);
        using (var bdd = new Bdd(budget))
        {
            Assert.Throws<DiagramLimitException>(() =>
            {
                var parity = Bdd.False;
                for (var i = 0; i < 10_000; i++) parity = bdd.Or(parity, bdd.And(bdd.Variable(i), bdd.Variable(20_000 - i)));
            });
            Assert.InRange(budget.Peak, 1, 200_000);
        }
        Assert.Equal(0, budget.Used);
    }

    private static int Of(Bdd bdd, uint table, int level = 0)
    {
        // The event of level l is bit l of the state; the table is cut from its last event upwards.
        var edges = Enumerable.Range(0, 1 << Levels).Select(s => (table >> s & 1) == 1 ? Bdd.True : Bdd.False).ToArray();
        for (var l = Levels - 1; l >= level; l--)
            edges = [.. Enumerable.Range(0, 1 << l).Select(s => bdd.Make(l, edges[s | (1 << l)], edges[s]))];
        return edges[0];
    }

    private static int Of(Zdd zdd, int[] sets, int levels = Levels)
    {
        var nodes = Enumerable.Range(0, 1 << levels).Select(s => sets.Contains(s) ? Zdd.Unit : Zdd.Empty).ToArray();
        for (var l = levels - 1; l >= 0; l--)
            nodes = [.. Enumerable.Range(0, 1 << l).Select(s => zdd.Make(l, nodes[s | (1 << l)], nodes[s]))];
        return nodes[0];
    }

    private static int[] Minimal(int[] sets) => [.. sets.Distinct().Where(s => !sets.Any(t => t != s && (t & s) == t))];
}
