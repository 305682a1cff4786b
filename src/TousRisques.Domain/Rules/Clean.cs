using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TousRisques.Domain.Rules;

/// <summary>
/// Makes texts that people typed fit to be stored: Unicode NFC, no control characters (nor the invisible ones that reverse the direction
/// of text), trimmed. What cannot be seen counts as nothing.
/// </summary>
public static class Clean
{
    /// <summary>A text of one line that must be there. Gives the refusal, or null with the text.</summary>
    public static Refusal? Line(string? raw, string field, int limit, out string text) =>
        Optional(raw, field, limit, lines: false, out text) ?? (text.Length == 0 ? new TextMissing(field) : null);

    /// <summary>A text of several lines that must be there. Gives the refusal, or null with the text.</summary>
    public static Refusal? Lines(string? raw, string field, int limit, out string text) =>
        Optional(raw, field, limit, lines: true, out text) ?? (text.Length == 0 ? new TextMissing(field) : null);

    /// <summary>A text that may be missing. Gives the refusal, or null with the text.</summary>
    public static Refusal? Optional(string? raw, string field, int limit, bool lines, out string text)
    {
        text = "";
        if (string.IsNullOrEmpty(raw)) return null;
        if (raw.Length > 8 * limit) return new TextTooLong(field, limit); // not worth cleaning a megabyte to say so
        text = Tidy(raw, lines);
        if (text.Length <= limit) return null;
        text = "";
        return new TextTooLong(field, limit);
    }

    /// <summary>Values of an enumeration: those that there are, each once, in order.</summary>
    public static ImmutableArray<T> Values<T>(ImmutableArray<T> given) where T : struct, Enum => given.IsDefaultOrEmpty ? [] : [.. given.Where(Enum.IsDefined).Distinct().Order()];

    /// <summary>Cuts a text without leaving half a character.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    private static string Tidy(string raw, bool lines)
    {
        var kept = new StringBuilder(raw.Length);
        var visible = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                kept.Append(c).Append(raw[++i]);
                visible = true;
            }
            else if (char.IsSurrogate(c))
            {
                kept.Append('\uFFFD'); // half a character: normalisation would throw
                visible = true;
            }
            else if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                if (c == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n') continue;
                Space(kept, lines ? '\n' : ' ', lines);
            }
            else if (char.IsWhiteSpace(c))
            {
                // French puts no-break spaces before « : » and inside « guillemets »: they stay.
                Space(kept, c is '\u00A0' or '\u202F' ? c : ' ', lines);
            }
            else if (!IsUnwanted(c))
            {
                kept.Append(c);
                visible |= char.GetUnicodeCategory(c) != UnicodeCategory.Format;
            }
        }
        return visible ? kept.ToString().Trim().Normalize(NormalizationForm.FormC) : "";
    }

    private static void Space(StringBuilder kept, char space, bool lines)
    {
        if (!lines && kept.Length > 0 && char.IsWhiteSpace(kept[^1])) return;
        kept.Append(space);
    }

    private static bool IsUnwanted(char c) =>
        char.IsControl(c)
        || c is '\u200B' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
