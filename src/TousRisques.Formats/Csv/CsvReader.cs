using System.Collections.Immutable;
using System.Text;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Csv;

/// <summary>
/// Reads tables as spreadsheets write them [RFC4180]: semicolon, comma, tab or bar between cells, UTF-8 or Windows-1252, quotes doubled inside quotes, lines inside quotes.
/// Tells every trouble with line and column and never throws on bad input.
/// </summary>
public sealed class CsvReader
{
    private const string Separators = ";,\t|";
    private readonly IntakeFindings findings;
    private readonly string text;
    private char separator;
    private readonly int columns;
    private int at, line = 1, lineStart, openQuotes;

    private CsvReader(string text, IntakeFindings findings, int columns) => (this.text, this.findings, this.columns) = (text, findings, columns);

    /// <summary>Reads a table in memory.</summary>
    /// <param name="bytes">The table; what exceeds <see cref="CsvLimits.Bytes"/> is not read.</param>
    /// <param name="name">Its name in findings.</param>
    /// <param name="columns">How many columns are read at most.</param>
    public static CsvTable Read(ReadOnlySpan<byte> bytes, string name, int columns = CsvLimits.Columns)
    {
        var findings = new IntakeFindings(name);
        if (bytes.Length > CsvLimits.Bytes)
        {
            findings.Limit(IntakeCode.TooLarge, findings.Whole, CsvLimits.Bytes);
            bytes = bytes[..CsvLimits.Bytes];
            if (bytes.LastIndexOf((byte)'\n') is > 0 and var end) bytes = bytes[..(end + 1)]; // no half row, no half character
        }
        var (text, encoding, asAnnounced) = TextBytes.Decode(bytes, null);
        if (!asAnnounced) findings.Warning(IntakeCode.OtherEncoding, findings.Whole, encoding);
        return new CsvReader(text, findings, columns).Table(encoding);
    }

    private CsvTable Table(string encoding)
    {
        separator = Separator();
        var headers = ImmutableArray<CsvCell>.Empty;
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<CsvCell>>();
        while (at < text.Length && openQuotes <= CsvLimits.OpenQuotes)
        {
            if (Row(headers.IsEmpty ? columns : headers.Length) is not { } row || row.All(c => string.IsNullOrWhiteSpace(c.Text))) continue;
            if (headers.IsEmpty) headers = row;
            else if (rows.Count < CsvLimits.Rows) rows.Add(row);
            else
            {
                findings.Limit(IntakeCode.TooManyRows, row[0].At, CsvLimits.Rows);
                break;
            }
        }
        if (headers.IsEmpty) findings.Error(IntakeCode.Empty, findings.Whole);
        var seen = new Dictionary<string, Spot>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers.Where(h => !string.IsNullOrWhiteSpace(h.Text)))
            if (!seen.TryAdd(header.Text.Trim(), header.At)) findings.Warning(IntakeCode.ColumnTwice, header.At, header.Text.Trim(), other: seen[header.Text.Trim()]);
        return new(headers, rows.ToImmutable(), separator, encoding, findings.InOrder());
    }

    /// <summary>What spreadsheets announce in a first line, else what is most frequent in the first line that is not empty, quotes apart; a semicolon when nothing is.</summary>
    private char Separator()
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && (text.Length == 5 || text[5] is '\r' or '\n') && Separators.Contains(text[4], StringComparison.Ordinal))
        {
            at = 5;
            NewLine();
            return text[4];
        }
        var counts = new int[Separators.Length];
        var (quoted, started) = (false, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (c is '\r' or '\n' && started && !quoted) break;
            started |= !char.IsWhiteSpace(c);
            if (!quoted && Separators.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i) counts[i]++;
        }
        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>A row; null when it was skipped.</summary>
    private ImmutableArray<CsvCell>? Row(int most)
    {
        var cells = ImmutableArray.CreateBuilder<CsvCell>();
        var (told, first) = (false, (At: at, Line: line, Start: lineStart));
        while (true)
        {
            var spot = Here();
            if (Cell(spot) is not { } cell)
            {
                (at, line, lineStart) = first; // a quote without end swallows the rest: go on after its line instead
                while (at < text.Length && text[at] is not ('\r' or '\n')) at++;
                NewLine();
                return null;
            }
            if (cells.Count < most) cells.Add(new(cell, spot));
            else if (!told && cell.Length > 0)
            {
                findings.Limit(IntakeCode.TooManyCells, spot, most);
                told = true;
            }
            if (at >= text.Length || text[at] != separator) break;
            at++;
        }
        NewLine();
        return cells.ToImmutable();
    }

    private string? Cell(Spot spot)
    {
        var cell = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            at++;
            while (true)
            {
                if (at >= text.Length || cell.Length > 4 * CsvLimits.Cell)
                {
                    findings.Error(IntakeCode.QuoteNotClosed, spot);
                    openQuotes++;
                    return null;
                }
                if (text[at] == '"')
                {
                    if (at + 1 < text.Length && text[at + 1] == '"') at++;
                    else break;
                }
                else if (text[at] is '\r' or '\n')
                {
                    cell.Append('\n');
                    NewLine();
                    continue;
                }
                cell.Append(text[at++]);
            }
            at++;
            if (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) findings.Warning(IntakeCode.TextAfterQuote, Here());
        }
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(text[at++]);
        if (cell.Length > CsvLimits.Cell) findings.Limit(IntakeCode.CellTooLong, spot, CsvLimits.Cell);
        return CsvGuard.Remove(PlainText.Cut(cell.ToString(), CsvLimits.Cell));
    }

    private void NewLine()
    {
        if (at >= text.Length) return;
        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        (line, lineStart) = (line + 1, at);
    }

    private Spot Here() => new(findings.File, line, at - lineStart + 1);
}
