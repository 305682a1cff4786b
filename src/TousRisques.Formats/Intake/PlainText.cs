using System.Globalization;
using System.Net;
using System.Text;

namespace TousRisques.Formats.Intake;

/// <summary>
/// Reduces what comes from elsewhere to plain text: no tags, no scripts, no control characters, none of the invisible characters that turn text around. Work grows in
/// proportion to length, whatever is written.
/// </summary>
public static class PlainText
{
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "head", "template", "iframe", "object", "svg", "math", "noscript", "textarea", "select", "title" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "header", "footer", "figure",
        "figcaption", "hr", "dt", "dd", "dl", "main", "aside", "nav", "form", "address", "details", "summary",
    };

    /// <summary>Whether a tag of HTML begins a new line.</summary>
    public static bool IsBlock(string tag) => Blocks.Contains(tag);

    /// <summary>Whether what is inside a tag of HTML is not for readers.</summary>
    public static bool IsUnread(string tag) => Unread.Contains(tag);

    /// <summary>HTML as text of several lines. A lesser-than sign that begins no tag stays.</summary>
    public static string FromHtml(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var text = new StringBuilder(html.Length);
        var trustQuotes = true;
        for (var i = 0; i < html.Length;)
        {
            var open = html.IndexOf('<', i);
            if (open < 0) open = html.Length;
            text.Append(WebUtility.HtmlDecode(html[i..open]));
            if (open == html.Length) break;
            i = open + 1;
            if (i == html.Length || !(char.IsAsciiLetter(html[i]) || html[i] is '/' or '!' or '?'))
            {
                text.Append('<');
                continue;
            }
            if (html.AsSpan(i).StartsWith("!--", StringComparison.Ordinal))
            {
                var end = html.IndexOf("-->", i + 3, StringComparison.Ordinal);
                i = end < 0 ? html.Length : end + 3;
                continue;
            }
            var close = TagEnd(html, i, ref trustQuotes);
            var isEnd = html[i] == '/';
            var name = TagName(html, isEnd ? i + 1 : i);
            i = close < 0 ? html.Length : close + 1;
            if (IsBlock(name)) text.Append('\n');
            if (!isEnd && IsUnread(name) && close >= 0 && html[close - 1] != '/')
            {
                var end = html.IndexOf("</" + name, i, StringComparison.OrdinalIgnoreCase);
                i = end < 0 ? html.Length : end;
            }
        }
        return Lines(text.ToString());
    }

    /// <summary>Text of several lines: blanks run together, at most one empty line in a row, trimmed.</summary>
    public static string Lines(string text) => Tidy(text, lines: true);

    /// <summary>Text of one line: blanks run together, trimmed.</summary>
    public static string Line(string text) => Tidy(text, lines: false);

    /// <summary>Cuts a text to a number of characters, the ellipsis included, without leaving half of one.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most) return text;
        var end = most - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }

    private static int TagEnd(string html, int from, ref bool trustQuotes)
    {
        if (!trustQuotes) return html.IndexOf('>', from);
        var quote = '\0';
        for (var i = from; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c == '>') return i;
            else if (c is '"' or '\'' && html[i - 1] is '=' or ' ') quote = c;
        }
        trustQuotes = quote == '\0'; // Unbalanced: from here on the nearest bracket ends a tag, so that nothing is searched twice.
        return html.IndexOf('>', from);
    }

    private static string TagName(string html, int from)
    {
        var end = from;
        while (end < html.Length && end - from < 12 && char.IsAsciiLetterOrDigit(html[end])) end++;
        return html[from..end];
    }

    private static string Tidy(string text, bool lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        var (spaces, breaks) = (false, 0);
        foreach (var rune in text.EnumerateRunes()) // halves of characters come out as U+FFFD
        {
            if (rune.Value is '\n' or '\u0085' or '\u2028' or '\u2029' && lines) breaks++;
            else if (rune.Value is '\u00A0' or '\u202F' && !spaces && breaks == 0) kept.Append(rune.ToString()); // French sets them before « : »
            else if (Rune.IsWhiteSpace(rune)) spaces = true;
            else if (!IsHidden(rune))
            {
                if (kept.Length > 0 && breaks > 0) kept.Append(breaks > 1 ? "\n\n" : "\n");
                else if (kept.Length > 0 && spaces && !char.IsWhiteSpace(kept[^1])) kept.Append(' ');
                (spaces, breaks) = (false, 0);
                kept.Append(rune.ToString());
            }
        }
        return kept.ToString().Trim();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse
        || rune.Value is 0x200B or 0x2060 or 0xFEFF or 0xFFFE or 0xFFFF or 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xE0000 and <= 0xE007F);
}
