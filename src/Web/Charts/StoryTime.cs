using TousRisques.Domain.Scenarios;

namespace TousRisques.Web.Charts;

/// <summary>Hours of a story, counted from its origin, as people read them.</summary>
internal static class StoryTime
{
    /// <summary>Day and hour, such as "lun. 27 août, 14:00".</summary>
    public static string Moment(Words words, Scenario scenario, TimeSpan at) =>
        (scenario.Origin + at).ToString(words["charts.moment"], words.Culture);

    /// <summary>The day alone, such as "27 août".</summary>
    public static string Day(Words words, Scenario scenario, TimeSpan at) =>
        (scenario.Origin + at).ToString(words["charts.day"], words.Culture);

    /// <summary>A length of time in hours, such as "12 h"; minutes when it is less than ten hours and not whole.</summary>
    public static string Length(Words words, TimeSpan length) =>
        length < TimeSpan.FromHours(10) && length.Minutes != 0
            ? words["charts.hours-minutes", (int)length.TotalHours, length.Minutes]
            : words["charts.hours", Math.Round(length.TotalHours)];

    /// <summary>
    /// A true date, as precise as it is known, such as "22 janvier 2018" or "août 2003"; what is no date is given back as it stands.
    /// </summary>
    public static string TrueDate(Words words, string? date)
    {
        if (string.IsNullOrEmpty(date)) return "";
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", invariant, default, out var day)) return day.ToString("d MMMM yyyy", words.Culture);
        if (DateOnly.TryParseExact(date, "yyyy-MM", invariant, default, out var month)) return month.ToString("MMMM yyyy", words.Culture);
        return date;
    }
}
