using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Explanations;

/// <summary>
/// The explanation of every node that is down or on reserve in one segment of a timeline. The lightest come first and heavier ones are
/// built on them (Knuth's generalisation of Dijkstra's algorithm [Knu77]), so that none rests on itself.
/// </summary>
internal sealed class SegmentExplanations
{
    /// <summary>
    /// What it weighs to blame a node that fell after the needs were lost: such a culprit does not tell the whole story, so that one that
    /// does is preferred even when it takes more links to explain.
    /// </summary>
    private const long Late = 1L << 20;

    private readonly Timeline timeline;
    private readonly int segment;
    private readonly IReadOnlyList<SegmentExplanations> earlier;
    private readonly TimeSpan time;
    private readonly DependencyGraph graph;
    private readonly Explanation?[] links;
    private readonly TimeSpan[] downSince;

    public SegmentExplanations(Timeline timeline, int segment, IReadOnlyList<SegmentExplanations> earlier)
    {
        (this.timeline, this.segment, this.earlier) = (timeline, segment, earlier);
        time = timeline.Instants[segment];
        graph = timeline.GraphAt(time);
        links = new Explanation?[graph.Count];
        downSince = [.. Enumerable.Range(0, graph.Count).Select(c => timeline.DownSince(c, time) ?? TimeSpan.MaxValue)];

        var derivation = new Derivation(this, NothingToDerive());
        for (var c = 0; c < links.Length; c++)
        {
            switch (timeline.StatusAt(c, time))
            {
                case NodeStatus.Struck: derivation.Know(c, Struck(c)); break;
                case NodeStatus.Restarting: derivation.Know(c, Restarting(c)); break;
                case NodeStatus.Starved: derivation.Open[c] = true; break;
            }
        }
        derivation.Run();
        // Whatever is left waits for itself: close the circles that wait for no other, build on them, and look again.
        while (derivation.Open.Contains(true))
        {
            var waiting = derivation.Open.ToArray();
            foreach (var circle in StrongComponents.Of(graph, c => waiting[c]))
                if (circle.All(c => graph.Nodes[c].Needs.Nodes().All(x => !waiting[x] || Array.BinarySearch(circle, x) >= 0)))
                    derivation.Close(circle);
            derivation.Run();
        }
        derivation.Known.CopyTo(links, 0);
        for (var c = 0; c < links.Length; c++)
            if (timeline.StatusAt(c, time) == NodeStatus.OnReserve) links[c] = OnReserve(c);
    }

    /// <summary>Why the node is down or on reserve; null when it runs on its needs.</summary>
    public Explanation? Of(int node) => links[node];

    /// <summary>The explained culprits for a formula that is not met, lightest first.</summary>
    public ImmutableArray<Explanation> Culprits(Formula formula, TimeSpan? lostAt = null)
    {
        var falsification = new Falsification(c => IsDown(c) ? Weight(links[c]!, downSince[c], lostAt ?? TimeSpan.MaxValue) : null);
        return Explained(falsification, formula, falsification.Of(formula)!.Value.Culprits, []);
    }

    private ImmutableArray<Explanation> Explained(Falsification falsification, Formula formula, ImmutableArray<int> culprits, int[] alsoDown)
        => [.. falsification.WithoutSuperfluous(formula, culprits, alsoDown, links.Length).Select(c => links[c]!)];

    private bool IsDown(int node) => downSince[node] < TimeSpan.MaxValue;

    private static long Weight(Explanation link, TimeSpan downSince, TimeSpan lostAt) => link.Length + (downSince > lostAt ? Late : 0);

    private bool[] NothingToDerive() => new bool[links.Length];

    private Explanation.Struck Struck(int c)
    {
        var since = timeline.IntervalAt(c, time).From;
        return new(c, since,
            [.. timeline.Strikes.Where(s => s.Node == c && s.From <= time && s.Until > since).OrderBy(s => s.From).ThenBy(s => s.Cause)],
            since > downSince[c] ? JustBefore(since).Of(c) : null);
    }

    private Explanation.Restarting Restarting(int c)
    {
        // A node never goes from running to restarting in one step, so it was down just before, and this is not the first segment.
        var since = timeline.IntervalAt(c, time).From;
        return new(c, since, Later(since, graph.Nodes[c].Restart), JustBefore(since).Of(c)!);
    }

    private Explanation.OnReserve OnReserve(int c)
    {
        var since = timeline.NeedsUnmetSince(c, time)!.Value;
        return new(c, since, Later(since, graph.Nodes[c].Autonomy), Culprits(graph.Nodes[c].Needs, since));
    }

    private SegmentExplanations JustBefore(TimeSpan instant) => earlier[timeline.SegmentAt(instant) - 1];

    /// <summary>
    /// How a node that is down for want of needs came to be down, when those to blame now do not tell it all:
    /// struck or restarting before, or stopped or kept down while others were missing.
    /// </summary>
    private Explanation? HowItFell(int c, ImmutableArray<int> culprits)
    {
        var since = timeline.IntervalAt(c, time).From;
        var lost = timeline.NeedsUnmetSince(c, time)!.Value;
        var fellByItself = since == downSince[c];
        if (fellByItself && AloneSince(lost, c, culprits)) return null;
        if (since == time || AloneSince(since, c, culprits)) return fellByItself ? earlier[timeline.SegmentAt(lost)].Of(c) : JustBefore(since).Of(c);
        var past = earlier[segment - 1];
        var told = (Explanation.Starved)past.Of(c)!;
        var unchanged = told.Circle is null && past.graph.Nodes[c].Needs == graph.Nodes[c].Needs && told.Culprits.Select(k => k.Node).SequenceEqual(culprits);
        return unchanged ? told.Before : told;
    }

    /// <summary>Whether the culprits have been down ever since, and were enough under every model in force since.</summary>
    private bool AloneSince(TimeSpan lost, int c, ImmutableArray<int> culprits)
    {
        var others = new bool[links.Length];
        for (var x = 0; x < others.Length; x++) others[x] = !culprits.Contains(x);
        return culprits.All(x => downSince[x] <= lost)
            && timeline.GraphsIn(lost, time).All(model => !model.Nodes[c].Needs.Holds(others));
    }

    /// <summary>How a node stops at this instant together with others: each for want of those that stop before it in the same cascade.</summary>
    private Explanation FallNow(int c)
    {
        var derivation = new Derivation(this, NothingToDerive());
        for (var x = 0; x < links.Length; x++)
        {
            var status = timeline.StatusAt(x, time);
            if (status == NodeStatus.Struck) derivation.Know(x, Struck(x));
            else if (!status.IsUp() && downSince[x] < time) derivation.Know(x, earlier[segment - 1].Of(x)!);
            else derivation.Open[x] = status == NodeStatus.Starved;
        }
        derivation.Run();
        return derivation.Known[c]!; // the cascade took the open ones one after the other, so each has its reason
    }

    private static TimeSpan Later(TimeSpan time, TimeSpan delay) => delay > TimeSpan.MaxValue - time ? TimeSpan.MaxValue : time + delay;

    /// <summary>Explains open nodes by known ones, the lightest first.</summary>
    private sealed class Derivation(SegmentExplanations at, bool[] open)
    {
        private readonly PriorityQueue<int, (long Weight, TimeSpan DownSince, int Node)> offers = new();
        private readonly long[] weights = new long[open.Length];

        public bool[] Open { get; } = open;
        public Explanation?[] Known { get; } = new Explanation?[open.Length];

        public void Know(int c, Explanation link, long? weight = null)
        {
            (Known[c], weights[c], Open[c]) = (link, weight ?? link.Length, false);
        }

        public void Run()
        {
            for (var c = 0; c < Open.Length; c++) Offer(c);
            while (offers.TryDequeue(out var c, out var offer))
            {
                if (!Open[c]) continue; // a lighter offer came first
                var culprits = Needed(c, Reasons(c, []).Of(at.graph.Nodes[c].Needs)!.Value.Culprits, []);
                Know(c, Starved(c, culprits, circle: null, at.HowItFell(c, culprits)), offer.Weight + 1);
                foreach (var dependent in at.graph.DependentsOf(c)) Offer(dependent);
            }
        }

        /// <summary>
        /// Explains nodes that wait for each other. Within the circle they need no explanation: that they wait too is what the circle says.
        /// </summary>
        public void Close(int[] members)
        {
            var culprits = Array.ConvertAll(members, c => Needed(c, Reasons(c, members).Of(at.graph.Nodes[c].Needs)!.Value.Culprits, members));
            int[] outside = [.. culprits.SelectMany(x => x).Distinct()];
            var circle = new Circle([.. members], [.. outside.Select(x => Known[x]!)], [.. members.Select(c => BeforeCircle(c, members, outside))]);
            for (var i = 0; i < members.Length; i++) Know(members[i], Starved(members[i], culprits[i], circle, circle.Before[i]));
        }

        private void Offer(int c)
        {
            if (Open[c] && Reasons(c, []).Of(at.graph.Nodes[c].Needs) is { } reason)
                offers.Enqueue(c, (reason.Weight, at.downSince[c], c));
        }

        private Falsification Reasons(int c, int[] circle)
        {
            var lost = at.timeline.NeedsUnmetSince(c, at.time)!.Value;
            return new(x => Known[x] is not null ? Math.Min(weights[x] + (at.downSince[x] > lost ? Late : 0), Falsification.Heaviest)
                : Array.BinarySearch(circle, x) >= 0 ? 0 : null);
        }

        private ImmutableArray<int> Needed(int c, ImmutableArray<int> culprits, int[] circle)
            => Reasons(c, []).WithoutSuperfluous(at.graph.Nodes[c].Needs, culprits, circle, Open.Length);

        private Explanation.Starved Starved(int c, ImmutableArray<int> culprits, Circle? circle, Explanation? before)
        {
            var since = at.timeline.IntervalAt(c, at.time).From;
            var lost = at.timeline.NeedsUnmetSince(c, at.time)!.Value;
            var ranOut = since > TimeSpan.Zero && at.timeline.StatusAt(c, since - TimeSpan.FromTicks(1)) == NodeStatus.OnReserve;
            return new(c, since, at.downSince[c], lost, ranOut ? since - lost : TimeSpan.Zero,
                [.. culprits.Select(x => Known[x]!)], circle, before);
        }

        /// <summary>Why the node was down before this very circle closed, or how it fell at the instant that closed it.</summary>
        private Explanation BeforeCircle(int c, int[] members, int[] outside)
        {
            Debug.Assert(at.segment > 0, "At the origin all that can hold together runs, so nothing waits in a circle.");
            if (at.downSince[c] == at.time) return at.FallNow(c);
            var past = at.earlier[at.segment - 1].Of(c)!;
            return past is Explanation.Starved { Circle: { } circle, Before: { } known }
                && circle.Members.SequenceEqual(members) && circle.Outside.Select(o => o.Node).SequenceEqual(outside) ? known : past;
        }
    }
}
