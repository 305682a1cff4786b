using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>The watch: what is published on digital uses in crises.</summary>
public sealed partial record Watch
{
    /// <summary>Before anything happened.</summary>
    public static readonly Watch Empty = new();

    /// <summary>Its items, whatever became of them.</summary>
    public ImmutableDictionary<WatchItemId, WatchItem> Items { get; init; } = ImmutableDictionary<WatchItemId, WatchItem>.Empty;
    /// <summary>Feeds followed.</summary>
    public ImmutableDictionary<WatchFeedId, WatchFeed> Feeds { get; init; } = ImmutableDictionary<WatchFeedId, WatchFeed>.Empty;
    /// <summary>How many items wait to be sorted.</summary>
    public int Waiting { get; init; }

    /// <summary>Items by what tells the same article: canonical link, entry of a feed.</summary>
    private ImmutableDictionary<string, WatchItemId> Known { get; init; } = ImmutableDictionary.Create<string, WatchItemId>(StringComparer.Ordinal);
    private WatchTitles Titles { get; init; } = WatchTitles.Empty;

    /// <summary>The item that is the same article: its link leads to the same page, or it came from the same entry of the same feed. Null when there is none.</summary>
    public WatchItem? Same(string link, WatchOrigin? origin = null)
    {
        foreach (var key in Keys(link, origin))
            if (Known.TryGetValue(key, out var id)) return Items[id];
        return null;
    }

    /// <summary>Items whose title is near: perhaps the same article, for people to decide. The latest first.</summary>
    /// <param name="title">The title.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="but">An item to leave out.</param>
    public ImmutableArray<WatchItem> Near(string title, int most = 5, WatchItemId? but = null) =>
        [.. Titles.Near(title).Where(n => n.Item != but && Items[n.Item].Card.Title == n.Title).Select(n => Items[n.Item]).Distinct().OrderByDescending(i => i.Dated).Take(most)];

    internal Decision<ExpeditionEvent> Decide(WatchCommand command, Asking asking) => command switch
    {
        AddWatchItem c => Add(c),
        ReviseWatchItem c => Revise(c),
        SortWatchItems c => Sort(c),
        TakeInWatchItems c => TakeIn(c),
        FollowFeed c => Follow(c),
        ReviseFeed c => Revise(c),
        DropFeed c => Feeds.ContainsKey(c.Feed) ? new FeedDropped(c.Feed) : new Unknown("feed", Clean.Cut(c.Feed.Value ?? "", ExpeditionLimits.Id)),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Watch Evolve(WatchEvent @event, ExpeditionFact fact) => @event switch
    {
        WatchItemAdded e => Put(null, new WatchItem(e.Item, e.Card, e.State, e.Origin, fact.By, fact.At, e.State == WatchState.Published ? fact.At : null, fact.At)),
        WatchItemRevised e => Items[e.Item] is var before ? Put(before, before with { Card = e.Card, ChangedAt = fact.At }) : this,
        WatchItemsSorted e => e.Items.Aggregate(this, (watch, id) => watch.Items[id] is var before
            ? watch.Put(before, before with { State = e.To, ListedAt = e.To == WatchState.Published ? fact.At : before.ListedAt }) : watch),
        FeedFollowed e => this with { Feeds = Feeds.Add(e.Feed, new WatchFeed(e.Feed, e.Outline, fact.At)) },
        FeedRevised e => this with { Feeds = Feeds.SetItem(e.Feed, Feeds[e.Feed] with { Outline = e.Outline }) },
        FeedDropped e => this with { Feeds = Feeds.Remove(e.Feed) },
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    /// <summary>Puts an item in the place of what it was, or of nothing.</summary>
    private Watch Put(WatchItem? before, WatchItem item)
    {
        var known = Known;
        if (before?.Card.Link != item.Card.Link || before?.Origin != item.Origin)
        {
            foreach (var key in before is null ? [] : Keys(before.Card.Link, before.Origin))
                if (known.GetValueOrDefault(key) == item.Id) known = known.Remove(key);
            foreach (var key in Keys(item.Card.Link, item.Origin)) known = known.SetItem(key, item.Id);
        }
        return this with
        {
            Items = Items.SetItem(item.Id, item),
            Waiting = Waiting + (item.State == WatchState.Proposed ? 1 : 0) - (before?.State == WatchState.Proposed ? 1 : 0),
            Known = known,
            Titles = before?.Card.Title == item.Card.Title ? Titles : Titles.With(item.Id, item.Card.Title),
        };
    }

    private static IEnumerable<string> Keys(string link, WatchOrigin? origin)
    {
        if (WatchLink.Canonical(link) is { } page) yield return page;
        if (origin is { Entry.Length: > 0 }) yield return $"\n{origin.Feed.Value}\n{origin.Entry}"; // no link holds a line feed
    }
}
