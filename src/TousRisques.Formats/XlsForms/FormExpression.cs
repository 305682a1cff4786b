using System.Globalization;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>
/// Reads an expression of a form (relevant, constraint, calculation…) token by token, to find what no tool could understand. Does not compute anything.
/// </summary>
internal static class FormExpression
{
    /// <summary>What is wrong, with the piece that is; in the order of the text.</summary>
    public static List<(SheetCode Code, string Piece)> Troubles(string text)
    {
        var troubles = new List<(SheetCode, string)>();
        var open = new Stack<(char Bracket, int At)>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c)) i++;
            else if (c is '"' or '\'')
            {
                var end = text.IndexOf(c, i + 1);
                if (end < 0)
                {
                    troubles.Add((SheetCode.ExpressionUnbalanced, From(text, i)));
                    return troubles; // what follows is inside the text or outside: nobody knows
                }
                i = end + 1;
            }
            else if (c == '$')
            {
                var end = i + 1 < text.Length && text[i + 1] == '{' ? text.IndexOf('}', i) : -1;
                if (end < 0 && (i + 1 >= text.Length || text[i + 1] != '{')) troubles.Add((SheetCode.ExpressionCharacter, "$")); // an open reference is told among references
                i = end < 0 ? i + 2 : end + 1;
            }
            else if (c is '(' or '[')
            {
                open.Push((c, i));
                i++;
            }
            else if (c is ')' or ']')
            {
                if (open.Count > 0 && open.Peek().Bracket == (c == ')' ? '(' : '[')) open.Pop();
                else troubles.Add((SheetCode.ExpressionUnbalanced, From(text, i)));
                i++;
            }
            else if (char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '+' or '*' or '/' or '|' or ',' or '@' or ':' or '#' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                if (c == '|' && i + 1 < text.Length && text[i + 1] == '|')
                {
                    troubles.Add((SheetCode.ExpressionOperator, "||"));
                    i++;
                }
                i++;
            }
            else if (c is '=' or '<' or '>' or '!')
            {
                var start = i;
                while (i < text.Length && text[i] is '=' or '<' or '>' or '!') i++;
                if (text[start..i] is not ("=" or "!=" or "<" or ">" or "<=" or ">=")) troubles.Add((SheetCode.ExpressionOperator, text[start..i]));
            }
            else if (c == '&')
            {
                var start = i;
                while (i < text.Length && text[i] == '&') i++;
                troubles.Add((SheetCode.ExpressionOperator, text[start..i]));
            }
            else
            {
                troubles.Add((SheetCode.ExpressionCharacter, c.ToString()));
                i++;
            }
        }
        while (open.TryPop(out var bracket)) troubles.Add((SheetCode.ExpressionUnbalanced, From(text, bracket.At)));
        return troubles;
    }

    /// <summary>The names that a text refers to as <c>${name}</c>; null for a reference that is not closed or holds no name.</summary>
    public static IEnumerable<(string? Name, string Piece)> References(string text)
    {
        for (var i = text.IndexOf("${", StringComparison.Ordinal); i >= 0;)
        {
            var end = text.IndexOf('}', i);
            var next = text.IndexOf("${", i + 2, StringComparison.Ordinal);
            if (end < 0 || (next >= 0 && next < end)) yield return (null, From(text, i));
            else
            {
                var name = text[(i + 2)..end].Trim();
                if (name.StartsWith("last-saved#", StringComparison.Ordinal)) name = name["last-saved#".Length..];
                yield return (XlsFormNames.IsName(name) ? name : null, text[i..(end + 1)]);
            }
            i = next;
        }
    }

    private static string From(string text, int at) => text.Length - at <= 30 ? text[at..] : text[at..(at + 30)] + "…";
}

/// <summary>Names as the specification wants them.</summary>
internal static class XlsFormNames
{
    /// <summary>Whether a text begins with a letter or an underscore and goes on with letters, digits, hyphens, underscores and periods [XLSFORM, The survey worksheet].</summary>
    public static bool IsName(string text) => text is { Length: > 0 } && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
