using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>What a function loses in a year.</summary>
/// <param name="Function">The function.</param>
/// <param name="Hours">Hours lost in the mean year.</param>
/// <param name="Touched">Share of years in which it is lost at all.</param>
public sealed record FunctionYear(ComponentId Function, Estimate Hours, Estimate Touched);

/// <summary>Components that wait for one another once all of them have stopped (interblocage au redémarrage).</summary>
/// <param name="Waiting">Those that wait for one another.</param>
/// <param name="HeldDown">How many others they hold down.</param>
/// <param name="Helps">A smallest choice of components to help back by hand so that all come back.</param>
public sealed record WaitingCircle(ImmutableArray<ComponentId> Waiting, int HeldDown, ImmutableArray<ComponentId> Helps);

/// <summary>Many possible years of a territory, drawn from its perils' figures.</summary>
/// <param name="Draws">How many years were drawn.</param>
/// <param name="Seed">From which seed: the same seed gives the same years.</param>
/// <param name="Mean">Function-hours lost in the mean year.</param>
/// <param name="Touched">Share of years in which any function is lost.</param>
/// <param name="Functions">Function by function.</param>
/// <param name="Curve">Exceedance curve: how likely a year is to lose more than so many function-hours.</param>
/// <param name="Deadlocks">Share of years that end in a restart deadlock.</param>
/// <param name="Circle">The first of these deadlocks; null when there is none.</param>
public sealed record YearOfPerils(
    int Draws, ulong Seed, Estimate Mean, Estimate Touched, ImmutableArray<FunctionYear> Functions, Exceedance Curve, Estimate Deadlocks,
    WaitingCircle? Circle)
{
    /// <summary>Draws years.</summary>
    public static YearOfPerils Of(StressModel model, int draws, ulong seed, SimulationSettings? how = null) =>
        Of(model, Simulator.Run(model.OfYear(seed), draws, how));

    internal static YearOfPerils Of(StressModel model, Outcome outcome)
    {
        var (draws, seed) = (outcome.Draws, outcome.Study.Seed);
        var hours = outcome.LostHours();
        return new(draws, seed, Estimate.OfMean(hours), Share(hours),
            [.. model.Functions.Select((f, i) => (f, outcome.LostHoursOf(i))).Select(x => new FunctionYear(x.f, Estimate.OfMean(x.Item2), Share(x.Item2)))],
            new Exceedance(hours), Estimate.OfShare(outcome.Deadlocks, draws),
            CircleOf(model, outcome));
    }

    private static WaitingCircle? CircleOf(StressModel model, Outcome outcome)
    {
        if (outcome.FirstDeadlock is not { } draw || PlainSimulator.Follow(outcome.Study, draw).Deadlocks is not [var deadlock, ..]) return null;
        return new(Named(deadlock.Members), deadlock.HeldDown.Length, Named(deadlock.Helps.Sets[0]));

        ImmutableArray<ComponentId> Named(IEnumerable<int> nodes) => [.. nodes.Select(model.Territory.ComponentOf)];
    }

    private static Estimate Share(double[] hours) => Estimate.OfShare(hours.Count(h => h > 0), hours.Length);
}
