using System.Numerics;

namespace TousRisques.Resilience.Diagrams;

/// <summary>How many sets there are of each order, from the first order on that has any: of an event, or of a part.</summary>
internal sealed class OrderCounts
{
    private OrderCounts(int first, ulong[]? small, BigInteger[]? large) => (First, Small, Large) = (first, small, large);

    /// <summary>An event stands for one set of one event: itself.</summary>
    public static OrderCounts Event { get; } = new(1, [1], null);

    /// <summary>The first order.</summary>
    public int First { get; }

    /// <summary>The counts; null when one of them does not fit.</summary>
    public ulong[]? Small { get; }

    /// <summary>The counts, where one of them does not fit into <see cref="Small"/>.</summary>
    public BigInteger[]? Large { get; }

    /// <summary>How many orders are counted.</summary>
    public int Length => Small?.Length ?? Large!.Length;

    /// <summary>How many sets there are of the i-th order counted.</summary>
    public BigInteger At(int i) => Small is { } s ? s[i] : Large![i];

    /// <summary>Counts that all fit into machine integers.</summary>
    public static OrderCounts Of(int first, ReadOnlySpan<ulong> counts) => new(first, counts.ToArray(), null);

    /// <summary>Counts of any size.</summary>
    public static OrderCounts Of(int first, ReadOnlySpan<BigInteger> counts)
    {
        ulong[]? small = new ulong[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > ulong.MaxValue) return new(first, null, counts.ToArray());
            small[i] = (ulong)counts[i];
        }
        return new(first, small, null);
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
