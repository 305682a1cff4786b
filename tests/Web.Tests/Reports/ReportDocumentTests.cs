using CsCheck;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using TousRisques.Web.Reports;
using Xunit;

namespace TousRisques.Web.Tests.Reports;

public class ReportDocumentTests
{
    public static TheoryData<string> Languages => [.. TousRisques.Web.Words.Languages.Select(l => l.Code)];

    private static Room Played()
    {
        var room = Room.Open(answers: Models.Says(q => q.Action == SmallPack.Knock ? Verdict.Impossible : Verdict.Feasible));
        room.Join("mia");
        room.GoTo(SmallPack.Flood, StepKind.Events);
        room.Facilitate(new RevealEvent(SmallPack.Rain));
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        room.As("mia", new AssessAction(Room.P("mia"), SmallPack.Flood, SmallPack.Knock, Verdict.Feasible, "<script>alert(1)</script> | **bold**"));
        room.GoTo(SmallPack.Flood, StepKind.Priorities);
        room.As("mia", new RankPriorities(Room.P("mia"), SmallPack.Flood, [new(SmallPack.Lives, null), new(null, "My own")]));
        room.GoTo(SmallPack.Flood, StepKind.Plan);
        room.As("mia", new AddToPlan(Room.A, SmallPack.Texts));
        room.GoTo(SmallPack.Flood, StepKind.Consequences);
        room.GoTo(StepKind.Debrief);
        room.As("mia", new AnswerDebrief(Room.P("mia"), DebriefQuestion.Held, "Paper", Theme.Data, CrisisTime.During));
        room.GoTo(StepKind.Leads);
        room.As("mia", new ProposeLead(new("lead-1"), Room.P("mia"), "Print it", "Every month", Theme.Data, CrisisTime.Before));
        return room;
    }

    private static ReportDocument Compose(Room room, string language) =>
        ReportComposer.Compose(ReportWriter.Write(room.Facts, SmallPack.Pack), SmallPack.Pack, TousRisques.Web.Words.In(new Language(language)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_of_the_report_exists(string language)
    {
        var markdown = ReportMarkdown.Write(Compose(Played(), language));

        Assert.DoesNotContain("[report.", markdown.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("[enum.", markdown.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Print it", markdown, StringComparison.Ordinal);
        Assert.Contains("Paper", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_typed_stays_words_in_Markdown()
    {
        var markdown = ReportMarkdown.Write(Compose(Played(), "fr"));

        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; \\| \\*\\*bold\\*\\*", markdown, StringComparison.Ordinal);
    }

    [Fact] // every row of a table has as many cells as its head, whatever is in them
    public void No_text_can_break_a_row() => Gen.String.Sample(text =>
    {
        var document = new ReportDocument("t", [new Block.Grid("c", ["a", "b"], [[new Cell(text), new Cell("x")]])]);
        var row = ReportMarkdown.Write(document).TrimEnd('\n').Split('\n')[^1];
        var bars = 0;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '\\') i++;
            else if (row[i] == '|') bars++;
        }
        return bars == 3 && row.EndsWith('|');
    });

    [Theory]
    [InlineData("# not a heading")]
    [InlineData("- not a list")]
    [InlineData("1. not a number")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("![x](http://example.org/x.png)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public void A_paragraph_stays_a_paragraph(string text)
    {
        var escaped = ReportMarkdown.Escape(text);
        Assert.DoesNotContain('<', escaped);
        Assert.False(escaped[0] is '#' or '-' or '!' && escaped[1] is ' ' or '[', escaped);
        Assert.DoesNotContain("](", escaped.Replace("\\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(char.IsAsciiDigit(escaped[0]), escaped);
    }
}
