using System.Collections.Concurrent;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Sessions.Expeditions;

namespace TousRisques.Web.Watching;

/// <summary>How a feed has been doing since the server started.</summary>
/// <param name="Address">The address that this is about: another one starts anew.</param>
/// <param name="ReadAt">When it was last read well, or null.</param>
/// <param name="Brought">How many items came in at the last reading that brought any, or 0.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="Trouble">The last failure, or null.</param>
/// <param name="Detail">More about it.</param>
/// <param name="TriedAt">When it was last tried.</param>
/// <param name="NextAt">When the clock tries it again.</param>
/// <param name="Marks">What the site said of its version.</param>
public sealed record FeedStatus(string Address, DateTimeOffset? ReadAt, int Brought, int Failures, FeedTrouble? Trouble, string Detail, DateTimeOffset TriedAt, DateTimeOffset NextAt, FeedMarks Marks);

/// <summary>
/// Reads the feeds that expeditions follow and takes in what is new, as proposed items. How each has been doing is kept in memory: it is no fact of the expedition, and after a
/// restart the first reading tells it again.
/// </summary>
public sealed class FeedRounds(FeedFetcher fetcher, IExpeditionDesk desk, WatchSettings settings, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<(ExpeditionId, WatchFeedId), FeedStatus> statuses = new();
    private readonly SemaphoreSlim lines = new(4, 4); // so many feeds at a time, whoever asks

    /// <summary>How a feed has been doing; null when it was not tried since the start, or has another address now.</summary>
    public FeedStatus? StatusOf(ExpeditionId expedition, WatchFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return statuses.GetValueOrDefault((expedition, feed.Id)) is { } status && status.Address == feed.Outline.Address ? status : null;
    }

    /// <summary>Reads a feed now.</summary>
    /// <param name="expedition">Who follows it.</param>
    /// <param name="feed">The feed.</param>
    /// <param name="by">Who has it read.</param>
    /// <param name="cancel">They give up.</param>
    /// <returns>How many items came in, and how it is doing; and why the rules took nothing, or null.</returns>
    public async Task<(int New, FeedStatus Status, Domain.Rules.Refusal? Refusal)> ReadAsync(ExpeditionId expedition, WatchFeed feed, ExpeditionActor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(feed);
        await lines.WaitAsync(cancel);
        try
        {
            var before = StatusOf(expedition, feed);
            var fetch = await fetcher.FetchAsync(feed.Outline.Address, before?.Marks ?? FeedMarks.None, cancel);
            var now = time.GetUtcNow();
            if (fetch.Trouble is { } trouble)
            {
                var failures = (before?.Failures ?? 0) + 1;
                return (0, Keep(before?.ReadAt, before?.Brought ?? 0, failures, trouble, fetch.Detail, now + Pause(failures), before?.Marks ?? FeedMarks.None), null);
            }
            var cards = fetch.Reading?.Feed is { } read ? FeedCards.Of(read, feed) : [];
            var (taken, refusal) = await WatchIntake.TakeInAsync(desk, time, expedition, by, cards, cancel);
            return (taken, Keep(now, taken > 0 ? taken : before?.Brought ?? 0, 0, null, "", now + settings.Every, refusal is null ? fetch.Marks : FeedMarks.None), refusal);

            FeedStatus Keep(DateTimeOffset? readAt, int brought, int failures, FeedTrouble? why, string detail, DateTimeOffset next, FeedMarks marks) =>
                statuses[(expedition, feed.Id)] = new(feed.Outline.Address, readAt, brought, failures, why, detail, now, next, marks);
        }
        finally
        {
            lines.Release();
        }
    }

    /// <summary>Reads, in the name of the house, every feed that is due.</summary>
    public async Task ReadDueAsync(CancellationToken cancel)
    {
        foreach (var live in await desk.ListAsync(cancel))
        {
            if (live.State.Charter.EndedAt is not null) continue;
            var due = live.State.Watch.Feeds.Values.Where(f => StatusOf(live.State.Id, f) is not { } status || status.NextAt <= time.GetUtcNow());
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel }, async (feed, c) => await ReadAsync(live.State.Id, feed, new TheHouse(), c));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();

    private TimeSpan Pause(int failures) => TimeSpan.FromTicks(Math.Min(settings.Latest.Ticks, settings.Again.Ticks << Math.Min(failures - 1, 12)));
}
