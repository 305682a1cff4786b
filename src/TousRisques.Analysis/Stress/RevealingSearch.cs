using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>
/// Looks for the combinations that reveal most: which perils, and how long after one another. All pairs and triples on a grid of delays when there are not too
/// many; otherwise all pairs, then the best of them with every third. The best are then shifted by hours as long as that reveals more.
/// </summary>
public sealed class RevealingSearch
{
    /// <summary>Delays tried: together, within the day, the week, and once the first crisis has worn people out.</summary>
    public static readonly ImmutableArray<TimeSpan> Delays =
        [TimeSpan.Zero, TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(4), TimeSpan.FromDays(7), TimeSpan.FromDays(14)];

    private static readonly ImmutableArray<TimeSpan> Shifts = [TimeSpan.FromHours(24), TimeSpan.FromHours(6), TimeSpan.FromHours(2), TimeSpan.FromHours(1)];

    /// <summary>A shift has to reveal this much more: an hour of one function.</summary>
    private const long LeastGain = 3600;

    private readonly StressModel model;
    private readonly long mostPlays;
    private readonly int kept;
    private readonly Plays plays;
    private long tried;

    private RevealingSearch(StressModel model, int kept, long mostPlays, SimulationSettings? how)
    {
        (this.model, this.kept, this.mostPlays) = (model, kept, mostPlays);
        Horizon = model.Window + Delays[^1];
        plays = new(model, Horizon, how);
    }

    private TimeSpan Horizon { get; }

    /// <summary>Searches.</summary>
    /// <param name="model">The territory.</param>
    /// <param name="kept">How many pairs and how many triples to give at most.</param>
    /// <param name="mostPlays">How many triples with their times may be played; beyond that the search is guided.</param>
    /// <param name="how">Threads and cancellation; null for all cores.</param>
    public static Revelations Run(StressModel model, int kept = 10, long mostPlays = 200_000, SimulationSettings? how = null) =>
        new RevealingSearch(model, kept, mostPlays, how).Run();

    /// <summary>The most revealing meeting of given perils: three of them at most, at the delays of the grid at which they reveal most.</summary>
    /// <param name="model">The territory.</param>
    /// <param name="perils">The perils; of more than three, those three that reveal most together.</param>
    /// <param name="how">Threads and cancellation; null for all cores.</param>
    /// <exception cref="ArgumentException">There are none, or one is not the pack's.</exception>
    public static Revelation MostRevealing(StressModel model, ImmutableArray<PerilId> perils, SimulationSettings? how = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var set = perils.Distinct().Select(model.IndexOf).Order().ToList();
        if (set.Count == 0) throw new ArgumentException("One peril at least.", nameof(perils));
        var search = new RevealingSearch(model, 1, long.MaxValue, how);
        var size = Math.Min(3, set.Count);
        var timings = Timings(size).ToList();
        return search.Revealed(search.BestOf(Combinations.Of(size, set.Count).SelectMany(of => timings.Select(at => new Timed([.. of.Select(i => set[i])], at))))[0]);
    }

    private Revelations Run()
    {
        var n = model.Perils.Length;
        var (ofTwo, ofThree) = (Timings(2).ToList(), Timings(3).ToList());
        var (allPairs, allTriples) = ((long)n * (n - 1) / 2 * ofTwo.Count, (long)n * (n - 1) * (n - 2) / 6 * ofThree.Count);
        var pairs = BestOf(Combinations.Of(2, n).SelectMany(set => ofTwo.Select(at => new Timed(set, at))));
        var candidates = allTriples <= mostPlays ? Combinations.Of(3, n).SelectMany(set => ofThree.Select(at => new Timed(set, at))) : Extended(pairs, n);
        var triples = BestOf(candidates);
        return new(
            [.. Refined(pairs.Take(2 * kept)).Select(Revealed).Where(r => r.Beyond.Ticks >= LeastGain * TimeSpan.TicksPerSecond).OrderByDescending(r => r.Beyond).Take(kept)],
            [.. Refined(triples.Take(6 * kept)).Select(Revealed).Where(r => r.BeyondParts.Ticks >= LeastGain * TimeSpan.TicksPerSecond).OrderByDescending(r => r.Beyond).Take(kept)],
            Horizon, tried, allPairs + allTriples);
    }

    /// <summary>Every choice of delays from the grid with at least one peril at once.</summary>
    private static IEnumerable<ImmutableArray<TimeSpan>> Timings(int size)
    {
        IEnumerable<ImmutableArray<TimeSpan>> all = [[]];
        for (var i = 0; i < size; i++) all = all.SelectMany(begun => Delays.Select(d => begun.Add(d)));
        return all.Where(t => t.Contains(TimeSpan.Zero));
    }

    /// <summary>The best pairs with every other peril at every delay; the most promising pairs first, as many as may be played.</summary>
    private IEnumerable<Timed> Extended(IEnumerable<Timed> pairs, int n)
    {
        var left = mostPlays;
        foreach (var pair in pairs)
            for (var third = 0; third < n; third++)
            {
                if (pair.Perils.Contains(third)) continue;
                if ((left -= Delays.Length) < 0) yield break;
                foreach (var delay in Delays) yield return new(pair.Perils.Add(third), pair.At.Add(delay));
            }
    }

    /// <summary>The most revealing timing of each set of perils, the best first.</summary>
    private List<Timed> BestOf(IEnumerable<Timed> candidates)
    {
        var best = new Dictionary<string, (Timed Timed, long Beyond)>();
        foreach (var chunk in candidates.Chunk(16_384))
        {
            tried += chunk.Length;
            var beyond = plays.Beyond(chunk);
            for (var i = 0; i < chunk.Length; i++)
            {
                var key = string.Join(' ', chunk[i].Perils.Order());
                // The earlier of two equals is the one with the shorter delays.
                if (!best.TryGetValue(key, out var known) || beyond[i] > known.Beyond) best[key] = (chunk[i], beyond[i]);
            }
        }
        return [.. best.Values.OrderByDescending(b => b.Beyond).Select(b => b.Timed)];
    }

    /// <summary>Shifts each by hours as long as that reveals more.</summary>
    private List<Timed> Refined(IEnumerable<Timed> found)
    {
        var current = found.ToList();
        var known = plays.Beyond(current);
        foreach (var shift in Shifts)
            for (var (moved, turns) = (true, 0); moved && turns < 30; turns++)
            {
                moved = false;
                var tries = current.SelectMany((timed, of) => Shifted(timed, shift).Select(t => (Of: of, Timed: t))).ToList();
                if (tries.Count == 0) break;
                tried += tries.Count;
                var beyond = plays.Beyond([.. tries.Select(t => t.Timed)]);
                for (var i = 0; i < tries.Count; i++)
                    if (beyond[i] >= known[tries[i].Of] + LeastGain)
                    {
                        (current[tries[i].Of], known[tries[i].Of]) = (tries[i].Timed, beyond[i]);
                        moved = true;
                    }
            }
        return current;
    }

    private static IEnumerable<Timed> Shifted(Timed timed, TimeSpan shift)
    {
        for (var i = 0; i < timed.At.Length; i++)
            foreach (var by in new[] { shift, -shift })
            {
                var at = timed.At.SetItem(i, timed.At[i] + by);
                var first = at.Min();
                at = [.. at.Select(t => t - first)];
                if (at.Max() <= Delays[^1]) yield return new(timed.Perils, at);
            }
    }

    private Revelation Revealed(Timed timed) => Reveal(model, plays, timed);

    /// <summary>What a combination does, beside what each smaller part of it does at the same times.</summary>
    internal static Revelation Reveal(StressModel model, Plays plays, Timed timed)
    {
        var size = timed.Perils.Length;
        var parts = Combinations.UpTo(size - 1, size).ToList();
        var lost = plays.Lost([timed, .. parts.Select(p => new Timed([.. p.Select(i => timed.Perils[i])], [.. p.Select(i => timed.At[i])]))]);
        var alone = size == 1 ? [lost[0]] : lost.Skip(1).Take(size).ToList();
        var (whole, sum) = (lost[0], lost[0].Select((_, f) => alone.Aggregate(TimeSpan.Zero, (s, a) => s + a[f])).ToImmutableArray());
        var beyond = Total(whole) - Total(sum);
        for (var i = size; i < parts.Count; i++)
        {
            var third = Enumerable.Range(0, 3).Single(j => !parts[i].Contains(j));
            beyond = Durations.Min(beyond, Total(whole) - Total(lost[i + 1]) - Total(alone[third]));
        }
        return new(
            [.. timed.Perils.Select((h, i) => new PerilAt(model.Perils[h].Id, timed.At[i])).OrderBy(p => p.At)], whole, sum,
            [.. model.Functions.Where((_, f) => size > 1 && whole[f] > TimeSpan.Zero && lost.Skip(1).All(part => part[f] == TimeSpan.Zero))], beyond);
    }

    private static TimeSpan Total(ImmutableArray<TimeSpan> lost) => lost.Aggregate(TimeSpan.Zero, (sum, l) => sum + l);
}
