using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Odk;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.XlsForms;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.XlsForms;

public class GridFormsTests
{
    private static readonly GridId Id = new("g1");
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<string> Words = Gen.OneOf("Où vivez-vous ?", "=1+1", "l’eau", "a « b » c", "🌊 flood", "-12", "x", "two  words", "d'été", "_x0041_");
    private static readonly Gen<string> Lines = Gen.Select(Words, Words, Gen.Bool, (a, b, two) => two ? a + "\n" + b : a);
    private static readonly Gen<string> Maybe = Gen.Select(Lines, Gen.Bool, (l, there) => there ? l : "");
    private static readonly Gen<string> Condition = Gen.OneOf("", "", "true()", "1 < 2 and not(false())", "string-length('a') > 0");
    private static readonly Gen<ImmutableArray<Choice>> List = Gen.OneOf(1, 2, 3).Select(n => Enumerable.Range(0, n).Select(i => new Choice("c" + i, "Choix " + n + i, [])).ToImmutableArray());

    private static readonly Gen<Func<string, Question>> Ask = Gen.Select(Gen.OneOf(Enum.GetValues<QuestionType>()), Words, Maybe, Gen.Bool, List, Condition, Condition, Gen.OneOf("", "shared")).Select(
        (type, label, hint, required, choices, relevant, constraint, list) => new Func<string, Question>(name => Question.Of(name, type, label) with
        {
            Hint = hint,
            Required = required && type is not (QuestionType.Note or QuestionType.Calculate or QuestionType.Kept),
            Choices = type is QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank ? choices : [],
            ChoiceList = type is QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank && list.Length > 0 ? list + choices.Length : "",
            Relevant = relevant,
            Constraint = type == QuestionType.Note ? "" : constraint,
            ConstraintMessage = type == QuestionType.Note || constraint.Length == 0 ? "" : "Non",
            Parameters = type == QuestionType.Range ? "start=1 end=5 step=1" : "",
            Calculation = type == QuestionType.Calculate && required ? "1 + 1" : "",
            Declared = type == QuestionType.Kept ? "hidden" : "",
        }));

    private static readonly Gen<GridForm> Grid = Gen.Select(Words, Maybe, Gen.Select(Words, Maybe, Gen.OneOf<Theme?>(null, Theme.Data, Theme.Governance), Gen.OneOf(Enum.GetValues<StakeholderFamily>()).Array[0, 3], Condition, Ask.Array[0, 5]).Array[0, 4])
        .Select((title, introduction, sections) => new GridForm(title, introduction,
            [.. sections.Select((s, i) => new Section(
                new($"section{i}", s.Item1, s.Item2, s.Item3, [.. s.Item4.Distinct().Order()], s.Item5, []), [.. s.Item6.Select((q, j) => q($"q{i}_{j}"))]))], []));

    [Fact]
    public void A_grid_comes_back_from_a_workbook_as_it_went() => Grid.Sample(grid =>
    {
        var reading = XlsFormReader.Read(XlsFormWriter.Write(GridForms.Write(Single(grid), Id, "2026030201", Language.French)), "grid.xlsx");
        var again = GridForms.Read(reading.Form, Language.French, "otherwise");
        Assert.Equal(Show(Single(grid)), Show(again.Grid));
    });

    [Fact]
    public void A_grid_of_ours_passes_every_rule_of_the_specification() => Grid.Sample(grid =>
    {
        SheetCode[] harmless = [SheetCode.GroupEmpty]; // somebody may hand out an empty section
        var findings = XlsFormReader.Read(XlsFormWriter.Write(GridForms.Write(Single(grid), Id, GridForms.Version(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), 1), Language.French)), "grid.xlsx").Findings;
        Assert.Empty(findings.Where(f => !harmless.Contains(f.Code)).Select(f => SheetText.Line(f, Language.English)));
    });

    [Fact]
    public void A_grid_is_written_as_shown()
    {
        var grid = new GridForm("Vivre sans réseau", "Merci de nous recevoir.\nUne heure environ.",
        [
            new(new("eau", "L’eau", "Du robinet à la station", Theme.Data, [StakeholderFamily.Authorities, StakeholderFamily.Operators], "", []),
            [
                Question.Of("coupee", QuestionType.SelectOne, "L’eau a-t-elle été coupée ?") with { Required = true, Choices = [new("oui", "Oui", []), new("non", "Non", [])], ChoiceList = "on" },
                Question.Of("jours", QuestionType.WholeNumber, "Combien de jours ?") with { Relevant = "${coupee} = 'oui'", Constraint = ". >= 0", ConstraintMessage = "Zéro ou plus" },
                Question.Of("recit", QuestionType.LongText, "Racontez") with { Hint = "Ce qui a manqué d’abord" },
            ]),
            new(SectionHead.Of("outils", "Les outils"),
            [
                Question.Of("ordre", QuestionType.Rank, "Classez") with { Choices = [new("tel", "Téléphone", []), new("radio", "Radio", [])] },
                Question.Of("prete", QuestionType.SelectOne, "Prête ?") with { Choices = [new("oui", "Oui", []), new("non", "Non", [])], ChoiceList = "on" },
                Question.Of("confiance", QuestionType.Range, "Confiance") with { Parameters = "start=1 end=5 step=1" },
                Question.Of("lieu", QuestionType.Place, "Où ?"),
            ]),
        ], []);
        var form = GridForms.Write(grid, Id, "2026030201", Language.French);
        ShownFile.Verify("xlsform/grid.txt", Drawn.Show(form));
        Assert.Empty(XlsFormReader.Check(form).Select(f => SheetText.Line(f, Language.English)));
    }

    [Fact]
    public void A_form_of_another_house_leaves_as_it_came_but_for_what_is_told()
    {
        var form = Drawn.Form(Foreign).Form;
        var reading = GridForms.Read(form, Language.French, "otherwise");
        var back = GridForms.Write(reading.Grid, Id, "7", Language.French);
        ShownFile.Verify("xlsform/foreign-grid.txt", string.Join('\n',
        [
            .. reading.Grid.Sections.SelectMany(s => s.Questions.Select(q => $"{s.Head.Name} ({s.Head.Title}): {q.Type} {q.Name} « {q.Label} »").Prepend($"[{s.Head.Name}] {s.Head.Title} {s.Head.Relevant}")),
            "", .. reading.Findings.SelectMany(f => new[] { SheetText.Line(f, Language.French), SheetText.Line(f, Language.English) }), "", Drawn.Show(back),
        ]));
        var again = GridForms.Read(XlsFormReader.Read(XlsFormWriter.Write(back), "f").Form, Language.French, "otherwise");
        Assert.Equal(Show(reading.Grid), Show(again.Grid));
        foreach (var line in form.Survey.Where(l => l.Name.Length > 0)) // every cell of every named row is where it was
            foreach (var (column, text) in line.Cells.Where(c => c.Key.Name is not "type"))
                Assert.Equal((line.Name, column, text), (line.Name, column, back.Survey.First(l => l.Name == line.Name)[column]));
    }

    [Fact]
    public void Whatever_form_comes_a_grid_is_made_of_it_that_the_rules_accept_and_that_comes_back()
    {
        string[] headers = ["type", "name", "label", "label::Français (fr)", "label::English (en)", "hint", "relevant", "relevant", "required", "appearance", "parameters", "mine", "", "disabled", "list_name", "calculation"];
        string[] texts = ["", "", "text", "select_one l", "select_multiple l or_other", "rank nothing", "begin group", "end group", "begin repeat", "end_repeat", "range", "hidden", "calculate", "integer", "note", "a", "b", "A", "l", "two words", "1x", "yes", "multiline", "start=1 end=0", "${a} = 1", new string('é', 400)];
        var table = Gen.Select(Gen.OneOf(headers).Array[3, 9], Gen.OneOf(texts).Array[0, 9].Array[0, 8]);
        Gen.Select(table, table).Sample((survey, choices) =>
        {
            var form = XlsFormReader.Read(new Workbook([Sheet.Of("survey", survey.Item2.Prepend(survey.Item1)), Sheet.Of("choices", choices.Item2.Prepend(choices.Item1))], []), "f").Form;
            var grid = GridForms.Read(form, Language.French, "Titre").Grid;
            var names = grid.Sections.Select(s => s.Head.Name).Concat(grid.Questions.Select(q => q.Name)).ToList();
            Assert.All(names, n => Assert.True(FormNames.IsName(n), n));
            Assert.Equal(names.Count, names.Distinct().Count());
            Assert.All(grid.Questions, q => Assert.True(q.IsChosen == !q.Choices.IsEmpty && (q.Label.Length > 0 || q.Type is QuestionType.Kept or QuestionType.Calculate) && (q.Type == QuestionType.Kept) == (q.Declared.Length > 0)));
            var again = GridForms.Read(XlsFormReader.Read(XlsFormWriter.Write(GridForms.Write(grid, Id, "1", Language.French)), "f").Form, Language.French, "Titre").Grid;
            Assert.Equal(Show(grid), Show(again));
        }, iter: 500);
    }

    [Fact]
    public void A_form_larger_than_an_inquiry_is_cut_and_told_and_stays_sound()
    {
        var rows = string.Concat(Enumerable.Range(0, 700).Select(i => $"\nbegin_group|g{i}|G\ntext|q{i}|Q"));
        var reading = GridForms.Read(Drawn.Form("# survey\ntype|name|label" + rows).Form, Language.French, "T");
        Assert.Contains(SheetCode.GridTooMany, reading.Findings.Select(f => f.Code));
        Assert.InRange(reading.Grid.Questions.Count(), 590, InquiryLimits.Questions);
        Assert.DoesNotContain(XlsFormReader.Check(GridForms.Write(reading.Grid, Id, "1", Language.French)), f => f.Severity == Severity.Error);
        var many = GridForms.Read(Drawn.Form("# survey\ntype|name|label" + string.Concat(Enumerable.Range(0, 100).Select(i => $"\nbegin_group|g{i}|G\ntext|q{i}|Q\nend_group"))).Form, Language.French, "T");
        Assert.Equal(InquiryLimits.Sections, many.Grid.Sections.Length);
    }

    [Fact]
    public void Answers_come_back_to_the_grid_that_asked()
    {
        var form = GridForms.Write(Answerable, Id, "1", Language.French);
        const string Csv = "KEY,_submission_time,s-nom,s-age,s-outils,s-ordre,s-lieu-Latitude,s-lieu-Longitude,s-jour,s-heure,s-moment,s-ok,s-note1,s-calc,s-secret\n"
            + "uuid:1,2026-03-02T10:00:00Z,\"Ada\nL.\",36,tel radio,radio tel,49.44,1.1,2026-03-01,08:56:00.000+01:00,2026-03-01T08:56:00.000+01:00,OK,3,42,x\n"
            + "uuid:2,2026-03-02T10:00:00Z,,vieux,tel pigeon,tel,99,1,hier,,,oui,9,,\n";
        var reading = OdkReader.Read(System.Text.Encoding.UTF8.GetBytes(Csv), "export.csv", form);
        var one = GridAnswers.Of(reading.Submissions[0], Answerable);
        Assert.Empty(one.Findings);
        Assert.Equal(
            ["nom=Ada\nL.", "age=36", "outils=tel|radio", "ordre=radio|tel", "lieu=49.44 1.1 0 0", "jour=2026-03-01", "heure=08:56:00", "moment=2026-03-01T08:56:00", "ok=OK", "note1=3", "calc=42", "secret=x"],
            one.Answers.Select(a => $"{a.Question}={string.Join('|', a.Values)}"));
        var two = GridAnswers.Of(reading.Submissions[1], Answerable);
        Assert.Equal(["ordre=tel"], two.Answers.Select(a => $"{a.Question}={string.Join('|', a.Values)}"));
        Assert.Equal(["vieux", "tel pigeon", "99 1 0 0", "hier", "oui", "9"], two.Findings.Select(f => f.Value));
        Assert.All(two.Findings, f => Assert.Equal((SheetCode.GridAnswerUnfit, Severity.Error, 4), (f.Code, f.Severity, f.At.Row)));
    }

    private static readonly GridForm Answerable = new("T", "",
    [
        new(SectionHead.Of("s", "S"),
        [
            Question.Of("nom", QuestionType.Text, "Nom"), Question.Of("age", QuestionType.WholeNumber, "Âge"),
            Question.Of("outils", QuestionType.SelectMultiple, "Outils") with { Choices = [new("tel", "Téléphone", []), new("radio", "Radio", [])] },
            Question.Of("ordre", QuestionType.Rank, "Ordre") with { Choices = [new("tel", "Téléphone", []), new("radio", "Radio", [])] },
            Question.Of("lieu", QuestionType.Place, "Lieu"), Question.Of("jour", QuestionType.Date, "Jour"), Question.Of("heure", QuestionType.Time, "Heure"),
            Question.Of("moment", QuestionType.DateTime, "Moment"), Question.Of("ok", QuestionType.Acknowledge, "D'accord"),
            Question.Of("note1", QuestionType.Range, "Note") with { Parameters = "start=1 end=5" }, Question.Of("calc", QuestionType.Calculate, "") with { Calculation = "1" },
            Question.Of("secret", QuestionType.Kept, "") with { Declared = "hidden" },
        ]),
    ], []);

    /// <summary>Texts as the rules clean them: blanks run together in lines.</summary>
    private static GridForm Single(GridForm grid) => grid with
    {
        Sections = [.. grid.Sections.Select(s => s with { Head = s.Head with { Title = s.Head.Title.Replace("  ", " ", StringComparison.Ordinal) } })],
        Title = grid.Title.Replace("  ", " ", StringComparison.Ordinal),
    };

    private static string Show(GridForm grid) => JsonSerializer.Serialize(grid, Readable);

    private const string Foreign = """
        # survey
        type | name | label::English (en) | label::French (fr) | hint::French (fr) | required | relevant | calculation | appearance | parameters | read_only | choice_filter | $kuid | media::image
        start | start | | | | | | | | | | | k0
        deviceid | deviceid
        text | nom | Name | Nom | Prénom | yes | | | | | | | k1
        text | recit | Story | Récit | | | | | multiline w4
        begin group | eau | Water | Eau | | | ${nom} != '' | | field-list
        select_one on | coupee | Cut? | Coupée ? | | ${nom} != 'x' | | | minimal | | | | k2 | tap.png
        begin group | detail | Detail | Détail | | | ${coupee} = 'oui'
        integer | jours | Days | Jours
        end group
        select_multiple outils or_other | outils | Tools | Outils | | | | | | randomize=true
        end group
        begin repeat | gens | People | Gens
        text | prenom | First name | Prénom
        end repeat
        select_one_from_file communes.csv | commune | Town | Commune | | | | | | | | dept=76
        range | bad | Bad | Mauvaise | | | | | | start=1 end=4 step=2
        calculate | double | | | | | | ${jours} * 2
        hidden | cache
        geopoint | lieu | Where | Où | | | | | | | yes
        # choices
        list_name | name | label::English (en) | label::French (fr) | dept
        on | oui | Yes | Oui | 76
        on | non | No | Non | 14
        outils | tel | Phone | Téléphone
        outils | radio | Radio | Radio
        unused | x | X | X
        # settings
        form_title | form_id | version | default_language | style
        Enquête | ext_form | 3 | English (en) | pages
        # entities
        list_name | label
        trees | a
        """;
}
