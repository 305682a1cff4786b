using System.Globalization;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Yaml;

/// <summary>Looks at the characters of a file before its syntax: what no text holds, and tabs that indent.</summary>
internal static class YamlCharacters
{
    /// <summary>Whether the file can be parsed; when not, a finding says why. <paramref name="tabs"/>: a tab indents a line.</summary>
    public static bool Check(string file, string text, FindingList findings, out bool tabs)
    {
        tabs = false;
        var (line, lineStart, indenting) = (1, 0, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' || (c is '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                (line, lineStart, indenting) = (line + 1, i + 1, true);
                continue;
            }
            if (c == '\t' && indenting)
            {
                // One finding a file is enough: an editor that writes tabs writes them everywhere.
                if (tabs || IsBlank(text, i)) continue;
                tabs = true;
                findings.Error(FindingCode.TabIndent, new(file, line, i - lineStart + 1));
                continue;
            }
            indenting &= c == ' ';
            if (FirstStrange(text, i) is { } code)
            {
                findings.Error(FindingCode.ControlCharacter, new(file, line, i - lineStart + 1), code);
                return false;
            }
            if (char.IsHighSurrogate(c)) i++;
        }
        return true;
    }

    /// <summary>The first character of a decoded value that no text holds, such as <c>U+0000</c>; null when all are fine.</summary>
    public static string? FirstStrange(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (FirstStrange(text, i) is { } code) return code;
            if (char.IsHighSurrogate(text[i])) i++;
        }
        return null;
    }

    private static string? FirstStrange(string text, int i)
    {
        var c = text[i];
        var strange = (c < ' ' && c is not ('\t' or '\n' or '\r'))
            || c is >= '\x7f' and <= '\x9f' and not '\x85'
            || c is '\ufffe' or '\uffff' or '\ufeff'
            || (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])));
        return strange ? "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : null;
    }

    private static bool IsBlank(string text, int from)
    {
        while (from < text.Length && text[from] is ' ' or '\t') from++;
        return from >= text.Length || text[from] is '\n' or '\r' or '#';
    }
}
