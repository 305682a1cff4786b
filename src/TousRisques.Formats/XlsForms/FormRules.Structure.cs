using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>Types, names, groups and repeats.</summary>
internal sealed partial class FormRules
{
    /// <summary>A group, a repeat or the form itself, while its rows are read.</summary>
    private sealed class Section(FormLine? line)
    {
        public FormLine? Line => line;
        public Dictionary<string, FormLine> Names { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, FormLine> Folded { get; } = new(StringComparer.OrdinalIgnoreCase);
        public bool HasRows { get; set; }
    }

    private void Structure()
    {
        var open = new Stack<Section>();
        open.Push(new(null));
        var (everywhere, sections) = (new Dictionary<string, FormLine>(), new Dictionary<string, FormLine>());
        foreach (var line in form.Survey)
        {
            var kind = Kind(line);
            if (kind == FormKind.None) continue;
            if (kind.Ends())
            {
                End(open, line, kind);
                continue;
            }
            open.Peek().HasRows = true;
            Name(line, open.Peek(), everywhere);
            if (kind == FormKind.CsvExternal || kind == FormKind.XmlExternal)
            {
                if (open.Any(s => s.Line?.Type.Kind == FormKind.BeginRepeat)) findings.Error(SheetCode.ExternalInRepeat, At(line, "type"), line.Name);
            }
            else if (kind.IsAsked() && !HasLabel(line)) findings.Error(SheetCode.LabelMissing, At(line, "label"), line.Name);
            if (kind == FormKind.Calculate && line["calculation"].Length == 0 && line["default"].Length == 0 && line["trigger"].Length == 0)
                findings.Error(SheetCode.CalculationMissing, At(line, "calculation"), line.Name);
            if (!kind.Begins()) continue;
            if (line["required"] is { Length: > 0 } required && !(IsYesOrNo(required) && char.ToLowerInvariant(required[0]) is 'n' or 'f')) findings.Error(SheetCode.RequiredOnGroup, At(line, "required"), line.Name);
            Repeated(line, kind, sections);
            open.Push(new(line));
        }
        while (open.TryPop(out var left))
            if (left.Line is { } begin) findings.Error(SheetCode.NeverEnded, At(begin, "type"), begin.Type.ToString());
    }

    /// <summary>What a row is, once its type is looked at.</summary>
    private FormKind Kind(FormLine line)
    {
        var written = line["type"];
        if (written.Length == 0)
        {
            if (line.Name.Length > 0 || !line.Texts("label").IsEmpty) findings.Error(SheetCode.TypeMissing, At(line, "type"));
            else findings.Warning(SheetCode.CommentRow, places.At(FormSheet.Survey, line));
            return FormKind.None;
        }
        var type = FormType.Parse(written, out var isExact);
        if (type.Kind == FormKind.Unknown) findings.Error(SheetCode.TypeUnknown, At(line, "type"), written, Nearest.To(written.Split(' ')[0], FormType.Known));
        else if (!isExact) findings.Warning(SheetCode.TypeSpelling, At(line, "type"), written, type.ToString());
        return type.Kind;
    }

    private void End(Stack<Section> open, FormLine line, FormKind kind)
    {
        var begun = kind == FormKind.EndGroup ? FormKind.BeginGroup : FormKind.BeginRepeat;
        if (open.Peek().Line is not { } begin)
        {
            findings.Error(SheetCode.EndWithoutBegin, At(line, "type"), line.Type.ToString());
            return;
        }
        if (begin.Type.Kind != begun)
        {
            findings.Error(SheetCode.EndMismatch, At(line, "type"), line.Type.ToString(), begin.Type.ToString(), At(begin, "type"));
            if (!open.Any(s => s.Line?.Type.Kind == begun)) return;
            while (open.Peek().Line!.Type.Kind != begun) open.Pop(); // told: go on with what fits
        }
        var section = open.Pop();
        if (!section.HasRows) findings.Warning(SheetCode.GroupEmpty, At(section.Line!, "type"), section.Line!.Name);
    }

    private void Name(FormLine line, Section section, Dictionary<string, FormLine> everywhere)
    {
        var name = line.Name;
        var at = At(line, "name");
        if (name.Length == 0)
        {
            findings.Error(SheetCode.NameMissing, at, line["type"]);
            return;
        }
        if (!XlsFormNames.IsName(name)) findings.Error(SheetCode.NameInvalid, at, name);
        if (name == "meta" && section.Line is null) findings.Error(SheetCode.NameReserved, at, name);
        if (!section.Names.TryAdd(name, line)) findings.Error(SheetCode.NameTwice, at, name, other: At(section.Names[name], "name"));
        else if (!section.Folded.TryAdd(name, line)) findings.Warning(SheetCode.NameCase, at, name, section.Folded[name].Name, At(section.Folded[name], "name"));
        else if (!everywhere.TryAdd(name, line)) findings.Warning(SheetCode.NameTwiceElsewhere, at, name, other: At(everywhere[name], "name"));
    }

    /// <summary>A repeat is found by its name alone: no other repeat or group has it, nor the form's root.</summary>
    private void Repeated(FormLine line, FormKind kind, Dictionary<string, FormLine> sections)
    {
        var root = form.Settings["name"] is { Length: > 0 } set ? set : "data";
        if (kind == FormKind.BeginRepeat && line.Name == root) findings.Error(SheetCode.NameReserved, At(line, "name"), line.Name);
        if (line.Name.Length == 0 || sections.TryAdd(line.Name, line)) return;
        if (kind == FormKind.BeginRepeat && sections[line.Name].Type.Kind == FormKind.BeginRepeat) findings.Error(SheetCode.RepeatNameTwice, At(line, "name"), line.Name, other: At(sections[line.Name], "name"));
    }

    /// <summary>A label, or a hint or a picture that stands for one.</summary>
    private static bool HasLabel(FormLine line) => line.Cells.Keys.Any(c => c.Name is "label" or "hint" or "guidance_hint" || c.Name.StartsWith("media::", StringComparison.Ordinal));
}
