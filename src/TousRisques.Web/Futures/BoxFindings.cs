using System.Collections.Immutable;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Resilience.CrossImpacts;

namespace TousRisques.Web.Futures;

/// <summary>A combination whose parts hold each other.</summary>
/// <param name="States">The state of each driver, in the order of the box.</param>
/// <param name="Holds">How strongly its parts hold each other: the sum of the balances of its states, in points.</param>
/// <param name="Perils">Perils of the territory that its states bring.</param>
/// <param name="Reveals">What their meeting reveals on the bench; null without a territory or with fewer than two perils.</param>
public sealed record ConsistentFuture(ImmutableArray<ChosenState> States, double Holds, ImmutableArray<PerilId> Perils, Revelation? Reveals)
{
    /// <summary>Revealing power: function-hours lost beyond the sum of each peril alone.</summary>
    public TimeSpan Power => Reveals?.Beyond ?? TimeSpan.Zero;
}

/// <summary>What is computed of a box.</summary>
/// <param name="Kind">Whether all consistent combinations were found, or those that a sample leads to.</param>
/// <param name="Looked">Partial combinations looked at (exact), or starting points followed (sampled).</param>
/// <param name="Capped">Whether there are more than these.</param>
/// <param name="Futures">Consistent combinations: the most revealing first, then those that hold best.</param>
/// <param name="Unknown">Names of perils that the territory does not have.</param>
/// <param name="Unplayed">How many combinations were not put to the bench, since too many different meetings of perils came before.</param>
public sealed record BoxFindings(SearchKind Kind, long Looked, bool Capped, ImmutableArray<ConsistentFuture> Futures, ImmutableArray<string> Unknown, int Unplayed)
{
    /// <summary>Different meetings of perils that are put to the bench for a box.</summary>
    private const int MostMeetings = 200;

    /// <summary>Computes them.</summary>
    /// <param name="box">The box.</param>
    /// <param name="territory">The pack of its territory, or null.</param>
    /// <param name="cancel">Gives up.</param>
    public static BoxFindings Of(Box box, Pack? territory, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(box);
        var drivers = box.Sheet.Drivers;
        var matrix = MatrixOf(box);
        var found = ConsistentScenarios.Find(matrix, new SearchBounds(MostScenarios: 2_000), cancel);
        var model = territory is null ? null : new StressModel(territory);
        var known = model?.Perils.Select(p => p.Id).ToHashSet() ?? [];
        var unknown = drivers.SelectMany(d => d.States).SelectMany(s => s.Perils).Where(p => !known.Contains(new(p))).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var met = new Dictionary<string, Revelation>(StringComparer.Ordinal);
        var unplayed = 0;
        var futures = new List<ConsistentFuture>(found.Scenarios.Length);
        foreach (var scenario in found.Scenarios)
        {
            cancel.ThrowIfCancellationRequested();
            ImmutableArray<PerilId> perils = [.. scenario.SelectMany((state, d) => drivers[d].States[state].Perils).Select(p => new PerilId(p)).Where(known.Contains).Distinct()];
            Revelation? reveals = null;
            if (model is not null && perils.Length > 1)
            {
                var key = string.Join(' ', perils.Select(p => p.Value).Order(StringComparer.Ordinal));
                if (!met.TryGetValue(key, out reveals) && met.Count < MostMeetings) met[key] = reveals = RevealingSearch.MostRevealing(model, perils, new() { Cancellation = cancel, MostThreads = 1 });
                if (reveals is null) unplayed++;
            }
            futures.Add(new([.. scenario.Select((state, d) => new ChosenState(drivers[d].Label, drivers[d].States[state].Label))], matrix.TotalImpact(scenario.AsSpan()) / 2.0, perils, reveals));
        }
        return new(found.Kind, found.Looked, found.Capped, [.. futures.OrderByDescending(f => f.Power).ThenByDescending(f => f.Holds)], territory is null ? [] : unknown, unplayed);
    }

    /// <summary>The group's judgements as a matrix, in half points.</summary>
    internal static ImpactMatrix MatrixOf(Box box)
    {
        var drivers = box.Sheet.Drivers;
        var matrix = new ImpactMatrix([.. drivers.Select(d => d.States.Length)]);
        for (var s = 0; s < drivers.Length; s++)
            for (var t = 0; t < drivers.Length; t++)
            {
                if (s == t) continue;
                for (var a = 0; a < drivers[s].States.Length; a++)
                    for (var b = 0; b < drivers[t].States.Length; b++)
                        matrix[s, a, t, b] = box.HalfPointsOf(new(drivers[s].Label, drivers[s].States[a].Label, drivers[t].Label, drivers[t].States[b].Label));
            }
        return matrix;
    }
}
