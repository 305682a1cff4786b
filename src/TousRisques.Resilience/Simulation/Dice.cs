using System.Collections.Immutable;

namespace TousRisques.Resilience.Simulation;

/// <summary>
/// Draws thrown as a function of the seed and the draw's number alone. Sources are numbered: first every strike of every hazard, then every
/// node that may be out on an ordinary day.
/// </summary>
internal sealed class Dice : Draws
{
    private const uint OfHazards = 0, OfNodes = 1;
    private readonly Study study;
    private readonly int[] frail;

    public Dice(Study study) : this(study, [.. Enumerable.Range(0, study.Unavailability.Length).Where(c => study.Unavailability[c] > 0)]) { }

    private Dice(Study study, int[] frail)
        : base(study, [.. study.Hazards.SelectMany(h => h.Strikes).Select(s => s.Nodes), .. frail.Select(c => ImmutableArray.Create(c))])
        => (this.study, this.frail) = (study, frail);

    /// <inheritdoc/>
    public override void Throw(int draw, Span<int> from, Span<int> until)
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

    /// <summary>A second between two, both included, all equally likely but for one part in 2^32.</summary>
    private static long Between(TimeSpan least, TimeSpan most, uint word)
    {
        var first = Seconds(least);
        return first + (long)((UInt128)(ulong)(Seconds(most) - first + 1) * word >> 32);
    }

    /// <summary>A word below this comes with that probability; exact, since the factor is a power of two.</summary>
    private static ulong Threshold(double probability) => (ulong)(probability * 4_294_967_296.0);
}
