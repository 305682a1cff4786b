using System.Collections.Immutable;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>Perils, by number, and when each begins.</summary>
internal readonly record struct Timed(ImmutableArray<int> Perils, ImmutableArray<TimeSpan> At);

/// <summary>Plays combinations, many at once, and remembers what each peril takes alone.</summary>
internal sealed class Plays(StressModel model, TimeSpan horizon, SimulationSettings? how)
{
    private readonly Study study = model.Of(horizon);
    private readonly Dictionary<(int Peril, TimeSpan At), long> alone = [];

    /// <summary>What each combination takes from each function.</summary>
    public IReadOnlyList<ImmutableArray<TimeSpan>> Lost(IReadOnlyList<Timed> combinations)
    {
        var outcome = Play(combinations);
        return [.. combinations.Select((_, i) => outcome.TimesLost(i))];
    }

    /// <summary>Function-seconds that each combination takes beyond the sum of each of its perils alone.</summary>
    public long[] Beyond(IReadOnlyList<Timed> combinations)
    {
        var unknown = combinations.SelectMany(c => c.Perils.Select((h, i) => (h, c.At[i]))).Where(x => !alone.ContainsKey(x)).Distinct().ToList();
        var singles = Totals([.. unknown.Select(x => new Timed([x.h], [x.Item2]))]);
        for (var i = 0; i < unknown.Count; i++) alone[unknown[i]] = singles[i];
        var totals = Totals(combinations);
        for (var i = 0; i < totals.Length; i++)
            for (var j = 0; j < combinations[i].Perils.Length; j++) totals[i] -= alone[(combinations[i].Perils[j], combinations[i].At[j])];
        return totals;
    }

    private long[] Totals(IReadOnlyList<Timed> combinations)
    {
        if (combinations.Count == 0) return [];
        var outcome = Play(combinations);
        var totals = new long[combinations.Count];
        for (var i = 0; i < totals.Length; i++)
            foreach (var seconds in outcome.LostSeconds(i)) totals[i] += seconds;
        return totals;
    }

    private Outcome Play(IReadOnlyList<Timed> combinations) =>
        Simulator.Play(study, [.. combinations.Select(c => c.Perils.Select((h, i) => new Placement(h, c.At[i])).ToImmutableArray())], how);
}
