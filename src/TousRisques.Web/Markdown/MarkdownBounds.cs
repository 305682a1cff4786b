using TousRisques.Domain.Expeditions.Notebooks;

namespace TousRisques.Web.Markdown;

/// <summary>
/// What no honest text does, looked for before the parser begins, since the parser cannot be stopped half-way: each of these makes a small text cost seconds or a deep stack.
/// A text beyond them is shown as it was typed.
/// </summary>
internal static class MarkdownBounds
{
    /// <summary>Blocks and marks inside each other.</summary>
    public const int Depth = 32;

    /// <summary>Cells of all tables of a text, those counted too that a short row is filled up with.</summary>
    private const int Cells = 8_000;

    /// <summary>Marks that open something, in one paragraph. An unclosed one is looked for up to the paragraph's end, each anew.</summary>
    private const int OpenMarks = 1_000;

    /// <summary>Blocks of a text.</summary>
    public const int Blocks = 1_200;

    /// <summary>Links of a text.</summary>
    public const int Links = 1_000;

    /// <summary>What is wrong with a text, or none.</summary>
    public static MarkdownTrouble Check(string text)
    {
        if (text.Length > NotebookLimits.Body) return MarkdownTrouble.TooLong;
        var (marks, rows, columns, cells) = (0, 0, 0, 0L);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var bars = line.Count('|');
            if (bars == 0)
            {
                cells += (long)rows * columns;
                (rows, columns) = (0, 0);
            }
            else (rows, columns) = (rows + 1, Math.Max(columns, bars + 1));
            if (line.IsWhiteSpace()) marks = 0;
            if (Opened(line) > Depth) return MarkdownTrouble.TooNested;
            foreach (var c in line)
                if (c is '[' or '*' or '_' or '`' or '<' or '!' or '(' && ++marks > OpenMarks) return MarkdownTrouble.TooNested;
            if (cells + (long)rows * columns > Cells) return MarkdownTrouble.TooWide;
        }
        return MarkdownTrouble.None;
    }

    /// <summary>How many quotes and lists a line opens or goes on with: marks at its beginning, and how far it is indented.</summary>
    private static int Opened(ReadOnlySpan<char> line)
    {
        var (opened, spaces) = (0, 0);
        foreach (var c in line)
        {
            if (c == ' ') spaces++;
            else if (c is '>' or '-' or '+' or '*' or '.' or ')' || char.IsAsciiDigit(c)) opened += c is '>' or '-' or '+' or '*' or ')' ? 1 : 0;
            else break;
        }
        // A rule is one line of the same mark, however long.
        return spaces / 2 + (line.Trim().Trim(" -*").IsEmpty ? 0 : opened);
    }
}
