using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Formats.Expeditions;
using TousRisques.Formats.Findings;
using Xunit;

namespace TousRisques.Formats.Tests.Expeditions;

public sealed class ExpeditionReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("expedition-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_is_read_with_its_dates_and_hours()
    {
        var reading = Read("""
            format: 1
            expedition: { id: vallee, name: Vallée, question: "Que reste-t-il ?", language: fr }
            partners:
              - { name: Labo, kind: explorer, family: research, link: "https://exemple.fr/" }
            phases:
              - { name: Lire, from: 2020-04, to: 2020-06, source: estimation, deliverables: [ { name: Cahier, done: true } ] }
            meetings:
              - { id: m1, title: Chaire, kind: research, day: 2020-10-22, from: "09:00", to: "12:00", with: [ "Université" ], themes: [ data ], minutes: Dit., learned: [ { words: Appris., theme: jobs, time: after } ] }
              - { id: m2, title: À venir, kind: field, day: 2020-11-02 }
            """);
        Assert.Empty(reading.Findings);
        var read = reading.Folder!;
        Assert.Equal(PartnerKind.Explorer, read.Partners[0].Kind);
        Assert.Equal((new DateTime(2020, 4, 1), new DateTime(2020, 6, 30)), (read.Phases[0].From!.Value.UtcDateTime, read.Phases[0].To!.Value.UtcDateTime));
        Assert.True(read.Phases[0].Deliverables[0].Done);
        Assert.Equal((MeetingKind.Research, new TimeOnly(9, 0)), (read.Meetings[0].Kind, read.Meetings[0].From));
        Assert.Equal("Appris.", read.Meetings[0].Record!.Learned[0].Words);
        Assert.Null(read.Meetings[1].Record);
    }

    [Fact]
    public void What_comes_of_an_expedition_is_read_with_its_evidence()
    {
        var reading = Read("""
            format: 1
            expedition: { id: vallee, name: Vallée, question: "Que reste-t-il ?", language: fr }
            meetings:
              - { id: m1, title: Chaire, kind: research, day: 2020-10-22, learned: [ { words: Appris. } ] }
            watch:
              - { id: w1, title: Panne }
            synthesis:
              - { id: s1, words: Constat., theme: data, time: during, evidence: [ { watch: w1 }, { meeting: m1, learned: 1 }, { source: Rapport, url: "https://exemple.fr/" }, { territory: rouen, says: Tout tombe. } ] }
            leads:
              - { id: l1, title: Écran, actors: [ commune ] }
              - { id: l2, title: Radio, published: Un livre, cousins: [ l1 ] }
            recommendations:
              - { id: r1, title: Imprimer, for: [ commune, rescue ], leads: [ l2 ], inMonths: 6, adopted: true }
            """);
        Assert.Empty(reading.Findings);
        Assert.Equal([new WatchEvidence(new("w1")), new LessonEvidence(new("m1"), "Appris."), new SourceEvidence("Rapport", "https://exemple.fr/", ""), new StressEvidence("rouen", "", "Tout tombe.")], reading.Folder!.Statements[0].Sheet.Evidence.AsEnumerable());
        Assert.Equal(["l1"], reading.Folder.Leads[1].Cousins.AsEnumerable());
        Assert.True(reading.Folder.Recommendations[0] is { Adopted: true, InMonths: 6, Organisation: "" });
    }

    [Fact]
    public void A_box_is_read_with_its_judgements_as_tables_and_its_scenarios()
    {
        var reading = Read($$"""
            format: 1
            expedition: { id: vallee, name: Vallée, question: "Que reste-t-il ?", language: fr }
            boxes: [ { id: b1, title: Vallée, territory: seine-maritime, {{Drivers}}, judges: [ { name: Une mairie, impacts: [ { of: eau, on: cuivre, points: [ [ 1, -1, 0 ], [ -3, 0, 3 ] ] } ] } ],
              futures: [ { id: f1, title: Sans fil, states: [ haute, éteint ], story: L’eau monte. } ] } ]
            """);
        Assert.Empty(reading.Findings);
        var box = Assert.Single(reading.Folder!.Boxes);
        Assert.Equal(["crue"], box.Sheet.Drivers[0].States[1].Perils.AsEnumerable());
        var block = Assert.Single(Assert.Single(box.Judges).Blocks);
        Assert.Equal(("L’eau", "Le cuivre"), (block.Source, block.Target));
        Assert.Equal([new("basse", "gardé", 1), new("basse", "fermé", -1), new("basse", "éteint", 0), new("haute", "gardé", -3), new("haute", "fermé", 0), new("haute", "éteint", 3)], block.Impacts.AsEnumerable());
        Assert.Equal([new("L’eau", "haute"), new("Le cuivre", "éteint")], Assert.Single(box.Futures).States.AsEnumerable());
    }

    private const string Drivers = "drivers: [ { id: eau, label: L’eau, states: [ { label: basse }, { label: haute, perils: [ crue ] } ] }, { id: cuivre, label: Le cuivre, states: [ { label: gardé }, { label: fermé }, { label: éteint } ] } ]";

    [Theory]
    [InlineData("judges: [ { name: a, impacts: [ { of: eau, on: cuivre, points: [ [ 0, 0, 0 ] ] } ] } ]")] // a line is missing
    [InlineData("judges: [ { name: a, impacts: [ { of: eau, on: cuivre, points: [ [ 0, 0, 0 ], [ 0, 0 ] ] } ] } ]")]
    [InlineData("judges: [ { name: a, impacts: [ { of: eau, on: cuivre, points: [ [ 0, 0, 0 ], [ 0, 0, 4 ] ] } ] } ]")]
    [InlineData("judges: [ { name: a, impacts: [ { of: eau, on: eau, points: [ [ 0, 0 ], [ 0, 0 ] ] } ] } ]")]
    [InlineData("judges: [ { name: a, impacts: [ { of: vent, on: eau, points: 3 } ] } ]")]
    [InlineData("futures: [ { id: f, title: a, states: [ haute ] } ]")]
    [InlineData("futures: [ { id: f, title: a, states: [ haute, salée ] } ]")]
    public void A_judgement_or_a_scenario_that_does_not_fit_the_box_is_told_with_its_place(string wrong)
    {
        var reading = Read($$"""
            format: 1
            expedition: { id: vallee, name: Vallée, question: "Que reste-t-il ?", language: fr }
            boxes: [ { id: b1, title: Vallée, {{Drivers}}, {{wrong}} } ]
            """);
        Assert.Null(reading.Folder);
        Assert.Contains(reading.Findings, f => f.Code is FindingCode.BadValue or FindingCode.OutOfRange && f.At.Line == 3);
    }

    [Theory]
    [InlineData("synthesis: [ { id: s1, words: a, theme: data, time: during, evidence: [ { watch: none } ] } ]")]
    [InlineData("synthesis: [ { id: s1, words: a, theme: data, time: during, evidence: [ { meeting: m1, learned: 2 } ] } ]")]
    [InlineData("synthesis: [ { id: s1, words: a, theme: data, time: during } ]")]
    [InlineData("leads: [ { id: l1, title: a, cousins: [ l1 ] } ]")]
    [InlineData("recommendations: [ { id: r1, title: a, for: [ king ] } ]")]
    public void Evidence_that_is_not_in_the_folder_is_an_error(string section)
    {
        var reading = Read($$"""
            format: 1
            expedition: { id: vallee, name: Vallée, question: "Que reste-t-il ?", language: fr }
            meetings: [ { id: m1, title: Chaire, kind: research, day: 2020-10-22, learned: [ { words: Appris. } ] } ]
            {{section}}
            """);
        Assert.Null(reading.Folder);
        Assert.NotEqual(0, reading.Errors);
    }

    [Fact]
    public void Every_error_is_told_at_once_with_its_place()
    {
        var reading = Read("""
            format: 1
            expedition: { id: Vallée, name: Vallée, language: français }
            partners:
              - { name: Labo, kind: explorateur, link: "javascript:alert(1)" }
            phases:
              - { name: Lire, from: hier, source: x, colour: blue }
            meetings:
              - { id: m1, title: Une, kind: field, day: 2020-13-01, from: 9h }
              - { id: m1, title: Deux, kind: field, day: 2020-12-01 }
            surprise: 1
            """);
        Assert.Null(reading.Folder);
        (FindingCode, int)[] expected =
        [
            (FindingCode.MissingKey, 2), (FindingCode.BadValue, 2), (FindingCode.BadValue, 2), (FindingCode.BadValue, 4), (FindingCode.BadValue, 4), (FindingCode.BadValue, 6), (FindingCode.UnknownKey, 6),
            (FindingCode.BadValue, 8), (FindingCode.BadValue, 8), (FindingCode.DuplicateKey, 9), (FindingCode.UnknownKey, 10),
        ];
        Assert.Equal(expected.Order(), reading.Findings.Select(f => (f.Code, f.Line)).Order());
        Assert.All(reading.Findings, f => Assert.True(f.Column > 0 && f.File == ExpeditionReader.File));
    }

    [Fact]
    public void A_kit_has_one_content_for_each_sheet_and_nothing_without_a_source_or_the_mark()
    {
        const string head = "format: 1\nexpedition: { id: ici, name: Ici, question: Quoi, language: fr }\n";
        var kit = Read(head + """
            devices: [ { id: radio-locale, name: Radio, does: Relie. } ]
            kit:
              title: Kit
              sheets:
                - { id: texte, title: Un, time: before, text: Mots, estimate: true }
                - { id: liste, title: Deux, time: during, actions: [ { do: Faire, by: Permanence } ], evidence: [ { source: Rapport, url: "https://exemple.fr/" } ] }
                - { id: radio, title: Trois, time: during, device: { id: radio-locale } }
                - { id: joindre, title: Quatre, time: during, contacts: [ { role: Pompiers, reach: "18" } ], estimate: true }
                - { id: repli, title: Cinq, time: after, fallback: { missing: Téléphone, steps: [ Aller voir ] }, estimate: true }
                - { id: registre, title: Six, time: after, data: { what: Liste, offline: Papier }, estimate: true }
            """).Folder!.Kit!;
        Assert.Equal(
            [typeof(TextContent), typeof(ActionsContent), typeof(DeviceContent), typeof(ContactsContent), typeof(FallbackContent), typeof(DataContent)], kit.Sheets.Select(s => s.Sheet.Content.GetType()));
        Assert.Equal(new KitAction("Faire", "Permanence", null, ""), Assert.Single(((ActionsContent)kit.Sheets[1].Sheet.Content).Actions));

        var wrong = Read(head + """
            kit:
              title: Kit
              sheets:
                - { id: rien, title: Un, time: before, estimate: true }
                - { id: deux-a-la-fois, title: Deux, time: before, text: Mots, fallback: { missing: X, steps: [ Y ] }, estimate: true }
                - { id: sans-source, title: Trois, time: before, text: Mots }
            """);
        Assert.Null(wrong.Folder);
        Assert.Equal([(FindingCode.MissingKey, 6), (FindingCode.OneKeyOnly, 7), (FindingCode.MissingKey, 8)], wrong.Findings.Select(f => (f.Code, f.Line)));
    }

    [Fact]
    public void Sections_stand_in_several_files_and_chapters_in_markdown()
    {
        Directory.CreateDirectory(Path.Combine(folder, "notebook"));
        File.WriteAllText(Path.Combine(folder, "notebook", "2-deux.md"), "---\r\ntitle: Deux\r\n---\r\n\r\nTexte.\r\n");
        File.WriteAllText(Path.Combine(folder, "notebook", "1-un.md"), "---\ntitle: Un\nsummary: Court.\nreferences:\n  - { label: Livre, link: \"https://exemple.fr/\" }\n---\nUn.\n\n---\n\nSuite.");
        File.WriteAllText(Path.Combine(folder, "autres.yaml"), """
            watch: [ { id: article, title: Article, themes: [ data ], hazards: [ flood, cyber ], published: 2021-03-02 } ]
            workshops: [ { id: atelier, title: Atelier, scale: territorial, inDays: 21, from: "14:00", minutes: 150, places: 24, place: Ici } ]
            devices: [ { id: radio-locale, name: Radio, does: Relie., dependsOn: [ radio, volunteers ], places: [ { name: Rouen, at: [ 1.1, 49.4 ] } ] } ]
            grids: [ { id: grille, title: Grille, sections: [ { name: s, title: S, theme: jobs, questions: [ { name: q, type: select-one, label: Quoi, choices: [ { name: a, label: A } ] } ] } ] } ]
            """);
        var reading = Read("format: 1\nexpedition: { id: ici, name: Ici, question: Quoi, language: fr }\n");
        Assert.Empty(reading.Findings);
        var read = reading.Folder!;
        Assert.Equal(["un", "deux"], read.Chapters.Select(c => c.Id));
        Assert.Equal("Un.\n\n---\n\nSuite.", read.Chapters[0].Text.Body);
        Assert.Equal("Livre", read.Chapters[0].Text.References[0].Label);
        Assert.Equal([HazardTag.Flood, HazardTag.Cyber], read.Watch[0].Card.Tags.Hazards);
        Assert.Equal((21, new TimeOnly(14, 0)), (read.Workshops[0].InDays, read.Workshops[0].From));
        Assert.Equal(49.4, read.Devices[0].Sheet.Places[0].Latitude);
        Assert.Equal("a", read.Grids[0].Form.Sections[0].Questions[0].Choices[0].Name);
    }

    [Fact]
    public void A_chapter_s_errors_have_the_lines_of_its_own_file()
    {
        Directory.CreateDirectory(Path.Combine(folder, "notebook"));
        File.WriteAllText(Path.Combine(folder, "notebook", "1-un.md"), "---\ntitle: Un\nreferences:\n  - { label: Livre, link: pas une adresse }\n---\nTexte.");
        File.WriteAllText(Path.Combine(folder, "notebook", "2-sans-tete.md"), "Texte seul.");
        var reading = Read("format: 1\nexpedition: { id: ici, name: Ici, question: Quoi, language: fr }\n");
        Assert.Equal([("notebook/1-un.md", 4), ("notebook/2-sans-tete.md", 0)], reading.Findings.Select(f => (f.File, f.Line)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- une\n- liste\n")]
    [InlineData("format: 1\nexpedition: [ &a x, *a ]\n")]
    [InlineData("{{{{")]
    [InlineData("format: 2\nexpedition: ~\n")]
    public void What_is_no_expedition_is_told_and_never_thrown(string text)
    {
        var reading = Read(text);
        Assert.Null(reading.Folder);
        Assert.True(reading.Errors > 0);
    }

    [Fact]
    public void The_command_says_how_much_there_is_or_what_is_wrong()
    {
        Read("format: 1\nexpedition: { id: ici, name: Ici, question: Quoi, language: fr }\n");
        using var output = new StringWriter();
        Assert.True(ExpeditionCheck.IsFor(folder));
        Assert.Equal(0, ExpeditionCheck.Run(folder, Domain.Words.Language.English, output));
        Assert.Contains("ici: partners: 0", output.ToString(), StringComparison.Ordinal);
        Read("format: 1\n");
        Assert.Equal(1, ExpeditionCheck.Run(folder, Domain.Words.Language.French, output));
    }

    private ExpeditionReading Read(string yaml)
    {
        File.WriteAllText(Path.Combine(folder, ExpeditionReader.File), yaml);
        return ExpeditionReader.Read(folder);
    }
}
