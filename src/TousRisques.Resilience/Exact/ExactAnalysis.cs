using System.Collections.Immutable;
using System.Numerics;
using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Exact;

/// <summary>
/// What a fault tree says: its minimal cut sets, counted and listed, the probability of its top, what each event weighs (docs/exact-analysis.md).
/// A <em>minimal cut set</em> is a set of events that makes the top true when no other event happens, and of which no part does. For a tree that denies nothing
/// this is the usual meaning; for others these are the positive parts of its prime implicants, the smallest ones.
/// </summary>
public sealed class ExactAnalysis
{
    private readonly Func<int, IEnumerable<int[]>> setsOfOrder;
    private readonly int? maxOrder;

    internal ExactAnalysis(
        ImmutableArray<BigInteger> byOrder, Func<int, IEnumerable<int[]>> setsOfOrder, int? maxOrder, int? provenUpTo,
        TopProbability? probability, ImmutableArray<Importance> importances, bool isCoherent, long peakBytes)
    {
        this.setsOfOrder = setsOfOrder;
        this.maxOrder = maxOrder;
        ByOrder = maxOrder is { } most && byOrder.Length > most + 1 ? byOrder[..(most + 1)] : byOrder;
        MinimalCutSets = ByOrder.Aggregate(BigInteger.Zero, (sum, n) => sum + n);
        ProvenUpToOrder = provenUpTo;
        Probability = probability;
        Importances = importances;
        IsCoherent = isCoherent;
        PeakBytes = peakBytes;
    }

    /// <summary>Analyses a tree.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ExactAnalysis Of(FaultTree tree, ExactOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Solver.Run(tree, options ?? new ExactOptions(), cancel);
    }

    /// <summary>
    /// The same by another way, slower and for checking: no binary decision diagram and another order of events. Goes order by order as far as memory lets it, so that
    /// <see cref="ProvenUpToOrder"/> is always set; gives no importance, and bounds for the probability.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ExactAnalysis BySecondMethod(FaultTree tree, ExactOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Solver.RunSecondMethod(tree, options ?? new ExactOptions(), cancel);
    }

    /// <summary>How many minimal cut sets there are, of the orders asked for; when the analysis is not complete, of the orders that are proven.</summary>
    public BigInteger MinimalCutSets { get; }

    /// <summary>How many of them have 0, 1, 2… events; without zeros at the end.</summary>
    public ImmutableArray<BigInteger> ByOrder { get; }

    /// <summary>Whether everything fitted into memory: then counts are whole and the probability is exact but for rounding.</summary>
    public bool IsComplete => ProvenUpToOrder is null;

    /// <summary>When the analysis is not complete: all cut sets of this many events or fewer are counted and listed, none larger. Null when it is complete.</summary>
    public int? ProvenUpToOrder { get; }

    /// <summary>Probability of the top; null when the probability of an event that matters is unknown.</summary>
    public TopProbability? Probability { get; }

    /// <summary>Weights of the events that the top depends on, the most critical first; empty when the probability is unknown or the analysis not complete.</summary>
    public ImmutableArray<Importance> Importances { get; }

    /// <summary>Whether one more event never mends the top, as far as the way it is written shows.</summary>
    public bool IsCoherent { get; }

    /// <summary>The most memory that diagrams took at one time, in bytes.</summary>
    public long PeakBytes { get; }

    /// <summary>Events that make the top true alone.</summary>
    public ImmutableArray<int> SinglePoints => ByOrder.Length > 1 ? [.. setsOfOrder(1).Select(s => s[0]).Order()] : [];

    /// <summary>The cut sets one by one, smallest first; each as event numbers in ascending order. Millions cost no memory.</summary>
    public IEnumerable<int[]> CutSets()
    {
        for (var order = 0; order < ByOrder.Length && (maxOrder is null || order <= maxOrder); order++)
            foreach (var set in setsOfOrder(order)) yield return set;
    }
}
