using System.Collections.Immutable;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Web.Stress;

/// <summary>The story of a cell with what its picture needs: when each component of its chains was down.</summary>
/// <param name="Story">The story.</param>
/// <param name="Chain">Components that the chains name, from the root to the function, with their outages.</param>
public sealed record CellPicture(CellStory Story, ImmutableArray<(ComponentId Component, ImmutableArray<Outage> Outages)> Chain)
{
    /// <summary>Components shown at most.</summary>
    private const int MostShown = 14;

    /// <summary>Follows the perils.</summary>
    public static CellPicture Of(StressModel model, ImmutableArray<PerilAt> perils, ComponentId function, TimeSpan follow)
    {
        ArgumentNullException.ThrowIfNull(model);
        var story = CellStory.Of(model, perils, function, follow);
        var played = model.Follow(perils, follow);
        var named = story.Why.SelectMany(e => e.Chain.Reverse()).SelectMany(Named).Where(c => c != function).Distinct().Take(MostShown);
        return new(story, [.. named.Select(c => (c, played.OutagesOf(c, TimeSpan.Zero, follow))).Where(x => !x.Item2.IsEmpty).OrderBy(x => x.Item2[0].From)]);
    }

    private static IEnumerable<ComponentId> Named(Cause cause) => cause switch
    {
        StruckBy c => [c.Component],
        StarvedOf c => [.. c.For, c.Component],
        RunningOnReserve c => [.. c.For, c.Component],
        StillRestarting c => [c.Component],
        InDeadlock c => [.. c.Waiting, c.Component],
        _ => [],
    };
}
