using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>What can be asked of the watch: what is published on digital uses in crises.</summary>
public abstract record WatchCommand : ExpeditionCommand
{
    private protected WatchCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>An item that comes in with others.</summary>
/// <param name="Item">Its name, drawn by the edge.</param>
/// <param name="Card">What it says.</param>
/// <param name="State">What becomes of it at once.</param>
/// <param name="Origin">The feed that it comes from, or null.</param>
public sealed record IncomingItem(WatchItemId Item, WatchCard Card, WatchState State, WatchOrigin? Origin);

/// <summary>Adds an item.</summary>
/// <param name="Item">Its name, drawn by the edge.</param>
/// <param name="Card">What it says.</param>
/// <param name="Publish">Whether it comes on the reading list at once.</param>
public sealed record AddWatchItem(WatchItemId Item, WatchCard Card, bool Publish) : WatchCommand;
/// <summary>Changes what an item says.</summary>
public sealed record ReviseWatchItem(WatchItemId Item, WatchCard Card) : WatchCommand;
/// <summary>Publishes items, sets them aside, or puts them back to be sorted; also undoes each of these.</summary>
public sealed record SortWatchItems(ImmutableArray<WatchItemId> Items, WatchState To) : WatchCommand;
/// <summary>Takes in items from a feed or a file, at most <see cref="WatchLimits.Batch"/>. Those that are there already are passed over.</summary>
public sealed record TakeInWatchItems(ImmutableArray<IncomingItem> Items) : WatchCommand;
/// <summary>Follows a feed.</summary>
public sealed record FollowFeed(WatchFeedId Feed, FeedOutline Outline) : WatchCommand;
/// <summary>Changes what is said of a feed.</summary>
public sealed record ReviseFeed(WatchFeedId Feed, FeedOutline Outline) : WatchCommand;
/// <summary>Follows a feed no more.</summary>
public sealed record DropFeed(WatchFeedId Feed) : WatchCommand;
