using System.Buffers;
using System.Numerics;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// How many sets there are of each order, from the first order on that has any: of an event, or of a part. Machine integers lie in pooled memory: in a long chain of modules
/// each needs an array longer than the one before, and the collector would look at everything else for every few of them.
/// </summary>
internal sealed class OrderCounts
{
    private readonly int length;
    private ulong[]? small;

    private OrderCounts(int first, ReadOnlySpan<ulong> counts)
    {
        (First, length) = (first, counts.Length);
        small = ArrayPool<ulong>.Shared.Rent(length);
        counts.CopyTo(small);
    }

    private OrderCounts(int first, BigInteger[] counts) => (First, length, Large) = (first, counts.Length, counts);

    /// <summary>An event stands for one set of one event: itself.</summary>
    public static OrderCounts Event { get; } = new(1, [1UL]);

    /// <summary>The first order.</summary>
    public int First { get; }

    /// <summary>Whether every count fits into a machine integer.</summary>
    public bool IsSmall => Large is null;

    /// <summary>The counts, where all fit.</summary>
    public ReadOnlySpan<ulong> Small => small.AsSpan(0, length);

    /// <summary>The counts, where one of them does not fit into <see cref="Small"/>.</summary>
    public BigInteger[]? Large { get; }

    /// <summary>How many orders are counted.</summary>
    public int Length => length;

    /// <summary>How many sets there are of the i-th order counted.</summary>
    public BigInteger At(int i) => Large is { } l ? l[i] : Small[i];

    /// <summary>Counts that all fit into machine integers.</summary>
    public static OrderCounts Of(int first, ReadOnlySpan<ulong> counts) => new(first, counts);

    /// <summary>Counts of any size.</summary>
    public static OrderCounts Of(int first, ReadOnlySpan<BigInteger> counts)
    {
        var small = new ulong[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > ulong.MaxValue) return new(first, counts.ToArray());
            small[i] = (ulong)counts[i];
        }
        return new(first, small);
    }

    /// <summary>Nobody asks for them any more. Not for <see cref="Event"/>, which is everyone's.</summary>
    public void GiveBack()
    {
        if (small is not null) ArrayPool<ulong>.Shared.Return(small);
        small = null;
    }

    /// <summary>By order, from order 0 on; empty when there is no set at all.</summary>
    public BigInteger[] ByOrder()
    {
        if (Length == 0) return [];
        var all = new BigInteger[First + Length];
        for (var i = 0; i < Length; i++) all[First + i] = At(i);
        return all;
    }
}
