using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>What perils that begin together take from each function.</summary>
/// <param name="Perils">One, two or three of them.</param>
/// <param name="Lost">Hours lost within the window, a figure a function.</param>
public sealed record ExposureRow(ImmutableArray<PerilId> Perils, ImmutableArray<TimeSpan> Lost)
{
    /// <summary>Function-hours lost in all.</summary>
    public TimeSpan Total => Lost.Aggregate(TimeSpan.Zero, (sum, l) => sum + l);
}

/// <summary>The exposure matrix: every peril, every pair and every triple against every function.</summary>
/// <param name="Functions">The columns.</param>
/// <param name="Window">How long each row is followed.</param>
/// <param name="Rows">Single perils in the pack's order, then pairs, then triples.</param>
/// <param name="MostTogether">How many perils the largest rows have: 3, or 2 where triples would be too many.</param>
public sealed record Exposure(ImmutableArray<ComponentId> Functions, TimeSpan Window, ImmutableArray<ExposureRow> Rows, int MostTogether)
{
    /// <summary>How many rows are computed at most; beyond that, triples are left out.</summary>
    private const int MostRows = 50_000;

    /// <summary>Computes the matrix: perils begin together, with all strikes that are as likely as not, at the middle of their durations.</summary>
    /// <param name="model">The territory.</param>
    /// <param name="together">How many perils a row may have at most.</param>
    /// <param name="how">Threads and cancellation; null for all cores.</param>
    public static Exposure Of(StressModel model, int together = 3, SimulationSettings? how = null)
    {
        var n = model.Perils.Length;
        if (n == 0) return new(model.Functions, model.Window, [], 0);
        var most = (long)n * (n - 1) * (n - 2) / 6 <= MostRows ? Math.Min(together, n) : 2;
        var sets = Combinations.UpTo(most, n).ToList();
        var outcome = Simulator.Play(model.Of(model.Window), [.. sets.Select(s => s.Select(h => new Placement(h, TimeSpan.Zero)).ToImmutableArray())], how);
        return new(model.Functions, model.Window,
            [.. sets.Select((set, i) => new ExposureRow([.. set.Select(h => model.Perils[h].Id)], outcome.TimesLost(i)))], most);
    }

    /// <summary>The row of some perils, in any order; null when it was not computed.</summary>
    public ExposureRow? RowOf(IReadOnlyCollection<PerilId> perils) =>
        Rows.FirstOrDefault(r => r.Perils.Length == perils.Count && r.Perils.All(perils.Contains));
}
