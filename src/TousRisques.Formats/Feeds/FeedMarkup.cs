using System.Globalization;
using System.Net;
using System.Text;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Feeds;

/// <summary>
/// Reads markup that may be broken, in one pass: it says what was wrong and goes on, where an XML parser would stop. Nothing is ever expanded or fetched; the tree is
/// no larger than the text and <see cref="FeedLimits"/> allow.
/// </summary>
internal sealed class FeedMarkup(string text, IntakeFindings findings)
{
    private const int MostAttributes = 30;
    private readonly List<FeedElement> open = [];
    private FeedElement? root;
    private List<int>? lineStarts;
    private int at, elements, tooDeep;

    public FeedElement? Read()
    {
        while (at < text.Length)
        {
            var next = text.IndexOf('<', at);
            if (next < 0) next = text.Length;
            if (next > at && open.Count > 0) Add(Decode(text[at..next], at));
            at = next;
            if (at >= text.Length || !Markup()) break;
        }
        foreach (var element in open) element.IsWhole = false;
        if (open.Count > 0) findings.Error(IntakeCode.NotClosed, Here(text.Length), open[^1].Name);
        return root;
    }

    private bool Markup()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal)) return Skip("-->", 4);
        if (rest.StartsWith("<?", StringComparison.Ordinal)) return Skip("?>", 2);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            var end = text.IndexOf("]]>", at + 9, StringComparison.Ordinal);
            if (end < 0) Broken();
            if (open.Count > 0) Add(Clean(text[(at + 9)..(end < 0 ? text.Length : end)], at));
            at = end < 0 ? text.Length : end + 3;
            return true;
        }
        if (rest.StartsWith("<!", StringComparison.Ordinal)) return DocumentType();
        if (rest.Length > 1 && rest[1] == '/') return EndTag();
        if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] == '_')) return StartTag();
        Broken();
        if (open.Count > 0) Add("<");
        at++;
        return true;
    }

    private bool Skip(string end, int length)
    {
        var found = text.IndexOf(end, at + length, StringComparison.Ordinal);
        if (found < 0) Broken();
        at = found < 0 ? text.Length : found + end.Length;
        return true;
    }

    private bool DocumentType()
    {
        findings.Warning(IntakeCode.DocumentType, Here(at));
        var (depth, quote) = (0, '\0');
        for (at += 2; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '[') depth++;
            else if (c == ']') depth--;
            else if (c == '>' && depth <= 0) break;
        }
        at = Math.Min(at + 1, text.Length);
        return true;
    }

    private bool EndTag()
    {
        var end = text.IndexOf('>', at);
        var stop = end < 0 ? text.Length : end;
        var name = text[(at + 2)..Math.Min(stop, at + 200)].Trim();
        if (tooDeep > 0) tooDeep--;
        else
        {
            var depth = open.FindLastIndex(e => Full(e) == name);
            if (depth < 0) findings.Warning(IntakeCode.StrayEnd, Here(at), name);
            else
            {
                for (var i = open.Count - 1; i > depth; i--) findings.Warning(IntakeCode.NotClosed, open[i].At, Full(open[i]));
                open.RemoveRange(depth, open.Count - depth);
            }
        }
        at = end < 0 ? text.Length : end + 1;
        return true;
    }

    private static string Full(FeedElement e) => e.Prefix.Length == 0 ? e.Name : e.Prefix + ":" + e.Name;

    private bool StartTag()
    {
        var start = Here(at);
        var from = ++at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '/' or '<')) at++;
        var (prefix, name) = Split(text[from..Math.Min(at, from + 200)]);
        var element = new FeedElement(prefix, name, start) { Parent = open.Count > 0 ? open[^1] : null };
        var empty = Attributes(element, out var cut);
        if (cut) element.IsWhole = false;
        if (++elements > FeedLimits.Elements)
        {
            findings.Limit(IntakeCode.TooManyElements, start, FeedLimits.Elements);
            return false;
        }
        if (open.Count >= FeedLimits.Depth)
        {
            if (tooDeep == 0) findings.Limit(IntakeCode.TooDeep, start, FeedLimits.Depth);
            if (!empty) tooDeep++;
            return true;
        }
        element.Namespace = element.Inherited(prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix) ?? FeedNames.Usual(prefix);
        if (open.Count > 0) open[^1].Content.Add(element);
        else root ??= element;
        if (!empty) open.Add(element);
        return true;
    }

    /// <summary>Reads attributes up to the end of the tag; true when the tag closes itself.</summary>
    private bool Attributes(FeedElement element, out bool cut)
    {
        cut = false;
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '/' && !(at + 1 < text.Length && text[at + 1] == '>'))) at++;
            if (at >= text.Length || text[at] == '<')
            {
                Broken();
                cut = at >= text.Length;
                return false;
            }
            if (text[at] == '>') { at++; return false; }
            if (text[at] == '/') { at += 2; return true; }
            var from = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or '>' or '<' or '/')) at++;
            var name = text[from..at];
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var value = "";
            if (at < text.Length && text[at] == '=')
            {
                at++;
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
                from = at;
                if (at < text.Length && text[at] is '"' or '\'')
                {
                    var end = text.IndexOf(text[at], at + 1);
                    if (end < 0) Broken();
                    value = Decode(text[(at + 1)..(end < 0 ? text.Length : end)], at + 1);
                    at = end < 0 ? text.Length : end + 1;
                }
                else
                {
                    while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<')) at++;
                    value = Decode(text[from..at], from);
                }
            }
            if (element.Attribute(name) is not null) findings.Warning(IntakeCode.AttributeTwice, Here(from), name);
            else if (element.Attributes.Count < MostAttributes) element.Attributes.Add((name, value));
        }
    }

    private static (string Prefix, string Name) Split(string name) =>
        name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (name[..colon], name[(colon + 1)..]) : ("", name);

    /// <summary>Text at the depth limit still belongs to the deepest element kept: what is deeper is left out.</summary>
    private void Add(string part)
    {
        if (tooDeep == 0) open[^1].Content.Add(part);
    }

    private string Decode(string raw, int from)
    {
        var amp = raw.IndexOf('&', StringComparison.Ordinal);
        if (amp < 0) return Clean(raw, from);
        var decoded = new StringBuilder(raw.Length);
        var last = 0;
        for (; amp >= 0; amp = raw.IndexOf('&', last))
        {
            decoded.Append(raw, last, amp - last);
            var semicolon = raw.AsSpan(amp, Math.Min(40, raw.Length - amp)).IndexOf(';');
            var name = semicolon < 2 ? "" : raw[(amp + 1)..(amp + semicolon)];
            var known = Entity(name, from + amp);
            decoded.Append(known ?? "&");
            last = known is null ? amp + 1 : amp + semicolon + 1;
        }
        return Clean(decoded.Append(raw, last, raw.Length - last).ToString(), from);
    }

    private string? Entity(string name, int where)
    {
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
            case "":
                findings.Warning(IntakeCode.BrokenMarkup, Here(where), "&");
                return null;
        }
        if (name[0] == '#')
        {
            var hex = name.Length > 1 && name[1] is 'x' or 'X';
            if (int.TryParse(name.AsSpan(hex ? 2 : 1), hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
                && (code >= 32 || code is 9 or 10 or 13)) return new Rune(code).ToString();
            findings.Warning(IntakeCode.BadCharacter, Here(where), name);
            return "";
        }
        var entity = "&" + name + ";";
        var html = WebUtility.HtmlDecode(entity);
        findings.Warning(IntakeCode.UnknownEntity, Here(where), name);
        return html == entity ? null : html;
    }

    private string Clean(string raw, int from)
    {
        var bad = raw.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        if (bad < 0) return raw;
        var kept = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] >= ' ' || raw[i] is '\t' or '\n' or '\r') kept.Append(raw[i]);
            else findings.Warning(IntakeCode.BadCharacter, Here(Math.Min(from + i, text.Length)), ((int)raw[i]).ToString(CultureInfo.InvariantCulture));
        }
        return kept.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    private void Broken() => findings.Error(IntakeCode.BrokenMarkup, Here(at), text[at..Math.Min(text.Length, at + 30)]);

    /// <summary>Lines are counted once, whatever the order in which places are asked for.</summary>
    private Spot Here(int position)
    {
        lineStarts ??= LineStarts();
        var line = lineStarts.BinarySearch(position);
        if (line < 0) line = ~line - 1;
        return new(findings.File, line + 1, position - lineStarts[line] + 1);
    }

    private List<int> LineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) starts.Add(i + 1);
        return starts;
    }
}
