using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Explanations;

/// <summary>
/// Explanations of a timeline, made one segment (from an instant to the next) after another, because a restart, a circle and some falls
/// are explained by what came before. How and why: docs/territory-model.md, "Explanations".
/// </summary>
internal sealed class Explainer(Timeline timeline)
{
    private readonly Lock gate = new();
    private readonly List<SegmentExplanations> segments = [];

    /// <summary>Why the node is down or on reserve at that time; null when it runs on its needs.</summary>
    public Explanation? Why(int node, TimeSpan time) => At(timeline.SegmentAt(time)).Of(node);

    /// <summary>Why the formula is not met at that time; null when it is.</summary>
    public ImmutableArray<Explanation>? Why(Formula formula, TimeSpan time)
        => timeline.Holds(formula, time) ? null : At(timeline.SegmentAt(time)).Culprits(formula);

    private SegmentExplanations At(int segment)
    {
        lock (gate)
        {
            while (segments.Count <= segment) segments.Add(new SegmentExplanations(timeline, segments.Count, segments));
            return segments[segment];
        }
    }
}
