using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Expeditions;

/// <summary>What a piece of news is about; the word is <c>explorer-spread.news-{kind}</c>.</summary>
public enum NewsKind
{
    /// <summary>A meeting was told.</summary>
    Meeting,
    /// <summary>A chapter of the notebook was published, or a new version of it.</summary>
    Chapter,
    /// <summary>A device came into the catalogue.</summary>
    Device,
    /// <summary>A workshop was announced, or what it says of itself was changed.</summary>
    Workshop,
    /// <summary>A recommendation was adopted.</summary>
    Recommendation,
    /// <summary>An article came on the reading list.</summary>
    Watch,
    /// <summary>The kit was published, or a new version of it.</summary>
    Kit,
}

/// <summary>Something public that happened in an expedition.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">Tells it from others of its kind, for ever.</param>
/// <param name="Title">What it is called, as typed.</param>
/// <param name="Path">Its page, under the expedition's address.</param>
/// <param name="Summary">A few words more, as typed; or empty.</param>
/// <param name="At">When it became public, or changed; UTC. The latest come first.</param>
/// <param name="On">The day that is shown beside it: of a meeting or a workshop, the day of it.</param>
public sealed record NewsItem(NewsKind Kind, string Key, string Title, string Path, string Summary, DateTimeOffset At, DateTimeOffset On)
{
    /// <summary>The language of its title, or null for the expedition's.</summary>
    public Language? Language { get; init; }
}

/// <summary>The public news of an expedition: for its feed, its front page, the house's front.</summary>
public static class ExpeditionNews
{
    /// <summary>The latest news, the latest first. Articles come by the dozen: a third of the news at most are of the watch, so that they hide nothing else.</summary>
    public static IReadOnlyList<NewsItem> Of(Expedition expedition, int most)
    {
        ArgumentNullException.ThrowIfNull(expedition);
        return [.. Meetings(expedition).Concat(Chapters(expedition)).Concat(Devices(expedition)).Concat(Workshops(expedition)).Concat(Recommendations(expedition)).Concat(Kits(expedition)).Concat(Articles(expedition, (most + 2) / 3)).OrderByDescending(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Published chapters of the notebook, the latest first.</summary>
    public static IEnumerable<NewsItem> Chapters(Expedition expedition)
    {
        ArgumentNullException.ThrowIfNull(expedition);
        return expedition.Notebook.Chapters.Where(c => c.IsPublished).Select(c => (Chapter: c, Version: c.Published!)).OrderByDescending(c => c.Version.At)
            .Select(c => new NewsItem(NewsKind.Chapter, $"{c.Chapter.Id}-{c.Version.Number}", c.Version.Text.Title, $"notebook/{c.Chapter.Id}", c.Version.Text.Summary, c.Version.At, c.Version.At));
    }

    /// <summary>Workshops to come, the next one first.</summary>
    public static IEnumerable<NewsItem> Next(Expedition expedition, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(expedition);
        return expedition.Agenda.Next(now).Select(Of);
    }

    private static IEnumerable<NewsItem> Meetings(Expedition expedition) => expedition.Encounters.For(Standing.Anyone).Where(m => m.State == MeetingState.Held)
        .Select(m => new NewsItem(NewsKind.Meeting, m.Id.Value, m.Sheet.Title, $"meetings/{m.Id}", m.Record.Learned.FirstOrDefault()?.Words ?? "", m.ChangedAt, m.Sheet.Starts));

    private static IEnumerable<NewsItem> Devices(Expedition expedition) => expedition.Catalogue.All.Values.Where(d => d.Status == DeviceStatus.Accepted)
        .Select(d => (Device: d, At: d.Steps.LastOrDefault(s => s.Kind == DeviceStepKind.Accepted)?.At ?? d.DeclaredAt))
        .Select(d => new NewsItem(NewsKind.Device, d.Device.Id.Value, d.Device.Sheet.Name, $"devices/{d.Device.Id}", d.Device.Sheet.Does, d.At, d.At));

    private static IEnumerable<NewsItem> Articles(Expedition expedition, int most) => expedition.Watch.Items.Values.Where(i => i.State == WatchState.Published)
        .OrderByDescending(i => i.ListedAt).ThenBy(i => i.Id.Value, StringComparer.Ordinal).Take(most)
        .Select(i => (Item: i, At: i.ListedAt ?? i.AddedAt))
        .Select(i => new NewsItem(NewsKind.Watch, i.Item.Id.Value, i.Item.Card.Title, $"watch/item/{i.Item.Id}", i.Item.Card.Summary, i.At, i.At) { Language = i.Item.Card.Language });

    private static IEnumerable<NewsItem> Workshops(Expedition expedition) => expedition.Agenda.Workshops.Values.Where(w => w.State == Domain.Expeditions.Agendas.PlannedState.Planned).Select(Of);

    private static IEnumerable<NewsItem> Recommendations(Expedition expedition) => expedition.Recommendations.For(Standing.Anyone)
        .Select(r => new NewsItem(NewsKind.Recommendation, r.Id.Value, r.Sheet.Title, $"recommendations/{r.Id}", r.Sheet.Words, r.AdoptedOn ?? r.At, r.AdoptedOn ?? r.At));

    private static IEnumerable<NewsItem> Kits(Expedition expedition) => expedition.Kit.Versions
        .Select(v => new NewsItem(NewsKind.Kit, $"{v.Number}", v.Cover.Title, v.Number == expedition.Kit.Versions.Length ? "kit" : $"kit?version={v.Number}", v.Note, v.At, v.At));

    private static NewsItem Of(Domain.Expeditions.Agendas.PlannedWorkshop w) =>
        new(NewsKind.Workshop, $"{w.Id}-{w.Revision}", w.Announcement.Title, $"workshops/{w.Id}", w.Announcement.Place, w.RevisedAt, w.Announcement.Start);
}
