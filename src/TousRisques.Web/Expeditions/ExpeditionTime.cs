using System.Globalization;

namespace TousRisques.Web.Expeditions;

/// <summary>The clock of expeditions: hours are typed, shown and put on calendars in one zone, whatever the server's or the reader's (docs/pages.md, "Hours").</summary>
public static class ExpeditionTime
{
    /// <summary>The zone: Europe/Paris; UTC on a machine that knows no zones.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>An instant as the zone's clocks show it.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The instant at which the zone's clocks show a day and an hour.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>A day of the zone in words: « jeudi 25 février 2021 ».</summary>
    public static string Day(Words words, DateTimeOffset at) => In(words, Local(at), "dddd d MMMM yyyy");

    /// <summary>The same without the name of the day: « 25 février 2021 ».</summary>
    public static string ShortDay(Words words, DateTimeOffset at) => In(words, Local(at), "d MMMM yyyy");

    /// <summary>A month in words: « février 2021 ».</summary>
    public static string Month(Words words, DateTimeOffset at) => Local(at).ToString("MMMM yyyy", words.Culture);

    /// <summary>An hour: « 9:00 », as the language writes it.</summary>
    public static string Hour(Words words, DateTimeOffset at) => Local(at).ToString("t", words.Culture);

    /// <summary>A day that is kept as a date alone, at midnight UTC.</summary>
    public static string Date(Words words, DateTimeOffset day) => In(words, day.ToUniversalTime(), "d MMMM yyyy");

    /// <summary>The month of a day that is kept as a date alone.</summary>
    public static string DateMonth(Words words, DateTimeOffset day) => day.ToUniversalTime().ToString("MMMM yyyy", words.Culture);

    /// <summary>A day for a form: <c>2021-02-25</c>.</summary>
    public static string ForForm(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An hour for a form: <c>09:00</c>.</summary>
    public static string HourForForm(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    // French says « 1er mars » of the first day alone.
    private static string In(Words words, DateTimeOffset local, string format) =>
        local.ToString(words.Language.Code == "fr" && local.Day == 1 ? format.Replace("d MMMM", "d'er' MMMM", StringComparison.Ordinal) : format, words.Culture);
}
