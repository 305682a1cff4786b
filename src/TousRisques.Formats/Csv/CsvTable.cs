using System.Collections.Immutable;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Csv;

/// <summary>A cell with its place.</summary>
/// <param name="Text">Its text, quotes apart.</param>
/// <param name="At">Where it begins.</param>
public readonly record struct CsvCell(string Text, Spot At);

/// <summary>A table as read: headers, then rows that are never longer than the headers.</summary>
/// <param name="Headers">The first row that is not empty.</param>
/// <param name="Rows">The others, empty ones apart; a row may be shorter than the headers.</param>
/// <param name="Separator">What stands between cells.</param>
/// <param name="Encoding">The encoding that it was read in.</param>
/// <param name="Findings">Everything there is to say.</param>
public sealed record CsvTable(ImmutableArray<CsvCell> Headers, ImmutableArray<ImmutableArray<CsvCell>> Rows, char Separator, string Encoding, ImmutableArray<IntakeFinding> Findings);

/// <summary>How much of a table is read.</summary>
public static class CsvLimits
{
    /// <summary>Bytes: 8 MB.</summary>
    public const int Bytes = 8 * 1024 * 1024;
    /// <summary>Rows, headers apart.</summary>
    public const int Rows = 20_000;
    /// <summary>Columns.</summary>
    public const int Columns = 100;
    /// <summary>Characters of a cell.</summary>
    public const int Cell = 10_000;
    /// <summary>Quotes that are never closed, after which the rest of the file is given up.</summary>
    public const int OpenQuotes = 20;
}
