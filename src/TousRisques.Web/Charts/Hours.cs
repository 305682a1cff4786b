using TousRisques.Domain.Scenarios;

namespace TousRisques.Web.Charts;

/// <summary>Hours as charts write them: short, and comparable at a glance.</summary>
internal static class Hours
{
    /// <summary>A length of time always in hours, such as "76 h", so that two can be compared; with minutes when it is short and not whole.</summary>
    public static string Of(Words words, TimeSpan length) =>
        length < TimeSpan.FromHours(10) && length.Minutes != 0
            ? words["charts.hours-minutes", (int)length.TotalHours, length.Minutes]
            : words["charts.hours", Math.Round(length.TotalHours)];

    /// <summary>A day of the story, such as "27 août".</summary>
    public static string Day(Words words, Scenario scenario, TimeSpan at) => (scenario.Origin + at).ToString(words["charts.day"], words.Culture);
}
