using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer.Watching;

/// <summary>Reads cards, tags and feeds from forms.</summary>
internal static class TagFields
{
    /// <summary>Tags.</summary>
    public static WatchTags Tags(FormFields f) => new(f.Choices<Theme>("theme"), f.Choices<CrisisTime>("time"), f.Choices<HazardTag>("hazard"), f.Choice<Scale>("scale"));

    /// <summary>A card. A day that was not touched keeps the hour that it came with.</summary>
    public static WatchCard Card(FormFields f, WatchCard? before = null)
    {
        var day = f.Day("published");
        if (before?.Published is { } was && day is { } typed && was.UtcDateTime.Date == typed.UtcDateTime.Date) day = was;
        return new(f["title"], f["link"], f["summary"], Tags(f), f["place"], f["source"], f["language"] is { Length: > 0 } code ? new Language(code) : null, day);
    }

    /// <summary>What is said of a feed.</summary>
    public static FeedOutline Feed(FormFields f) => new(f["address"], f["name"], Tags(f));

    /// <summary>Names of items in a field that is repeated, or that holds them separated by points.</summary>
    public static ImmutableArray<WatchItemId> Items(IEnumerable<string> values) =>
        [.. values.SelectMany(v => v.Split('.', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Take(WatchLimits.Batch + 1).Select(v => new WatchItemId(v))];
}
