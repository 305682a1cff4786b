using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Formats.Packs;
using TousRisques.Web.Pages.Paper;
using TousRisques.Web.Pages.Print;

namespace TousRisques.Web.Tests.Paper;

/// <summary>The printed set as one file.</summary>
public sealed class PrintTests
{
    private static readonly Domain.Scenarios.Pack Pack = PackReader.Read(Path.Combine(Root(), "scenarios", "seine-maritime")).Pack!;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_card_and_every_sheet_is_there_in_both_languages(string language)
    {
        var words = Words.In(new Language(language));
        var page = Decode(await WriteAsync(PrintSet.Of(Pack, PlayMode.Full, words, PrintChoice.All with { Seats = 2 })));
        var s = Pack.Scenario;
        foreach (var text in s.Characters.Select(c => c.Name).Concat(s.Characters.Select(c => c.Secret).OfType<Text>()).Concat(s.Actions.Select(a => a.Story))
            .Concat(s.Acts.SelectMany(a => a.Events).Select(e => e.Story)).Concat(s.Acts.SelectMany(a => a.Constraints).Select(c => c.Story))
            .Concat(s.Memory.Select(e => e.Title)).Concat(s.Stakes.Select(k => k.Name)).Concat(s.Stakeholders.Select(k => k.Story)).Concat(s.Acts.Select(a => a.Intro)))
            Assert.Contains(text.In(words.Language), page, StringComparison.Ordinal);
        foreach (var number in new[] { "A1-01", "A3-02", "P2-01", "T1-A", "S-A", "D-02", "L-01" })
            Assert.Contains($"<b>{number}</b>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[(paper|print|look|enum|telling|charts)\.[A-Za-z.-]+\]", page);
    }

    [Fact]
    public async Task The_file_needs_nothing_else()
    {
        var page = await WriteAsync(PrintSet.Of(Pack, PlayMode.Brief, Words.In(Language.French), PrintChoice.All with { Seats = 1 }));
        Assert.DoesNotContain("rel=\"stylesheet\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("@page", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A3-01", page, StringComparison.Ordinal); // two acts are played in brief
    }

    [Fact]
    public async Task A_choice_prints_what_was_chosen_and_nothing_more()
    {
        var choice = new PrintChoice([PrintSection.Assessment], [2], [], 3, false);
        var page = await WriteAsync(PrintSet.Of(Pack, PlayMode.Full, Words.In(Language.French), choice));
        Assert.Contains("<b>A2-03</b>", page, StringComparison.Ordinal);
        foreach (var other in new[] { "A1-01", "A3-01", "A2-04", "P2-01", "T2-A" }) Assert.DoesNotContain($"<b>{other}</b>", page, StringComparison.Ordinal);
        foreach (var secret in Pack.Scenario.Characters.Select(c => c.Secret).OfType<Text>()) Assert.DoesNotContain(secret.In(Language.French), Decode(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_on_sheets_are_those_of_entry_forms()
    {
        var room = Testing.Room.Open();
        var set = PrintSet.Of(room.State, Testing.SmallPack.Pack, "http://10.0.0.5:5080/", Words.In(Language.French), PrintChoice.All);
        Assert.Equal(Deck.Of(room.State, Testing.Room.A), set.Actions.Select(a => (a.Number, a.Card.Id)));
        Assert.Equal($"http://10.0.0.5:5080/w/{room.State.Id}/paper/A1-07", set.EntryOf(SheetNumber.Of(SheetKind.Assessment, 1, 7)));
        Assert.Equal(Enumerable.Range(1, PrintSet.UsualSeats), set.Seats.Select(s => s.Number));
    }

    private static async Task<string> WriteAsync(PrintSet set)
    {
        await using var writer = new StringWriter();
        await set.WriteAsync(writer);
        return writer.ToString();
    }

    private static string Decode(string html) => System.Net.WebUtility.HtmlDecode(html);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "TousRisques.slnx"))) at = at.Parent;
        return at!.FullName;
    }
}
