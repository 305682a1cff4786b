using System.Globalization;
using System.Text.RegularExpressions;

namespace TousRisques.Formats;

/// <summary>Durations as people write them in files: <c>20 min</c>, <c>4 h</c>, <c>1 h 30 min</c>, <c>3 d</c>, <c>2 w</c>, <c>0</c>.</summary>
public static partial class Durations
{
    /// <summary>The longest that is read: ten years.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>
    /// Reads whole weeks, days, hours and minutes, larger units first, each at most once; spaces are free.
    /// False for anything else, and beyond <see cref="Longest"/>.
    /// </summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text is null || text.Length > 40) return false;
        if (text == "0") return true;
        if (Pattern().Match(text) is not { Success: true } match) return false;
        long minutes = 0;
        foreach (var (unit, inMinutes) in Units)
        {
            var digits = match.Groups[unit].ValueSpan;
            if (!digits.IsEmpty) minutes += long.Parse(digits, CultureInfo.InvariantCulture) * inMinutes;
        }
        if (minutes > (long)Longest.TotalMinutes) return false;
        duration = TimeSpan.FromMinutes(minutes);
        return true;
    }

    /// <summary>Writes a duration so that <see cref="TryParse"/> reads it back; whole minutes only, seconds are cut off.</summary>
    public static string Write(TimeSpan duration)
    {
        var minutes = (long)duration.TotalMinutes;
        if (minutes == 0) return "0";
        var parts = new List<string>(3);
        foreach (var (unit, inMinutes) in Units)
        {
            if (minutes / inMinutes is var count and > 0) parts.Add(count.ToString(CultureInfo.InvariantCulture) + " " + unit);
            minutes %= inMinutes;
        }
        return string.Join(' ', parts);
    }

    private static readonly (string Unit, long Minutes)[] Units = [("w", 7 * 24 * 60), ("d", 24 * 60), ("h", 60), ("min", 1)];

    [GeneratedRegex(@"^(?=[0-9])(?:(?<w>[0-9]{1,9}) *w)? *(?:(?<d>[0-9]{1,9}) *d)? *(?:(?<h>[0-9]{1,9}) *h)? *(?:(?<min>[0-9]{1,9}) *min)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
