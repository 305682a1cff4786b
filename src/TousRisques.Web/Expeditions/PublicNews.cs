using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Sessions;
using TousRisques.Sessions.Expeditions;

namespace TousRisques.Web.Expeditions;

/// <summary>News with the expedition that it comes from.</summary>
/// <param name="Expedition">The expedition.</param>
/// <param name="Name">Its name, as typed.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Item">The news.</param>
public sealed record PublicItem(ExpeditionId Expedition, string Name, Language Language, NewsItem Item)
{
    /// <summary>Its address.</summary>
    public string Address => $"/explorer/{Expedition}/{Item.Path}";
}

/// <summary>
/// The latest news of all public expeditions, for the house's front. Looked for at most once in a while: the front is the page that is asked for most, and news may be a little late.
/// </summary>
public sealed class PublicNews(IExpeditionDesk desk, TimeProvider time)
{
    /// <summary>How late it may be.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    private const int Most = 3;
    private readonly SemaphoreSlim looking = new(1, 1);
    private (DateTimeOffset At, IReadOnlyList<PublicItem> Items)? known;

    /// <summary>The latest news, the latest first. The house's front opens even when expeditions cannot be read: then without news.</summary>
    public async Task<IReadOnlyList<PublicItem>> LatestAsync(CancellationToken cancel)
    {
        if (known is { } fresh && time.GetUtcNow() - fresh.At < Late) return fresh.Items;
        // One looks; the others take what was known before.
        if (!await looking.WaitAsync(known is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancel)) return known?.Items ?? [];
        try
        {
            var all = await desk.ListAsync(cancel);
            IReadOnlyList<PublicItem> items =
            [
                .. all.Where(e => e.State.Charter.Outline is { Public: true })
                    .SelectMany(e => ExpeditionNews.Of(e.State, Most).Select(n => new PublicItem(e.State.Id, e.State.Charter.Outline!.Name, e.State.Charter.Outline.Language, n)))
                    .OrderByDescending(n => n.Item.At).Take(Most),
            ];
            known = (time.GetUtcNow(), items);
            return items;
        }
        catch (Exception e) when (e is DeskUnavailableException or Journal.JournalException)
        {
            return known?.Items ?? [];
        }
        finally
        {
            looking.Release();
        }
    }
}
