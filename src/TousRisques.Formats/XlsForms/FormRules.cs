using System.Collections.Immutable;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>
/// Holds a form to the rules of docs/xlsform.md, which names the source of each. Files: sheets, columns and settings here; the order of rows in Structure; lists in Choices; what is
/// written in formulas and references in Expressions; parameters; languages.
/// </summary>
internal sealed partial class FormRules(XlsForm form, FormPlaces places, SheetFindings findings)
{
    private static readonly string[] Yes = ["yes", "true", "true()", "no", "false", "false()"];
    private static readonly string[] Styles = ["pages", "theme-grid", "theme-formhub", "theme-kobo", "no-text-transform"];

    private readonly Dictionary<string, int> named = form.Survey.Where(l => l.Name.Length > 0 && !l.Type.Kind.Ends() && l["disabled"].Length == 0)
        .GroupBy(l => l.Name).ToDictionary(g => g.Key, g => g.Count());

    public void Check()
    {
        Columns(FormSheet.Survey, form.SurveyColumns, ["type", "name", "label"]);
        if (places.Has(FormSheet.Choices)) Columns(FormSheet.Choices, form.ChoiceColumns, ["list_name", "name", "label"]);
        Columns(FormSheet.Settings, form.SettingColumns, []);
        Structure();
        Choices();
        foreach (var line in form.Survey) Expressions(line);
        foreach (var choice in form.Choices) References(FormSheet.Choices, choice);
        foreach (var line in form.Survey.Where(l => l["parameters"].Length > 0)) Parameters(line);
        Languages();
        Settings();
    }

    private void Columns(FormSheet sheet, ImmutableArray<FormColumn> columns, string[] wanted)
    {
        foreach (var name in wanted.Where(w => !columns.Any(c => c.Name == w))) findings.Error(SheetCode.ColumnMissing, places.Whole(sheet), name);
        foreach (var column in columns.Where(c => c.Name.Length > 0 && c.Turn == 0 && !FormColumns.IsKnown(sheet, c.Name)))
        {
            if (sheet != FormSheet.Choices)
                findings.Warning(SheetCode.ColumnUnknown, places.Header(sheet, column), column.Name, Nearest.To(column.Name, FormColumns.Of(sheet)));
            else if (!XlsFormNames.IsName(column.Name)) // any other column of choices is there to filter by
                findings.Error(SheetCode.ChoiceColumnName, places.Header(sheet, column), column.Name);
        }
    }

    private void Settings()
    {
        SheetSpot At(string column) => places.At(FormSheet.Settings, form.Settings, new(column)) is var at && places.Has(FormSheet.Settings) ? at : places.Whole(FormSheet.Settings) with { Row = 0, Column = 0 };
        var (id, version, style, root) = (form.Settings["form_id"], form.Settings["version"], form.Settings["style"], form.Settings["name"]);
        if (id.Length == 0) findings.Warning(SheetCode.FormIdMissing, At("form_id"));
        else if (id.Length > 250 || id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "<>&\"'/\\?#%".Contains(c, StringComparison.Ordinal))) findings.Error(SheetCode.FormIdInvalid, At("form_id"), id);
        if (version.Length == 0) findings.Warning(SheetCode.VersionMissing, At("version"));
        else if (version.Length > 10 || !version.All(char.IsAsciiDigit)) findings.Warning(SheetCode.VersionInvalid, At("version"), version);
        foreach (var word in style.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Styles)) findings.Warning(SheetCode.StyleUnknown, At("style"), word, Nearest.To(word, Styles));
        if (root.Length > 0 && !XlsFormNames.IsName(root)) findings.Error(SheetCode.NameInvalid, At("name"), root);
        foreach (var column in (string[])["allow_choice_duplicates", "clean_text_values", "omit_instanceid"])
            if (form.Settings[column] is { Length: > 0 } value && !IsYesOrNo(value)) findings.Error(SheetCode.YesOrNo, At(column), value);
        if (form.Settings["instance_name"] is { Length: > 0 } name) Expression(name, At("instance_name"));
        if (form.Settings["default_language"] is { Length: > 0 } spoken && form.Languages is { IsEmpty: false } languages && !languages.Any(l => XlsForm.Speaks(l, spoken)))
            findings.Error(SheetCode.DefaultLanguage, At("default_language"), spoken, Nearest.To(spoken, languages));
    }

    private static bool IsYesOrNo(string text) => Yes.Contains(text, StringComparer.OrdinalIgnoreCase);

    private SheetSpot At(FormLine line, string column) => places.At(FormSheet.Survey, line, new(column));
}
