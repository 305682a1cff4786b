using System.Globalization;
using System.Text;

namespace TousRisques.Formats.Calendar;

/// <summary>Writes iCalendar [RFC5545], to be published.</summary>
public static class CalendarWriter
{
    private const string Product = "-//Tous Risques//Calendar//FR";

    /// <summary>The calendar in UTF-8.</summary>
    /// <exception cref="ArgumentException">An event without a UID, two with one UID, one that ends before it starts, or one whose place or page is none.</exception>
    public static byte[] Write(CalendarFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var e in file.Events) Check(e);
        if (file.Events.DistinctBy(e => e.Uid).Count() != file.Events.Length) throw new ArgumentException("Two events have one UID.", nameof(file));
        var lines = new ContentLines();
        lines.Raw("BEGIN", "VCALENDAR");
        lines.Raw("VERSION", "2.0");
        lines.Raw("PRODID", Product);
        lines.Raw("CALSCALE", "GREGORIAN");
        lines.Raw("METHOD", "PUBLISH");
        lines.Text("NAME", file.Name);
        lines.Text("X-WR-CALNAME", file.Name);
        if (file.Refresh is { } refresh)
        {
            lines.Raw("REFRESH-INTERVAL;VALUE=DURATION", Duration(refresh));
            lines.Raw("X-PUBLISHED-TTL", Duration(refresh));
        }
        var zones = file.Events.Where(e => Name(e.Zone) is not null).GroupBy(e => Name(e.Zone)!, StringComparer.Ordinal)
            .Select(g => (Id: g.Key, g.First().Zone, First: g.Min(e => e.Start), Last: g.Max(e => e.End)))
            .Where(z => z.Last.Year - z.First.Year <= CalendarZone.MostYears && z.First.Year > 2 && z.Last.Year < 9990).ToDictionary(z => z.Id, StringComparer.Ordinal);
        foreach (var zone in zones.Values.OrderBy(z => z.Id, StringComparer.Ordinal)) CalendarZone.Write(lines, zone.Zone!, zone.Id, zone.First, zone.Last);
        foreach (var e in file.Events) Event(lines, e, Name(e.Zone) is { } id && zones.ContainsKey(id) ? id : null);
        lines.Raw("END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static void Event(ContentLines lines, CalendarEvent e, string? zone)
    {
        lines.Raw("BEGIN", "VEVENT");
        lines.Text("UID", e.Uid);
        lines.Raw("DTSTAMP", Utc(e.Stamp));
        Moment(lines, "DTSTART", e.Start, e.Zone, zone);
        Moment(lines, "DTEND", e.End, e.Zone, zone);
        lines.Text("SUMMARY", e.Summary);
        lines.Text("DESCRIPTION", e.Description, severalLines: true);
        lines.Text("LOCATION", e.Location);
        if (e.Geo is { } geo) lines.Raw("GEO", string.Create(CultureInfo.InvariantCulture, $"{geo.Latitude:0.######};{geo.Longitude:0.######}"));
        if (e.Url is { } url) lines.Raw("URL", url.AbsoluteUri);
        lines.Raw("SEQUENCE", e.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Raw("STATUS", e.IsCancelled ? "CANCELLED" : "CONFIRMED");
        if (e.Reminder is { } reminder && !e.IsCancelled)
        {
            lines.Raw("BEGIN", "VALARM");
            lines.Raw("ACTION", "DISPLAY");
            lines.Text("DESCRIPTION", e.Summary);
            lines.Raw("TRIGGER", "-" + Duration(reminder));
            lines.Raw("END", "VALARM");
        }
        lines.Raw("END", "VEVENT");
    }

    private static void Check(CalendarEvent e)
    {
        if (string.IsNullOrWhiteSpace(e.Uid) || string.IsNullOrWhiteSpace(e.Summary)) throw new ArgumentException("An event needs a UID and a summary.", nameof(e));
        if (e.End < e.Start) throw new ArgumentException($"{e.Uid} ends before it starts.", nameof(e));
        if (e.Geo is { } geo && !(Math.Abs(geo.Latitude) <= 90 && Math.Abs(geo.Longitude) <= 180)) throw new ArgumentException($"{e.Uid} is nowhere on Earth.", nameof(e));
        if (e.Url is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https")) throw new ArgumentException($"{e.Uid} has a page that is not on the web.", nameof(e));
        if (e.Sequence < 0 || e.Reminder < TimeSpan.Zero) throw new ArgumentException($"{e.Uid} counts below zero.", nameof(e));
    }

    /// <summary>In the zone's hours; in UTC for an hour that comes twice when its second coming is meant, for iCalendar takes it for the first.</summary>
    private static void Moment(ContentLines lines, string name, DateTimeOffset at, TimeZoneInfo? zone, string? id)
    {
        if (zone is not null && id is not null)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone);
            if (!HasComeBefore(local, zone))
            {
                lines.Raw($"{name};TZID={id}", local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
                return;
            }
        }
        lines.Raw(name, Utc(at));
    }

    /// <summary>Whether clocks have shown this hour once already: asked of the offsets themselves, for the system's notion of ambiguous hours misses some.</summary>
    private static bool HasComeBefore(DateTimeOffset local, TimeZoneInfo zone)
    {
        var before = zone.GetUtcOffset(local.AddDays(-1));
        return before > local.Offset && zone.GetUtcOffset(new DateTimeOffset(local.DateTime, before)) == before;
    }

    /// <summary>The zone's IANA name; null for UTC and for zones without one.</summary>
    private static string? Name(TimeZoneInfo? zone) => zone is null || zone == TimeZoneInfo.Utc ? null
        : zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null;

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan time)
    {
        var text = "P" + (time.Days > 0 ? time.Days.ToString(CultureInfo.InvariantCulture) + "D" : "");
        if (time.Days > 0 && time.Hours == 0 && time.Minutes == 0) return text;
        text += "T" + (time.Hours > 0 ? time.Hours.ToString(CultureInfo.InvariantCulture) + "H" : "");
        return time.Minutes > 0 || time.Hours == 0 ? text + time.Minutes.ToString(CultureInfo.InvariantCulture) + "M" : text;
    }
}
