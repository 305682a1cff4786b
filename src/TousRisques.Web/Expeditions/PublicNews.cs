using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Sessions;
using TousRisques.Sessions.Expeditions;

namespace TousRisques.Web.Expeditions;

/// <summary>News with the expedition that it comes from.</summary>
/// <param name="Expedition">The expedition.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Item">The news.</param>
public sealed record PublicItem(ExpeditionId Expedition, Language Language, NewsItem Item)
{
    /// <summary>Its address.</summary>
    public string Address => ExpeditionAddress.Of(Expedition, Item.Path);
}

/// <summary>What the house's front says of all public expeditions.</summary>
/// <param name="Workshops">Workshops to come, the next one first.</param>
/// <param name="Chapters">The latest of the notebooks.</param>
public sealed record PublicSight(ImmutableArray<PublicItem> Workshops, ImmutableArray<PublicItem> Chapters)
{
    /// <summary>Nothing to say.</summary>
    public static readonly PublicSight Nothing = new([], []);
}

/// <summary>
/// The latest of all public expeditions, for the house's front. Looked for at most once in a while: the front is the page that is asked for most, and news may be a little late.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
public sealed class PublicNews(IExpeditionDesk desk, TimeProvider time)
{
    /// <summary>How late it may be.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    private const int Most = 3;
    private readonly SemaphoreSlim looking = new(1, 1);
    private (DateTimeOffset At, PublicSight Sight)? known;

    /// <summary>What there is to say. The house's front opens even when expeditions cannot be read: then without news.</summary>
    public async Task<PublicSight> LookAsync(CancellationToken cancel)
    {
        if (known is { } fresh && time.GetUtcNow() - fresh.At < Late) return fresh.Sight;
        // One looks; the others take what was known before.
        if (!await looking.WaitAsync(known is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancel)) return known?.Sight ?? PublicSight.Nothing;
        try
        {
            var now = time.GetUtcNow();
            var all = (await desk.ListAsync(cancel)).Select(e => e.State).Where(e => e.Charter.Outline is { Public: true }).ToList();
            var sight = new PublicSight(
                [.. all.SelectMany(e => ExpeditionNews.Next(e, now).Take(Most).Select(n => Of(e, n))).OrderBy(n => n.Item.On).Take(Most)],
                [.. all.SelectMany(e => ExpeditionNews.Chapters(e).Take(Most).Select(n => Of(e, n))).OrderByDescending(n => n.Item.At).Take(Most)]);
            known = (now, sight);
            return sight;
        }
        catch (Exception e) when (e is DeskUnavailableException or Journal.JournalException)
        {
            return known?.Sight ?? PublicSight.Nothing;
        }
        finally
        {
            looking.Release();
        }
    }

    private static PublicItem Of(Expedition expedition, NewsItem item) => new(expedition.Id, expedition.Charter.Outline!.Language, item);
}
