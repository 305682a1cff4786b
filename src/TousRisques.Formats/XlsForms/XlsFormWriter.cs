using System.Collections.Immutable;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>Writes forms as XLSForm workbooks: nothing of the form is left out.</summary>
public static class XlsFormWriter
{
    /// <summary>The form as a workbook.</summary>
    public static byte[] Write(XlsForm form) => XlsxWriter.Write(Sheets(form));

    /// <summary>The form as tables.</summary>
    public static ImmutableArray<Sheet> Sheets(XlsForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        sheets.Add(Table("survey", FormSheet.Survey, form.SurveyColumns, form.Survey, form.Languages));
        if (!form.Choices.IsEmpty || !form.ChoiceColumns.IsEmpty) sheets.Add(Table("choices", FormSheet.Choices, form.ChoiceColumns, form.Choices, form.Languages));
        if (!form.Settings.Cells.IsEmpty || !form.SettingColumns.IsEmpty) sheets.Add(Table("settings", FormSheet.Settings, form.SettingColumns, [form.Settings], form.Languages));
        sheets.AddRange(form.Others);
        return sheets.ToImmutable();
    }

    private static Sheet Table(string name, FormSheet kind, ImmutableArray<FormColumn> columns, ImmutableArray<FormLine> lines, ImmutableArray<string> languages)
    {
        var order = FormColumns.Of(kind);
        var listed = columns.ToHashSet();
        var more = lines.SelectMany(l => l.Cells.Keys).Where(c => !listed.Contains(c)).Distinct()
            .OrderBy(c => Array.IndexOf(order, c.Name) is >= 0 and var known ? known : order.Length).ThenBy(c => c.Name, StringComparer.Ordinal)
            .ThenBy(c => languages.IndexOf(c.Language)).ThenBy(c => c.Turn);
        ImmutableArray<FormColumn> all = [.. columns, .. more];
        return Sheet.Of(name, lines.Select(l => all.Select(c => l[c])).Prepend(all.Select(c => c.Header)));
    }
}
