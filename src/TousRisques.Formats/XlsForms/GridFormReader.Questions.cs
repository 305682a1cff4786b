using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Formats.Intake;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>Questions and choices.</summary>
internal sealed partial class GridFormReader
{
    private static readonly string[] Yes = ["yes", "true", "true()"];
    private static readonly string[] No = ["no", "false", "false()"];

    private Question Question(FormLine line, FormKind kind)
    {
        var written = line.Type;
        var type = line["disabled"].Length > 0 ? QuestionType.Kept : GridTypes.Type(kind);
        var choices = ImmutableArray<Choice>.Empty;
        if (kind.HasChoices() && type != QuestionType.Kept)
        {
            choices = Choices(written.List);
            if (choices.IsEmpty) type = QuestionType.Kept;
        }
        var parameters = Fit(PlainText.Line(line["parameters"]), ExpeditionLimits.Line, line);
        if (type == QuestionType.Range && RangeScale.Of(parameters) is null) type = QuestionType.Kept;
        if (type == QuestionType.Kept && !kind.Begins() && !kind.Ends()) findings.Warning(SheetCode.GridTypeKept, At(line), line["type"]);

        var appearance = line["appearance"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (type == QuestionType.Text && appearance.Contains("multiline"))
        {
            type = QuestionType.LongText;
            appearance = [.. appearance.Where(a => a != "multiline")];
        }
        var name = kind.Ends() ? Fresh("end") : Name(line);
        List<FormColumn> taken =
        [
            new("type"), new("name"), new("required"), new("relevant"), new("constraint"), new("parameters"), new("appearance"), new("default"), new("calculation"), new("choice_filter"),
            new("label", texts), new("hint", texts), new("constraint_message", texts),
        ];
        var isAsked = type is not (QuestionType.Note or QuestionType.Calculate or QuestionType.Kept);
        var isRequired = isAsked && Yes.Contains(line["required"], StringComparer.OrdinalIgnoreCase);
        if (!isRequired && line["required"].Length > 0 && !No.Contains(line["required"], StringComparer.OrdinalIgnoreCase))
        {
            if (isAsked) findings.Warning(SheetCode.GridConditionKept, At(line), line["required"]);
            told.Add((FormSheet.Survey, "required"));
            taken.Remove(new("required"));
        }
        var kept = Kept(line, FormSheet.Survey, taken);
        if (written.OrOther && type != QuestionType.Kept)
        {
            findings.Warning(SheetCode.GridOrOther, At(line), line.Name);
            kept = kept.Insert(0, new(GridForms.TypeMarker, written.ToString()));
        }
        var calculation = type == QuestionType.Calculate && line["calculation"] == "''" ? "" : line["calculation"];
        return new(name, type, Label(line, name, type), Fit(Text(line, "hint"), ExpeditionLimits.Paragraph, line), isRequired, choices,
            choices.IsEmpty || written.List == name || !FormNames.IsChoice(written.List) ? "" : written.List, Fit(line["relevant"], InquiryLimits.Expression, line), Fit(line["constraint"], InquiryLimits.Expression, line),
            Fit(Text(line, "constraint_message"), ExpeditionLimits.Paragraph, line), parameters, Fit(string.Join(' ', appearance), ExpeditionLimits.Line, line),
            Fit(line["default"], ExpeditionLimits.Paragraph, line), Fit(calculation, InquiryLimits.Expression, line), Fit(line["choice_filter"], InquiryLimits.Expression, line),
            type == QuestionType.Kept ? Fit(PlainText.Line(line["type"]), ExpeditionLimits.Line, line) : "", kept);
    }

    /// <summary>A question that people are asked has a label: its hint or its name when the form gives none.</summary>
    private string Label(FormLine line, string name, QuestionType type)
    {
        var label = Fit(Text(line, "label"), ExpeditionLimits.Paragraph, line);
        if (label.Length > 0 || type is QuestionType.Calculate or QuestionType.Kept) return label;
        findings.Warning(SheetCode.GridLabelMade, At(line), name);
        return Text(line, "hint") is { Length: > 0 } hint ? Fit(hint, ExpeditionLimits.Paragraph, line) : name;
    }

    private ImmutableArray<Choice> Choices(string list)
    {
        used.Add(list);
        var choices = ImmutableArray.CreateBuilder<Choice>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lists[list])
        {
            if (choices.Count >= InquiryLimits.Choices || choiceCount >= InquiryLimits.AllChoices)
            {
                findings.Limit(SheetCode.GridTooMany, At(line, FormSheet.Choices), choices.Count >= InquiryLimits.Choices ? InquiryLimits.Choices : InquiryLimits.AllChoices);
                break;
            }
            var name = line.Name;
            if (taken.Contains(name))
            {
                findings.Warning(SheetCode.GridChoiceDropped, At(line, FormSheet.Choices), name);
                continue;
            }
            var label = PlainText.Line(line[TextColumn(line, "label")]);
            if (!FormNames.IsChoice(name))
            {
                var made = FormNames.Of(name.Length > 0 ? name : label, "c", n => taken.Contains(n) || lists[list].Any(c => c.Name == n));
                findings.Warning(SheetCode.GridRenamed, At(line, FormSheet.Choices), name, made);
                name = made;
            }
            taken.Add(name);
            choiceCount++;
            choices.Add(new(name, label.Length > 0 ? Fit(label, ExpeditionLimits.Line, line, FormSheet.Choices) : name, Kept(line, FormSheet.Choices, [new("list_name"), new("name"), new("label", texts)])));
        }
        return choices.ToImmutable();
    }
}
