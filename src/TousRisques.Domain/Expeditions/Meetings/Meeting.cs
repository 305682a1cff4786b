using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>A meeting, by a name drawn at the edge.</summary>
public readonly record struct MeetingId(string Value) : IId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Whom an expedition meets.</summary>
public enum MeetingKind
{
    /// <summary>Researchers (« Connecteur Recherche »).</summary>
    Research,
    /// <summary>People of the field: a crisis centre, a town, a trade.</summary>
    Field,
    /// <summary>Partners of the expedition.</summary>
    Partner,
    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>How a meeting stands.</summary>
public enum MeetingState
{
    /// <summary>To come.</summary>
    Planned,
    /// <summary>It took place, and is told.</summary>
    Held,
    /// <summary>It does not take place.</summary>
    Cancelled,
}

/// <summary>What is said of a meeting beforehand.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Whom it is with.</param>
/// <param name="Starts">When it begins; of a whole day only the date counts.</param>
/// <param name="Ends">When it ends, not before it begins.</param>
/// <param name="WholeDay">Whether its hours are not said.</param>
/// <param name="Place">Where, or empty.</param>
/// <param name="Online">Where on the web one takes part, or empty.</param>
/// <param name="With">Who is met: organisations and functions, a line each. Never names of private people.</param>
/// <param name="Themes">Themes that it is about.</param>
/// <param name="Public">Whether everybody may read it; else people of the expedition alone.</param>
public sealed record MeetingSheet(
    string Title, MeetingKind Kind, DateTimeOffset Starts, DateTimeOffset Ends, bool WholeDay, string Place, string Online, ImmutableArray<string> With, ImmutableArray<Theme> Themes, bool Public);

/// <summary>Something learned in a meeting.</summary>
/// <param name="Words">What, in a few lines.</param>
/// <param name="Theme">Its theme, or null.</param>
/// <param name="Time">Its time of crisis, or null.</param>
public sealed record Lesson(string Words, Theme? Theme, CrisisTime? Time);

/// <summary>Something to read beside a meeting's minutes.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Link">Where it is.</param>
public sealed record MeetingLink(string Title, string Link);

/// <summary>What is told of a meeting afterwards.</summary>
/// <param name="Minutes">What was said, in Markdown; may be empty.</param>
/// <param name="Learned">What was learned, statement by statement.</param>
/// <param name="Links">What to read beside it.</param>
public sealed record MeetingRecord(string Minutes, ImmutableArray<Lesson> Learned, ImmutableArray<MeetingLink> Links)
{
    /// <summary>Before anything was told.</summary>
    public static readonly MeetingRecord Empty = new("", [], []);
}

/// <summary>A meeting (rencontre).</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Sheet">What is said of it.</param>
/// <param name="Record">What is told of it.</param>
/// <param name="State">How it stands.</param>
/// <param name="IsTold">Whether it was ever told.</param>
/// <param name="Changes">How often it was changed: calendars take the newest.</param>
/// <param name="ChangedAt">When it last was.</param>
public sealed record Meeting(MeetingId Id, MeetingSheet Sheet, MeetingRecord Record, MeetingState State, bool IsTold, int Changes, DateTimeOffset ChangedAt)
{
    /// <summary>Whether it is about a theme: as planned, or in something learned.</summary>
    public bool IsAbout(Theme theme) => Sheet.Themes.Contains(theme) || Record.Learned.Any(l => l.Theme == theme);
}

/// <summary>How large meetings may grow.</summary>
public static class MeetingLimits
{
    /// <summary>Meetings of an expedition.</summary>
    public const int Meetings = 2_000;
    /// <summary>Lines on who is met, things learned, links of a meeting.</summary>
    public const int Lines = 40;
    /// <summary>Days that a meeting may last.</summary>
    public const int Days = 31;
    /// <summary>The first year that a meeting may be in.</summary>
    public const int FirstYear = 1900;
    /// <summary>The last.</summary>
    public const int LastYear = 2200;
}
