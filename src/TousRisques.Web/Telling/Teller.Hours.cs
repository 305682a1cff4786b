using System.Globalization;

namespace TousRisques.Web.Telling;

public sealed partial class Teller
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(3650);

    /// <summary>An hour of the story on its own clock: "lun. 27 août, 02:20".</summary>
    /// <param name="at">From the scenario's origin.</param>
    public string Hour(TimeSpan at) => Hour(at, null);

    /// <summary>An hour of the story: the clock alone on the same day as <paramref name="near"/>, otherwise with the day.</summary>
    public string Hour(TimeSpan at, TimeSpan? near)
    {
        if (countsHours) return HourCounted(at);
        if (When(at) is not { } when) return words["telling.unknown-hour"];
        return near is { } other && When(other) is { } reference && reference.Date == when.Date
            ? when.ToString("HH:mm", words.Culture)
            : when.ToString(words["telling.day-and-hour"], words.Culture);
    }

    /// <summary>The day of the story: "lundi 27 août 2018".</summary>
    public string Day(TimeSpan at) => When(at)?.ToString(words["telling.day"], words.Culture) ?? words["telling.unknown-hour"];

    /// <summary>A moment of the story in full: "jeudi 30 août, 18:00".</summary>
    public string Moment(TimeSpan at) => When(at)?.ToString(words["telling.moment"], words.Culture) ?? words["telling.unknown-hour"];

    /// <summary>The clock of the story alone: "02:20".</summary>
    public string Clock(TimeSpan at) => When(at)?.ToString("HH:mm", words.Culture) ?? words["telling.unknown-hour"];

    /// <summary>A duration: "20 min", "4 h", "1 h 30", "3 j".</summary>
    public string Spell(TimeSpan spell)
    {
        if (spell < TimeSpan.Zero || spell > Farthest) return words["telling.unknown-hour"];
        var minutes = (long)Math.Round(spell.TotalMinutes);
        if (minutes < 60) return words["telling.minutes", minutes];
        var (hours, rest) = (minutes / 60, minutes % 60);
        if (hours < 48) return rest == 0 ? words["telling.hours", hours] : words["telling.hours-minutes", hours, rest.ToString("00", words.Culture)];
        var (days, left) = (hours / 24, hours % 24);
        return left == 0 ? words["telling.days", days] : words["telling.days-hours", days, left];
    }

    /// <summary>A true date as precise as it is known: "2018-01-22", "2003-08", "2003"; anything else as it stands.</summary>
    public string Date(string date)
    {
        if (DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString(words["telling.date"], words.Culture);
        return DateTime.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", words.Culture)
            : date;
    }

    /// <summary>An instant of the workshop itself on the clock of its room: in the territory's time zone, whatever the server's.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => LocalTime.In(pack, at);

    private DateTimeOffset? When(TimeSpan at) =>
        at > -Farthest && at < Farthest && pack.Scenario.Origin.Year is > 11 and < 9980 ? pack.Scenario.Origin + at : null;
}
