using System.Collections.Immutable;
using TousRisques.Resilience.Explanations;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Timelines;

public sealed partial class Timeline
{
    private Explainer? explainer;

    /// <summary>Why a node does not run at a time, or runs on its reserve: the shortest explanation; null when it runs on its needs.</summary>
    public Explanation? Explain(int node, TimeSpan time) => Explanations.Why(node, InRange(time));

    /// <summary>
    /// Why a condition does not hold at a time: the nodes to blame, each explained, shortest first; null when it holds.
    /// Empty when nothing could make it hold.
    /// </summary>
    public ImmutableArray<Explanation>? Explain(Formula formula, TimeSpan time) => Explanations.Why(formula, InRange(time));

    // Two threads may both make one: they say the same, and one is dropped.
    private Explainer Explanations => explainer ??= new(this);

    internal int SegmentAt(TimeSpan time) => LastAt(Instants, static t => t, time);
}
