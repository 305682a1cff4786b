using System.Collections.Immutable;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Simulation;

/// <summary>
/// What each draw of a study does to the nodes, as a function of the seed and the draw's number alone. Sources are numbered: first every
/// strike of every hazard, then every node that may be out on an ordinary day.
/// </summary>
internal sealed class Dice
{
    private const uint OfHazards = 0, OfNodes = 1;
    private readonly Study study;
    private readonly int[] frail;

    public Dice(Study study)
    {
        this.study = study;
        var unavailability = study.Unavailability;
        frail = [.. Enumerable.Range(0, unavailability.Length).Where(c => unavailability[c] > 0)];
        Nodes = [.. study.Hazards.SelectMany(h => h.Strikes).Select(s => s.Nodes), .. frail.Select(c => ImmutableArray.Create(c))];
    }

    /// <summary>The nodes that each source strikes.</summary>
    public ImmutableArray<ImmutableArray<int>> Nodes { get; }

    /// <summary>How many sources there are.</summary>
    public int Count => Nodes.Length;

    /// <summary>
    /// Throws the dice of one draw: for each source the seconds at which it begins (included) and ends (excluded); the same second twice when
    /// it does nothing. Both are at most the horizon.
    /// </summary>
    public void Throw(int draw, Span<int> from, Span<int> until)
    {
        var source = 0;
        for (var h = 0; h < study.Hazards.Length; h++)
        {
            var hazard = study.Hazards[h];
            var (whether, when, hard, length) = Philox.Words((uint)draw, (uint)h, OfHazards, 0, study.Seed);
            var happens = whether < Threshold(hazard.Probability);
            var begin = Between(hazard.Earliest, hazard.Latest, when);
            foreach (var strike in hazard.Strikes)
            {
                var dealt = happens && hard < Threshold(strike.Probability);
                var first = begin + Seconds(strike.Offset);
                from[source] = dealt ? Within(first) : 0;
                until[source++] = dealt ? Within(first + Between(strike.Shortest, strike.Longest, length)) : 0;
            }
        }
        for (var i = 0; i < frail.Length; i++)
        {
            var (whether, _, _, _) = Philox.Words((uint)draw, (uint)frail[i], OfNodes, 0, study.Seed);
            from[source] = 0;
            until[source++] = whether < Threshold(study.Unavailability[frail[i]]) ? Within(long.MaxValue) : 0;
        }
    }

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

    private int Within(long seconds) => (int)Math.Min(seconds, study.HorizonSeconds);

    private static long Seconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>A second between two, both included, all equally likely but for one part in 2^32.</summary>
    private static long Between(TimeSpan least, TimeSpan most, uint word)
    {
        var first = Seconds(least);
        return first + (long)((UInt128)(ulong)(Seconds(most) - first + 1) * word >> 32);
    }

    /// <summary>A word below this comes with that probability; exact, since the factor is a power of two.</summary>
    private static ulong Threshold(double probability) => (ulong)(probability * 4_294_967_296.0);
}
