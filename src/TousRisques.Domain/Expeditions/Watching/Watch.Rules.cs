using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Watching;

public sealed partial record Watch
{
    private Decision<ExpeditionEvent> Add(AddWatchItem c)
    {
        if (NewItem(c.Item) is { } noNew) return noNew;
        if (WatchCard.Refusal(c.Card, out var card) is { } bad) return bad;
        if (Same(card.Link) is { } same) return new WatchedAlready(same.Card.Title);
        if (Items.Count >= WatchLimits.Items) return new TooMany("watch-item", WatchLimits.Items);
        return new WatchItemAdded(c.Item, card, c.Publish ? WatchState.Published : WatchState.Proposed, null);
    }

    private Decision<ExpeditionEvent> Revise(ReviseWatchItem c)
    {
        if (!Items.TryGetValue(c.Item, out var item)) return NoSuchItem(c.Item);
        if (WatchCard.Refusal(c.Card, out var card) is { } bad) return bad;
        if (Same(card.Link) is { } same && same.Id != c.Item) return new WatchedAlready(same.Card.Title);
        return card == item.Card ? Decision<ExpeditionEvent>.Nothing : new WatchItemRevised(c.Item, card);
    }

    private Decision<ExpeditionEvent> Sort(SortWatchItems c)
    {
        if (c.Items.Length > WatchLimits.Batch) return new TooMany("watch-item", WatchLimits.Batch);
        if (!Enum.IsDefined(c.To)) return new Unknown("watch-state", c.To.ToString());
        foreach (var id in c.Items)
            if (!Items.ContainsKey(id)) return NoSuchItem(id);
        var moved = c.Items.Distinct().Where(id => Items[id].State != c.To).ToImmutableArray();
        return moved.IsEmpty ? Decision<ExpeditionEvent>.Nothing : new WatchItemsSorted(moved, c.To);
    }

    private Decision<ExpeditionEvent> TakeIn(TakeInWatchItems c)
    {
        if (c.Items.Length > WatchLimits.Batch) return new TooMany("watch-item", WatchLimits.Batch);
        var facts = ImmutableArray.CreateBuilder<ExpeditionEvent>(c.Items.Length);
        var names = new HashSet<WatchItemId>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var raw in c.Items)
        {
            if (NewItem(raw.Item) is { } noNew) return noNew;
            if (WatchCard.Refusal(raw.Card, out var card) is { } bad) return bad;
            if (!Enum.IsDefined(raw.State)) return new Unknown("watch-state", raw.State.ToString());
            if (raw.Origin is { } origin && (!IsName(origin.Feed.Value) || origin.Entry.Length > ExpeditionLimits.Link)) return new Unknown("feed", "");
            if (Same(card.Link, raw.Origin) is not null || Keys(card.Link, raw.Origin).Any(known.Contains)) continue;
            if (!names.Add(raw.Item)) return new AlreadyThere();
            known.UnionWith(Keys(card.Link, raw.Origin));
            facts.Add(new WatchItemAdded(raw.Item, card, raw.State, raw.Origin));
        }
        return Items.Count + facts.Count > WatchLimits.Items ? new TooMany("watch-item", WatchLimits.Items) : Decision<ExpeditionEvent>.Of(facts);
    }

    private Decision<ExpeditionEvent> Follow(FollowFeed c)
    {
        if (!IsName(c.Feed.Value)) return new Unknown("feed", Clean.Cut(c.Feed.Value ?? "", ExpeditionLimits.Id));
        if (Feeds.ContainsKey(c.Feed)) return new AlreadyThere();
        if (FeedOutline.Refusal(c.Outline, out var outline) is { } bad) return bad;
        if (FollowedAs(outline.Address, but: null) is { } name) return new FollowedAlready(name);
        return Feeds.Count >= WatchLimits.Feeds ? new TooMany("feed", WatchLimits.Feeds) : new FeedFollowed(c.Feed, outline);
    }

    private Decision<ExpeditionEvent> Revise(ReviseFeed c)
    {
        if (!Feeds.TryGetValue(c.Feed, out var feed)) return new Unknown("feed", Clean.Cut(c.Feed.Value ?? "", ExpeditionLimits.Id));
        if (FeedOutline.Refusal(c.Outline, out var outline) is { } bad) return bad;
        if (FollowedAs(outline.Address, c.Feed) is { } name) return new FollowedAlready(name);
        return outline == feed.Outline ? Decision<ExpeditionEvent>.Nothing : new FeedRevised(c.Feed, outline);
    }

    private string? FollowedAs(string address, WatchFeedId? but) =>
        Feeds.Values.FirstOrDefault(f => f.Id != but && WatchLink.Canonical(f.Outline.Address) == WatchLink.Canonical(address))?.Outline.Name;

    private Refusal? NewItem(WatchItemId id) => !IsName(id.Value) ? NoSuchItem(id) : Items.ContainsKey(id) ? new AlreadyThere() : null;

    private static Unknown NoSuchItem(WatchItemId id) => new("watch-item", Clean.Cut(id.Value ?? "", ExpeditionLimits.Id));

    private static bool IsName(string? name) => name is { Length: > 0 and <= ExpeditionLimits.Id };
}
