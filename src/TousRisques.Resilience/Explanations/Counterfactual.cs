using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Explanations;

/// <summary>
/// What would have held without some of the causes. Exact, by running the reference again: since more strikes never let more run
/// (docs/territory-model.md, "More strikes, less running"), fewer causes never let less run.
/// </summary>
public static class Counterfactual
{
    /// <summary>
    /// Causes that are enough by themselves to keep the condition from holding at that time, and of which none can be left out; ascending.
    /// There may be several such sets; this one is made of low numbers. Empty when it would fail without any strike; null when it holds.
    /// </summary>
    public static ImmutableArray<int>? SufficientCauses(Timeline timeline, Formula condition, TimeSpan time)
    {
        if (timeline.Holds(condition, time)) return null;
        var kept = Causes(timeline);
        foreach (var cause in Causes(timeline).Reverse())
        {
            var fewer = kept.Remove(cause);
            if (!HoldsWith(timeline, condition, time, fewer)) kept = fewer;
        }
        return [.. kept];
    }

    /// <summary>Causes of which each one, taken away alone, would let the condition hold at that time; ascending. Null when it holds.</summary>
    public static ImmutableArray<int>? NecessaryCauses(Timeline timeline, Formula condition, TimeSpan time)
    {
        if (timeline.Holds(condition, time)) return null;
        var all = Causes(timeline);
        return [.. all.Where(cause => HoldsWith(timeline, condition, time, all.Remove(cause)))];
    }

    private static ImmutableSortedSet<int> Causes(Timeline timeline) => [.. timeline.Strikes.Select(s => s.Cause)];

    private static bool HoldsWith(Timeline timeline, Formula condition, TimeSpan time, ImmutableSortedSet<int> causes)
        => Reference.Run(timeline.Regimes, [.. timeline.Strikes.Where(s => causes.Contains(s.Cause))], time + TimeSpan.FromTicks(1), int.MaxValue)
            .Holds(condition, time);
}
