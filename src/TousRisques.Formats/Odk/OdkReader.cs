using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.XlsForms;

namespace TousRisques.Formats.Odk;

/// <summary>
/// Reads answers to a form as ODK Central, ODK Briefcase and KoboToolbox export them (CSV, zipped CSV, XLSX), whatever the headers and values they were told to write
/// (docs/xlsform.md, Answers). Never throws on bad input: what cannot be understood is kept and told.
/// </summary>
public sealed class OdkReader
{
    private readonly AskedForm form;
    private readonly OdkColumns columns;
    private readonly SheetFindings findings;

    private OdkReader(AskedForm form, SheetFindings findings) => (this.form, columns, this.findings) = (form, new(form), findings);

    /// <summary>Reads a file in memory.</summary>
    /// <param name="file">The export.</param>
    /// <param name="name">Its name.</param>
    /// <param name="form">The form that it answers.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static OdkReading Read(ReadOnlyMemory<byte> file, string name, XlsForm form, CancellationToken cancellation = default) =>
        Read(WorkbookReader.Read(file, name, cancellation), name, form);

    /// <summary>Reads an export.</summary>
    /// <param name="workbook">The export.</param>
    /// <param name="name">Its file's name.</param>
    /// <param name="form">The form that it answers.</param>
    public static OdkReading Read(Workbook workbook, string name, XlsForm form)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(form);
        var findings = new SheetFindings(name);
        foreach (var finding in workbook.Findings) findings.Add(finding);
        return new OdkReader(new(form), findings).Read(workbook);
    }

    private OdkReading Read(Workbook workbook)
    {
        var sheets = workbook.Sheets.Where(s => !s.Rows.IsEmpty).Select(s => (Sheet: s, Columns: Columns(s))).ToList();
        var main = sheets.Where(s => !s.Columns.Any(c => c.Column.Part == OdkPart.Parent)).Where(s => s.Columns.Any(c => c.Column.Question is not null))
            .OrderByDescending(s => s.Columns.Select(c => c.Column.Question).Where(q => q is not null).Distinct().Count()).FirstOrDefault();
        foreach (var (sheet, found) in sheets.Where(s => s.Sheet != main.Sheet))
            findings.Warning(found.Any(c => c.Column.Part == OdkPart.Parent) ? SheetCode.RepeatApart : SheetCode.SheetApart, sheet.Whole, sheet.Name);
        ImmutableArray<Sheet> apart = [.. workbook.Sheets.Where(s => s != main.Sheet)];
        if (main.Sheet is null)
        {
            if (!workbook.Sheets.IsEmpty) findings.Error(SheetCode.AnswersMissing, findings.Whole);
            return new([], apart, findings.InOrder());
        }
        return new(Submissions(main.Sheet, main.Columns), apart, findings.InOrder());
    }

    private ImmutableArray<(int Index, string Header, OdkColumn Column)> Columns(Sheet sheet) =>
        [.. sheet.Rows[0].Cells.Select((h, i) => (i, h.Trim(), columns.Find(h))).Where(c => c.Item2.Length > 0)];

    private ImmutableArray<OdkSubmission> Submissions(Sheet sheet, ImmutableArray<(int Index, string Header, OdkColumn Column)> found)
    {
        Tell(sheet, found);
        var wholes = new Dictionary<FormLine, int>(ReferenceEqualityComparer.Instance);
        foreach (var (index, _, column) in found.Where(c => c.Column is { Part: OdkPart.Whole, IsAmbiguous: false })) wholes.TryAdd(column.Question!, index);
        var parts = found.Where(c => c.Column.Part >= OdkPart.Choice && !c.Column.IsAmbiguous).ToLookup(c => c.Column.Question!, ReferenceEqualityComparer.Instance);
        var others = found.Where(c => c.Column.Part == OdkPart.Unknown || c.Column.IsAmbiguous).ToList();
        int[] instances = [.. found.Where(c => c.Column.Part == OdkPart.Instance).OrderBy(c => c.Header.StartsWith('_')).Select(c => c.Index), .. found.Where(c => c.Column.Part == OdkPart.Number).Select(c => c.Index)];
        var submitted = found.Where(c => c.Column.Part == OdkPart.SubmittedAt).Select(c => (int?)c.Index).FirstOrDefault();

        var submissions = new List<OdkSubmission>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in sheet.Rows.Skip(1))
        {
            var answers = ImmutableArray.CreateBuilder<OdkAnswer>();
            foreach (var (question, _) in form.Questions)
                if (Answer(sheet, row, question, wholes, parts[question]) is { Length: > 0 } value) answers.Add(new(question.Name, value));
            var at = sheet.At(row, -1);
            var instance = instances.Select(i => row[i].Trim()).FirstOrDefault(t => t.Length > 0);
            if (instance is null && answers.Count == 0) continue;
            if (instance is null) findings.Warning(SheetCode.InstanceMissing, at);
            instance = instance is null ? Made(answers) : instance.StartsWith("uuid:", StringComparison.OrdinalIgnoreCase) ? instance[5..] : instance;
            var read = new OdkSubmission(instance.Length > 200 ? instance[..200] : instance, When(sheet, row, submitted), answers.ToImmutable(),
                [.. others.Where(o => row[o.Index].Length > 0).Select(o => KeyValuePair.Create(o.Header, row[o.Index]))], at);
            if (seen.TryAdd(read.Instance, submissions.Count)) submissions.Add(read);
            else
            {
                var place = seen[read.Instance];
                findings.Warning(SheetCode.InstanceTwice, at, read.Instance, other: submissions[place].At);
                if (read.SubmittedAt is null || submissions[place].SubmittedAt is not { } before || read.SubmittedAt >= before) submissions[place] = read;
            }
        }
        return [.. submissions];
    }

    /// <summary>What columns there are that we cannot use, or should not.</summary>
    private void Tell(Sheet sheet, ImmutableArray<(int Index, string Header, OdkColumn Column)> found)
    {
        var seen = new Dictionary<(FormLine?, OdkPart, string), int>();
        foreach (var (index, header, column) in found)
        {
            var at = sheet.At(sheet.Rows[0], index);
            if (column.IsAmbiguous) findings.Warning(SheetCode.AnswerColumnAmbiguous, at, header);
            else if (column.Part == OdkPart.Unknown) findings.Warning(SheetCode.AnswerColumnUnknown, at, header, Nearest.To(header, columns.Names));
            else if (column.Part >= OdkPart.Whole && !seen.TryAdd((column.Question, column.Part, column.Choice), index))
                findings.Warning(SheetCode.AnswerColumnTwice, at, header, other: sheet.At(sheet.Rows[0], seen[(column.Question, column.Part, column.Choice)]));
            else if (column is { Part: OdkPart.Whole, Question.Type.Kind: FormKind.Image or FormKind.Audio or FormKind.Video or FormKind.File }) findings.Warning(SheetCode.FilesApart, at, header);
        }
    }

    private string Answer(Sheet sheet, SheetRow row, FormLine question, Dictionary<FormLine, int> wholes, IEnumerable<(int Index, string Header, OdkColumn Column)> parts)
    {
        if (wholes.TryGetValue(question, out var whole) && row[whole] is var text && !(question.Type.Kind is FormKind.Text or FormKind.Unknown ? string.IsNullOrWhiteSpace(text) : OdkValues.IsNothing(text)))
        {
            var (value, trouble, piece) = OdkValues.Read(question, form, text);
            if (value is null) findings.Warning(trouble, sheet.At(row, whole), piece, trouble == SheetCode.AnswerUnknown ? Nearest.To(piece, form.Choices(question).Select(c => c.Name)) : null);
            return value ?? text.Trim();
        }
        if (question.Type.Kind.HoldsSeveral()) return Taken(sheet, row, question, parts);
        var figures = parts.Where(p => p.Column.Part >= OdkPart.Latitude && !OdkValues.IsNothing(row[p.Index])).DistinctBy(p => p.Column.Part).OrderBy(p => p.Column.Part).ToList();
        if (figures.Count == 0) return "";
        var place = string.Join(' ', ((OdkPart[])[OdkPart.Latitude, OdkPart.Longitude, OdkPart.Altitude, OdkPart.Accuracy])
            .Select(part => figures.FirstOrDefault(f => f.Column.Part == part) is { Header: not null } figure ? row[figure.Index].Trim() : part is OdkPart.Latitude or OdkPart.Longitude ? "?" : "0"));
        var (point, failed, _) = OdkValues.Read(FormLine.Of(new(FormKind.Geopoint)), form, place);
        if (point is null) findings.Warning(failed, sheet.At(row, figures[0].Index), place);
        return point ?? place;
    }

    /// <summary>Choices that have a column each.</summary>
    private string Taken(Sheet sheet, SheetRow row, FormLine question, IEnumerable<(int Index, string Header, OdkColumn Column)> parts)
    {
        var taken = new HashSet<string>();
        foreach (var (index, _, column) in parts.Where(p => p.Column.Part == OdkPart.Choice))
        {
            if (OdkValues.IsTaken(row[index]) is not { } isTaken) findings.Warning(SheetCode.AnswerUnknown, sheet.At(row, index), row[index]);
            else if (isTaken) taken.Add(column.Choice);
        }
        return string.Join(' ', form.Choices(question).Select(c => c.Name).Where(taken.Contains));
    }

    private DateTimeOffset? When(Sheet sheet, SheetRow row, int? column)
    {
        if (column is not { } index || OdkValues.IsNothing(row[index])) return null;
        if (OdkValues.Moment(row[index].Trim()) is { } moment) return moment.At;
        findings.Warning(SheetCode.DateUnreadable, sheet.At(row, index), row[index]);
        return null;
    }

    /// <summary>An identifier that the same answers get again.</summary>
    private static string Made(IEnumerable<OdkAnswer> answers) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(answers.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Question.Length}:{a.Question}{a.Value.Length}:{a.Value}"))))).AsSpan(0, 16));
}
