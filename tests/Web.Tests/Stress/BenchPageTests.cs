using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Words;
using TousRisques.Formats.OpenPsa;
using TousRisques.Web.Stress;
using TousRisques.Web.Tests.Hosting;
using TousRisques.Web.Tests.Pages;

namespace TousRisques.Web.Tests.Stress;

/// <summary>A house whose data folder has small packs for the bench.</summary>
public sealed class BenchHouse : IAsyncLifetime
{
    public static readonly StressSettings Few = new(Draws: 2_000, LeverDraws: 500);

    public House House { get; } = new() { Stress = Few };

    public async ValueTask InitializeAsync()
    {
        BenchPack.WriteTo(Path.Combine(House.Folder, "scenarios"));
        await House.InitializeAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}

/// <summary>The stress bench on screen, over real sockets.</summary>
public sealed partial class BenchPageTests(BenchHouse bench) : IClassFixture<BenchHouse>
{
    private HttpClient Client => bench.House.Client;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_link_of_the_bench_leads_somewhere_with_all_its_words_and_nothing_of_what_a_pack_hides(string language)
    {
        await ReadyAsync("small");
        var (seen, pending) = (new HashSet<string>(), new Queue<string>(["/stress", "/stress/small", "/stress/small/together", "/stress/silent"]));
        while (pending.TryDequeue(out var path) && seen.Count < 150)
        {
            if (!seen.Add(path)) continue;
            var answer = await GetAsync(path + (path.Contains('?') ? "&" : "?") + "lang=" + language);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var html = await answer.Content.ReadAsStringAsync();
            HostileWords.AssertHarmless(html);
            Assert.False(Missing().IsMatch(html), $"{path}: {Missing().Match(html).Value}");
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
            // Where an address reads "what-if?…" many pages look alike: a few of each kind are enough.
            foreach (var to in Links().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]).Where(to => to.StartsWith("/stress", StringComparison.Ordinal) && !to.Contains("seine", StringComparison.Ordinal)))
                if (seen.Concat(pending).Count(s => s.Split('?')[0] == to.Split('?')[0]) < 12) pending.Enqueue(to);
        }
        Assert.InRange(seen.Count, 20, 150);
        Assert.Contains(seen, s => s.Contains("/cell?", StringComparison.Ordinal));
        Assert.Contains(seen, s => s.EndsWith("/alert.xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_has_the_figures_of_the_report_whatever_the_number_of_threads()
    {
        await ReadyAsync("small");
        var report = StressReport.Of(BenchPack.Pack, BenchHouse.Few);
        var json = await (await GetAsync("/stress/small/report.json?lang=fr")).Content.ReadAsStringAsync();
        Assert.Equal(StressJson.Of(report, Words.In(Language.French)), json);
        var html = await TextAsync("/stress/small?lang=fr");
        var lost = report.Exposure.RowOf([new("storm")])!.Lost[report.Exposure.Functions.IndexOf(new("care"))];
        Assert.Contains($"/stress/small/cell?h=storm&amp;f=care\">{Math.Round(lost.TotalHours)} h</a>", html, StringComparison.Ordinal);
        Assert.Contains("seulement ensemble", await TextAsync("/stress/small/together?h=storm@0&h=jammer@0&lang=fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_tells_the_chain_back_to_the_perils_and_what_each_of_them_weighs()
    {
        var html = await TextAsync("/stress/small/cell?h=storm@0&h=jammer@2h&f=alert&lang=fr");
        var story = html[html.IndexOf("class=\"story\"", StringComparison.Ordinal)..html.IndexOf("<figure", StringComparison.Ordinal)];
        foreach (var word in new[] { "elais", "lectricité", "Tempête", "Brouilleur", "adio" }) Assert.Contains(word, story, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"chart spells\"", html, StringComparison.Ordinal);
        Assert.Contains("fallback=masts", html, StringComparison.Ordinal);
        // The perils alone leave it standing.
        Assert.DoesNotContain("<figure", await TextAsync("/stress/small/cell?h=storm&f=alert&lang=fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_has_its_figures_its_way_back_and_an_address_of_its_own()
    {
        var form = await GetAsync("/stress/small/what-if?action=&spare=&avert=&out=&fallback-for=masts&with=&reserve-for=masts&hours=48");
        Assert.Equal(HttpStatusCode.Redirect, form.StatusCode);
        Assert.Equal("/stress/small/what-if?fallback=masts&reserve=masts:2d", form.Headers.Location!.OriginalString);
        var html = await TextAsync("/stress/small/what-if?spare=power&lang=fr");
        var saved = Comparison.Of(BenchPack.Pack, new WhatIf { Spared = [new("power")] }, BenchHouse.Few).Saved!.Value;
        Assert.True(saved.Low > 0);
        Assert.Contains($"<b class=\"count\">{Web.Telling.Teller.ForBench(BenchPack.Pack, Words.In(Language.French)).Hours(saved.Value)}</b>", html, StringComparison.Ordinal);
        Assert.Contains("Ne tombe jamais : Électricité", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Retirer : Ne tombe jamais : Électricité\"", html, StringComparison.Ordinal);
        Assert.Contains("fonctions perdues en plus", await TextAsync("/stress/small/what-if?out=power&lang=fr"), StringComparison.Ordinal);
        // A change goes along into stories.
        Assert.Contains("Sans : Électricité", await TextAsync("/stress/small/cell?h=jammer&f=alert&out=power&lang=fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_diagram_shows_what_a_function_depends_on_and_says_what_it_does_not_know()
    {
        var html = await TextAsync("/stress/small/diagram?focus=alert&lang=fr");
        foreach (var component in new[] { "power", "masts", "fibre", "radio", "staff", "register" })
            Assert.Contains($"<a href=\"/stress/small/diagram?focus={component}\" tabindex=\"-1\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("focus=care\" tabindex", html, StringComparison.Ordinal); // which has nothing to do with it
        Assert.Contains("class=\"node focus\"", html, StringComparison.Ordinal);
        Assert.Contains("link makeshift", html, StringComparison.Ordinal);
        Assert.Contains("Inconnu ici", await TextAsync("/stress/small/diagram?focus=nobody&lang=fr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stress/nowhere", 404)]
    [InlineData("/stress/..%2Fsmall", 404)]
    [InlineData("/stress/broken", 409)]
    [InlineData("/stress/small/cell", 404)]
    [InlineData("/stress/small/cell?h=storm&f=power", 404)] // not a function
    [InlineData("/stress/small/cell?h=quake&f=alert", 404)]
    [InlineData("/stress/small/nothing.xml", 404)]
    [InlineData("/stress/small/power.xml", 404)]
    [InlineData("/stress/small/elsewhere", 404)]
    public async Task What_does_not_exist_is_said_clearly(string path, int status)
    {
        var answer = await GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        HostileWords.AssertHarmless(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task No_query_string_breaks_a_page()
    {
        string[] values = ["", "@", "@@", ":", "a:b:c", "storm@-1h", "storm@999999999w", "storm@1h@2h", "masts:9999999h", "masts:-1", "masts:masts", "%00", "🌊", "<script>", "storm@1e9h", new('x', 3000), .. HostileWords.All];
        var keys = new[] { "h", "d", "w", "f", "out", "spare", "fallback", "fallback-for", "with", "by", "reserve", "reserve-for", "hours", "action", "avert", "levers" };
        foreach (var page in new[] { "", "/cell", "/together", "/what-if" })
            foreach (var value in values)
            {
                var query = string.Join('&', keys.Select(k => $"{k}={(value.StartsWith('%') ? value : Uri.EscapeDataString(value))}"));
                var answer = await GetAsync($"/stress/small{page}?{(query.Length < 7000 ? query : query[..7000])}");
                var html = await answer.Content.ReadAsStringAsync();
                Assert.True((int)answer.StatusCode < 500, $"{page} {value}: {answer.StatusCode}");
                HostileWords.AssertHarmless(html);
            }
        var many = await TextAsync("/stress/small/what-if?lang=fr&" + string.Join('&', Enumerable.Range(0, 400).Select(i => $"out=c{i}")) + "&out=power");
        Assert.Contains("laissé de côté", many, StringComparison.Ordinal);
        Assert.Contains("Que changer", many, StringComparison.Ordinal);
        Assert.Contains("Inconnu ici", await TextAsync("/stress/small/together?h=storm&h=nobody&lang=fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_and_trees_are_well_formed_and_hold_no_formula()
    {
        await ReadyAsync("small");
        foreach (var (path, columns) in new[] { ("matrix.csv", 6), ("levers.csv", 6) })
        {
            var answer = await GetAsync($"/stress/small/{path}?lang=fr");
            Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            var rows = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.All(rows, row => Assert.Equal(columns, Cells(row).Count));
            Assert.All(rows.SelectMany(Cells), cell => Assert.DoesNotMatch(@"^[=+@\t\r]|^-[^0-9]", cell));
        }
        using var json = JsonDocument.Parse(await (await GetAsync("/stress/small/report.json")).Content.ReadAsStringAsync());
        Assert.Equal(3, json.RootElement.GetProperty("perils").GetArrayLength());
        var xml = await (await GetAsync("/stress/small/care.xml")).Content.ReadAsStringAsync();
        var reading = PsaReader.ReadText("care.xml", xml);
        Assert.NotNull(reading.Model);
        Assert.Contains(reading.Model.BasicEvents, e => e.Name == "event_storm" && e.Probability == 0.4);
    }

    [Fact]
    public async Task When_too_many_ask_a_reader_is_told_when_to_come_back()
    {
        await using var crowded = new House { BenchQueue = 0 };
        BenchPack.WriteTo(Path.Combine(crowded.Folder, "scenarios"));
        await crowded.InitializeAsync();
        foreach (var page in new[] { "cell?h=storm&f=alert", "together?h=storm&h=jammer@1h", "what-if?out=power", "alert.xml" })
        {
            var answer = await crowded.Client.GetAsync(new Uri($"/stress/small/{page}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
            Assert.Equal(!page.EndsWith(".xml", StringComparison.Ordinal), answer.Headers.Contains("Refresh"));
            Assert.Contains("Réessayez dans 5 secondes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await crowded.Client.GetAsync(new Uri("/stress/small/what-if", UriKind.Relative))).StatusCode); // asks nothing yet
    }

    [Fact]
    public async Task A_pack_without_perils_is_put_to_its_acts_and_says_what_to_add()
    {
        await ReadyAsync("silent");
        var html = await TextAsync("/stress/silent?lang=fr");
        Assert.Contains("Pas de chiffres annuels", html, StringComparison.Ordinal);
        Assert.Contains("« stress »", html, StringComparison.Ordinal);
        Assert.Contains("La crue", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"year\"", html, StringComparison.Ordinal);
        Assert.Contains("Pas de chiffres annuels", await TextAsync("/stress/silent/what-if?out=power&lang=fr"), StringComparison.Ordinal);
    }

    private static List<string> Cells(string row)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '"' && quoted && i + 1 < row.Length && row[i + 1] == '"') cell.Append(row[++i]);
            else if (row[i] == '"') quoted = !quoted;
            else if (row[i] == ';' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(row[i]);
        }
        return [.. cells, cell.ToString()];
    }

    private async Task ReadyAsync(string pack)
    {
        for (var i = 0; i < 200; i++)
        {
            var answer = await GetAsync("/stress/" + pack);
            if (answer.StatusCode == HttpStatusCode.OK) return;
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            Assert.Equal("2", answer.Headers.GetValues("Refresh").Single());
        }
        Assert.Fail("The bench never came to an end.");
    }

    private async Task<string> TextAsync(string path)
    {
        var answer = await GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return html.Replace("&#xA0;", " ", StringComparison.Ordinal); // where lines may break is a matter of looks
    }

    private Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    [GeneratedRegex("(?:href|action)=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex(@"\[[a-z-]+\.[A-Za-z0-9.-]+\]")]
    private static partial Regex Missing();
}
