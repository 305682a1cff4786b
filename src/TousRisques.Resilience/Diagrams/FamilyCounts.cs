using System.Numerics;
using System.Runtime.InteropServices;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// For each node of a family, how many sets it holds of each order, an event's order being one and a module's that of its own sets. Nothing is enumerated.
/// </summary>
internal sealed class FamilyCounts
{
    private const int BytesPerNode = 40;
    private const int BytesPerLargeCount = 48;

    private readonly Dictionary<int, int> slots = [];
    private readonly List<int> offsets = [];
    private readonly List<int> least = [];
    private readonly List<ulong> small = [];
    private readonly List<BigInteger>? large;

    private readonly Budget? budget;

    private FamilyCounts(bool big, Budget? budget)
    {
        large = big ? [] : null;
        this.budget = budget;
    }

    /// <summary>Counts the sets under a root.</summary>
    /// <param name="families">The diagram.</param>
    /// <param name="root">The root.</param>
    /// <param name="ordersOfLevel">For each level, how many sets of each order stand for its variable.</param>
    /// <param name="budget">Where memory is accounted for; null where it is not.</param>
    /// <exception cref="DiagramLimitException">The counts would take too much memory.</exception>
    public static FamilyCounts Of(Zdd families, int root, BigInteger[][] ordersOfLevel, Budget? budget)
    {
        try
        {
            var counts = new FamilyCounts(big: false, budget);
            counts.Fill(families, root, ordersOfLevel);
            return counts;
        }
        catch (OverflowException) // more than 2^64 sets of one order
        {
            var counts = new FamilyCounts(big: true, budget);
            counts.Fill(families, root, ordersOfLevel);
            return counts;
        }
    }

    /// <summary>How many sets of each order a node holds; without zeros at the end.</summary>
    public BigInteger[] At(int node)
    {
        var slot = slots[node];
        var length = offsets[slot + 1] - offsets[slot];
        if (length == 0) return [];
        var result = new BigInteger[least[slot] + length];
        for (var i = 0; i < length; i++) result[least[slot] + i] = large?[offsets[slot] + i] ?? small[offsets[slot] + i];
        return result;
    }

    /// <summary>Whether a node holds a set of that order.</summary>
    public bool Has(int node, int order)
    {
        var slot = slots[node];
        var i = order - least[slot];
        return i >= 0 && i < offsets[slot + 1] - offsets[slot] && (large is null ? small[offsets[slot] + i] != 0 : !large[offsets[slot] + i].IsZero);
    }

    private void Fill(Zdd families, int root, BigInteger[][] ordersOfLevel)
    {
        var reached = families.Reached(root);
        offsets.Add(0);
        Put(Zdd.Empty, 0, []);
        Put(Zdd.Unit, 0, [BigInteger.One]);
        var weights = ordersOfLevel.Select(o => o.All(w => w <= ulong.MaxValue) ? o.Select(w => (ulong)w).ToArray() : null).ToArray();
        if (large is null && weights.Any(w => w is null)) throw new OverflowException();
        var sum = new ulong[16];
        for (var n = 2; n < reached.Length; n++)
        {
            if (!reached[n]) continue;
            var (high, low) = (slots[families.HighOf(n)], slots[families.LowOf(n)]);
            var level = families.LevelOf(n);
            // Orders that a node can hold, from the first on: below them is nothing to keep nor to clear, and a gate of n events would take the square of n.
            var smallest = Array.FindIndex(ordersOfLevel[level], w => !w.IsZero);
            var from = Math.Min(Length(low) > 0 ? least[low] : int.MaxValue, Length(high) > 0 && smallest >= 0 ? least[high] + smallest : int.MaxValue);
            var length = from == int.MaxValue ? 0 : Math.Max(End(low), Math.Max(0, End(high) + ordersOfLevel[level].Length - 1)) - from;
            if (from == int.MaxValue) from = 0;
            budget?.TakeLittle(BytesPerNode + (length * (large is null ? sizeof(ulong) : BytesPerLargeCount)));
            if (large is null)
            {
                if (sum.Length < length) sum = new ulong[length * 2];
                Array.Clear(sum, 0, length);
                var all = CollectionsMarshal.AsSpan(small);
                for (var i = offsets[low]; i < offsets[low + 1]; i++) sum[least[low] - from + i - offsets[low]] = all[i];
                var w = weights[level]!;
                for (var j = 0; j < w.Length; j++)
                {
                    if (w[j] == 0) continue;
                    for (var i = offsets[high]; i < offsets[high + 1]; i++) sum[least[high] - from + i - offsets[high] + j] += w[j] * all[i]; // checked: overflow leads to the exact way
                }
                var first = 0;
                while (first < length && sum[first] == 0) first++; // a part that can never fail leaves no set at all
                slots.Add(n, least.Count);
                least.Add(from + first);
                small.AddRange(sum.AsSpan(first, length - first));
                offsets.Add(small.Count);
            }
            else
            {
                var total = new BigInteger[length];
                for (var i = offsets[low]; i < offsets[low + 1]; i++) total[least[low] - from + i - offsets[low]] = large[i];
                for (var j = Math.Max(0, smallest); j < ordersOfLevel[level].Length; j++)
                    for (var i = offsets[high]; i < offsets[high + 1]; i++) total[least[high] - from + i - offsets[high] + j] += ordersOfLevel[level][j] * large[i];
                var first = 0;
                while (first < length && total[first].IsZero) first++;
                Put(n, from + first, total.AsSpan(first));
            }
        }

        int Length(int slot) => offsets[slot + 1] - offsets[slot];
        int End(int slot) => least[slot] + Length(slot);
    }

    private void Put(int node, int first, ReadOnlySpan<BigInteger> counts)
    {
        slots.Add(node, least.Count);
        least.Add(first);
        foreach (var c in counts)
            if (large is null) small.Add((ulong)c);
            else large.Add(c);
        offsets.Add(large?.Count ?? small.Count);
    }
}
