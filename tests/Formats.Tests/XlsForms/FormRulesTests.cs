using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.XlsForms;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.XlsForms;

public class FormRulesTests
{
    private const string Settings = "\n# settings\nform_title|form_id|version\nT|t|1";
    private const string Choices = "\n# choices\nlist_name|name|label\nyn|yes|Yes\nyn|no|No";
    private const string Head = "# survey\ntype|name|label";

    /// <summary>For each rule, a form that breaks it and the cell that the finding names ("survey!C2"; "survey!" for the whole sheet, "survey!4" for a row).</summary>
    public static readonly TheoryData<SheetCode, string, string> Broken = new()
    {
        { SheetCode.SurveyMissing, "form.xlsx!", "# surveys\ntype|name|label" },
        { SheetCode.SheetSpelling, "Survey!", "# Survey\ntype|name|label\ntext|a|A" + Settings },
        { SheetCode.SheetUnknown, "notes!", Head + "\ntext|a|A\n# notes\nx" + Settings },
        { SheetCode.ColumnMissing, "survey!", "# survey\ntype|label\nnote|A" + Settings },
        { SheetCode.ColumnMissing, "choices!", Head + "\nselect_one yn|a|A\n# choices\nlist_name|name\nyn|yes" + Settings },
        { SheetCode.ColumnDoubled, "survey!E1", "# survey\ntype|name|label|relevant|relevance\ntext|a|A||" + Settings },
        { SheetCode.ColumnUnnamed, "survey!D2", "# survey\ntype|name|label|\ntext|a|A|x" + Settings },
        { SheetCode.ColumnUnknown, "survey!D1", "# survey\ntype|name|label|apperance\ntext|a|A|x" + Settings },
        { SheetCode.ColumnUnknown, "settings!D1", Head + "\ntext|a|A\n# settings\nform_title|form_id|version|colour\nT|t|1|red" },
        { SheetCode.ChoiceColumnName, "choices!D1", Head + "\nselect_one yn|a|A\n# choices\nlist_name|name|label|two words\nyn|yes|Yes|" + Settings },
        { SheetCode.TypeMissing, "survey!A3", Head + "\ntext|a|A\n|b|B" + Settings },
        { SheetCode.CommentRow, "survey!3", "# survey\ntype|name|label|hint\ntext|a|A|\n|||to do" + Settings },
        { SheetCode.TypeUnknown, "survey!A2", Head + "\nintegr|a|A" + Settings },
        { SheetCode.TypeSpelling, "survey!A2", Head + "\nSelect_One yn|a|A" + Choices + Settings },
        { SheetCode.NameMissing, "survey!B2", Head + "\ntext||A" + Settings },
        { SheetCode.NameInvalid, "survey!B2", Head + "\ntext|2a|A" + Settings },
        { SheetCode.NameInvalid, "settings!D2", Head + "\ntext|a|A\n# settings\nform_title|form_id|version|name\nT|t|1|my form" },
        { SheetCode.NameTwice, "survey!B3", Head + "\ntext|a|A\ntext|a|B" + Settings },
        { SheetCode.NameTwiceElsewhere, "survey!B4", Head + "\ntext|a|A\nbegin group|g|G\ntext|a|B\nend group" + Settings },
        { SheetCode.NameCase, "survey!B3", Head + "\ntext|a|A\ntext|A|B" + Settings },
        { SheetCode.NameReserved, "survey!B2", Head + "\ntext|meta|A" + Settings },
        { SheetCode.NameReserved, "survey!B2", Head + "\nbegin_repeat|data|A\ntext|b|B\nend_repeat" + Settings },
        { SheetCode.RepeatNameTwice, "survey!B6", Head + "\nbegin_repeat|r|R\ntext|b|B\nend_repeat\nbegin_group|g|G\nbegin_repeat|r|R\ntext|c|C\nend_repeat\nend_group" + Settings },
        { SheetCode.EndWithoutBegin, "survey!A3", Head + "\ntext|a|A\nend_group" + Settings },
        { SheetCode.EndMismatch, "survey!A4", Head + "\nbegin_repeat|r|R\ntext|a|A\nend_group\nend_repeat" + Settings },
        { SheetCode.NeverEnded, "survey!A2", Head + "\nbegin_group|g|G\ntext|a|A" + Settings },
        { SheetCode.GroupEmpty, "survey!A2", Head + "\nbegin_group|g|G\nend_group\ntext|a|A" + Settings },
        { SheetCode.LabelMissing, "survey!C2", Head + "\ntext|a|" + Settings },
        { SheetCode.ChoicesMissing, "survey!A2", Head + "\nselect_one yn|a|A\n# choice\nlist_name" + Settings },
        { SheetCode.ListUnnamed, "survey!A2", Head + "\nselect_multiple|a|A" + Choices + Settings },
        { SheetCode.ListUnknown, "survey!A2", Head + "\nrank yno|a|A" + Choices + Settings },
        { SheetCode.ChoiceListMissing, "choices!A3", Head + "\nselect_one yn|a|A" + Choices.Replace("yn|no", "|no", StringComparison.Ordinal) + Settings },
        { SheetCode.ChoiceNameMissing, "choices!B3", Head + "\nselect_one yn|a|A" + Choices.Replace("yn|no", "yn|", StringComparison.Ordinal) + Settings },
        { SheetCode.ChoiceLabelMissing, "choices!C3", Head + "\nselect_one yn|a|A" + Choices.Replace("no|No", "no|", StringComparison.Ordinal) + Settings },
        { SheetCode.ChoiceTwice, "choices!B3", Head + "\nselect_one yn|a|A" + Choices.Replace("yn|no", "yn|yes", StringComparison.Ordinal) + Settings },
        { SheetCode.ChoiceNameBlank, "choices!B3", Head + "\nselect_multiple yn|a|A" + Choices.Replace("yn|no", "yn|not at all", StringComparison.Ordinal) + Settings },
        { SheetCode.FileName, "survey!A2", Head + "\nselect_one_from_file towns|a|A" + Settings },
        { SheetCode.FileApart, "survey!A2", Head + "\nselect_multiple_from_file towns.csv|a|A" + Settings },
        { SheetCode.ExternalChoicesMissing, "survey!A2", Head + "\nselect_one_external towns|a|A" + Settings },
        { SheetCode.OrOtherFiltered, "survey!A2", "# survey\ntype|name|label|choice_filter\nselect_one yn or_other|a|A|true()" + Choices + Settings },
        { SheetCode.ExternalInRepeat, "survey!A3", Head + "\nbegin_repeat|r|R\ncsv-external|towns|\ntext|a|A\nend_repeat" + Settings },
        { SheetCode.ReferenceMalformed, "survey!C3", Head + "\ntext|a|A\ntext|b|Hello ${a" + Settings },
        { SheetCode.ReferenceUnknown, "survey!D3", "# survey\ntype|name|label|relevant\ntext|age|A|\ntext|b|B|${aeg} > 1" + Settings },
        { SheetCode.ReferenceUnknown, "settings!D2", Head + "\ntext|a|A\n# settings\nform_title|form_id|version|instance_name\nT|t|1|concat(${b}, 'x')" },
        { SheetCode.ReferenceAmbiguous, "survey!C6", Head + "\ntext|a|A\nbegin_group|g|G\ntext|a|B\nend_group\nnote|n|You said ${a}" + Settings },
        { SheetCode.ExpressionUnbalanced, "survey!D2", "# survey\ntype|name|label|constraint\ninteger|a|A|(. > 1" + Settings },
        { SheetCode.ExpressionUnbalanced, "survey!D2", "# survey\ntype|name|label|constraint\ntext|a|A|. != 'x" + Settings },
        { SheetCode.ExpressionCharacter, "survey!D2", "# survey\ntype|name|label|constraint\ntext|a|A|. != ‘x’" + Settings },
        { SheetCode.ExpressionOperator, "survey!D2", "# survey\ntype|name|label|constraint\ninteger|a|A|. >= 1 && . == 2" + Settings },
        { SheetCode.CalculationMissing, "survey!2", Head + "\ncalculate|a|" + Settings },
        { SheetCode.RequiredOnGroup, "survey!D2", "# survey\ntype|name|label|required\nbegin_group|g|G|yes\ntext|a|A|\nend_group" + Settings },
        { SheetCode.YesOrNo, "survey!D2", "# survey\ntype|name|label|required\ntext|a|A|oui" + Settings },
        { SheetCode.YesOrNo, "settings!D2", Head + "\ntext|a|A\n# settings\nform_title|form_id|version|allow_choice_duplicates\nT|t|1|peut-être" },
        { SheetCode.MessageAlone, "survey!D2", "# survey\ntype|name|label|constraint_message\ntext|a|A|Too short" + Settings },
        { SheetCode.ParameterMalformed, "survey!D2", "# survey\ntype|name|label|parameters\nrange|a|A|start end=5" + Settings },
        { SheetCode.ParameterUnknown, "survey!D2", "# survey\ntype|name|label|parameters\nrange|a|A|star=1" + Settings },
        { SheetCode.ParameterValue, "survey!D2", "# survey\ntype|name|label|parameters\nrange|a|A|start=1 end=5 step=0" + Settings },
        { SheetCode.ParameterValue, "survey!D2", "# survey\ntype|name|label|parameters\nrange|a|A|start=one" + Settings },
        { SheetCode.LanguageMissing, "survey!D3", "# survey\ntype|name|label::Français (fr)|label::English (en)\ntext|a|A|A\ntext|b|B|" + Settings },
        { SheetCode.LanguageMissing, "choices!", "# survey\ntype|name|label::Français (fr)|label::English (en)\nselect_one yn|a|A|A\n# choices\nlist_name|name|label::Français (fr)\nyn|yes|Oui" + Settings },
        { SheetCode.LanguageMixed, "survey!C1", "# survey\ntype|name|label|label::English (en)\ntext|a|A|A" + Settings },
        { SheetCode.LanguageCode, "survey!C1", "# survey\ntype|name|label::Français\ntext|a|A" + Settings },
        { SheetCode.DefaultLanguage, "settings!D2", "# survey\ntype|name|label::Français (fr)\ntext|a|A\n# settings\nform_title|form_id|version|default_language\nT|t|1|Breton (br)" },
        { SheetCode.FormIdMissing, "settings!2", Head + "\ntext|a|A\n# settings\nform_title|version\nT|1" },
        { SheetCode.FormIdInvalid, "settings!B2", Head + "\ntext|a|A\n# settings\nform_title|form_id|version\nT|my form|1" },
        { SheetCode.VersionMissing, "survey!", Head + "\ntext|a|A" },
        { SheetCode.VersionInvalid, "settings!C2", Head + "\ntext|a|A\n# settings\nform_title|form_id|version\nT|t|v1.2" },
        { SheetCode.StyleUnknown, "settings!D2", Head + "\ntext|a|A\n# settings\nform_title|form_id|version|style\nT|t|1|page" },
        { SheetCode.SettingsRows, "settings!3", Head + "\ntext|a|A" + Settings + "\nU|u|2" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_form_that_breaks_a_rule_is_told_so_at_its_cell(SheetCode code, string place, string form)
    {
        var findings = Drawn.Form(form).Findings;
        var found = findings.FirstOrDefault(f => f.Code == code && $"{f.At.Sheet}!{(f.At.Cell.Length > 0 ? f.At.Cell : f.At.Row > 0 ? f.At.Row.ToString() : "")}" == place);
        Assert.True(found is not null, string.Join('\n', findings.Select(f => $"{f.Code} {SheetText.Line(f, Language.English)}")));
    }

    [Fact]
    public void Every_rule_is_broken_by_one_of_these_forms() =>
        Assert.Empty(Enum.GetValues<SheetCode>().Where(c => c is >= SheetCode.SurveyMissing and <= SheetCode.SettingsRows).Except(Broken.Select(r => r.Data.Item1)));

    [Fact]
    public void Every_rule_stands_in_the_list()
    {
        var list = File.ReadAllText(Path.Combine(ShownFile.Repository, "docs", "xlsform.md"));
        Assert.All(Enum.GetValues<SheetCode>().Where(c => c is >= SheetCode.SurveyMissing and <= SheetCode.SettingsRows), c => Assert.Contains($"`{c}`", list, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sound_form_gives_no_finding() => Assert.Empty(Drawn.Form(Sound).Findings.Select(f => SheetText.Line(f, Language.English)));

    /// <summary>Every type, and most columns.</summary>
    internal const string Sound = """
        # survey
        type | name | label::Français (fr) | label::English (en) | hint::Français (fr) | hint::English (en) | required | relevant | constraint | constraint_message::Français (fr) | constraint_message::English (en) | calculation | appearance | default | choice_filter | parameters | repeat_count
        start | start
        end | end
        today | today
        deviceid | deviceid
        username | username
        phonenumber | phone
        simserial | sim
        subscriberid | sub
        email | email
        audit | audit ||||||||||||||location-priority=balanced location-min-interval=60 location-max-age=120
        begin group | who | Qui | Who |||||||||field-list
        text | name | Votre nom ? | Your name? | Prénom et nom | First and last | yes | | string-length(.) > 1 and not(contains(., "'")) | Trop court | Too short
        integer | age | Votre âge ? | Your age? |||| | . >= 0 and . <= 150 | Entre 0 et 150 | Between 0 and 150
        end group
        decimal | height | Hauteur d'eau (m) | Water height (m)
        range | trust | Confiance | Trust |||||||| | rating | | | start=1 end=5 step=1
        select_one yn | flooded | Inondé ? | Flooded?
        select_multiple tools or_other | used | Outils | Tools
        select_one town | town | Commune | Town |||| ${flooded} = 'yes' |||||||dept='76'
        rank tools | order | Classez | Rank
        note | thanks | Merci ${name} | Thanks ${name}
        date | day | Jour | Day
        time | hour | Heure | Hour
        dateTime | moment | Moment | Moment
        geopoint | here | Où ? | Where?
        geotrace | path | Trajet | Path
        geoshape | area | Zone | Area
        image | photo | Photo | Photo |||||||||||| max-pixels=1000
        audio | sound | Son | Sound
        video | film | Film | Film
        file | doc | Document | Document
        barcode | code | Code | Code
        acknowledge | ok | D'accord ? | Agreed?
        hidden | secret ||||||||||||x
        calculate | twice |||||||||| ${age} * 2 + count-selected(${used})
        begin_repeat | people | Personnes | People |||||||||||||3
        text | first | Prénom | First name
        end_repeat

        # choices
        list_name | name | label::Français (fr) | label::English (en) | dept
        yn | yes | Oui | Yes
        yn | no | Non | No
        tools | phone | Téléphone | Phone
        tools | radio | Radio | Radio
        town | rouen | Rouen | Rouen | 76
        town | caen | Caen | Caen | 14
        # settings
        form_title | form_id | version | default_language | style | instance_name
        Enquête | enquete-2026 | 2026030201 | Français (fr) | pages | concat(${name}, ' ', ${day})
        """;

    [Fact]
    public void Every_type_of_the_specification_is_known()
    {
        var kinds = Drawn.Form(Sound).Form.Survey.Select(l => l.Type.Kind).ToHashSet();
        Assert.Empty(Enum.GetValues<FormKind>().Except(kinds).Except(
        [
            FormKind.None, FormKind.Unknown, FormKind.SelectOneFromFile, FormKind.SelectMultipleFromFile, FormKind.SelectOneExternal, FormKind.XmlExternal, FormKind.CsvExternal,
            FormKind.StartGeopoint, FormKind.BackgroundGeopoint, FormKind.BackgroundAudio,
        ]));
        Assert.All(Enum.GetValues<FormKind>().Where(k => k is not (FormKind.None or FormKind.Unknown)), k => Assert.Equal(new FormType(k), FormType.Parse(new FormType(k).ToString())));
        Assert.Equal(new FormType(FormKind.SelectMultiple, "a_list", true), FormType.Parse("  select multiple  a_list  or specify other"));
        Assert.Equal(new FormType(FormKind.SelectOneFromFile, "my towns.csv"), FormType.Parse("select_one_from_file my towns.csv"));
        Assert.Equal(new FormType(FormKind.Unknown), FormType.Parse("select_onelist"));
    }

    [Fact]
    public void Expressions_that_are_sound_are_left_alone() => Assert.All(
        ["${a} > 1 and (selected(., 'x') or not(${b} = \"it's\"))", "../a[position() = 1]/b | //c", "if(. != '', 1 div 2, -1.5e3)", "count(instance('houses')/house[rooms = current()/../rooms])", "jr:choice-name(${q}, '${q}')", "pulldata('é', 'à', ${last-saved#x}) >= today() - 30"],
        e => Assert.Empty(FormExpression.Troubles(e)));

    [Fact]
    public void A_large_broken_form_is_told_in_bounded_words_and_time()
    {
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"\nselectone l{i}|n {i}|${{x{i}}} ${{"));
        var findings = Drawn.Form(Head + rows + Settings).Findings;
        Assert.InRange(findings.Length, 300, 301);
        Assert.Contains(findings, f => f.Code == SheetCode.TooManyFindings && f.Severity == Severity.Error);
    }
}
