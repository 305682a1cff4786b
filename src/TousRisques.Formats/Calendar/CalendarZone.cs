using System.Globalization;

namespace TousRisques.Formats.Calendar;

/// <summary>
/// Writes a time zone as iCalendar wants it. Every change of the clock in the years of the events is written with its own date, so that the zone's rules of that time
/// hold and not a guess at their pattern.
/// </summary>
internal static class CalendarZone
{
    /// <summary>Longer calendars are written in UTC: years of clock changes would outweigh them.</summary>
    public const int MostYears = 20;

    /// <summary>Writes the zone for events within two instants.</summary>
    public static void Write(ContentLines lines, TimeZoneInfo zone, string id, DateTimeOffset first, DateTimeOffset last)
    {
        var from = new DateTime(first.UtcDateTime.Year - 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var to = new DateTime(last.UtcDateTime.Year + 2, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        lines.Raw("BEGIN", "VTIMEZONE");
        lines.Raw("TZID", id);
        var offset = zone.GetUtcOffset(from);
        Observance(lines, zone, from, offset, offset);
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var next = day.AddDays(1);
            if (zone.GetUtcOffset(next) == zone.GetUtcOffset(day)) continue;
            var (low, high) = (day, next); // the change lies in (low, high]
            while (high - low > TimeSpan.FromSeconds(1))
            {
                var middle = low + TimeSpan.FromSeconds(Math.Floor((high - low).TotalSeconds / 2));
                if (zone.GetUtcOffset(middle) == zone.GetUtcOffset(day)) low = middle;
                else high = middle;
            }
            Observance(lines, zone, high, zone.GetUtcOffset(day), zone.GetUtcOffset(high));
        }
        lines.Raw("END", "VTIMEZONE");
    }

    private static void Observance(ContentLines lines, TimeZoneInfo zone, DateTime onset, TimeSpan before, TimeSpan after)
    {
        var kind = zone.IsDaylightSavingTime(onset) ? "DAYLIGHT" : "STANDARD";
        lines.Raw("BEGIN", kind);
        lines.Raw("DTSTART", (onset + before).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)); // told by the clock as it was before
        lines.Raw("TZOFFSETFROM", Offset(before));
        lines.Raw("TZOFFSETTO", Offset(after));
        lines.Raw("END", kind);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}
