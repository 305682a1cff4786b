using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Formats.Feeds;
using TousRisques.Web.Hosting;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>The front page of an expedition, its partners, its feed, and the one page that other sites may frame.</summary>
public sealed class SpreadTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Only_the_card_of_a_public_expedition_may_be_framed()
    {
        var (ada, at) = await CampAsync("Cadre");
        foreach (var page in new[] { "/", "/explorer", at, at + "/partners", at + "/spread", at + "/contribute", at + "/meetings", at + "/news.atom", at + "/nothing", at + "/card/more" })
            Assert.Contains("frame-ancestors 'none'", Policy(await house.Client.GetAsync(page)), StringComparison.Ordinal);
        var card = await house.Client.GetAsync(at + "/card");
        Assert.Contains("frame-ancestors *", Policy(card), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Policy(card), StringComparison.Ordinal);
        Assert.False(card.Headers.Contains("Set-Cookie"));
        Assert.Equal(SecurityHeaders.Policy, Policy(await ada.GetAsync(at + "/settings")));
    }

    [Fact]
    public async Task The_card_is_whole_in_itself_and_harmless()
    {
        var (_, at) = await CampAsync("Carte <script>alert(1)</script> \" onload=x");
        var answer = await house.Client.GetAsync(at + "/card");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        var style = html.Split("<style>")[1].Split("</style>")[0];
        Assert.Contains("'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))) + "'", Policy(answer), StringComparison.Ordinal);
        Assert.InRange(html.Length, 300, 3_000);
    }

    [Fact]
    public async Task A_private_expedition_has_no_card_even_for_its_people()
    {
        using var ada = await house.FacilitatorAsync("Ada " + Guid.NewGuid().ToString("n")[..8]);
        var at = await ada.OpenExpeditionAsync("Sans carte", isPublic: false);
        Assert.Equal(404, await ada.StatusAsync(at + "/card"));
        Assert.Equal(404, await house.Client.StatusAsync(at + "/news.atom"));
        Assert.DoesNotContain("iframe", await ada.ReadAsync(at + "/spread"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_tells_what_is_public_and_a_reader_reads_it()
    {
        var (ada, at) = await CampAsync("Flux");
        var meeting = await PlanAsync(ada, at, "Ce qui se sait", isPublic: true);
        await PlanAsync(ada, at, "Ce qui se tait", isPublic: false);
        var before = FeedReader.Read(await house.Client.GetByteArrayAsync(at + "/news.atom"), "news.atom").Feed!;
        Assert.Empty(before.Entries); // a meeting is news once it is told
        foreach (var m in (await house.ExpeditionAsync(at)).Encounters.All.Keys) await ada.SendAsync($"{at}/meetings/{m}/minutes", ("minutes", "Dit."), ("lessons", "1"), ("lesson0", "Appris."), ("links", "0"));
        var feed = FeedReader.Read(await house.Client.GetByteArrayAsync(at + "/news.atom"), "news.atom").Feed!;
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Ce qui se sait", "Appris.", house.Address + meeting), (entry.Title, entry.Summary, entry.Link));
        Assert.Equal(house.Address + at, feed.Link);
    }

    [Fact]
    public async Task The_front_page_tells_where_it_stands_and_who_takes_part()
    {
        var (ada, at) = await CampAsync("Façade");
        await ada.SendAsync(at + "/settings/phases", ("rows", "2"), ("name0", "Finie"), ("from0", "2001-01-01"), ("to0", "2001-02-28"), ("order0", "1"), ("deliverables0", "1"), ("what0-0", "Rapport"), ("done0-0", "true"), ("where0-0", "https://exemple.fr/r"),
            ("name1", "Future"), ("from1", "2199-01-01"), ("order1", "2"), ("deliverables1", "0"));
        await ada.SendAsync(at + "/settings/partners", ("rows", "1"), ("name0", "Mairie d’ici"), ("kind0", "field"), ("role0", "ouvre sa salle"), ("order0", "1"));
        var html = await house.Client.ReadAsync(at);
        foreach (var told in new[] { "Que reste-t-il ?", "janvier 2001 – février 2001", "passée", "à partir de janvier 2199", "à venir", "https://exemple.fr/r", "Mairie d’ici" }) Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.DoesNotContain("/settings", html, StringComparison.Ordinal);
        Assert.Contains("ouvre sa salle", await house.Client.ReadAsync(at + "/partners"), StringComparison.Ordinal);
        Assert.Contains(house.Address + at + "/card", await house.Client.ReadAsync(at + "/spread"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_house_s_front_tells_the_latest_of_public_expeditions_alone()
    {
        var news = house.Services.GetRequiredService<Web.Expeditions.PublicNews>();
        Assert.Contains("href=\"/explorer\"", await house.Client.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Empty((await news.LookAsync(CancellationToken.None)).Workshops);
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    private async Task<(HttpClient Ada, string At)> CampAsync(string name)
    {
        var ada = await house.FacilitatorAsync("Ada " + Guid.NewGuid().ToString("n")[..8]);
        return (ada, await ada.OpenExpeditionAsync($"{Guid.NewGuid().ToString("n")[..6]} {name}"));
    }

    private async Task<string> PlanAsync(HttpClient member, string at, string title, bool isPublic)
    {
        var before = (await house.ExpeditionAsync(at)).Encounters.All;
        await member.SendAsync(at + "/meetings", ("title", title), ("kind", "field"), ("day", "2026-03-01"), ("public", isPublic ? "true" : "false"));
        return $"{at}/meetings/{(await house.ExpeditionAsync(at)).Encounters.All.Keys.Single(k => !before.ContainsKey(k))}";
    }
}
