using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>What a combination of perils reveals that none of them shows alone.</summary>
/// <param name="Perils">The perils with their times, the first at zero.</param>
/// <param name="Lost">Hours lost, a figure a function.</param>
/// <param name="Alone">The sum of the hours that each peril would take alone, begun at the same time; a figure a function.</param>
/// <param name="OnlyTogether">Functions that this combination takes down and no smaller part of it does.</param>
/// <param name="BeyondParts">
/// For three perils: hours lost beyond any pair of them and the third alone; for two, the same as <see cref="Beyond"/>. What only the whole reveals.
/// </param>
public sealed record Revelation(
    ImmutableArray<PerilAt> Perils, ImmutableArray<TimeSpan> Lost, ImmutableArray<TimeSpan> Alone, ImmutableArray<ComponentId> OnlyTogether, TimeSpan BeyondParts)
{
    /// <summary>Function-hours lost in all.</summary>
    public TimeSpan Total => Sum(Lost);

    /// <summary>Revealing power: function-hours lost beyond the sum of each peril alone. Negative where perils take the same things down.</summary>
    public TimeSpan Beyond => Sum(Lost) - Sum(Alone);

    /// <summary>What one, two or three chosen perils at chosen times do.</summary>
    /// <param name="model">The territory.</param>
    /// <param name="perils">The perils with their times, each once.</param>
    /// <param name="horizon">How long they are followed.</param>
    /// <param name="how">Threads and cancellation; null for all cores.</param>
    /// <exception cref="ArgumentException">There are none or more than three, one is there twice or is not the pack's.</exception>
    public static Revelation Of(StressModel model, ImmutableArray<PerilAt> perils, TimeSpan horizon, SimulationSettings? how = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (perils.Length is < 1 or > 3) throw new ArgumentException("One, two or three perils.", nameof(perils));
        return RevealingSearch.Reveal(model, new Plays(model, horizon, how), new([.. perils.Select(p => model.IndexOf(p.Peril))], [.. perils.Select(p => p.At)]));
    }

    private static TimeSpan Sum(ImmutableArray<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (sum, t) => sum + t);
}

/// <summary>The most revealing multi-crises of a territory.</summary>
/// <param name="Pairs">Pairs of perils, the most revealing first, each at its most revealing delay.</param>
/// <param name="Triples">Triples that reveal more than their pairs do, the most revealing first.</param>
/// <param name="Horizon">How long each was followed.</param>
/// <param name="Tried">How many combinations with their times were played.</param>
/// <param name="Possible">How many there are on the grid of delays.</param>
public sealed record Revelations(ImmutableArray<Revelation> Pairs, ImmutableArray<Revelation> Triples, TimeSpan Horizon, long Tried, long Possible)
{
    /// <summary>Whether everything on the grid of delays was tried.</summary>
    public bool IsExhaustive => Tried >= Possible;

    /// <summary>The most revealing of all; null when perils never make one another worse.</summary>
    public Revelation? Most => Pairs.Concat(Triples).Where(r => r.Beyond > TimeSpan.Zero).MaxBy(r => r.Beyond);
}
