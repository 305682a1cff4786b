using System.CommandLine;
using System.Text;
using System.Text.Json;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Words;
using TousRisques.Formats.Packs;
using TousRisques.Host.Commands;
using TousRisques.Testing;
using TousRisques.Web.Stress;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Tests;

/// <summary>The command <c>stress</c> and what the bench writes for people, programs and spreadsheets.</summary>
public sealed class StressCommandTests
{
    private static readonly StressSettings Few = new(Draws: 10_000, LeverDraws: 1000);
    private static readonly Lazy<StressReport> Report = new(() => StressReport.Of(PackReader.Read(Shipped).Pack!, Few));

    private static string Shipped
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!Directory.Exists(Path.Combine(folder!.FullName, "scenarios"))) folder = folder.Parent;
            return Path.Combine(folder.FullName, "scenarios", "seine-maritime");
        }
    }

    [Fact]
    public async Task It_tells_a_territory_in_french_and_in_english()
    {
        foreach (var (lang, words) in new[] { ("fr", "Le couple de crises le plus révélateur"), ("en", "The most revealing pair of crises") })
        {
            var (exit, said, wrong) = await RunAsync("stress", Shipped, "--draws", "100", "--lang", lang);
            Assert.Equal((0, ""), (exit, wrong));
            Assert.Contains(words, said, StringComparison.Ordinal);
            Assert.DoesNotContain("stress.", said, StringComparison.Ordinal); // a key without words
            Assert.DoesNotContain("{0}", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_json_has_the_figures_of_the_report()
    {
        var (exit, said, _) = await RunAsync("stress", Shipped, "--json", "--draws", "100");
        var report = StressReport.Of(PackReader.Read(Shipped).Pack!, new(100, 100));
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(said);
        var root = json.RootElement;
        Assert.Equal("seine-maritime", root.GetProperty("pack").GetString());
        Assert.Equal(report.Exposure.Rows.Length, root.GetProperty("matrix").GetProperty("rows").GetArrayLength());
        Assert.Equal(report.Year!.Mean.Value, root.GetProperty("year").GetProperty("meanHours").GetProperty("value").GetDouble());
        Assert.Equal(report.Levers.Length, root.GetProperty("levers").GetArrayLength());
        Assert.Equal(report.Revelations.Pairs[0].Beyond.TotalHours, root.GetProperty("revealing").GetProperty("pairs")[0].GetProperty("beyondHours").GetDouble(), 3);
        Assert.Equal(report.Structure[0].CutSets.ToString(), root.GetProperty("structure")[0].GetProperty("minimalCutSets").GetString());
        Assert.InRange(root.GetProperty("findings").GetArrayLength(), 10, 13);
    }

    [Fact]
    public async Task Another_seed_draws_other_years_and_the_same_one_the_same()
    {
        var (one, same, other) = (await MeanAsync("1"), await MeanAsync("1"), await MeanAsync("2"));
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);

        static async Task<double> MeanAsync(string seed)
        {
            using var json = JsonDocument.Parse((await RunAsync("stress", Shipped, "--json", "--draws", "100", "--seed", seed)).Output);
            return json.RootElement.GetProperty("year").GetProperty("meanHours").GetProperty("value").GetDouble();
        }
    }

    [Theory]
    [InlineData("99")]
    [InlineData("1000001")]
    public async Task Too_few_or_too_many_years_are_refused(string draws)
    {
        var (exit, said, wrong) = await RunAsync("stress", Shipped, "--draws", draws, "--lang", "en");
        Assert.Equal((1, ""), (exit, said));
        Assert.Contains("--draws takes a number from 100 to 1000000", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_that_cannot_be_read_says_what_is_wrong()
    {
        var (exit, said, wrong) = await RunAsync("stress", Path.Combine(Shipped, "nowhere"));
        Assert.Equal((1, ""), (exit, said));
        Assert.NotEmpty(wrong);
    }

    [Fact]
    public void Every_insight_lever_cut_and_story_has_words_in_each_language()
    {
        var report = Report.Value;
        foreach (var language in new[] { Language.French, Language.English })
        {
            var teller = Teller.ForBench(report.Pack, Words.In(language));
            Insight[] all =
            [
                .. Insight.Of(report), new Insight.RestartDeadlock(new([new("fuel"), new("directory")], 3, [new("fuel")]), new(0.001, 0, 0.01)),
                new Insight.OnlyTogether(report.Revelations.Pairs[0]),
            ];
            Assert.Equal(12, all.Select(i => i.GetType()).Distinct().Count()); // the whole union
            var told = all.Select(teller.Insight).Concat(report.Levers.Select(teller.Lever)).Concat(report.Structure.SelectMany(s => s.Smallest.Take(30)).Select(teller.Cut))
                .Concat(Stories(report).SelectMany(teller.Story)).ToList();
            Assert.All(told, t =>
            {
                Assert.NotEmpty(t);
                Assert.DoesNotContain("stress.", t, StringComparison.Ordinal);
                Assert.DoesNotContain("telling.", t, StringComparison.Ordinal);
                Assert.DoesNotContain("{", t, StringComparison.Ordinal);
                Assert.DoesNotContain("peril:", t, StringComparison.Ordinal);
                Assert.DoesNotContain("2018", t, StringComparison.Ordinal); // hours of the bench are not the scenario's
            });
        }
    }

    [Theory] // read by someone who knows crises, each time they change: are they true to the pack's sources, would they teach a mayor something?
    [InlineData("fr")]
    [InlineData("en")]
    public void What_the_bench_says_of_the_shipped_territory_is_what_people_have_read(string code)
    {
        var report = Report.Value;
        var teller = Teller.ForBench(report.Pack, Words.In(new Language(code)));
        var told = new StringBuilder();
        foreach (var (insight, i) in Insight.Of(report).Select((x, i) => (x, i + 1))) told.Append($"{i}. {teller.Insight(insight)}\n");
        foreach (var revelation in report.Revelations.Pairs.Take(4).Append(report.Revelations.Triples[0]))
        {
            told.Append($"\n{teller.Perils(revelation.Perils)}\n");
            foreach (var function in revelation.OnlyTogether.Take(2))
                foreach (var line in teller.Story(report.StoryOf(revelation.Perils, function, report.Revelations.Horizon))) told.Append($"  {line}\n");
        }
        // Which space stands in a number is the culture data's business.
        ShownFile.Verify($"stress/seine-maritime.{code}.txt", told.ToString().Replace('\u202f', ' ').Replace('\u00a0', ' '));
    }

    [Fact]
    public void Tables_open_in_a_spreadsheet()
    {
        var french = StressCsv.Matrix(Report.Value, Words.In(Language.French));
        Assert.StartsWith("\ufeffPéril;Péril;Péril;Total (h);Alerter;", french, StringComparison.Ordinal);
        var rows = french.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + Report.Value.Exposure.Rows.Length, rows.Length);
        Assert.All(rows, r => Assert.Equal(4 + Report.Value.Exposure.Functions.Length, r.Split(';').Length));
        Assert.Equal(1 + Report.Value.Levers.Length, StressCsv.Levers(Report.Value, Words.In(Language.English)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_name_that_looks_like_a_formula_is_no_formula_in_a_spreadsheet()
    {
        var report = Report.Value;
        var perils = report.Pack.Stress.Perils;
        var hostile = report with { Pack = report.Pack with { Stress = report.Pack.Stress with { Perils = [perils[0] with { Name = Text.Same("=HYPERLINK(\"http://evil\";\"x\")") }, .. perils.Skip(1)] } } };
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\";\"\"x\"\")\"", StressCsv.Matrix(hostile, Words.In(Language.French)), StringComparison.Ordinal);
    }

    private static IEnumerable<CellStory> Stories(StressReport report) =>
        from revelation in report.Revelations.Pairs
        from function in report.Exposure.Functions.Where((_, f) => revelation.Lost[f] > TimeSpan.Zero)
        select report.StoryOf(revelation.Perils, function, report.Revelations.Horizon);

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await CommandLine.Build().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return (exit, output.ToString(), errors.ToString());
    }
}
