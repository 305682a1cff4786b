using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>What something is about, as readers look for it. Each kind may be empty.</summary>
/// <param name="Themes">Themes, in the order of the enumeration.</param>
/// <param name="Times">Times of a crisis, in order.</param>
/// <param name="Hazards">Hazards, in the order of the enumeration.</param>
/// <param name="Scale">The scale, or null.</param>
public sealed record WatchTags(ImmutableArray<Theme> Themes, ImmutableArray<CrisisTime> Times, ImmutableArray<HazardTag> Hazards, Scale? Scale)
{
    /// <summary>No tag.</summary>
    public static readonly WatchTags None = new([], [], [], null);

    /// <inheritdoc/>
    public bool Equals(WatchTags? other) =>
        other is not null && Themes.SequenceEqual(other.Themes) && Times.SequenceEqual(other.Times) && Hazards.SequenceEqual(other.Hazards) && Scale == other.Scale;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Themes.Length, Times.Length, Hazards.Length, Scale);

    /// <summary>Each tag once, in order. Gives the refusal, or null with the tags.</summary>
    internal static Refusal? Refusal(WatchTags raw, out WatchTags tags)
    {
        tags = None;
        if (raw.Themes.Any(t => !Enum.IsDefined(t)) || raw.Times.Any(t => !Enum.IsDefined(t)) || raw.Hazards.Any(t => !Enum.IsDefined(t)) || (raw.Scale is { } scale && !Enum.IsDefined(scale)))
            return new Unknown("tag", "");
        tags = new([.. raw.Themes.Distinct().Order()], [.. raw.Times.Distinct().Order()], [.. raw.Hazards.Distinct().Order()], raw.Scale);
        return null;
    }
}

/// <summary>What an item of the watch says of an article, a report, a video.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Link">Where it is read, or empty when it is not on the web.</param>
/// <param name="Summary">What it says, in several lines; or empty.</param>
/// <param name="Tags">What it is about.</param>
/// <param name="Place">Where it happens, as one would say it; or empty.</param>
/// <param name="Source">Who published it, or empty.</param>
/// <param name="Language">The language that it is written in, or null when not known.</param>
/// <param name="Published">When it came out, UTC, or null when not known.</param>
public sealed record WatchCard(string Title, string Link, string Summary, WatchTags Tags, string Place, string Source, Language? Language, DateTimeOffset? Published)
{
    /// <summary>Why it could not come in, or null when it could: for those who take in many and would not have one bad one keep out the rest.</summary>
    public Refusal? Misfit() => Refusal(this, out _);

    /// <summary>Cleans what was typed or read. Gives the refusal, or null with the card.</summary>
    internal static Refusal? Refusal(WatchCard raw, out WatchCard card)
    {
        card = raw;
        if (Clean.Line(raw.Title, "title", WatchLimits.Title, out var title) is { } badTitle) return badTitle;
        if (WebLink.Refusal(raw.Link, out var link) is { } badLink) return badLink;
        if (Clean.Optional(raw.Summary, "summary", ExpeditionLimits.Paragraph, lines: true, out var summary) is { } badSummary) return badSummary;
        if (WatchTags.Refusal(raw.Tags, out var tags) is { } badTags) return badTags;
        if (Clean.Optional(raw.Place, "place", ExpeditionLimits.Line, lines: false, out var place) is { } badPlace) return badPlace;
        if (Clean.Optional(raw.Source, "source", ExpeditionLimits.Line, lines: false, out var source) is { } badSource) return badSource;
        if (raw.Language is { Code: not { Length: 2 } }) return new Unknown("language", Clean.Cut(raw.Language.Value.Code ?? "", 8));
        card = new WatchCard(title, link, summary, tags, place, source, raw.Language, raw.Published?.ToUniversalTime());
        return null;
    }
}
