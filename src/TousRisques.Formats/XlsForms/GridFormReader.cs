using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Formats.Intake;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>Makes a grid of a form. Files: the order of rows here, questions and choices in Questions.</summary>
internal sealed partial class GridFormReader
{
    /// <summary>What a section is called that stands for questions outside of any group.</summary>
    private const string Bare = "questions";

    private readonly XlsForm form;
    private readonly string texts, expected;
    private readonly SheetFindings findings = new("");
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<(FormSheet, string)> told = [];
    private readonly ILookup<string, FormLine> lists;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly List<(SectionHead Head, List<Question> Questions)> sections = [];
    private readonly Stack<FormKind> open = new(); // groups and repeats around the row
    private int questionCount, choiceCount;

    public GridFormReader(XlsForm form, Language language)
    {
        this.form = form;
        expected = GridForms.Name(language);
        var languages = form.Languages;
        var columns = form.SurveyColumns.Concat(form.Survey.SelectMany(l => l.Cells.Keys)).Where(c => c.Name == "label").ToHashSet();
        texts = languages.FirstOrDefault(l => XlsForm.Speaks(l, language.Code) || l == expected)
            ?? (columns.Contains(new("label")) ? "" : languages.FirstOrDefault(l => XlsForm.Speaks(l, form.Settings["default_language"])) ?? languages.FirstOrDefault() ?? expected);
        lists = form.Choices.ToLookup(c => c["list_name"]);
    }

    public GridReading Read(string title)
    {
        var heading = PlainText.Line(form.Settings["form_title"] is { Length: > 0 } given ? given : title) is { Length: > 0 } one ? Fit(one, ExpeditionLimits.Title, form.Settings, FormSheet.Settings) : "XLSForm";
        var introduction = "";
        var isBare = false; // whether the last section stands for questions outside of groups
        foreach (var line in form.Survey)
        {
            var kind = line.Type.Kind;
            var depth = open.Count;
            if (kind == FormKind.None || (kind.Ends() && depth == 0)) findings.Warning(SheetCode.GridRowDropped, At(line), line["type"]);
            else if (kind.Begins() && depth == 0)
            {
                if (!Begin(Head(line, kind), line)) break;
                open.Push(kind);
                isBare = false;
            }
            else if (kind.Ends() && depth == 1) open.Pop();
            else if (depth == 0 && sections.Count == 0 && introduction.Length == 0 && IsOurs(line, "introduction")) introduction = Fit(Text(line, "label"), ExpeditionLimits.Paragraph, line);
            else if (depth == 1 && sections[^1] is var (head, asked) && asked.Count == 0 && head.Hint.Length == 0 && IsOurs(line, "hint"))
                sections[^1] = (head with { Hint = Fit(Text(line, "label"), ExpeditionLimits.Paragraph, line) }, asked);
            else
            {
                if (depth == 0 && !isBare)
                {
                    if (!Begin(SectionHead.Of(Fresh(Bare), heading) with { Kept = [new(GridForms.TypeMarker, "")] }, line)) break;
                    isBare = true;
                }
                if (kind.Begins()) findings.Warning(kind == FormKind.BeginRepeat ? SheetCode.GridRepeat : SheetCode.GridNested, At(line), line.Name);
                if (!Add(line, kind)) break;
                if (kind.Begins()) open.Push(kind);
                else if (kind.Ends()) open.Pop();
            }
        }
        while (open.TryPop(out var left)) // never closed, or cut off by a limit; the first is the section itself
            if (open.Count > 0) sections[^1].Questions.Add(Question(FormLine.Of(new(End(left))), End(left)));
        foreach (var list in lists.Where(l => l.Key.Length > 0 && !used.Contains(l.Key))) findings.Warning(SheetCode.GridListDropped, new("choices", list.First().Number, 0), list.Key);
        foreach (var sheet in form.Others) findings.Warning(SheetCode.GridSheetDropped, sheet.Whole, sheet.Name);
        List<FormColumn> said = [new("form_title"), new("version")];
        if (form.Settings["form_id"].StartsWith(GridForms.OwnId, StringComparison.Ordinal)) said.Add(new("form_id")); // a grid made of it is another one
        if (form.Settings["default_language"] == texts) said.Add(new("default_language"));
        var settings = Kept(form.Settings, FormSheet.Settings, said);
        if (texts != expected) settings = settings.Insert(0, new(GridForms.TextsMarker, texts));
        return new(new(heading, introduction, [.. sections.Select(s => new Section(s.Head, [.. s.Questions]))], settings), findings.InOrder());
    }

    private static FormKind End(FormKind begin) => begin == FormKind.BeginRepeat ? FormKind.EndRepeat : FormKind.EndGroup;

    private bool Begin(SectionHead head, FormLine line)
    {
        if (sections.Count >= InquiryLimits.Sections)
        {
            findings.Limit(SheetCode.GridTooMany, At(line), InquiryLimits.Sections);
            return false;
        }
        sections.Add((head, []));
        return true;
    }

    private bool Add(FormLine line, FormKind kind)
    {
        if (!kind.Ends() && questionCount + open.Count + (kind.Begins() ? 1 : 0) >= InquiryLimits.Questions) // with room for the ends of what is open
        {
            findings.Limit(SheetCode.GridTooMany, At(line), InquiryLimits.Questions);
            return false;
        }
        questionCount++;
        sections[^1].Questions.Add(Question(line, kind));
        return true;
    }

    private SectionHead Head(FormLine line, FormKind kind)
    {
        var name = Name(line);
        var label = PlainText.Line(Text(line, "label"));
        Theme? theme = Enum.TryParse<Theme>(line[GridForms.ThemeColumn], true, out var read) && Enum.IsDefined(read) ? read : null;
        ImmutableArray<StakeholderFamily> families = [];
        var words = line[GridForms.FamiliesColumn].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.All(w => Enum.TryParse<StakeholderFamily>(w, true, out var family) && Enum.IsDefined(family))) families = [.. words.Select(w => Enum.Parse<StakeholderFamily>(w, true)).Distinct().Order()];
        List<FormColumn> taken = [new("type"), new("name"), new("relevant"), new("label", texts)];
        if (theme is not null) taken.Add(new(GridForms.ThemeColumn));
        if (!families.IsEmpty) taken.Add(new(GridForms.FamiliesColumn));
        var kept = Kept(line, FormSheet.Survey, taken);
        if (kind == FormKind.BeginRepeat)
        {
            findings.Warning(SheetCode.GridRepeat, At(line), line.Name);
            kept = kept.Insert(0, new(GridForms.TypeMarker, line.Type.ToString()));
        }
        return new(name, label.Length > 0 ? Fit(label, ExpeditionLimits.Line, line) : name, "", theme, families, Fit(line["relevant"], InquiryLimits.Expression, line), kept);
    }

    /// <summary>A note that our writer made of a text of the grid, and that nobody added to.</summary>
    private bool IsOurs(FormLine line, string role) => line.Type.Kind == FormKind.Note && line[GridForms.Role] == role
        && line.Cells.Keys.All(c => c == new FormColumn("type") || c == new FormColumn("name") || c == new FormColumn(GridForms.Role) || c == new FormColumn("label", texts));

    /// <summary>The row's name when a grid can have it, else another one, which is told.</summary>
    private string Name(FormLine line)
    {
        if (FormNames.IsName(line.Name) && names.Add(line.Name)) return line.Name;
        var name = Fresh(line.Name.Length > 0 ? line.Name : Text(line, "label"));
        findings.Warning(SheetCode.GridRenamed, At(line), line.Name, name);
        return name;
    }

    private string Fresh(string words)
    {
        var name = FormNames.Of(words, "q", n => names.Contains(n) || form.Survey.Any(l => l.Name == n));
        names.Add(name);
        return name;
    }

    /// <summary>The column that a text of a row is taken from: the grid's language, else none, else any; what is not in the grid's own is copied, and stays where it is.</summary>
    private FormColumn TextColumn(FormLine line, string name)
    {
        if (line[new FormColumn(name, texts)].Length > 0) return new(name, texts);
        var there = line.Texts(name);
        return there.IsEmpty ? new(name, texts) : new(name, there[0].Key);
    }

    private string Text(FormLine line, string name) => line[TextColumn(line, name)];

    /// <summary>The cells that a grid does not use, to leave with it again; those that it cannot keep are told.</summary>
    private ImmutableArray<KeptColumn> Kept(FormLine line, FormSheet sheet, List<FormColumn> taken)
    {
        var kept = ImmutableArray.CreateBuilder<KeptColumn>();
        foreach (var (column, text) in line.Cells.Where(c => !taken.Contains(c.Key)).OrderBy(c => c.Key.Header, StringComparer.Ordinal))
        {
            var isKept = column.Name.Length > 0 && FormColumns.Parse(sheet, column.Header) == column && column.Header.Length <= ExpeditionLimits.Title && kept.Count < InquiryLimits.Kept - 2 && column.Header is not (GridForms.TextsMarker or GridForms.TypeMarker);
            if (isKept) kept.Add(new(column.Header, Fit(text, InquiryLimits.Expression, line, sheet)));
            if (sheet != FormSheet.Settings && told.Add((sheet, column.Header))) findings.Warning(isKept ? SheetCode.GridColumnKept : SheetCode.GridColumnDropped, At(line, sheet), column.Header);
        }
        return kept.ToImmutable();
    }

    private string Fit(string text, int limit, FormLine line, FormSheet sheet = FormSheet.Survey)
    {
        if (text.Length <= limit) return text;
        findings.Limit(SheetCode.GridTextCut, At(line, sheet), limit);
        return Cut(text, limit);
    }

    private static string Cut(string text, int limit) => PlainText.Cut(text, limit);

    private static SheetSpot At(FormLine line, FormSheet sheet = FormSheet.Survey) => new(sheet switch { FormSheet.Survey => "survey", FormSheet.Choices => "choices", _ => "settings" }, line.Number, 0);
}
