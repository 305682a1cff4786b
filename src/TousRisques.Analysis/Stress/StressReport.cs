using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>How much to compute.</summary>
/// <param name="Draws">Years drawn for the year's figures.</param>
/// <param name="LeverDraws">Years drawn for each lever; there are some hundreds of levers.</param>
/// <param name="Seed">Which years: the same seed gives the same figures on any machine.</param>
public sealed record StressSettings(int Draws = 10_000, int LeverDraws = 10_000, ulong Seed = 1)
{
    /// <summary>How many threads at most, -1 for one a core; changes no figure. A server that has other things to do leaves a core to them.</summary>
    public int MostThreads { get; init; } = -1;

    /// <summary>The most years that may be asked for.</summary>
    public const int MostDraws = 1_000_000;
}

/// <summary>The parts of a report, in the order in which they are computed.</summary>
public enum StressStage
{
    /// <summary>The exposure matrix.</summary>
    Exposure,
    /// <summary>The search for the most revealing combinations.</summary>
    Revelations,
    /// <summary>The drawn years.</summary>
    Year,
    /// <summary>Cut sets of every function.</summary>
    Structure,
    /// <summary>What each change would save.</summary>
    Levers,
}

/// <summary>How far a report is.</summary>
/// <param name="Stage">What is being computed.</param>
/// <param name="Share">How much of the whole is done, 0 to 1.</param>
public readonly record struct StressProgress(StressStage Stage, double Share);

/// <summary>All that the bench says of a territory as it is.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Perils">The perils; those of the pack, or its acts where it names none.</param>
/// <param name="Settings">How much was computed.</param>
/// <param name="Exposure">The matrix.</param>
/// <param name="Revelations">The most revealing combinations.</param>
/// <param name="Year">The drawn years; null when no peril has a yearly figure.</param>
/// <param name="Structure">Cut sets, function by function.</param>
/// <param name="Levers">What each change would save, the best first; empty when no peril has a yearly figure.</param>
public sealed record StressReport(
    Pack Pack, ImmutableArray<Peril> Perils, StressSettings Settings, Exposure Exposure, Revelations Revelations, YearOfPerils? Year,
    ImmutableArray<FunctionStructure> Structure, ImmutableArray<Lever> Levers)
{
    /// <summary>Computes the report.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static StressReport Of(Pack pack, StressSettings? settings = null, IProgress<StressProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        settings ??= new();
        var model = new StressModel(pack);
        var how = new SimulationSettings { Cancellation = cancel, MostThreads = settings.MostThreads };
        progress?.Report(new(StressStage.Exposure, 0));
        var exposure = Exposure.Of(model, how: how);
        progress?.Report(new(StressStage.Revelations, 0.05));
        var revelations = RevealingSearch.Run(model, how: how);
        progress?.Report(new(StressStage.Year, 0.3));
        var year = model.HasFigures ? YearOfPerils.Of(model, settings.Draws, settings.Seed, how) : null;
        progress?.Report(new(StressStage.Structure, 0.35));
        var structure = Stress.Structure.Of(model, cancel: cancel);
        progress?.Report(new(StressStage.Levers, 0.4));
        var levers = model.HasFigures ? Stress.Levers.Ranked(pack, settings.LeverDraws, settings.Seed, new Part(progress), how) : [];
        return new(pack, model.Perils, settings, exposure, revelations, year, structure, levers);
    }

    /// <summary>Why some perils take a function down.</summary>
    public CellStory StoryOf(ImmutableArray<PerilAt> perils, ComponentId function, TimeSpan horizon) =>
        CellStory.Of(new StressModel(Pack), perils, function, horizon);

    private sealed class Part(IProgress<StressProgress>? whole) : IProgress<double>
    {
        public void Report(double value) => whole?.Report(new(StressStage.Levers, 0.4 + 0.6 * value));
    }
}

/// <summary>A territory with changes beside the same territory as it is: the same perils, the same drawn years.</summary>
/// <param name="WhatIf">The changes.</param>
/// <param name="Before">The matrix as it is: single perils and pairs of them.</param>
/// <param name="After">The matrix with the changes.</param>
/// <param name="YearBefore">The drawn years as they are; null when no peril has a yearly figure.</param>
/// <param name="YearAfter">The same years with the changes.</param>
/// <param name="Saved">Function-hours saved in the mean year; negative when the changes make it worse.</param>
/// <param name="SavedByFunction">The same, function by function.</param>
public sealed record Comparison(
    WhatIf WhatIf, Exposure Before, Exposure After, YearOfPerils? YearBefore, YearOfPerils? YearAfter, Estimate? Saved, ImmutableArray<Estimate> SavedByFunction)
{
    /// <summary>Computes both sides; a second or less for a territory of a hundred components.</summary>
    public static Comparison Of(Pack pack, WhatIf whatIf, StressSettings? settings = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(whatIf);
        settings ??= new();
        var (before, after) = (new StressModel(pack), new StressModel(pack, whatIf));
        var how = new SimulationSettings { Cancellation = cancel, MostThreads = settings.MostThreads };
        var (matrixBefore, matrixAfter) = (Exposure.Of(before, 2, how), Exposure.Of(after, 2, how));
        if (!before.HasFigures) return new(whatIf, matrixBefore, matrixAfter, null, null, null, []);
        var (was, becomes) = (Simulator.Run(before.OfYear(settings.Seed), settings.Draws, how), Simulator.Run(after.OfYear(settings.Seed), settings.Draws, how));
        return new(whatIf, matrixBefore, matrixAfter, YearOfPerils.Of(before, was), YearOfPerils.Of(after, becomes),
            Estimate.OfDifference(was.LostHours(), becomes.LostHours()),
            [.. before.Functions.Select((_, i) => Estimate.OfDifference(was.LostHoursOf(i), becomes.LostHoursOf(i)))]);
    }
}
