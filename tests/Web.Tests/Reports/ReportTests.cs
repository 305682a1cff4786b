using System.Text.Json;
using System.Text.Json.Nodes;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Journal.Json;
using TousRisques.Testing;
using TousRisques.Web.Pages.Report;
using TousRisques.Web.Reports;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Tests.Reports;

public class ReportTests
{
    private static readonly Words French = Words.In(Language.French);

    /// <summary>Two acts at two tables: the flood takes one action, the pandemic two more.</summary>
    private static (Room Room, Report Report) Play()
    {
        var room = Room.Open(tables: 2, answers: Models.Says(q =>
            q.Action == SmallPack.Texts || (q.Act != SmallPack.Flood && (q.Action == SmallPack.Mails || q.Action == SmallPack.Knock)) ? Verdict.Impossible : Verdict.Feasible));
        room.Join("ida", Room.A);
        room.Join("bo", Room.B);
        foreach (var act in new[] { SmallPack.Flood, SmallPack.Pandemic })
        {
            room.GoTo(act, StepKind.Assessment);
            room.As("ida", new AssessAction(Room.P("ida"), act, SmallPack.Texts, Verdict.Feasible, "Mon <b>téléphone</b> marche"));
            room.Facilitate(new RevealVerdicts(act));
            room.GoTo(act, StepKind.Plan);
            room.As("ida", new AddToPlan(Room.A, SmallPack.Sound));
            room.As("ida", new ConfirmPlan(Room.A));
            room.GoTo(act, StepKind.Consequences);
        }
        room.GoTo(StepKind.Leads);
        room.As("bo", new ProposeLead(new LeadId("l1"), Room.P("bo"), "Un annuaire papier", "À jour", Theme.Data, CrisisTime.Before));
        return (room, ReportWriter.Write(room.Facts, SmallPack.Pack));
    }

    private static string Page(Room room, Report report, bool all = false) => Drawing.Draw<ReportPage>(
        ("W", French), ("Document", ReportComposer.Compose(report, SmallPack.Pack, French)), ("Report", report), ("Pack", SmallPack.Pack), ("State", room.State),
        ("Path", "/w/ABCDEF/report"), ("All", all));

    [Fact]
    public void The_first_page_says_act_by_act_what_was_possible_what_was_lost_and_why_and_what_was_chosen()
    {
        var (_, report) = Play();
        var document = ReportComposer.Compose(report, SmallPack.Pack, French);
        var acts = document.Parts[0].Blocks.OfType<Block.Acts>().Single().Lines;
        Assert.Equal([5, 3, 3], acts.Select(a => a.Possible));
        Assert.Contains("under-texts", acts[0].Lost, StringComparison.Ordinal);
        Assert.Contains("2 de plus", acts[1].Lost, StringComparison.Ordinal);
        Assert.All(acts, a => Assert.StartsWith("Choisie", a.Chosen, StringComparison.Ordinal));
        Assert.Contains(document.Parts[0].Blocks.OfType<Block.Lists>().SelectMany(l => l.Of).SelectMany(l => l.Texts), t => t.StartsWith("Un annuaire papier", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kit_holds_the_cards_that_every_table_could_still_play_at_the_end()
    {
        var (_, report) = Play();
        var kit = ReportComposer.Compose(report, SmallPack.Pack, French).Parts[0].Blocks.OfType<Block.Lists>().Last().Of.SelectMany(l => l.Texts).ToHashSet();
        var named = SmallPack.Pack.Scenario.Actions.ToDictionary(a => a.Id, a => a.Title.In(Language.French));
        Assert.Contains(named[SmallPack.Sound], kit);
        Assert.DoesNotContain(named[SmallPack.Texts], kit);
        Assert.DoesNotContain(named[SmallPack.Mails], kit);
    }

    [Fact]
    public void Every_part_stands_in_a_fold_and_in_the_contents_and_all_of_them_open_when_asked()
    {
        var (room, report) = Play();
        var parts = ReportComposer.Compose(report, SmallPack.Pack, French).Parts;
        var folded = Page(room, report);
        foreach (var part in parts.Skip(1))
        {
            Assert.Contains($"href=\"#{part.Name}\"", folded, StringComparison.Ordinal);
            Assert.Contains($"<div id=\"{part.Name}\" class=\"inside\">", folded, StringComparison.Ordinal);
        }
        Assert.Equal(0, Count(folded, "<details class=\"part\" open"));
        Assert.Equal(parts.Length - 1, Count(Page(room, report, all: true), "<details class=\"part\" open"));
    }

    [Fact]
    public void Markdown_says_all_that_the_page_says()
    {
        var (_, report) = Play();
        var document = ReportComposer.Compose(report, SmallPack.Pack, French);
        var markdown = ReportMarkdown.Write(document);
        foreach (var block in document.Blocks)
            foreach (var text in Texts(block))
                Assert.Contains(ReportMarkdown.Escape(text), markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>t", Page(Play().Room, report), StringComparison.Ordinal);

        static IEnumerable<string> Texts(Block block) => block switch
        {
            Block.Heading h => [h.Text],
            Block.Paragraph p => [p.Text],
            Block.Items i => i.Texts,
            Block.Grid g => g.Head.Concat(g.Rows.SelectMany(r => r.Select(c => c.Text))),
            Block.Acts a => a.Lines.SelectMany(l => new[] { l.Title, l.Among, l.Lost, l.Chosen, l.Hit }),
            Block.Lists l => l.Of.SelectMany(x => x.Texts.Prepend(x.Name)),
            Block.Picture => [],
            _ => throw new InvalidOperationException($"No words known of {block.GetType().Name}."),
        };
    }

    [Fact]
    public void Json_tells_what_took_actions_away()
    {
        var (_, report) = Play();
        var json = JsonNode.Parse(JsonSerializer.Serialize(report, WireJson.Stored))!;
        var pandemic = json["possible"]!.AsArray()[1]!;
        Assert.Equal((3, 2), ((int)pandemic["impossible"]!, (int)pandemic["newlyImpossible"]!));
        Assert.Equal(3, pandemic["takers"]!.AsArray().Sum(t => (int)t!["actions"]!));
    }

    [Theory]
    [InlineData("Europe/Paris", "13:00")] // noon UTC on 2 March
    [InlineData("America/Martinique", "08:00")]
    [InlineData("Nowhere/AtAll", "14:00")] // unknown here: the offset of the scenario's origin
    public void Hours_of_the_workshop_are_told_on_the_territorys_clock_wherever_the_server_stands(string zone, string clock)
    {
        var (_, report) = Play();
        var pack = SmallPack.Pack with { Territory = SmallPack.Pack.Territory with { TimeZone = zone } };
        Assert.Equal(clock, LocalTime.In(pack, Room.Noon).ToString("HH:mm", French.Culture));
        Assert.Contains(clock, ReportMarkdown.Write(ReportComposer.Compose(report, pack, French)), StringComparison.Ordinal);
    }

    private static int Count(string text, string of) => text.Split(of).Length - 1;
}
