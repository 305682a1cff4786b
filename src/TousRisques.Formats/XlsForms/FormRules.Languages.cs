using System.Collections.Immutable;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>Texts in several languages.</summary>
internal sealed partial class FormRules
{
    private void Languages()
    {
        var languages = form.Languages;
        foreach (var (sheet, columns, lines) in ((FormSheet, ImmutableArray<FormColumn>, ImmutableArray<FormLine>)[])[(FormSheet.Survey, form.SurveyColumns, form.Survey), (FormSheet.Choices, form.ChoiceColumns, form.Choices)])
        {
            var texts = columns.Where(c => c.Turn == 0 && FormColumns.IsTranslated(c.Name)).ToLookup(c => c.Name);
            foreach (var name in texts.Select(g => g.Key))
            {
                var bare = texts[name].FirstOrDefault(c => c.Language.Length == 0);
                var spoken = texts[name].Where(c => c.Language.Length > 0).ToList();
                if (spoken.Count == 0) continue;
                if (bare.Name is not null) findings.Warning(SheetCode.LanguageMixed, places.Header(sheet, bare), name);
                foreach (var language in languages.Except(spoken.Select(c => c.Language))) findings.Warning(SheetCode.LanguageMissing, places.Whole(sheet), $"{name}::{language}");
                foreach (var line in lines)
                {
                    var missing = spoken.Where(c => line[c].Length == 0).ToList();
                    if (missing.Count == spoken.Count) continue;
                    foreach (var column in missing) findings.Warning(SheetCode.LanguageMissing, places.At(sheet, line, column), column.Header);
                }
            }
        }
        foreach (var language in languages.Where(l => XlsForm.Code(l).Length == 0))
        {
            var inSurvey = form.SurveyColumns.FirstOrDefault(c => c.Language == language);
            var (sheet, column) = inSurvey.Name is not null ? (FormSheet.Survey, inSurvey) : (FormSheet.Choices, form.ChoiceColumns.FirstOrDefault(c => c.Language == language));
            if (column.Name is not null) findings.Warning(SheetCode.LanguageCode, places.Header(sheet, column), language);
        }
    }
}
