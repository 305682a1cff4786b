using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.XlsForms;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.XlsForms;

public class XlsFormTests
{
    private static readonly string[] Headers = ["type", "name", "label", "label::Français (fr)", "label::English (en)", "label:de", "hint", "relevant", "relevance", "Relevant", "calculation", "constraint message", "$kuid", "mine::fr", "", "bind::x:y", "image", "image::fr", "list name", "list_name", "form_id", "value", "colour", "label::", "a|b"];
    private static readonly string[] Texts = ["", "", "text", "select_one l", "begin group", "end_group", "a", "b", "l", "${a}", "=1+1", " two words ", "line\nbreak", "'", "oui", "x_x000D_", "🌊", "1"];
    private static readonly Gen<Sheet> Table = Gen.Select(Gen.OneOf("survey", "Survey", "choices", "settings", "entities", "notes"), Gen.OneOf(Headers).Array[0, 8], Gen.OneOf(Texts).Array[0, 8].Array[0, 6])
        .Select((name, head, rows) => Sheet.Of(name, rows.Prepend(head)) is var sheet ? sheet with { Rows = [.. sheet.Rows.Where(r => !r.IsBlank)] } : null!);

    [Fact]
    public void Whatever_is_read_is_the_same_form_once_written_and_read_again() => Table.Array[1, 5].Sample(tables =>
    {
        var read = XlsFormReader.Read(new([.. tables.DistinctBy(t => t.Name.ToUpperInvariant())], []), "f");
        var again = XlsFormReader.Read(XlsFormWriter.Write(read.Form), "f");
        Assert.Equal(Drawn.Show(read.Form), Drawn.Show(again.Form));
        Assert.Equal(read.Form.SurveyColumns, again.Form.SurveyColumns);
        Assert.Equal(read.Form.ChoiceColumns, again.Form.ChoiceColumns);
        SheetCode[] once = [SheetCode.SheetSpelling, SheetCode.SettingsRows]; // mended or left out by the first reading
        if (tables.Any(t => t.Name is "survey" or "Survey"))
            Assert.Equal(read.Findings.Select(f => f.Code).Except(once).Order(), again.Findings.Select(f => f.Code).Except(once).Order());
    }, iter: 500);

    [Fact]
    public void Nothing_of_a_workbook_is_dropped() => Table.Array[1, 4].Sample(tables =>
    {
        Sheet[] sheets = [.. tables.DistinctBy(t => t.Name.ToUpperInvariant())];
        var written = Drawn.Show(XlsFormReader.Read(new([.. sheets], []), "f").Form);
        foreach (var text in sheets.SelectMany(s => s.Rows.Skip(1).Take(s.Name == "settings" ? 1 : int.MaxValue)).SelectMany(r => r.Cells).Where(c => !string.IsNullOrWhiteSpace(c)))
            Assert.Contains(text.Trim().Replace("\n", "⏎", StringComparison.Ordinal), written, StringComparison.Ordinal);
    });

    [Fact]
    public void A_form_made_by_hand_is_written_in_the_order_of_the_specification()
    {
        var form = new XlsForm
        {
            Survey =
            [
                FormLine.Of(new(FormKind.SelectOne, "yn"), "flooded").With("relevant", "true()").With("label", "Français (fr)", "Inondé ?").With("label", "English (en)", "Flooded?").With("mine", "x"),
                FormLine.Of(new(FormKind.Note), "thanks").With("hint", " ").With("label", "English (en)", "Thanks").With("label", "Français (fr)", "Merci"),
            ],
            Choices = [FormLine.Choice("yn", "yes").With("label", "English (en)", "Yes").With("label", "Français (fr)", "Oui")],
            Settings = FormLine.Empty.With("form_id", "f").With("version", "1").With("form_title", "F"),
        };
        Assert.Equal("""
            # survey
            type | name | label::English (en) | label::Français (fr) | relevant | mine
            select_one yn | flooded | Flooded? | Inondé ? | true() | x
            note | thanks | Thanks | Merci
            # choices
            list_name | name | label::English (en) | label::Français (fr)
            yn | yes | Yes | Oui
            # settings
            form_title | form_id | version
            F | f | 1

            """.ReplaceLineEndings("\n"), Drawn.Show(form));
        Assert.Equal([SheetCode.ColumnUnknown], XlsFormReader.Check(form).Select(f => f.Code));
        Assert.Equal(("Oui", "Yes", "Yes"), (form.Text(form.Choices[0], "label", "fr"), form.Text(form.Choices[0], "label", "English (en)"), form.Text(form.Choices[0], "label", "de")));
    }

    [Fact]
    public void A_form_of_another_house_is_told_as_it_was_kept()
    {
        var reading = XlsFormReader.Read(XlsxWriter.Write(Drawn.Book(Foreign).Sheets), "foreign.xlsx");
        ShownFile.Verify("xlsform/foreign.txt", Drawn.Show(reading.Form)
            + "\n" + string.Join('\n', reading.Findings.Select(f => SheetText.Line(f, Language.French)))
            + "\n\n" + string.Join('\n', reading.Findings.Select(f => SheetText.Line(f, Language.English))));
        Assert.True(reading.IsRefused);
    }

    [Fact]
    public void A_workbook_that_cannot_be_read_is_no_form_and_says_why()
    {
        var reading = XlsFormReader.Read(new byte[] { 1, 0 }, "f.xlsx");
        Assert.Equal([SheetCode.NoWorkbook], reading.Findings.Select(f => f.Code));
        Assert.Equal(Severity.Error, reading.Findings[0].Severity);
    }

    private const string Foreign = """
        # survey
        type | name | label | label::Français | relevance | calculate | $kuid | body::accuracyThreshold | constraint | constraint message | required
        start | start ||||| k1
        Text | nom | Name | Nom || | k2 ||| | oui
        select one yesno | eau | Water? | De l'eau ? || | k3
        select_multiple outils or_other | outils | Tools | Outils | ${eua} = 'yes' || k4
        geopoint | lieu | Where | Où | ${eau} = ‘yes’ || k5 | 1.5
        range | note | Mark | | || k6 || . > 0 && . < 6
        select_one_from_file communes.csv | commune | Town | Commune
        begin repeat | gens | People | Gens
        integer | age | Age of ${nom} | Âge
        end group
        calculate | double
        osm | carte | Map | Carte
        | | | | | | à revoir
        # choices
        list name | name | label | order nr
        yesno | yes | Yes | 1
        yesno | yes | Yes again | 2
        outils | mobile phone | Phone
        # Settings
        title | id_string | theme
        Enquête | enquête terrain | dark
        # kobo--locking-profiles
        name | lock1
        """;
}
