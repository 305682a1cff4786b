using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Formats.Feeds;
using TousRisques.Formats.Intake;

namespace TousRisques.Web.Watching;

/// <summary>Makes items of a feed's entries. What is too long is cut, what cannot come in is left out: one bad entry must not keep out the rest.</summary>
internal static class FeedCards
{
    /// <summary>Items of a feed that is followed.</summary>
    public static List<Incoming> Of(Feed read, WatchFeed followed) =>
        Of(read, followed.Outline.Name, followed.Outline.Tags, e => e.Id.Length <= ExpeditionLimits.Link ? new WatchOrigin(followed.Id, e.Id) : null);

    /// <summary>Items of a feed that came as a file.</summary>
    public static List<Incoming> Of(Feed read) => Of(read, PlainText.Cut(read.Title, ExpeditionLimits.Line), WatchTags.None, _ => null);

    private static List<Incoming> Of(Feed read, string source, WatchTags tags, Func<FeedEntry, WatchOrigin?> origin) =>
        [.. read.Entries.Select(e => new Incoming(CardOf(e, source, tags), WatchState.Proposed, origin(e))).Where(i => i.Card.Misfit() is null)];

    private static WatchCard CardOf(FeedEntry entry, string source, WatchTags tags)
    {
        var summary = PlainText.Cut(entry.Summary, ExpeditionLimits.Paragraph);
        var title = entry.Title.Length > 0 ? entry.Title : summary.Split('\n')[0] is { Length: > 0 } first ? first : entry.Link ?? entry.Id;
        return new WatchCard(PlainText.Cut(title, WatchLimits.Title), entry.Link ?? "", summary, tags, "", source, LanguageOf(entry.Language), entry.Published ?? entry.Updated);
    }

    private static Language? LanguageOf(string? tag) =>
        tag?.Split('-', '_')[0].Trim().ToLowerInvariant() is [>= 'a' and <= 'z', >= 'a' and <= 'z'] code ? new Language(code) : null;
}
