using System.Collections.Immutable;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Feeds;

/// <summary>A feed, whichever format it came in. Texts are plain, links absolute and on the web.</summary>
public sealed record Feed
{
    /// <summary>Atom's id; the link in RSS; empty when there is none.</summary>
    public required string Id { get; init; }
    /// <summary>Its title, on one line.</summary>
    public required string Title { get; init; }
    /// <summary>The page that it follows.</summary>
    public string? Link { get; init; }
    /// <summary>Where the feed itself stands.</summary>
    public string? Self { get; init; }
    /// <summary>Who makes it.</summary>
    public string? Author { get; init; }
    /// <summary>A language tag such as <c>fr</c>.</summary>
    public string? Language { get; init; }
    /// <summary>When it last changed; null when unknown.</summary>
    public DateTimeOffset? Updated { get; init; }
    /// <summary>In the order of the feed.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init; } = [];
}

/// <summary>An entry of a feed.</summary>
public sealed record FeedEntry
{
    /// <summary>What tells it from others for ever: its own id, failing that its link, failing that a fingerprint of its texts.</summary>
    public required string Id { get; init; }
    /// <summary>The page to read; null when there is none.</summary>
    public string? Link { get; init; }
    /// <summary>On one line; may be empty.</summary>
    public required string Title { get; init; }
    /// <summary>Several lines; may be empty.</summary>
    public string Summary { get; init; } = "";
    /// <summary>When it first came out.</summary>
    public DateTimeOffset? Published { get; init; }
    /// <summary>When it last changed.</summary>
    public DateTimeOffset? Updated { get; init; }
    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }
    /// <summary>Its own language, or the feed's.</summary>
    public string? Language { get; init; }
    /// <summary>What it is about.</summary>
    public ImmutableArray<FeedCategory> Categories { get; init; } = [];
}

/// <summary>A category.</summary>
/// <param name="Term">Its name.</param>
/// <param name="Scheme">What the name belongs to; null when it is free.</param>
public readonly record struct FeedCategory(string Term, string? Scheme = null);

/// <summary>What came of reading a feed.</summary>
/// <param name="Feed">The feed, as far as it could be read; null when there is none.</param>
/// <param name="Findings">Everything there is to say.</param>
public sealed record FeedReading(Feed? Feed, ImmutableArray<IntakeFinding> Findings);

/// <summary>How much of a feed is read.</summary>
public static class FeedLimits
{
    /// <summary>Bytes, counted after decompression: 4 MB.</summary>
    public const int Bytes = 4 * 1024 * 1024;
    /// <summary>Elements.</summary>
    public const int Elements = 200_000;
    /// <summary>Elements inside one another.</summary>
    public const int Depth = 60;
    /// <summary>Entries.</summary>
    public const int Entries = 1_000;
    /// <summary>Characters of a title.</summary>
    public const int Title = 500;
    /// <summary>Characters of a summary.</summary>
    public const int Summary = 5_000;
    /// <summary>Characters of a name, a category or a language.</summary>
    public const int Name = 200;
    /// <summary>Characters of a link or an id.</summary>
    public const int Link = 2_000;
    /// <summary>Categories of an entry.</summary>
    public const int Categories = 50;
}
