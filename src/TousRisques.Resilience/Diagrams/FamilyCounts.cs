using System.Buffers;
using System.Numerics;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// How many sets a family holds of each order, an event's order being one and a module's that of its own sets; and for each of its nodes, which orders it holds. Nothing is
/// enumerated. Numbers are kept for the root alone, and until they are forgotten: a chain of n modules would otherwise keep the square of n.
/// </summary>
internal sealed class FamilyCounts
{
    private const int BytesPerNode = 48;
    private const int BytesPerLargeCount = 48;

    private readonly Dictionary<int, int> slots = [];
    private readonly List<(int First, int Last)> spans = [];
    private readonly Dictionary<int, ulong[]> gaps = []; // for slots that lack an order in between: a bit for each order from the first on
    private readonly Budget? budget;
    private OrderCounts? sum;

    private FamilyCounts(Budget? budget) => this.budget = budget;

    /// <summary>How many sets of each order the root holds.</summary>
    /// <exception cref="InvalidOperationException">They were forgotten.</exception>
    public OrderCounts Sum => sum ?? throw new InvalidOperationException("Counts of this family were forgotten.");

    /// <summary>Counts the sets under a root.</summary>
    /// <param name="families">The diagram.</param>
    /// <param name="root">The root.</param>
    /// <param name="ordersOfLevel">For each level, how many sets of each order stand for its variable.</param>
    /// <param name="budget">Where memory is accounted for; null where it is not.</param>
    /// <exception cref="DiagramLimitException">The counts would take too much memory.</exception>
    public static FamilyCounts Of(Zdd families, int root, OrderCounts[] ordersOfLevel, Budget? budget)
    {
        if (ordersOfLevel.All(o => o.IsSmall))
        {
            try
            {
                var counts = new FamilyCounts(budget);
                counts.Fill(families, root, ordersOfLevel, isLarge: false);
                return counts;
            }
            catch (OverflowException)
            {
                // More than 2^64 sets of one order: counted in big integers instead.
            }
        }
        var exact = new FamilyCounts(budget);
        exact.Fill(families, root, ordersOfLevel, isLarge: true);
        return exact;
    }

    /// <summary>The first and the last order of which a node holds a set; the last is before the first when it holds none.</summary>
    public (int First, int Last) SpanOf(int node) => spans[slots[node]];

    /// <summary>Whether a node holds a set of that order.</summary>
    public bool Has(int node, int order)
    {
        var slot = slots[node];
        var (first, last) = spans[slot];
        if (order < first || order > last) return false;
        return !gaps.TryGetValue(slot, out var bits) || (bits[(order - first) >> 6] >> ((order - first) & 63) & 1) != 0;
    }

    /// <summary>Whoever needed the numbers has them: from now on only <see cref="Has"/> and <see cref="SpanOf"/> answer.</summary>
    public void Forget()
    {
        if (sum is null) return;
        budget?.TakeLittle(-BytesOf(sum.Length, sum.Large is not null));
        sum.GiveBack();
        sum = null;
    }

    private static long BytesOf(int orders, bool isLarge) => (long)orders * (isLarge ? BytesPerLargeCount : sizeof(ulong));

    private void Fill(Zdd families, int root, OrderCounts[] ordersOfLevel, bool isLarge)
    {
        var taken = 0L;
        try
        {
            if (isLarge) FillLarge(families, root, ordersOfLevel, ref taken);
            else FillSmall(families, root, ordersOfLevel, ref taken);
        }
        finally
        {
            budget?.TakeLittle(-taken);
        }
        budget?.TakeLittle(BytesOf(Sum.Length, Sum.Large is not null));
    }

    private void FillSmall(Zdd families, int root, OrderCounts[] ordersOfLevel, ref long taken)
    {
        var offsets = new List<int> { 0 };
        var (all, line) = (ArrayPool<ulong>.Shared.Rent(16), ArrayPool<ulong>.Shared.Rent(16));
        try
        {
            Put(Zdd.Empty, 0, []);
            Put(Zdd.Unit, 0, [1]);
            foreach (var n in Nodes(families, root))
            {
                var (high, low, orders) = (slots[families.HighOf(n)], slots[families.LowOf(n)], ordersOfLevel[families.LevelOf(n)]);
                var (from, length) = Orders(high, low, orders);
                Take(length, isLarge: false, ref taken);
                Enlarge(ref line, length, kept: 0);
                Array.Clear(line, 0, length);
                var ofLow = Of(low);
                var ofHigh = Of(high);
                if (ofLow.Length > 0) ofLow.CopyTo(line.AsSpan(spans[low].First - from));
                if (ofHigh.Length > 0 && orders.Length > 0) AddProduct(line.AsSpan(spans[high].First + orders.First - from), ofHigh, orders.Small);
                Put(n, from, line.AsSpan(0, length));
            }
            sum = OrderCounts.Of(spans[slots[root]].First, Of(slots[root]));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(all);
            ArrayPool<ulong>.Shared.Return(line);
        }

        ReadOnlySpan<ulong> Of(int slot) => all.AsSpan(offsets[slot]..offsets[slot + 1]);

        void Put(int node, int from, ReadOnlySpan<ulong> counts)
        {
            var own = counts.Trim(0UL);
            Keep(node, from + (own.Length > 0 ? counts.IndexOfAnyExcept(0UL) : 0), own.Length, own.Contains(0UL) ? Bits(own) : null);
            Enlarge(ref all, offsets[^1] + own.Length, kept: offsets[^1]);
            own.CopyTo(all.AsSpan(offsets[^1]));
            offsets.Add(offsets[^1] + own.Length);
        }
    }

    private static void Enlarge(ref ulong[] rented, int length, int kept)
    {
        if (rented.Length >= length) return;
        var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(length, (int)Math.Min(rented.Length * 2L, Array.MaxLength)));
        rented.AsSpan(0, kept).CopyTo(larger);
        ArrayPool<ulong>.Shared.Return(rented);
        rented = larger;
    }

    /// <summary>Adds the counts of the unions of one of each. Checked: overflow leads to the exact way.</summary>
    private static void AddProduct(Span<ulong> line, ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> two)
    {
        var outer = one.Length < two.Length ? one : two;
        var inner = one.Length < two.Length ? two : one;
        for (var j = 0; j < outer.Length; j++)
        {
            var times = outer[j];
            if (times == 0) continue;
            var to = line.Slice(j, inner.Length);
            if (times == 1)
                for (var i = 0; i < to.Length; i++) to[i] += inner[i];
            else
                for (var i = 0; i < to.Length; i++) to[i] += times * inner[i];
        }
    }

    private void FillLarge(Zdd families, int root, OrderCounts[] ordersOfLevel, ref long taken)
    {
        var all = new List<BigInteger[]>();
        Put(Zdd.Empty, 0, []);
        Put(Zdd.Unit, 0, [BigInteger.One]);
        foreach (var n in Nodes(families, root))
        {
            var (high, low, orders) = (slots[families.HighOf(n)], slots[families.LowOf(n)], ordersOfLevel[families.LevelOf(n)]);
            var (from, length) = Orders(high, low, orders);
            Take(length, isLarge: true, ref taken);
            var line = new BigInteger[length];
            for (var i = 0; i < all[low].Length; i++) line[spans[low].First - from + i] = all[low][i];
            for (var j = 0; j < orders.Length; j++)
                for (var i = 0; i < all[high].Length; i++) line[spans[high].First + orders.First + j - from + i] += orders.At(j) * all[high][i];
            Put(n, from, line);
        }
        sum = OrderCounts.Of(spans[slots[root]].First, all[slots[root]]);

        void Put(int node, int from, BigInteger[] counts)
        {
            var own = counts.AsSpan().Trim(BigInteger.Zero);
            Keep(node, from + (own.Length > 0 ? counts.AsSpan().IndexOfAnyExcept(BigInteger.Zero) : 0), own.Length, own.Contains(BigInteger.Zero) ? Bits<BigInteger>(own) : null);
            all.Add(own.ToArray());
        }
    }

    private static IEnumerable<int> Nodes(Zdd families, int root)
    {
        var reached = families.Reached(root);
        for (var n = Zdd.Unit + 1; n < reached.Length; n++)
            if (reached[n]) yield return n;
    }

    /// <summary>Orders that a node can hold: below the first is nothing to keep nor to clear, and a gate of n events would take the square of n.</summary>
    private (int From, int Length) Orders(int high, int low, OrderCounts orders)
    {
        var (from, last) = (int.MaxValue, -1);
        var (ofLow, ofHigh) = (spans[low], spans[high]);
        if (ofLow.Last >= ofLow.First) (from, last) = ofLow;
        if (orders.Length > 0 && ofHigh.Last >= ofHigh.First)
            (from, last) = (Math.Min(from, ofHigh.First + orders.First), Math.Max(last, ofHigh.Last + orders.First + orders.Length - 1));
        return last < 0 ? (0, 0) : (from, last - from + 1);
    }

    private void Take(int length, bool isLarge, ref long taken)
    {
        if (budget is null) return;
        budget.TakeLittle(BytesPerNode + BytesOf(length, isLarge));
        taken += BytesOf(length, isLarge); // what a node holds stays, its numbers go
    }

    private void Keep(int node, int first, int length, ulong[]? bits)
    {
        if (bits is not null) gaps.Add(spans.Count, bits);
        slots.Add(node, spans.Count);
        spans.Add((first, first + length - 1));
    }

    private static ulong[] Bits<T>(ReadOnlySpan<T> counts) where T : INumberBase<T>
    {
        var bits = new ulong[(counts.Length + 63) / 64];
        for (var i = 0; i < counts.Length; i++)
            if (!T.IsZero(counts[i])) bits[i >> 6] |= 1UL << (i & 63);
        return bits;
    }
}
