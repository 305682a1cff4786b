using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Analysis.Stress;

/// <summary>Why a combination of perils takes a function down.</summary>
/// <param name="Perils">The perils with their times.</param>
/// <param name="Function">The function.</param>
/// <param name="Horizon">How long it was followed.</param>
/// <param name="Outages">When it is down.</param>
/// <param name="At">The hour that the explanations speak of: the beginning of the longest outage.</param>
/// <param name="Why">A chain for each thing it lacks, each back to a peril; empty when it is never down.</param>
/// <param name="Without">For several perils: the hours that would be lost without each of them.</param>
public sealed record CellStory(
    ImmutableArray<PerilAt> Perils, ComponentId Function, TimeSpan Horizon, ImmutableArray<Outage> Outages, TimeSpan At, ImmutableArray<Explanation> Why,
    ImmutableArray<(PerilId Peril, TimeSpan Lost)> Without)
{
    /// <summary>Hours lost in all.</summary>
    public TimeSpan Lost => Sum(Outages);

    /// <summary>Follows the perils with the reference engine and tells why the function is down.</summary>
    public static CellStory Of(StressModel model, ImmutableArray<PerilAt> perils, ComponentId function, TimeSpan horizon)
    {
        var story = model.Follow(perils, horizon);
        var outages = story.OutagesOf(function, TimeSpan.Zero, horizon);
        var (at, why) = (TimeSpan.Zero, ImmutableArray<Explanation>.Empty);
        if (!outages.IsEmpty)
        {
            at = outages.MaxBy(o => o.Until - o.From).From;
            var standing = new Standing(story, at);
            var component = model.Pack.Territory.Components[model.Territory.IndexOf(function)];
            why = standing.Judge(component.Needs).Why;
            // Struck itself, or waiting to start again while its needs are met.
            if (why.IsEmpty || standing.IsStruck(function)) why = standing.WhyDown(function);
        }
        return new(perils, function, horizon, outages, at, why, perils.Length < 2 ? [] :
            [.. perils.Select(p => (p.Peril, Sum(model.Follow(perils.Remove(p), horizon).OutagesOf(function, TimeSpan.Zero, horizon))))]);
    }

    private static TimeSpan Sum(ImmutableArray<Outage> outages) => outages.Aggregate(TimeSpan.Zero, (sum, o) => sum + (o.Until - o.From));
}
