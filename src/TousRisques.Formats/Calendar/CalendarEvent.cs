using System.Collections.Immutable;

namespace TousRisques.Formats.Calendar;

/// <summary>A calendar for others to subscribe to or to open once.</summary>
public sealed record CalendarFile
{
    /// <summary>What people's calendars call it.</summary>
    public required string Name { get; init; }
    /// <summary>In any order.</summary>
    public required ImmutableArray<CalendarEvent> Events { get; init; }
    /// <summary>How often to look again; null says nothing.</summary>
    public TimeSpan? Refresh { get; init; }
}

/// <summary>Something to be at.</summary>
public sealed record CalendarEvent
{
    /// <summary>Tells it from every other event of the world, for ever.</summary>
    public required string Uid { get; init; }
    /// <summary>When this version of the event was written; UTC is stored.</summary>
    public required DateTimeOffset Stamp { get; init; }
    /// <summary>Whole seconds count.</summary>
    public required DateTimeOffset Start { get; init; }
    /// <summary>Not before the start.</summary>
    public required DateTimeOffset End { get; init; }
    /// <summary>The zone that its hours are told in; null for UTC.</summary>
    public TimeZoneInfo? Zone { get; init; }
    /// <summary>One line.</summary>
    public required string Summary { get; init; }
    /// <summary>Several lines, or nothing.</summary>
    public string Description { get; init; } = "";
    /// <summary>One line, or nothing.</summary>
    public string Location { get; init; } = "";
    /// <summary>Where, in degrees: latitude, then longitude.</summary>
    public (double Latitude, double Longitude)? Geo { get; init; }
    /// <summary>A page about it.</summary>
    public Uri? Url { get; init; }
    /// <summary>How long before the start to remind; null for never.</summary>
    public TimeSpan? Reminder { get; init; }
    /// <summary>Grows with every change, so that calendars take the newest.</summary>
    public int Sequence { get; init; }
    /// <summary>Whether it will not take place.</summary>
    public bool IsCancelled { get; init; }
}
