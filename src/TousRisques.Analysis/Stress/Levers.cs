using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>Something that could be changed, and the function-hours that it would save in the mean year.</summary>
public abstract record Lever(Estimate Saved)
{
    /// <summary>An action card in force all year.</summary>
    public sealed record Act(ActionId Action, Estimate Saved) : Lever(Saved);
    /// <summary>A perfect fallback for all that a component needs.</summary>
    public sealed record Fallback(ComponentId Component, Estimate Saved) : Lever(Saved);
    /// <summary>A longer reserve.</summary>
    public sealed record Hold(ComponentId Component, TimeSpan Reserve, Estimate Saved) : Lever(Saved);
    /// <summary>A component that never fails: what its failures cost, directly and through others.</summary>
    public sealed record Sound(ComponentId Component, Estimate Saved) : Lever(Saved);
    /// <summary>A peril that does not happen: what it costs.</summary>
    public sealed record Avert(PerilId Peril, Estimate Saved) : Lever(Saved);
}

/// <summary>
/// What each change would save, one at a time, the best first. All are drawn with common random numbers: the very same years with and without the
/// change, so that what chance has to do with a difference cancels out.
/// </summary>
public static class Levers
{
    /// <summary>The reserve that is tried: three days, what civil protection asks households to be ready for.</summary>
    public static readonly TimeSpan LongReserve = TimeSpan.FromHours(72);

    /// <summary>Every lever of a pack: its actions, fallbacks, reserves, components, perils.</summary>
    public static IReadOnlyList<WhatIf> All(Pack pack)
    {
        var graph = new TerritoryGraph(pack.Territory);
        var parts = pack.Territory.Components.Where(c => c.Nature != Nature.Function).ToList();
        var needy = parts.Where(c => graph.FormulaOf(c.Needs).Nodes().Any()).ToList();
        return
        [
            .. pack.Scenario.Actions.Where(a => !a.Effects.IsEmpty).Select(a => new WhatIf { Actions = [a.Id] }),
            .. needy.Select(c => new WhatIf { Fallbacks = [c.Id] }),
            .. needy.Where(c => c.Autonomy.Value < LongReserve).Select(c => new WhatIf { Reserves = [new(c.Id, LongReserve)] }),
            .. parts.Select(c => new WhatIf { Spared = [c.Id] }),
            .. pack.Stress.Perils.Select(p => new WhatIf { Averted = [p.Id] }),
        ];
    }

    /// <summary>Draws years with each lever beside the same years without it. The answer does not depend on threads.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="draws">How many years for each.</param>
    /// <param name="seed">Which years.</param>
    /// <param name="progress">Told the share that is done, from any thread.</param>
    /// <param name="how">Threads and cancellation; null for all cores.</param>
    public static ImmutableArray<Lever> Ranked(Pack pack, int draws, ulong seed, IProgress<double>? progress = null, SimulationSettings? how = null)
    {
        how ??= new();
        var all = All(pack);
        var model = new StressModel(pack);
        var without = YearsDown.Of(model, draws, seed, how);
        var levers = new Lever[all.Count];
        var done = 0;
        Parallel.For(0, all.Count, new() { MaxDegreeOfParallelism = how.MostThreads, CancellationToken = how.Cancellation }, i =>
        {
            levers[i] = Named(all[i], Saved(all[i]));
            progress?.Report((double)Interlocked.Increment(ref done) / all.Count);
        });
        return [.. levers.OrderByDescending(l => l.Saved.Value)];

        Estimate Saved(WhatIf whatIf)
        {
            var years = without.With(model.Touched(whatIf));
            var with = without.LostHours.ToArray();
            if (!years.IsEmpty)
            {
                var changed = Simulator.Run(new StressModel(pack, whatIf).OfYear(seed), years, how with { MostThreads = 1 }).LostHours();
                for (var y = 0; y < years.Length; y++) with[years[y]] = changed[y];
            }
            return Estimate.OfDifference(without.LostHours, with);
        }
    }

    private static Lever Named(WhatIf whatIf, Estimate saved) => whatIf switch
    {
        { Actions: [var action] } => new Lever.Act(action, saved),
        { Fallbacks: [var component] } => new Lever.Fallback(component, saved),
        { Reserves: [var reserve] } => new Lever.Hold(reserve.Component, reserve.Hours, saved),
        { Spared: [var component] } => new Lever.Sound(component, saved),
        { Averted: [var peril] } => new Lever.Avert(peril, saved),
        _ => throw new ArgumentException("A lever is one change.", nameof(whatIf)),
    };
}
