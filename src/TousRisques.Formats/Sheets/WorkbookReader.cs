using System.Collections.Immutable;
using TousRisques.Formats.Csv;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Sheets;

/// <summary>
/// Reads workbooks (.xlsx), tables in text (.csv, .tsv) and zipped sets of the latter as plain tables of text. Never throws on bad input: what cannot be read is told, the rest is
/// there. Nothing is fetched, calculated or run.
/// </summary>
public static class WorkbookReader
{
    /// <summary>Reads a file in memory.</summary>
    /// <param name="file">The file; refused above <see cref="SheetLimits.Bytes"/>.</param>
    /// <param name="name">Its name, for findings; what it is is found from its bytes.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static Workbook Read(ReadOnlyMemory<byte> file, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var findings = new SheetFindings(name);
        var sheets = Sheets(file, name, findings, cancellation);
        return new(sheets, findings.InOrder());
    }

    private static ImmutableArray<Sheet> Sheets(ReadOnlyMemory<byte> file, string name, SheetFindings findings, CancellationToken cancellation)
    {
        var bytes = file.Span;
        if (bytes.Length > SheetLimits.Bytes) findings.Limit(SheetCode.TooLarge, findings.Whole, SheetLimits.Bytes);
        else if (bytes.IsEmpty) findings.Error(SheetCode.Empty, findings.Whole);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) findings.Error(SheetCode.OldWorkbook, findings.Whole);
        else if (bytes.StartsWith("PK"u8)) return Zipped(file, findings, cancellation);
        else if (!IsUtf16(bytes) && bytes[..Math.Min(bytes.Length, 4096)].Contains((byte)0)) findings.Error(SheetCode.NoWorkbook, findings.Whole);
        else return [Text(bytes, name, findings)];
        return [];
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static ImmutableArray<Sheet> Zipped(ReadOnlyMemory<byte> file, SheetFindings findings, CancellationToken cancellation)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using var parts = new ZipParts(stream);
            if (parts.Has("[Content_Types].xml") || parts.Has("xl/workbook.xml")) return new XlsxReader(parts, findings, cancellation).Read();
            if (parts.Has("content.xml") && parts.Has("mimetype"))
            {
                findings.Error(SheetCode.OpenDocument, findings.Whole);
                return [];
            }
            string[] tables = [.. parts.Names.Where(n => n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !n.StartsWith("__MACOSX", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            if (tables.Length == 0) findings.Error(SheetCode.NoWorkbook, findings.Whole);
            if (tables.Length > SheetLimits.Sheets) findings.Limit(SheetCode.TooManySheets, findings.Whole, SheetLimits.Sheets);
            var sheets = ImmutableArray.CreateBuilder<Sheet>();
            foreach (var table in tables.Take(SheetLimits.Sheets))
            {
                cancellation.ThrowIfCancellationRequested();
                using var unzipped = new MemoryStream();
                using (var part = parts.Stream(table)!) part.CopyTo(unzipped);
                sheets.Add(Text(unzipped.GetBuffer().AsSpan(0, (int)unzipped.Length), table[(table.LastIndexOf('/') + 1)..], findings));
            }
            return sheets.ToImmutable();
        }
        catch (TooMuchException e)
        {
            findings.Limit(e.Code, findings.Whole, SheetLimits.Unzipped);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            findings.Error(SheetCode.BrokenZip, findings.Whole);
        }
        return [];
    }

    private static Sheet Text(ReadOnlySpan<byte> bytes, string name, SheetFindings findings)
    {
        var table = CsvReader.Read(bytes, name, SheetLimits.Columns);
        foreach (var f in table.Findings)
            findings.Add(new() { Severity = f.Severity, Code = SheetCode.InText, At = new(f.At.File, f.At.Line, f.At.Column, true), Value = f.Value, Text = f });
        var rows = table.Headers.IsEmpty ? table.Rows : table.Rows.Insert(0, table.Headers);
        return new(name, [.. rows.Select(r => SheetRow.Of(r[0].At.Line, r.Select(c => c.Text)))]) { IsText = true };
    }
}
