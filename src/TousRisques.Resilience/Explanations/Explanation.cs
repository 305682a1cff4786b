using System.Collections.Immutable;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Explanations;

/// <summary>
/// Why a node does not run, or runs on its reserve, at a time: a link, and the links it rests on, down to strikes or to needs that nothing
/// can meet. It never turns in a circle: where nodes wait for each other it says so (<see cref="Circle"/>) and tells how they came to fall.
/// Links are shared between branches, so that a large tree stays small in memory.
/// </summary>
public abstract record Explanation
{
    /// <summary>Lengths stop counting here; longer ones are equal.</summary>
    internal const long Longest = 1L << 40;

    private Explanation(int node, TimeSpan since, ImmutableArray<Explanation> because)
    {
        (Node, Since, Because) = (node, since, because);
        Length = because.Aggregate(1L, (sum, link) => Math.Min(sum + link.Length, Longest));
    }

    /// <summary>The node explained.</summary>
    public int Node { get; }

    /// <summary>Since when it has been in the status told here, counted from the origin.</summary>
    public TimeSpan Since { get; }

    /// <summary>
    /// The links that this one rests on, none at an end: first the culprits, lightest first, then what was before, then the rest of the
    /// circle. Following the first of each tells the main chain.
    /// </summary>
    public ImmutableArray<Explanation> Because { get; }

    /// <summary>How many links it takes to tell it all; a link told in two branches counts twice.</summary>
    public long Length { get; }

    /// <summary>Strikes hold the node. An end of the explanation, unless the node was down already.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Since">Since when it has been struck without a break.</param>
    /// <param name="Strikes">The strikes that have held it since then, the earliest first; one at least holds still, others may be over.</param>
    /// <param name="Before">Why it was down already when the strikes came; null when it ran.</param>
    public sealed record Struck(int Node, TimeSpan Since, ImmutableArray<Strike> Strikes, Explanation? Before = null)
        : Explanation(Node, Since, Before is null ? [] : [Before]);

    /// <summary>The node has stopped and its needs are not met.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Since">Since when it has been down for want of needs.</param>
    /// <param name="DownSince">Since when it has been down without a break, struck or restarting before that perhaps.</param>
    /// <param name="UnmetSince">Since when its needs have been unmet without a break.</param>
    /// <param name="ReserveUsed">The reserve it went through between losing its needs and stopping; zero when it had none, or fell otherwise.</param>
    /// <param name="Culprits">
    /// Nodes that do not run and, by themselves (with the circle when there is one), keep the needs from being met: none of them could be
    /// left out. Those that have been down ever since the needs were lost are preferred, then those with the shortest explanation. Empty
    /// when the needs could never be met, or when only the circle is to blame.
    /// </param>
    /// <param name="Circle">The circle that it waits in, when the culprits alone do not tell why; null otherwise.</param>
    /// <param name="Before">
    /// How it came to be down, when the culprits do not tell: it was struck or restarting before, or others were missing then, or the circle
    /// closed later. Null when the culprits tell all.
    /// </param>
    public sealed record Starved(
        int Node, TimeSpan Since, TimeSpan DownSince, TimeSpan UnmetSince, TimeSpan ReserveUsed,
        ImmutableArray<Explanation> Culprits, Circle? Circle, Explanation? Before)
        : Explanation(Node, Since, [.. Culprits
            .Concat(Before is null ? [] : [Before])
            .Concat(Circle is null ? [] : Circle.Outside.Concat(Circle.Before))
            .Distinct<Explanation>(ReferenceEqualityComparer.Instance)]);

    /// <summary>The node still runs, but its needs are not met and its reserve is being used.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Since">Since when its needs have been unmet.</param>
    /// <param name="Until">When the reserve runs out if nothing changes; <see cref="TimeSpan.MaxValue"/> for never.</param>
    /// <param name="Culprits">As for <see cref="Starved"/>.</param>
    public sealed record OnReserve(int Node, TimeSpan Since, TimeSpan Until, ImmutableArray<Explanation> Culprits)
        : Explanation(Node, Since, Culprits);

    /// <summary>Nothing keeps the node down any more, but it takes time to come back.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Since">Since when its needs have been met and no strike has held it.</param>
    /// <param name="Until">When it runs again if nothing changes; <see cref="TimeSpan.MaxValue"/> for never.</param>
    /// <param name="Before">Why it was down until then.</param>
    public sealed record Restarting(int Node, TimeSpan Since, TimeSpan Until, Explanation Before) : Explanation(Node, Since, [Before]);

    /// <summary>This link and all those below it, each once, nearest first.</summary>
    public IEnumerable<Explanation> Links()
    {
        var seen = new HashSet<Explanation>(ReferenceEqualityComparer.Instance) { this };
        var waiting = new Queue<Explanation>(seen);
        while (waiting.TryDequeue(out var link))
        {
            yield return link;
            foreach (var below in link.Because)
                if (seen.Add(below)) waiting.Enqueue(below);
        }
    }

    /// <summary>The strikes that the explanation ends in, each once, nearest first.</summary>
    public ImmutableArray<Strike> EndingStrikes() => [.. Links().OfType<Struck>().SelectMany(s => s.Strikes).Distinct()];
}

/// <summary>Nodes that wait for each other: none comes back before another does.</summary>
/// <param name="Members">The nodes in the circle, ascending.</param>
/// <param name="Outside">Why no help comes from outside: the culprits of all members; empty when none of them needs anything else.</param>
/// <param name="Before">How each member came to be down, in the order of <paramref name="Members"/>.</param>
public sealed record Circle(ImmutableArray<int> Members, ImmutableArray<Explanation> Outside, ImmutableArray<Explanation> Before);
