using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>Lists of choices.</summary>
internal sealed partial class FormRules
{
    private static readonly string[] Files = [".csv", ".xml", ".geojson"];

    private void Choices()
    {
        var lists = form.Choices.Select(c => c["list_name"]).Where(l => l.Length > 0).ToHashSet();
        var several = new HashSet<string>();
        foreach (var line in form.Survey)
        {
            var type = line.Type;
            var at = At(line, "type");
            if (type.OrOther && line["choice_filter"].Length > 0) findings.Error(SheetCode.OrOtherFiltered, at, type.ToString());
            if (type.Kind.HasChoices())
            {
                if (type.Kind.HoldsSeveral()) several.Add(type.List);
                if (type.List.Length == 0) findings.Error(SheetCode.ListUnnamed, at, line["type"]);
                else if (places.Has(FormSheet.Choices) && !lists.Contains(type.List) && !type.List.Contains("${", StringComparison.Ordinal)) findings.Error(SheetCode.ListUnknown, at, type.List, Nearest.To(type.List, lists));
            }
            else if (type.Kind.IsFromFile())
            {
                if (Files.Any(f => type.List.Length > f.Length && type.List.EndsWith(f, StringComparison.OrdinalIgnoreCase))) findings.Warning(SheetCode.FileApart, at, type.List);
                else findings.Error(SheetCode.FileName, at, type.List.Length > 0 ? type.List : line["type"]);
            }
            else if (type.Kind == FormKind.SelectOneExternal && !form.Others.Any(s => s.Name == "external_choices"))
                findings.Error(SheetCode.ExternalChoicesMissing, at, type.List);
        }
        if (!places.Has(FormSheet.Choices) && form.Survey.FirstOrDefault(l => l.Type.Kind.HasChoices()) is { } first)
            findings.Error(SheetCode.ChoicesMissing, At(first, "type"), nearest: Nearest.To("choices", form.Others.Select(s => s.Name)));

        var seen = new Dictionary<(string, string), FormLine>();
        var mayRepeat = IsYesOrNo(form.Settings["allow_choice_duplicates"]) && char.ToLowerInvariant(form.Settings["allow_choice_duplicates"][0]) is 'y' or 't';
        foreach (var choice in form.Choices)
        {
            var (list, name) = (choice["list_name"], choice.Name);
            SheetSpot At(string column) => places.At(FormSheet.Choices, choice, new(column));
            if (list.Length == 0) findings.Error(SheetCode.ChoiceListMissing, At("list_name"));
            if (name.Length == 0) findings.Error(SheetCode.ChoiceNameMissing, At("name"), list);
            else if (!seen.TryAdd((list, name), choice) && !mayRepeat) findings.Error(SheetCode.ChoiceTwice, At("name"), name, other: places.At(FormSheet.Choices, seen[(list, name)], new("name")));
            if (name.Any(char.IsWhiteSpace))
            {
                if (several.Contains(list)) findings.Error(SheetCode.ChoiceNameBlank, At("name"), name);
                else findings.Warning(SheetCode.ChoiceNameBlank, At("name"), name);
            }
            if (!choice.Cells.Keys.Any(c => c.Name == "label" || c.Name.StartsWith("media::", StringComparison.Ordinal))) findings.Warning(SheetCode.ChoiceLabelMissing, At("label"), name);
        }
    }
}
