using System.Collections.Immutable;
using System.Globalization;

namespace TousRisques.Formats.Sheets;

/// <summary>A workbook, or a table in text, as plain tables of text.</summary>
/// <param name="Sheets">Its sheets in their order; a table in text is one sheet.</param>
/// <param name="Findings">Everything there is to say about how it was read.</param>
public sealed record Workbook(ImmutableArray<Sheet> Sheets, ImmutableArray<SheetFinding> Findings)
{
    /// <summary>The sheet of a name, exactly so, else apart from case and blanks around it; null when there is none.</summary>
    public Sheet? Named(string name) => Sheets.FirstOrDefault(s => s.Name == name)
        ?? Sheets.FirstOrDefault(s => s.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A table of text.</summary>
/// <param name="Name">Its name in the workbook; the file's name for a table in text.</param>
/// <param name="Rows">Its rows that are not empty, top down.</param>
public sealed record Sheet(string Name, ImmutableArray<SheetRow> Rows)
{
    /// <summary>Whether it comes from a table in text, where places are told by line and column.</summary>
    public bool IsText { get; init; }

    /// <summary>The sheet as a whole, as a place.</summary>
    public SheetSpot Whole => new(Name, 0, 0, IsText);

    /// <summary>The place of a cell.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column, from 0.</param>
    public SheetSpot At(SheetRow row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(Name, row.Number, column + 1, IsText);
    }

    /// <summary>A sheet to be written: rows from 1.</summary>
    public static Sheet Of(string name, IEnumerable<IEnumerable<string>> rows) => new(name, [.. rows.Select((r, i) => SheetRow.Of(i + 1, r))]);
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">From 1: its row in the workbook, its first line in a table in text.</param>
/// <param name="Cells">From column A to the last that is filled; booleans are TRUE or FALSE, dates and hours ISO 8601, numbers without grouping and with a point.</param>
public sealed record SheetRow(int Number, ImmutableArray<string> Cells)
{
    /// <summary>The text of a cell; empty beyond the last.</summary>
    /// <param name="column">From 0.</param>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";

    /// <summary>Whether all cells are empty or blank.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>A row without its empty end.</summary>
    public static SheetRow Of(int number, IEnumerable<string> cells)
    {
        ImmutableArray<string> all = [.. cells];
        var end = all.Length;
        while (end > 0 && all[end - 1].Length == 0) end--;
        return new(number, all[..end]);
    }
}

/// <summary>A place in a workbook.</summary>
/// <param name="Sheet">The sheet; the file's name when the place is the whole file.</param>
/// <param name="Row">From 1; 0 for the whole sheet.</param>
/// <param name="Column">From 1; 0 for the whole row or sheet.</param>
/// <param name="IsText">Whether it is told by line and column, as in a table in text.</param>
public readonly record struct SheetSpot(string Sheet, int Row, int Column, bool IsText = false)
{
    /// <summary>The cell as spreadsheets name it, such as <c>C12</c>; empty for a whole row or sheet.</summary>
    public string Cell => Row == 0 || Column == 0 ? "" : ColumnName(Column) + Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A column as spreadsheets name it.</summary>
    /// <param name="column">From 1.</param>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + (column - 1) % 26) + name;
        return name;
    }

    /// <summary>Row and column of a cell as spreadsheets name it, both from 1; null when it is no such name.</summary>
    internal static (int Row, int Column)? Parse(ReadOnlySpan<char> cell)
    {
        var (letters, column) = (0, 0);
        for (; letters < cell.Length && char.IsAsciiLetter(cell[letters]); letters++)
        {
            if (letters == 5) return null;
            column = column * 26 + (char.ToUpperInvariant(cell[letters]) - 'A' + 1);
        }
        return letters > 0 && int.TryParse(cell[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 ? (row, column) : null;
    }
}
