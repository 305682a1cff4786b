using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Timelines;

/// <summary>
/// What runs when, from zero to a horizon, under given strikes. Immutable; may be read by several threads.
/// Every time asked about must be from zero (included) to the horizon (excluded), or <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed partial class Timeline
{
    private readonly ImmutableArray<ImmutableArray<Interval>> intervals;
    private readonly ImmutableArray<ImmutableArray<(TimeSpan From, bool Met)>> needs;

    internal Timeline(
        ImmutableArray<Regime> regimes, ImmutableArray<Strike> strikes, TimeSpan horizon, ImmutableArray<TimeSpan> instants,
        ImmutableArray<ImmutableArray<Interval>> intervals, ImmutableArray<ImmutableArray<(TimeSpan From, bool Met)>> needs)
    {
        (Regimes, Strikes, Horizon, Instants, this.intervals, this.needs) = (regimes, strikes, horizon, instants, intervals, needs);
    }

    /// <summary>The models that were in force.</summary>
    public ImmutableArray<Regime> Regimes { get; }

    /// <summary>The strikes, without the empty ones, in the order given.</summary>
    public ImmutableArray<Strike> Strikes { get; }

    /// <summary>Where the timeline ends.</summary>
    public TimeSpan Horizon { get; }

    /// <summary>Every instant at which something could change, in ascending order, the first at zero. Nothing changes in between.</summary>
    public ImmutableArray<TimeSpan> Instants { get; }

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => intervals.Length;

    /// <summary>A node's whole story: intervals without gap or overlap from zero to the horizon, neighbours with different statuses.</summary>
    public ImmutableArray<Interval> IntervalsOf(int node) => intervals[node];

    /// <summary>The interval of a node that contains the time.</summary>
    public Interval IntervalAt(int node, TimeSpan time) => intervals[node][LastAt(intervals[node], static i => i.From, InRange(time))];

    /// <summary>How a node stands at a time.</summary>
    public NodeStatus StatusAt(int node, TimeSpan time) => IntervalAt(node, time).Status;

    /// <summary>Whether a node runs at a time, on its needs or on its reserve.</summary>
    public bool RunsAt(int node, TimeSpan time) => StatusAt(node, time).IsUp();

    /// <summary>Which nodes run at a time: one entry a node.</summary>
    public bool[] RunningAt(TimeSpan time)
    {
        var running = new bool[NodeCount];
        for (var c = 0; c < running.Length; c++) running[c] = RunsAt(c, time);
        return running;
    }

    /// <summary>Whether a condition holds on the nodes that run at a time.</summary>
    public bool Holds(Formula formula, TimeSpan time) => formula.Holds(RunningAt(time));

    /// <summary>The model in force at a time.</summary>
    public DependencyGraph GraphAt(TimeSpan time) => Regimes[LastAt(Regimes, static r => r.From, InRange(time))].Graph;

    /// <summary>The models in force between two times, both included.</summary>
    internal IEnumerable<DependencyGraph> GraphsIn(TimeSpan first, TimeSpan last)
        => Regimes.Where((r, i) => r.From <= last && (i + 1 == Regimes.Length || Regimes[i + 1].From > first)).Select(r => r.Graph);

    /// <summary>The strikes that hold a node at a time, those that began first coming first.</summary>
    public ImmutableArray<Strike> StrikesAt(int node, TimeSpan time)
        => [.. Strikes.Where(s => s.Node == node && s.HoldsAt(InRange(time))).OrderBy(s => s.From).ThenBy(s => s.Cause)];

    /// <summary>Since when a node's needs have been unmet without a break at a time; null when they are met.</summary>
    /// <remarks>A need that could not be met from the very beginning has been unmet since zero.</remarks>
    public TimeSpan? NeedsUnmetSince(int node, TimeSpan time)
    {
        var change = needs[node][LastAt(needs[node], static n => n.From, InRange(time))];
        return change.Met ? null : change.From;
    }

    /// <summary>Since when a node has been down without a break at a time, for whatever reasons; null when it runs.</summary>
    public TimeSpan? DownSince(int node, TimeSpan time)
    {
        var own = intervals[node];
        TimeSpan? since = null;
        for (var i = LastAt(own, static x => x.From, InRange(time)); i >= 0 && !own[i].Status.IsUp(); i--) since = own[i].From;
        return since;
    }

    /// <summary>How long a node does not run between two times of the timeline. Exact, to the tick.</summary>
    /// <param name="node">The node.</param>
    /// <param name="from">From zero.</param>
    /// <param name="until">Not before <paramref name="from"/>; up to the horizon.</param>
    public TimeSpan DownTime(int node, TimeSpan from, TimeSpan until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(until, Horizon);
        var down = TimeSpan.Zero;
        foreach (var interval in intervals[node])
        {
            if (interval.Status.IsUp()) continue;
            var begin = interval.From > from ? interval.From : from;
            var end = interval.Until < until ? interval.Until : until;
            if (end > begin) down += end - begin;
        }
        return down;
    }

    private TimeSpan InRange(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(time, Horizon);
        return time;
    }

    /// <summary>The index of the last item that begins at the time or before; the first begins at zero.</summary>
    private static int LastAt<T>(ImmutableArray<T> items, Func<T, TimeSpan> from, TimeSpan time)
    {
        var (low, high) = (0, items.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (from(items[middle]) <= time) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
