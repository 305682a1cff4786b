using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TousRisques.Web.Expeditions;

/// <summary>Reads the fields of a form. Texts come as typed, since the rules clean them; what is chosen from a list, or is a date or a number, is read here.</summary>
/// <param name="form">The form.</param>
public sealed class FormFields(IFormCollection form)
{
    /// <summary>The form of a request; one without a form has no fields.</summary>
    public static async ValueTask<IFormCollection> ReadAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
    }

    /// <summary>The first field that held what no form of ours sends, or null: the request is then refused as a whole.</summary>
    public string? Bad { get; private set; }

    /// <summary>Files sent along.</summary>
    public IFormFileCollection Files => form.Files;

    /// <summary>Everything as typed, as a flash keeps it, for a page that shows a form again without its being sent.</summary>
    public ImmutableDictionary<string, string> Typed =>
        form.Where(f => f.Key is not "id" && f.Value.Count > 0).ToImmutableDictionary(f => f.Key, f => string.Join('\n', f.Value.ToArray()), StringComparer.Ordinal);

    /// <summary>A text as typed; empty when it is missing.</summary>
    public string this[string field] => form[field].ToString();

    /// <summary>All values of a repeated field that are not blank.</summary>
    public ImmutableArray<string> All(string field) => [.. form[field].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!)];

    /// <summary>All values of a repeated field, blank ones too, so that rows of a table stay together.</summary>
    public ImmutableArray<string> Column(string field) => [.. form[field].Select(v => v ?? "")];

    /// <summary>Whether a box is ticked.</summary>
    public bool Yes(string field) => Forms.FormAnswer.IsYes(form[field]);

    /// <summary>Says that a field is missing that must be there: the form is refused.</summary>
    public void Want(string field) => Bad ??= field;

    /// <summary>Whether the box is ticked that says that this is meant; a form without it is refused.</summary>
    public bool Sure()
    {
        if (Yes("sure")) return true;
        Want("sure");
        return false;
    }

    /// <summary>Several words separated by commas or ends of line, such as free tags.</summary>
    public ImmutableArray<string> Tags(string field) =>
        [.. this[field].Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A value of an enumeration in kebab-case, or null when nothing was chosen.</summary>
    public T? Choice<T>(string field) where T : struct, Enum => Choice<T>(field, this[field]);

    /// <summary>A value of an enumeration that must be chosen; a form without it is refused.</summary>
    public T Chosen<T>(string field) where T : struct, Enum
    {
        if (Choice<T>(field) is { } chosen) return chosen;
        Bad ??= field;
        return default;
    }

    /// <summary>Values of an enumeration chosen in a repeated field.</summary>
    public ImmutableArray<T> Choices<T>(string field) where T : struct, Enum => [.. All(field).Select(v => Choice<T>(field, v)).Where(v => v is not null).Select(v => v!.Value).Distinct()];

    /// <summary>A whole number, or null when nothing was typed.</summary>
    public int? Number(string field)
    {
        if (string.IsNullOrWhiteSpace(this[field])) return null;
        if (int.TryParse(this[field].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Bad ??= field;
        return null;
    }

    /// <summary>A day as <c>2026-11-26</c>, at midnight UTC; null when nothing was typed.</summary>
    public DateTimeOffset? Day(string field) => Day(field, this[field]);

    /// <summary>A day of a column of such days.</summary>
    public DateTimeOffset? Day(string field, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DateTimeOffset.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)) return day;
        Bad ??= field;
        return null;
    }

    /// <summary>An hour as browsers send it (<c>18:30</c>); null when nothing was typed.</summary>
    public TimeOnly? Hour(string field)
    {
        var typed = this[field].Trim();
        if (typed.Length == 0) return null;
        if (TimeOnly.TryParseExact(typed, ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return hour;
        Bad ??= field;
        return null;
    }

    /// <summary>Lines of a text that are not blank.</summary>
    public ImmutableArray<string> Lines(string field) => [.. this[field].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A day with an hour as browsers send them (<c>2026-11-26T18:30</c>), on the clock of a zone; null when nothing was typed.</summary>
    public DateTimeOffset? Instant(string field, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var typed = this[field].Trim();
        if (typed.Length == 0) return null;
        if (DateTime.TryParseExact(typed, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        Bad ??= field;
        return null;
    }

    /// <summary>An instant as our pages write it into a hidden field (round-trip form); null when it is missing.</summary>
    public DateTimeOffset? Moment(string field)
    {
        if (this[field].Length == 0) return null;
        if (DateTimeOffset.TryParseExact(this[field], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)) return instant;
        Bad ??= field;
        return null;
    }

    private T? Choice<T>(string field, string typed) where T : struct, Enum
    {
        if (typed.Length == 0) return null;
        foreach (var value in Enum.GetValues<T>())
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == typed) return value;
        Bad ??= field;
        return null;
    }
}
