using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>What happened in the watch: what is published on digital uses in crises.</summary>
public abstract record WatchEvent : ExpeditionEvent
{
    private protected WatchEvent() { }
}

/// <summary>An item came in.</summary>
/// <param name="Item">Its name.</param>
/// <param name="Card">What it says.</param>
/// <param name="State">Proposed, or published at once.</param>
/// <param name="Origin">The feed that it came in from, or null.</param>
public sealed record WatchItemAdded(WatchItemId Item, WatchCard Card, WatchState State, WatchOrigin? Origin) : WatchEvent;
/// <summary>What an item says was changed.</summary>
public sealed record WatchItemRevised(WatchItemId Item, WatchCard Card) : WatchEvent;
/// <summary>Items were published, set aside, or put back to be sorted.</summary>
public sealed record WatchItemsSorted(ImmutableArray<WatchItemId> Items, WatchState To) : WatchEvent;
/// <summary>A feed is followed.</summary>
public sealed record FeedFollowed(WatchFeedId Feed, FeedOutline Outline) : WatchEvent;
/// <summary>What is said of a feed was changed.</summary>
public sealed record FeedRevised(WatchFeedId Feed, FeedOutline Outline) : WatchEvent;
/// <summary>A feed is not followed any more; what came in from it stays.</summary>
public sealed record FeedDropped(WatchFeedId Feed) : WatchEvent;
