using System.Globalization;
using TousRisques.Formats.Intake;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.XlsForms;

namespace TousRisques.Formats.Odk;

/// <summary>Turns what exports write in cells into ODK's own writing of answers.</summary>
internal static class OdkValues
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly string[] Days = ["MMM d, yyyy", "d MMM yyyy", "d MMM. yyyy", "d MMMM yyyy", "MMMM d, yyyy"];
    private static readonly string[] Hours = ["h:mm:ss tt", "H:mm:ss", "h:mm tt", "H:mm"];

    /// <summary>Whether a cell says that there is nothing.</summary>
    public static bool IsNothing(string text) => string.IsNullOrWhiteSpace(text) || text.Trim().Equals("n/a", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a cell of a choice's own column says that the choice was taken; null when it says neither.</summary>
    public static bool? IsTaken(string text) => text.Trim().ToUpperInvariant() switch
    {
        "1" or "TRUE" or "YES" or "OUI" or "VRAI" => true,
        "0" or "" or "FALSE" or "NO" or "NON" or "FAUX" or "N/A" => false,
        _ => null,
    };

    /// <summary>An answer in ODK's writing; null and why when it cannot be understood.</summary>
    public static (string? Value, SheetCode Trouble, string Piece) Read(FormLine question, AskedForm form, string text)
    {
        text = text.Trim();
        var kind = question.Type.Kind;
        return kind switch
        {
            FormKind.SelectOne => Choice(question, form, text),
            FormKind.SelectMultiple or FormKind.Rank => Choices(question, form, text),
            FormKind.WholeNumber or FormKind.Number or FormKind.Range => Or(Number(text), SheetCode.NumberUnreadable),
            FormKind.Date or FormKind.Today => Or(Day(text), SheetCode.DateUnreadable),
            FormKind.Time => Or(Hour(text), SheetCode.DateUnreadable),
            FormKind.DateTime or FormKind.Start or FormKind.End => Or(Moment(text)?.Text, SheetCode.DateUnreadable),
            FormKind.Geopoint or FormKind.StartGeopoint or FormKind.BackgroundGeopoint => Or(Place(text), SheetCode.PlaceUnreadable),
            _ => (text, default, ""),
        };

        (string?, SheetCode, string) Or(string? value, SheetCode trouble) => (value, value is null ? trouble : default, text);
    }

    private static (string?, SheetCode, string) Choice(FormLine question, AskedForm form, string text)
    {
        var choices = form.Choices(question);
        if (choices.Any(c => c.Name == text) || (question.Type.OrOther && text == "other")) return (text, default, "");
        var named = choices.FirstOrDefault(c => c.Texts("label").Any(l => PlainText.Line(l.Value) == PlainText.Line(text))) ?? choices.FirstOrDefault(c => c.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return named is null ? (null, SheetCode.AnswerUnknown, text) : (named.Name, default, "");
    }

    /// <summary>Names separated by blanks; else labels, the longest that fits first, since labels hold blanks themselves.</summary>
    private static (string?, SheetCode, string) Choices(FormLine question, AskedForm form, string text)
    {
        var choices = form.Choices(question);
        var names = choices.Select(c => c.Name).ToHashSet();
        if (question.Type.OrOther) names.Add("other");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.All(names.Contains)) return (string.Join(' ', words.Distinct()), default, "");
        var known = choices.SelectMany(c => c.Texts("label").Select(l => (Text: PlainText.Line(l.Value), c.Name)).Append((Text: c.Name, c.Name)))
            .Where(l => l.Text.Length > 0).OrderByDescending(l => l.Text.Length).ToList();
        var (rest, taken) = (PlainText.Line(text), new List<string>());
        while (rest.Length > 0)
        {
            var (label, name) = known.FirstOrDefault(l => rest.StartsWith(l.Text, StringComparison.OrdinalIgnoreCase) && (rest.Length == l.Text.Length || " ,;|".Contains(rest[l.Text.Length], StringComparison.Ordinal)));
            if (label is null) return (null, SheetCode.AnswerUnknown, rest);
            if (!taken.Contains(name)) taken.Add(name);
            rest = rest[label.Length..].TrimStart(' ', ',', ';', '|');
        }
        return (string.Join(' ', taken), default, "");
    }

    private static string? Number(string text)
    {
        var plain = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.');
        return plain.Length <= 40 && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture) : null;
    }

    private static string? Day(string text)
    {
        if (Moment(text) is { } moment) return moment.Text[..10];
        foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, French])
            if (DateOnly.TryParseExact(text, Days, culture, DateTimeStyles.AllowWhiteSpaces, out var day)) return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }

    private static string? Hour(string text)
    {
        if (TimeOnly.TryParseExact(text, Hours, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var hour)) return hour.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var clock = text.AsSpan();
        if (clock.IndexOfAny("+-Z") is > 0 and var zone) clock = clock[..zone]; // an hour of the day is told on the clock of the place
        return TimeOnly.TryParseExact(clock, ["HH:mm:ss.fff", "HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out hour) ? hour.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A moment in ISO 8601, with its offset when the export tells one; taken as UTC when it does not.</summary>
    public static (DateTimeOffset At, string Text)? Moment(string text)
    {
        string[] zoned = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm:ssK"];
        if (DateTimeOffset.TryParseExact(text, zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
        {
            var hasZone = text[^1] is 'Z' or 'z' || (text.Length > 10 && text.AsSpan(10).IndexOfAny("+-") >= 0);
            return (at, at.ToString(hasZone ? "yyyy-MM-ddTHH:mm:sszzz" : text.Length == 10 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        }
        foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, French])
            if (DateTimeOffset.TryParseExact(text, [.. Days.SelectMany(d => Hours, (d, h) => d + " " + h)], culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out at))
                return (at, at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        return null;
    }

    private static string? Place(string text)
    {
        var parts = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 4) return null;
        var figures = new List<string>();
        foreach (var part in parts)
        {
            if (Number(part.TrimEnd(',', ';')) is not { } figure) return null;
            figures.Add(figure);
        }
        var (latitude, longitude) = (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture));
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? string.Join(' ', figures) : null;
    }
}
