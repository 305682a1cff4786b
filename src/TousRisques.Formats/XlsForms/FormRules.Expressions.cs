using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>Formulas and references.</summary>
internal sealed partial class FormRules
{
    private static readonly string[] Formulas = ["relevant", "constraint", "calculation", "choice_filter", "repeat_count"];
    private static readonly string[] Switches = ["required", "read_only"];

    private void Expressions(FormLine line)
    {
        foreach (var column in Formulas)
            if (line[column] is { Length: > 0 } formula) Expression(formula, At(line, column));
        foreach (var column in Switches)
        {
            if (line[column] is not { Length: > 0 } value || IsYesOrNo(value)) continue;
            if (XlsFormNames.IsName(value)) findings.Warning(SheetCode.YesOrNo, At(line, column), value); // a word alone is a formula too, of nothing that is there
            else Expression(value, At(line, column));
        }
        if (line["constraint"].Length == 0 && line.Texts("constraint_message") is [var message, ..])
            findings.Warning(SheetCode.MessageAlone, places.At(FormSheet.Survey, line, new("constraint_message", message.Key)), message.Value);
        References(FormSheet.Survey, line);
    }

    private void Expression(string formula, SheetSpot at)
    {
        foreach (var (code, piece) in FormExpression.Troubles(formula).Take(5)) findings.Error(code, at, piece);
        if (at.Sheet == places.Whole(FormSheet.Settings).Sheet && places.Has(FormSheet.Settings)) References(formula, at);
    }

    private void References(FormSheet sheet, FormLine line)
    {
        foreach (var (column, text) in line.Cells.Where(c => c.Value.Contains("${", StringComparison.Ordinal)).OrderBy(c => c.Key.Header, StringComparer.Ordinal))
            References(text, places.At(sheet, line, column));
    }

    private void References(string text, SheetSpot at)
    {
        foreach (var (name, piece) in FormExpression.References(text).Distinct().Take(20))
        {
            if (name is null) findings.Error(SheetCode.ReferenceMalformed, at, piece);
            else if (!named.TryGetValue(name, out var count)) findings.Error(SheetCode.ReferenceUnknown, at, name, findings.IsFull ? null : Nearest.To(name, named.Keys));
            else if (count > 1) findings.Error(SheetCode.ReferenceAmbiguous, at, name);
        }
    }
}
