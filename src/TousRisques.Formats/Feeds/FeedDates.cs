using System.Globalization;
using System.Text.RegularExpressions;

namespace TousRisques.Formats.Feeds;

/// <summary>Reads dates as feeds write them: RFC 3339 and its shorter kin, RFC 822 with its many zones, and what people make of them.</summary>
public static partial class FeedDates
{
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
    };

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] FrenchMonths = ["janv", "fév", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"];

    /// <summary>The instant with its offset, and whether no known zone was written, so that UTC was assumed; null for what is no date.</summary>
    public static (DateTimeOffset At, bool ZoneAssumed)? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Length is 0 or > 100) return null;
        if (Iso().Match(text) is { Success: true } iso)
            return Make(Number(iso, "y"), iso.Groups["m"].Success ? Number(iso, "m") : 1, iso.Groups["d"].Success ? Number(iso, "d") : 1, iso);
        var mail = Mail().Match(text);
        if (!mail.Success) mail = American().Match(text);
        if (!mail.Success || Month(mail.Groups["mon"].Value) is not { } month) return null;
        var year = Number(mail, "y");
        if (mail.Groups["y"].Length < 4) year += year < 50 ? 2000 : 1900; // [RFC2822] 4.3
        return Make(year, month, Number(mail, "d"), mail);
    }

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static int? Month(string word)
    {
        for (var i = 0; i < 12; i++)
            if (word.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase) || word.StartsWith(FrenchMonths[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        return null;
    }

    private static (DateTimeOffset At, bool ZoneAssumed)? Make(int year, int month, int day, Match match)
    {
        var (hour, minute, second) = (Number(match, "H"), Number(match, "M"), Number(match, "S"));
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || minute > 59 || second > 60) return null;
        if (hour > 24 || hour == 24 && (minute > 0 || second > 0)) return null;
        var ticks = match.Groups["f"].Success ? long.Parse(match.Groups["f"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture) : 0;
        var local = new DateTime(year, month, day).AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59)).AddTicks(ticks);
        if (Offset(match.Groups["z"].Value) is not { } offset) return (new(local, TimeSpan.Zero), true);
        if (offset.Duration() > TimeSpan.FromHours(14) || (local - DateTime.MinValue) < TimeSpan.FromHours(15)) return null;
        return (new(local, offset), false);
    }

    private static TimeSpan? Offset(string zone)
    {
        zone = zone.Trim();
        if (Numeric().Match(zone) is { Success: true } n)
        {
            var offset = new TimeSpan(Number(n, "h"), Number(n, "m"), 0);
            return n.Groups["s"].Value == "-" ? -offset : offset;
        }
        return Zones.TryGetValue(zone, out var hours) ? TimeSpan.FromHours(hours) : null;
    }

    [GeneratedRegex(@"^(?<y>[0-9]{4})(-(?<m>[0-9]{1,2})(-(?<d>[0-9]{1,2})([Tt ]\s*(?<H>[0-9]{1,2}):(?<M>[0-9]{2})(:(?<S>[0-9]{2})([.,](?<f>[0-9]+))?)?\s*(?<z>[A-Za-z]{1,5}|[+-][0-9:]{2,5})?)?)?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\p{L}+\.?,?\s*)?(?<d>[0-9]{1,2})[\s-]+(?<mon>\p{L}{3,9})\.?,?[\s-]+(?<y>[0-9]{4}|[0-9]{2})(,?\s+(?<H>[0-9]{1,2}):(?<M>[0-9]{2})(:(?<S>[0-9]{2})(\.(?<f>[0-9]+))?)?\s*(?<z>[A-Za-z]{0,5}([+-][0-9:]{1,5})?)(\s*\(.*\))?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^(\p{L}+\.?,?\s+)?(?<mon>\p{L}{3,9})\.?\s+(?<d>[0-9]{1,2}),?\s+((?<H>[0-9]{1,2}):(?<M>[0-9]{2}):(?<S>[0-9]{2})\s+(?<z>[A-Za-z]{2,5}\s+)?)?(?<y>[0-9]{4})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex American();

    [GeneratedRegex(@"^(UTC|GMT)?(?<s>[+-])(?<h>[0-9]{1,2}):?(?<m>[0-5][0-9])?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Numeric();
}
