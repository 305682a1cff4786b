using System.Globalization;
using System.Text;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>Names of sections, questions and choices: what forms (XML) and tables of answers can carry.</summary>
public static class FormNames
{
    private const int Longest = 28;

    /// <summary>Whether a section or question can be called so: a letter or underscore, then letters, digits, hyphens, points, underscores.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= InquiryLimits.Name } && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetter(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '_');

    /// <summary>Whether a choice can be called so: visible, without spaces or commas.</summary>
    public static bool IsChoice(string? name) =>
        name is { Length: > 0 and <= InquiryLimits.Name } && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c == ',');

    /// <summary>Whether somebody outside may name a new thing so: letters, digits, hyphens, underscores.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= ExpeditionLimits.Id } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>A name made of words: lower-case ASCII and underscores, at most 28 letters, never empty, and none that is taken.</summary>
    public static string Of(string words, string otherwise, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(isTaken);
        var name = new StringBuilder();
        foreach (var c in Plain(words))
        {
            if (name.Length >= Longest) break;
            if (char.IsAsciiLetterOrDigit(c)) name.Append(char.ToLowerInvariant(c));
            else if (name.Length > 0 && name[^1] != '_' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) name.Append('_');
        }
        // A word cut in two is no word.
        if (name.Length >= Longest && name.ToString().LastIndexOf('_') is > Longest / 3 and var cut) name.Length = cut;
        var stem = name.ToString().Trim('_');
        if (stem.Length == 0) stem = otherwise;
        if (!char.IsAsciiLetter(stem[0])) stem = "_" + stem;
        if (!isTaken(stem)) return stem;
        for (var i = 2; ; i++)
            if (string.Create(CultureInfo.InvariantCulture, $"{stem}_{i}") is var next && !isTaken(next)) return next;
    }

    /// <summary>Normalisation throws on halves of characters.</summary>
    private static string Plain(string words) => string.Concat(words.EnumerateRunes().Where(r => r.Value is not (0xFFFE or 0xFFFF)).Select(r => r.ToString())).Normalize(NormalizationForm.FormD);
}
