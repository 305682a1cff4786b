using System.Collections.Immutable;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Simulation;

/// <summary>What each draw of a study does to the nodes. Immutable; shared by all threads.</summary>
/// <param name="study">The study.</param>
/// <param name="nodes">The nodes that each source strikes.</param>
internal abstract class Draws(Study study, ImmutableArray<ImmutableArray<int>> nodes)
{
    /// <summary>The nodes that each source strikes.</summary>
    public ImmutableArray<ImmutableArray<int>> Nodes { get; } = nodes;

    /// <summary>How many sources there are.</summary>
    public int Count => Nodes.Length;

    /// <summary>
    /// Says what one draw does: for each source the seconds at which it begins (included) and ends (excluded); the same second twice when it
    /// does nothing. Both are at most the horizon.
    /// </summary>
    public abstract void Throw(int draw, Span<int> from, Span<int> until);

    /// <summary>The same as strikes for the reference engine; the cause is the source.</summary>
    public List<Strike> Strikes(int draw)
    {
        var (from, until) = (new int[Count], new int[Count]);
        Throw(draw, from, until);
        var strikes = new List<Strike>();
        for (var s = 0; s < Count; s++)
            if (until[s] > from[s])
                strikes.AddRange(Nodes[s].Select(c => new Strike(c, TimeSpan.FromSeconds(from[s]), TimeSpan.FromSeconds(until[s]), s)));
        return strikes;
    }

    private protected int Within(long seconds) => (int)Math.Min(seconds, study.HorizonSeconds);

    private protected static long Seconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerSecond;
}
