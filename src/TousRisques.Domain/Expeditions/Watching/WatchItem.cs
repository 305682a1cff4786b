namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>What became of an item.</summary>
public enum WatchState
{
    /// <summary>Came in and waits to be sorted; only people of the expedition see it.</summary>
    Proposed,
    /// <summary>On the reading list.</summary>
    Published,
    /// <summary>Not for the reading list. Kept, so that it does not come in again, and can be brought back.</summary>
    SetAside,
}

/// <summary>Where an item came in from.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Entry">The entry's id in the feed.</param>
public sealed record WatchOrigin(WatchFeedId Feed, string Entry);

/// <summary>An item of the watch.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Card">What it says.</param>
/// <param name="State">What became of it.</param>
/// <param name="Origin">The feed that it came in from, or null.</param>
/// <param name="By">Who added it, or had it read.</param>
/// <param name="AddedAt">When it came in.</param>
/// <param name="ListedAt">When it last came on the reading list, or null when it never did.</param>
/// <param name="ChangedAt">When what it says was last changed.</param>
public sealed record WatchItem(WatchItemId Id, WatchCard Card, WatchState State, WatchOrigin? Origin, ExpeditionActor By, DateTimeOffset AddedAt, DateTimeOffset? ListedAt, DateTimeOffset ChangedAt)
{
    /// <summary>When it came out, for the order of lists; never later than it came in, so that a wrong date does not stay on top.</summary>
    public DateTimeOffset Dated => Card.Published is { } published && published < AddedAt ? published : AddedAt;
}

/// <summary>What is said of a feed that is followed.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Name">What it is called; the source of its items.</param>
/// <param name="Tags">What its items are about, unless somebody says otherwise.</param>
public sealed record FeedOutline(string Address, string Name, WatchTags Tags)
{
    /// <summary>Cleans what was typed. A feed without a name is called by its site. Gives the refusal, or null with the outline.</summary>
    internal static Refusal? Refusal(FeedOutline raw, out FeedOutline outline)
    {
        outline = raw;
        if (Clean.Line(raw.Address, "address", ExpeditionLimits.Link, out _) is { } noAddress) return noAddress;
        if (WebLink.Refusal(raw.Address, out var address) is { } badAddress) return badAddress;
        if (Clean.Optional(raw.Name, "name", ExpeditionLimits.Title, lines: false, out var name) is { } badName) return badName;
        if (WatchTags.Refusal(raw.Tags, out var tags) is { } badTags) return badTags;
        outline = new FeedOutline(address, name.Length > 0 ? name : Clean.Cut(new Uri(address).Host, ExpeditionLimits.Title), tags);
        return null;
    }
}

/// <summary>A feed that is followed.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Outline">What is said of it.</param>
/// <param name="Since">Since when.</param>
public sealed record WatchFeed(WatchFeedId Id, FeedOutline Outline, DateTimeOffset Since);
