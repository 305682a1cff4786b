using System.Diagnostics;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Timelines;

/// <summary>
/// Which nodes run, and two stopwatches a node: how long its needs have been unmet, and how long it has been ready (needs met and no strike).
/// <see cref="MoveTo"/> is the rule of an instant, the heart of the definition (docs/territory-model.md, "One instant").
/// </summary>
internal sealed class InstantState
{
    private readonly TimeSpan?[] unmetSince;
    private readonly TimeSpan?[] readySince;
    private TimeSpan now;
    private DependencyGraph graph;

    /// <summary>The ordinary day before the origin: everything that can consistently run has been running.</summary>
    public InstantState(DependencyGraph graph)
    {
        this.graph = graph;
        Running = Closure.Greatest(graph, canRun: _ => true);
        NeedsMet = NeedsUnder(graph, Running);
        Struck = new bool[graph.Count];
        unmetSince = [.. NeedsMet.Select(met => met ? (TimeSpan?)null : TimeSpan.Zero)];
        readySince = new TimeSpan?[graph.Count];
    }

    public int Count => graph.Count;
    public bool[] Running { get; private set; }
    public bool[] Struck { get; private set; }
    public bool[] NeedsMet { get; private set; }

    /// <summary>Since when the node's needs have been unmet without a break; null when they are met.</summary>
    public TimeSpan? UnmetSince(int node) => unmetSince[node];

    public NodeStatus StatusOf(int node) => (Running[node], Struck[node], NeedsMet[node]) switch
    {
        (true, _, true) => NodeStatus.Running,
        (true, _, false) => NodeStatus.OnReserve,
        (false, true, _) => NodeStatus.Struck,
        (false, false, false) => NodeStatus.Starved,
        (false, false, true) => NodeStatus.Restarting,
    };

    /// <summary>Takes the state that holds from this instant on.</summary>
    public void MoveTo(TimeSpan instant, DependencyGraph model, bool[] struck)
    {
        (now, graph, Struck) = (instant, model, struck);
        Running = RunningNow();
        NeedsMet = NeedsUnder(graph, Running);
        for (var c = 0; c < Count; c++)
        {
            unmetSince[c] = NeedsMet[c] ? null : unmetSince[c] ?? now;
            readySince[c] = NeedsMet[c] && !Struck[c] ? readySince[c] ?? now : null;
        }
    }

    /// <summary>
    /// The greatest set of running nodes that can be kept, each on its needs or on its reserve, counting those that come back at this
    /// very instant; these come back in turn on what runs already.
    /// </summary>
    private bool[] RunningNow()
    {
        var kept = new bool[Count];
        for (var c = 0; c < Count; c++) kept[c] = Running[c] && !Struck[c];
        while (true)
        {
            var up = WithReturns(kept);
            var stops = false;
            for (var c = 0; c < Count; c++)
            {
                if (!kept[c] || HasReserve(c) || graph.Nodes[c].Needs.Holds(up)) continue;
                // Only `kept` changes: `up` stays as it was, so that the order of nodes plays no part.
                kept[c] = false;
                stops = true;
            }
            if (!stops) return up;
        }
    }

    /// <summary>The kept nodes and those that come back on them: the least set, so that nobody comes back on a promise.</summary>
    private bool[] WithReturns(bool[] kept)
    {
        var up = kept.ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < Count; c++)
            {
                if (up[c] || Running[c] || Struck[c] || !RestartIsOver(c) || !graph.Nodes[c].Needs.Holds(up)) continue;
                up[c] = true;
                changed = true;
            }
        }
        return up;
    }

    private bool HasReserve(int c) => now - (unmetSince[c] ?? now) < graph.Nodes[c].Autonomy;

    private bool RestartIsOver(int c) => now - (readySince[c] ?? now) >= graph.Nodes[c].Restart;

    /// <summary>The next instant at which a reserve runs out or a restart ends, if nothing changes from outside; always later than now.</summary>
    public TimeSpan? NextFromInside()
    {
        TimeSpan? next = null;
        for (var c = 0; c < Count; c++)
        {
            TimeSpan? due = Running[c]
                ? unmetSince[c] is { } lost ? Later(lost, graph.Nodes[c].Autonomy) : null
                : readySince[c] is { } ready ? Later(ready, graph.Nodes[c].Restart) : null;
            Debug.Assert(due is null || due > now, "What was due at this instant has happened at this instant.");
            if (due < (next ?? TimeSpan.MaxValue)) next = due;
        }
        return next;
    }

    private static TimeSpan Later(TimeSpan time, TimeSpan delay) => delay > TimeSpan.MaxValue - time ? TimeSpan.MaxValue : time + delay;

    private static bool[] NeedsUnder(DependencyGraph graph, bool[] running) => [.. graph.Nodes.Select(n => n.Needs.Holds(running))];
}
