using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Meetings;

namespace TousRisques.Web.Expeditions;

/// <summary>What a piece of news is about; the word is <c>explorer-spread.news-{kind}</c>.</summary>
public enum NewsKind
{
    /// <summary>A meeting was told.</summary>
    Meeting,
}

/// <summary>Something public that happened in an expedition.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">Tells it from others of its kind, for ever.</param>
/// <param name="Title">What it is called, as typed.</param>
/// <param name="Path">Its page, under the expedition's address.</param>
/// <param name="Summary">A few words more, as typed; or empty.</param>
/// <param name="At">When it became public, or changed; UTC. The latest come first.</param>
/// <param name="On">The day that is shown beside it: of a meeting, the day on which it was held.</param>
public sealed record NewsItem(NewsKind Kind, string Key, string Title, string Path, string Summary, DateTimeOffset At, DateTimeOffset On);

/// <summary>The public news of an expedition: for its feed, its front page, the house's front.</summary>
public static class ExpeditionNews
{
    /// <summary>The latest news, the latest first.</summary>
    public static IReadOnlyList<NewsItem> Of(Expedition expedition, int most) => [.. Meetings(expedition).OrderByDescending(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal).Take(most)];

    private static IEnumerable<NewsItem> Meetings(Expedition expedition) => expedition.Encounters.For(Standing.Anyone).Where(m => m.State == MeetingState.Held)
        .Select(m => new NewsItem(NewsKind.Meeting, m.Id.Value, m.Sheet.Title, $"meetings/{m.Id}", m.Record.Learned.FirstOrDefault()?.Words ?? "", m.ChangedAt, m.Sheet.Starts));
}
