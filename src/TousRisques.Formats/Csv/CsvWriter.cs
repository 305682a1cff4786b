using System.Buffers;
using System.Text;

namespace TousRisques.Formats.Csv;

/// <summary>
/// Writes tables for spreadsheets: semicolons between cells and a byte order mark, so that a French spreadsheet opens them as they are. A text that a spreadsheet would take
/// for a formula begins with an apostrophe, which the reader takes away.
/// </summary>
public sealed class CsvWriter
{
    private readonly StringBuilder text = new("\ufeff");

    /// <summary>What is written so far.</summary>
    public string Text => text.ToString();

    /// <summary>Writes a row.</summary>
    public void Row(IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string cell)
    {
        var safe = CsvGuard.Add(cell);
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}

/// <summary>Keeps spreadsheets from calculating what people wrote.</summary>
internal static class CsvGuard
{
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789., \u00A0\u202F");

    /// <summary>Adds an apostrophe to what a spreadsheet would calculate, and to what would else look like it was added.</summary>
    public static string Add(string cell) => IsFormula(cell.AsSpan().TrimStart('\'')) ? "'" + cell : cell;

    /// <summary>Takes away what <see cref="Add"/> added, and nothing else.</summary>
    public static string Remove(string cell) => cell is ['\'', ..] && IsFormula(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    /// <summary>A number with its sign is none.</summary>
    private static bool IsFormula(ReadOnlySpan<char> cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] && !IsNumber(cell);

    private static bool IsNumber(ReadOnlySpan<char> cell) => cell is ['-', ..] && cell[1..].IndexOfAnyExcept(Figures) < 0 && cell.IndexOfAnyInRange('0', '9') == 1;
}
