using System.Collections.Immutable;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>A form as read.</summary>
/// <param name="Form">Everything that stood in the workbook.</param>
/// <param name="Findings">Every rule that it breaks, each with its cell; and what the workbook's own reader had to say.</param>
public sealed record XlsFormReading(XlsForm Form, ImmutableArray<SheetFinding> Findings)
{
    /// <summary>Whether tools that follow the specification would refuse the form.</summary>
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Error);
}

/// <summary>
/// Reads XLSForm workbooks and holds them to the rules of docs/xlsform.md, all of them at once. What we do not understand is kept in the form and told; a form that breaks rules is
/// read all the same.
/// </summary>
public static class XlsFormReader
{
    /// <summary>Sheets that other tools know and that we keep.</summary>
    private static readonly string[] Kept = ["external_choices", "entities", "osm"];

    /// <summary>Reads a file in memory.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static XlsFormReading Read(ReadOnlyMemory<byte> file, string name, CancellationToken cancellation = default) =>
        Read(WorkbookReader.Read(file, name, cancellation), name);

    /// <summary>Holds a form to the rules, as it would be written.</summary>
    public static ImmutableArray<SheetFinding> Check(XlsForm form) => Read(new(XlsFormWriter.Sheets(form), []), "").Findings;

    /// <summary>Reads a workbook.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="name">Its file's name.</param>
    public static XlsFormReading Read(Workbook workbook, string name)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var findings = new SheetFindings(name);
        findings.InOrderOf(workbook.Sheets.Select(s => s.Name));
        foreach (var finding in workbook.Findings) findings.Add(finding);
        if (workbook.Sheets.IsEmpty) return new(new(), findings.InOrder());
        var places = new FormPlaces();
        var tables = new Dictionary<FormSheet, (ImmutableArray<FormColumn> Columns, ImmutableArray<FormLine> Lines)>();
        var used = new HashSet<Sheet>(ReferenceEqualityComparer.Instance);
        foreach (var (kind, wanted) in ((FormSheet, string)[])[(FormSheet.Survey, "survey"), (FormSheet.Choices, "choices"), (FormSheet.Settings, "settings")])
        {
            tables[kind] = ([], []);
            if (workbook.Named(wanted) is not { } sheet) continue;
            used.Add(sheet);
            if (sheet.Name != wanted) findings.Warning(SheetCode.SheetSpelling, sheet.Whole, sheet.Name, wanted);
            tables[kind] = Table(sheet, kind, places, findings);
        }
        ImmutableArray<Sheet> others = [.. workbook.Sheets.Where(s => !used.Contains(s))];
        foreach (var sheet in others.Where(s => !Kept.Contains(s.Name))) findings.Warning(SheetCode.SheetUnknown, sheet.Whole, sheet.Name);
        var settings = tables[FormSheet.Settings].Lines;
        if (settings.Length > 1) findings.Warning(SheetCode.SettingsRows, places.At(FormSheet.Settings, settings[1]));
        var form = new XlsForm
        {
            Survey = tables[FormSheet.Survey].Lines,
            SurveyColumns = tables[FormSheet.Survey].Columns,
            Choices = tables[FormSheet.Choices].Lines,
            ChoiceColumns = tables[FormSheet.Choices].Columns,
            Settings = settings.FirstOrDefault() ?? FormLine.Empty,
            SettingColumns = tables[FormSheet.Settings].Columns,
            Others = others,
        };
        if (!places.Has(FormSheet.Survey))
            findings.Error(SheetCode.SurveyMissing, findings.Whole, nearest: Nearest.To("survey", workbook.Sheets.Select(s => s.Name)));
        else
            new FormRules(form, places, findings).Check();
        return new(form, findings.InOrder());
    }

    private static (ImmutableArray<FormColumn>, ImmutableArray<FormLine>) Table(Sheet sheet, FormSheet kind, FormPlaces places, SheetFindings findings)
    {
        if (sheet.Rows.IsEmpty && kind != FormSheet.Survey) return ([], []); // as if it were not there
        places.Add(kind, sheet);
        if (sheet.Rows.IsEmpty) return ([], []);
        var counted = kind == FormSheet.Settings ? sheet.Rows.Take(2).ToList() : [.. sheet.Rows]; // only one row of settings is kept
        var head = sheet.Rows[0];
        var width = counted.Max(r => r.Cells.Length);
        var columns = new List<(FormColumn Column, int Index)>();
        for (var i = 0; i < width; i++)
        {
            if (string.IsNullOrWhiteSpace(head[i]))
            {
                if (counted.Find(r => !string.IsNullOrWhiteSpace(r[i])) is not { } row) continue;
                findings.Warning(SheetCode.ColumnUnnamed, sheet.At(row, i), row[i]);
                columns.Add((Turned(new(""), columns), i));
                continue;
            }
            var column = FormColumns.Parse(kind, head[i]);
            if (columns.FirstOrDefault(c => c.Column == column) is { Column.Name: not null } first)
            {
                findings.Error(SheetCode.ColumnDoubled, sheet.At(head, i), head[i].Trim(), head[first.Index].Trim(), sheet.At(head, first.Index));
                column = Turned(new(head[i].Trim()), columns);
            }
            columns.Add((column, i));
        }
        foreach (var (column, index) in columns) places.Add(kind, column, index);
        ImmutableArray<FormLine> lines =
        [
            .. sheet.Rows.Skip(1).Select(row => new FormLine(
                columns.Where(c => !string.IsNullOrWhiteSpace(row[c.Index])).ToImmutableDictionary(c => c.Column, c => row[c.Index].Trim()), row.Number)).Where(l => !l.Cells.IsEmpty),
        ];
        return ([.. columns.Select(c => c.Column)], lines);
    }

    private static FormColumn Turned(FormColumn column, List<(FormColumn Column, int)> before)
    {
        while (before.Exists(c => c.Column == column)) column = column with { Turn = column.Turn + 1 };
        return column;
    }
}

/// <summary>Where rows and columns of a form stand in the workbook.</summary>
internal sealed class FormPlaces
{
    private readonly Dictionary<FormSheet, Sheet> sheets = [];
    private readonly Dictionary<(FormSheet, FormColumn), int> columns = [];

    public void Add(FormSheet kind, Sheet sheet) => sheets[kind] = sheet;

    public void Add(FormSheet kind, FormColumn column, int index) => columns[(kind, column)] = index;

    public bool Has(FormSheet kind) => sheets.ContainsKey(kind);

    /// <summary>A sheet as a whole; the survey's when there is none.</summary>
    public SheetSpot Whole(FormSheet kind) => (sheets.GetValueOrDefault(kind) ?? sheets[FormSheet.Survey]).Whole;

    public SheetSpot Header(FormSheet kind, FormColumn column) => Whole(kind) with
    {
        Row = sheets.GetValueOrDefault(kind) is { Rows: [var head, ..] } ? head.Number : 0,
        Column = columns.TryGetValue((kind, column), out var index) ? index + 1 : 0,
    };

    public SheetSpot At(FormSheet kind, FormLine line, FormColumn column = default) => Whole(kind) with
    {
        Row = line.Number,
        Column = column.Name is not null && columns.TryGetValue((kind, column), out var index) ? index + 1 : 0,
    };
}
