using TousRisques.Domain.Expeditions.Charters;
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
