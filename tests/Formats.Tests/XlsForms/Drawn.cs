using System.Collections.Immutable;
using System.Text;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.XlsForms;

namespace TousRisques.Formats.Tests.XlsForms;

/// <summary>Workbooks drawn as text: a line "# name" begins a sheet, every other line is a row, bars stand between cells.</summary>
internal static class Drawn
{
    public static Workbook Book(string text)
    {
        var sheets = new List<(string Name, List<string[]> Rows)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) sheets.Add((line[2..], []));
            else if (sheets.Count > 0) sheets[^1].Rows.Add([.. line.Split('|').Select(c => c.Trim())]);
        }
        return new([.. sheets.Select(s => Sheet.Of(s.Name, s.Rows)).Select(s => s with { Rows = [.. s.Rows.Where(r => !r.IsBlank)] })], []);
    }

    public static XlsFormReading Form(string text) => XlsFormReader.Read(Book(text), "form.xlsx");

    /// <summary>Everything that a form holds, as text.</summary>
    public static string Show(XlsForm form) => Show(XlsFormWriter.Sheets(form));

    public static string Show(ImmutableArray<Sheet> sheets)
    {
        var text = new StringBuilder();
        foreach (var sheet in sheets)
        {
            text.Append("# ").Append(sheet.Name).Append('\n');
            foreach (var row in sheet.Rows.Where(r => !r.IsBlank)) text.AppendJoin(" | ", row.Cells.Select(c => c.Replace("\n", "⏎", StringComparison.Ordinal))).Append('\n');
        }
        return text.ToString();
    }
}
