using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Formats.Csv;
using TousRisques.Formats.Feeds;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Tests.Hosting;
using TousRisques.Web.Tests.Pages;
using TousRisques.Web.Watching;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>A house whose feeds may come from this machine, with a member of each expedition.</summary>
public sealed class WatchHouse : IAsyncLifetime
{
    private int made;

    public House House { get; } = new() { Watch = new WatchSettings { Addresses = new AddressPolicy(Loopback: true) } };

    public HttpClient Bo { get; private set; } = null!;
    public HttpClient Zoe { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await House.InitializeAsync();
        (Bo, Zoe) = (await House.FacilitatorAsync("Bo"), await House.FacilitatorAsync("Zoe"));
    }

    public async ValueTask DisposeAsync()
    {
        Bo.Dispose();
        Zoe.Dispose();
        await House.DisposeAsync();
    }

    /// <summary>Opens an expedition that Bo leads; gives the address of its watch.</summary>
    public async Task<string> OpenAsync(bool isPublic = true) => await Bo.OpenExpeditionAsync($"Veille {Interlocked.Increment(ref made)}", isPublic) + "/watch";

    public async Task AskAsync(string watch, ExpeditionCommand command)
    {
        var desk = House.Services.GetRequiredService<IExpeditionDesk>();
        var answer = await desk.SubmitAsync(new(watch.Split('/')[2]), new(new(Guid.NewGuid().ToString("n")), new AccountHolder("Bo"), DateTimeOffset.UtcNow, command));
        Assert.Null(answer.Refusal);
    }

    public async Task<Domain.Expeditions.Watching.Watch> WatchAsync(string watch) => (await House.ExpeditionAsync(watch)).Watch;
}

/// <summary>The watch on screen: read by everybody, worked in by members, without scripts.</summary>
public sealed partial class WatchPageTests(WatchHouse house) : IClassFixture<WatchHouse>
{
    private static readonly WatchCard Card = new("La crue du siècle", "https://exemple.fr/crue", "Trois jours.", new([Theme.Data], [CrisisTime.During], [HazardTag.Flood, HazardTag.Storm], Scale.National), "Roya", "Le Journal", Language.French, new(2026, 3, 12, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_a_member_adds_by_the_form_is_read_by_everybody()
    {
        var watch = await house.OpenAsync();
        var (to, html) = await house.Bo.SendAsync(watch + "/add", ("title", "La crue"), ("link", "https://exemple.fr/crue"), ("summary", "Trois jours."), ("theme", "data"), ("theme", "jobs"), ("time", "after"), ("hazard", "flood"), ("scale", "national"), ("source", "Le Journal"), ("place", "Roya"), ("published", "2026-03-12"), ("language", "fr"), ("publish", "true"));
        Assert.StartsWith(watch + "/item/", to, StringComparison.Ordinal);
        Assert.Contains("Ajouté et publié.", html, StringComparison.Ordinal);
        var list = await house.House.Client.ReadAsync(watch);
        foreach (var told in new[] { "href=\"https://exemple.fr/crue\"", "La crue", "Trois jours.", "12 mars 2026", "Le Journal", "Roya", "Données, Métiers · après · inondation · échelle nationale" }) Assert.Contains(told, list, StringComparison.Ordinal);
        Assert.DoesNotContain("/watch/add", list, StringComparison.Ordinal);
        Assert.Contains("La crue", await house.House.Client.ReadAsync(to), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_proposed_or_set_aside_is_for_members_alone()
    {
        var watch = await house.OpenAsync();
        await house.AskAsync(watch, new AddWatchItem(new("w1"), Card, Publish: false));
        Assert.DoesNotContain(Card.Title, await house.House.Client.ReadAsync(watch), StringComparison.Ordinal);
        Assert.DoesNotContain(Card.Title, await house.House.Client.ReadAsync(watch + ".atom"), StringComparison.Ordinal);
        Assert.DoesNotContain(Card.Title, await house.House.Client.ReadAsync(watch + ".csv?state=all"), StringComparison.Ordinal);
        Assert.Equal(404, await house.Zoe.StatusAsync(watch + "/item/w1"));
        Assert.Equal(403, await house.Zoe.StatusAsync(watch + "/sort"));
        Assert.Contains(Card.Title, await house.Bo.ReadAsync(watch + "/item/w1"), StringComparison.Ordinal);
        Assert.Contains(Card.Title, await house.Bo.ReadAsync(watch + "/sort"), StringComparison.Ordinal);
        Assert.Contains(Card.Title, await house.Bo.ReadAsync(watch + ".csv?state=all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_of_the_expedition_finds_what_one_may_read()
    {
        var watch = await house.OpenAsync();
        await house.AskAsync(watch, new AddWatchItem(new("w1"), Card with { Summary = "Les radioamateurs." }, Publish: true));
        await house.AskAsync(watch, new AddWatchItem(new("w2"), Card with { Link = "", Title = "Caché", Summary = "Radioamateur" }, Publish: false));
        var search = watch.Replace("/watch", "/search?q=radioamateur", StringComparison.Ordinal);
        var (all, mine) = (await house.House.Client.ReadAsync(search), await house.Bo.ReadAsync(search));
        Assert.Contains(watch + "/item/w1", all, StringComparison.Ordinal);
        Assert.DoesNotContain("/item/w2", all, StringComparison.Ordinal);
        Assert.Contains(watch + "/item/w2", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_watch_is_not_there_for_strangers_and_has_no_feed()
    {
        var watch = await house.OpenAsync(isPublic: false);
        await house.AskAsync(watch, new AddWatchItem(new("w1"), Card, Publish: true));
        foreach (var page in new[] { "", ".atom", ".csv", "/item/w1", "/sort", "/feeds", "/import" })
        {
            Assert.Equal(404, await house.Zoe.StatusAsync(watch + page));
            Assert.Equal(404, await house.House.Client.StatusAsync(watch + page));
        }
        foreach (var form in new[] { "/add", "/sort", "/feeds", "/feeds/f1/read", "/import" }) Assert.Equal("404", (await house.Zoe.SendAsync(watch + form, ("title", "x"))).To);
        var mine = await house.Bo.ReadAsync(watch);
        Assert.Contains(Card.Title, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("watch.atom", mine, StringComparison.Ordinal);
        Assert.Equal(404, await house.Bo.StatusAsync(watch + ".atom"));
    }

    [Fact]
    public async Task Strangers_change_nothing_in_a_public_watch()
    {
        var watch = await house.OpenAsync();
        await house.AskAsync(watch, new AddWatchItem(new("w1"), Card, Publish: true));
        await house.AskAsync(watch, new FollowFeed(new("f1"), new("http://127.0.0.1:9/", "", WatchTags.None)));
        foreach (var (form, fields) in new (string, (string, string)[])[] { ("/add", [("title", "x")]), ("/sort", [("do", "set-aside:w1")]), ("/item/w1/edit", [("title", "x")]), ("/feeds", [("address", "https://x.fr")]), ("/feeds/f1", [("address", "https://x.fr")]), ("/feeds/f1/read", []), ("/feeds/f1/drop", []), ("/import", []) })
        {
            Assert.Equal("403", (await house.Zoe.SendAsync(watch + form, fields)).To);
            Assert.Equal("403", (await house.House.Client.SendAsync(watch + form, fields)).To);
        }
        var state = await house.WatchAsync(watch);
        Assert.Equal((1, 1, WatchState.Published), (state.Items.Count, state.Feeds.Count, state.Items[new("w1")].State));
    }

    [Fact]
    public async Task The_same_page_again_comes_back_with_what_was_typed_and_the_card_that_is_there()
    {
        var watch = await house.OpenAsync();
        await house.AskAsync(watch, new AddWatchItem(new("w1"), Card, Publish: true));
        var (to, html) = await house.Bo.SendAsync(watch + "/add", ("title", "Mon titre"), ("link", "http://www.exemple.fr/crue/?utm_source=x"), ("hazard", "cyber"), ("summary", "Mon résumé"));
        Assert.Equal(watch + "/add", to);
        foreach (var told in new[] { "déjà dans la veille", "/item/w1", "value=\"Mon titre\"", "Mon résumé", "value=\"cyber\" checked" }) Assert.Contains(told, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tap_sorts_and_another_undoes_it()
    {
        var watch = await house.OpenAsync();
        foreach (var id in new[] { "w1", "w2", "w3" }) await house.AskAsync(watch, new AddWatchItem(new(id), Card with { Link = "", Title = "Article " + id }, Publish: false));
        var (to, html) = await house.Bo.SendAsync(watch + "/sort", ("do", "published:w1"));
        Assert.Contains("« Article w1 » : publié.", html.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(WatchState.Published, (await house.WatchAsync(watch)).Items[new("w1")].State);
        Assert.Contains("value=\"proposed\">Annuler", html, StringComparison.Ordinal);
        await house.Bo.SendAsync(watch + "/sort", ("undo", "true"), ("item", "w1"), ("do", "proposed"));
        Assert.Equal(3, (await house.WatchAsync(watch)).Waiting);
        await house.Bo.SendAsync(watch + "/sort", ("do", "set-aside"), ("item", "w1"), ("item", "w3"));
        Assert.Equal(1, (await house.WatchAsync(watch)).Waiting);
        await house.Bo.SendAsync(watch + "/sort", ("do", "set-aside-page"), ("shown", "w1.w2.w3"));
        Assert.Equal(0, (await house.WatchAsync(watch)).Waiting);
        Assert.Contains("Tout est trié.", await house.Bo.ReadAsync(watch + "/sort"), StringComparison.Ordinal);
        Assert.Contains("Article w2", await house.Bo.ReadAsync(watch + "/sort?state=set-aside"), StringComparison.Ordinal);
        Assert.Contains("undo=", to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_type_does_no_harm()
    {
        var watch = await house.OpenAsync();
        foreach (var (i, words) in HostileWords.All.Index())
            await house.AskAsync(watch, new AddWatchItem(new($"w{i}"), Card with { Title = words, Link = $"https://exemple.fr/{i}?a=\"'<b>", Summary = words, Place = words, Source = words }, Publish: i % 2 == 0));
        foreach (var page in new[] { watch, watch + "/sort", watch + "/item/w0", watch + "/item/w1/edit" })
            HostileWords.AssertHarmless(await house.Bo.GetStringAsync(page));
        Assert.Empty(FeedReader.Read(await house.House.Client.GetByteArrayAsync(watch + ".atom"), "watch.atom").Findings);
    }

    [Fact]
    public async Task The_feed_is_announced_valid_and_fetched_once_while_nothing_changes()
    {
        var watch = await house.OpenAsync();
        await house.AskAsync(watch, new AddWatchItem(new("w1"), Card, Publish: true));
        Assert.Contains("<link rel=\"alternate\" type=\"application/atom+xml\"", await house.House.Client.ReadAsync(watch), StringComparison.Ordinal);
        var answer = await house.House.Client.GetAsync(watch + ".atom");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var reading = FeedReader.Read(await answer.Content.ReadAsByteArrayAsync(), "watch.atom");
        Assert.Empty(reading.Findings);
        var entry = Assert.Single(reading.Feed!.Entries);
        Assert.Equal((Card.Title, Card.Link, Card.Summary, Card.Published), (entry.Title, entry.Link, entry.Summary, entry.Published));
        Assert.Equal(["Données", "pendant", "inondation", "tempête, orage"], entry.Categories.Select(c => c.Term));
        using var again = new HttpRequestMessage(HttpMethod.Get, watch + ".atom") { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await house.House.Client.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("en", "fr")]
    public async Task What_is_exported_comes_in_again_as_it_was(string written, string read)
    {
        var (from, to) = (await house.OpenAsync(), await house.OpenAsync());
        await house.AskAsync(from, new AddWatchItem(new("w1"), Card, Publish: true));
        await house.AskAsync(from, new AddWatchItem(new("w2"), Card with { Title = "=1+1; \"deux\"\tlignes", Link = "", Summary = "a\nb;c", Published = new(2026, 3, 12, 7, 8, 9, TimeSpan.Zero), Tags = WatchTags.None, Language = null }, Publish: false));
        await house.AskAsync(from, new AddWatchItem(new("w3"), Card with { Link = "https://exemple.fr/3", Title = "Trois", Tags = Card.Tags with { Hazards = [.. Enum.GetValues<HazardTag>()], Themes = [.. Enum.GetValues<Theme>()], Times = [.. Enum.GetValues<CrisisTime>()] } }, Publish: true));
        await house.AskAsync(from, new SortWatchItems([new("w3")], WatchState.SetAside));
        var table = await house.Bo.GetByteArrayAsync($"{from}.csv?state=all&lang={written}");
        await house.Bo.GetStringAsync($"{to}/import?lang={read}");
        var (preview, html) = await UploadAsync(house.Bo, to, "veille.csv", table);
        Assert.Equal(3, Boxes().Count(html));
        await house.Bo.SendAsync(preview, ("new", "0"), ("new", "1"), ("new", "2"));
        static IEnumerable<string> Told(Domain.Expeditions.Watching.Watch watch) => watch.Items.Values.Select(i => $"{i.State} {Testing.Canonical.Dump(i.Card)}").Order(StringComparer.Ordinal);
        Assert.Equal(Told(await house.WatchAsync(from)), Told(await house.WatchAsync(to)));
        var (_, again) = await UploadAsync(house.Bo, to, "veille.csv", table);
        Assert.Equal(0, Boxes().Count(again.Replace("name=\"perhaps\"", "", StringComparison.Ordinal)));
        await house.Bo.GetStringAsync($"{to}?lang=fr");
    }

    [Fact]
    public async Task A_file_is_seen_before_it_is_stored_with_what_is_wrong_and_what_is_perhaps_there()
    {
        var watch = await house.OpenAsync();
        await house.AskAsync(watch, new AddWatchItem(new("w1"), Card with { Title = "La crue du siècle coupe toute la vallée du réseau" }, Publish: true));
        var csv = "titre;lien;thèmes;publié;humeur\nNouveau;https://exemple.fr/n;données|magie;12/03/2026;gaie\nLa crue du siècle coupe toute la vallée du réseau !;https://autre.fr/x;;;\nDéjà;http://exemple.fr/crue/;;;\n;https://exemple.fr/vide;;;\nMal;javascript:alert(1);;hier;\n";
        var (preview, html) = await UploadAsync(house.Bo, watch, "<b>.csv", Encoding.UTF8.GetBytes(csv));
        html = html.Replace('\u00a0', ' ');
        foreach (var told in new[] { "1 nouveau", "1 peut-être déjà là", "1 déjà là", "Ligne 1, colonne 26 : colonne inconnue, laissée de côté : « humeur ».", "mot inconnu, laissé de côté : « magie »", "Ligne 5, colonne 1 : ligne laissée de côté.", "Ligne 6, colonne 1 : ligne laissée de côté.", "« hier »" })
            Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.Single((await house.WatchAsync(watch)).Items);
        Assert.Equal(403, await house.Zoe.StatusAsync(preview));
        await house.AskAsync(watch, new GivePart("Zoe", Standing.Member));
        Assert.Equal(404, await house.Zoe.StatusAsync(preview)); // a member, but not who sent it
        Assert.Equal(404, await house.Bo.StatusAsync(preview.Replace(watch, await house.OpenAsync(), StringComparison.Ordinal)));
        await house.Bo.SendAsync(preview, ("perhaps", "0"));
        Assert.Equal(["La crue du siècle coupe toute la vallée du réseau", "La crue du siècle coupe toute la vallée du réseau !"], (await house.WatchAsync(watch)).Items.Values.Select(i => i.Card.Title).Order(StringComparer.Ordinal));
        Assert.Equal(404, await house.Bo.StatusAsync(preview));
    }

    [Theory]
    [InlineData("vide.csv", "")]
    [InlineData("photo.png", "\u0089PNG\r\n\u001a\n")]
    [InlineData("sans.csv", "a;b\n1;2")]
    [InlineData("page.html", "<html><p>Bonjour</html>")]
    public async Task A_file_with_nothing_in_it_is_said_to_be_one(string name, string text)
    {
        var watch = await house.OpenAsync();
        var (to, html) = await UploadAsync(house.Bo, watch, name, Encoding.Latin1.GetBytes(text));
        Assert.Equal(watch + "/import", to);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_in_a_file_comes_in_as_proposed()
    {
        var watch = await house.OpenAsync();
        var (preview, _) = await UploadAsync(house.Bo, watch, "flux.xml", "<rss><channel><title>Flux</title><item><title>Un</title><link>https://exemple.fr/1</link></item><item><title>Un</title><link>https://exemple.fr/1?utm_source=x</link><guid>g</guid></item></channel></rss>"u8.ToArray());
        var (to, _) = await house.Bo.SendAsync(preview, ("new", "0"));
        Assert.Equal(watch + "/sort", to);
        var item = Assert.Single((await house.WatchAsync(watch)).Items.Values);
        Assert.Equal(("Un", "Flux", WatchState.Proposed), (item.Card.Title, item.Card.Source, item.State));
    }

    [Fact]
    public async Task A_feed_is_followed_read_now_and_read_again_by_the_clock_without_doubling()
    {
        var rss = "<rss><channel><title>x</title>" + string.Concat(Enumerable.Range(0, 450).Select(i => $"<item><title>Article {i}</title><link>https://exemple.fr/{i}</link></item>")) + "<item><title>\u00AD</title><guid>poison</guid></item></channel></rss>";
        await using var liar = new Liar("HTTP/1.1 200 OK", Encoding.UTF8.GetBytes(rss));
        var watch = await house.OpenAsync();
        var (_, page) = await house.Bo.SendAsync(watch + "/feeds", ("address", liar.Address), ("name", "Le Journal"), ("theme", "jobs"), ("hazard", "heat"));
        Assert.Contains("Le Journal", page, StringComparison.Ordinal);
        var feed = (await house.WatchAsync(watch)).Feeds.Keys.Single();
        var (_, read) = await house.Bo.SendAsync($"{watch}/feeds/{feed}/read");
        Assert.Contains("Flux lu : 450 articles à trier.", read.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var item = (await house.WatchAsync(watch)).Items.Values.First();
        Assert.Equal(("Le Journal", WatchState.Proposed, new WatchTags([Theme.Jobs], [], [HazardTag.Heat], null)), (item.Card.Source, item.State, item.Card.Tags));
        var rounds = house.House.Services.GetRequiredService<FeedRounds>();
        await rounds.ReadDueAsync(CancellationToken.None); // not due
        Assert.Single(liar.Requests);
        var (again, status, _) = await rounds.ReadAsync(new(watch.Split('/')[2]), (await house.WatchAsync(watch)).Feeds[feed], new TheHouse(), CancellationToken.None);
        Assert.Equal((0, 450, 450), (again, status.Brought, (await house.WatchAsync(watch)).Items.Count));
        await house.Bo.SendAsync($"{watch}/feeds/{feed}/drop");
        Assert.Empty((await house.WatchAsync(watch)).Feeds);
    }

    [Fact]
    public async Task A_feed_that_fails_is_told_on_its_page_and_left_alone_longer_each_time()
    {
        var watch = await house.OpenAsync();
        await house.AskAsync(watch, new FollowFeed(new("f1"), new("http://10.0.0.1/feed", "Dedans", WatchTags.None)));
        var feed = (await house.WatchAsync(watch)).Feeds[new("f1")];
        var rounds = house.House.Services.GetRequiredService<FeedRounds>();
        await rounds.ReadDueAsync(CancellationToken.None);
        var first = rounds.StatusOf(new(watch.Split('/')[2]), feed)!;
        Assert.Equal((FeedTrouble.Inside, 1, TimeSpan.FromMinutes(15)), (first.Trouble, first.Failures, first.NextAt - first.TriedAt));
        var (_, html) = await house.Bo.SendAsync(watch + "/feeds/f1/read");
        Assert.Contains("mène dans un réseau privé", html, StringComparison.Ordinal);
        Assert.Contains("2 essais", html.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var second = rounds.StatusOf(new(watch.Split('/')[2]), feed)!;
        Assert.Equal(TimeSpan.FromMinutes(30), second.NextAt - second.TriedAt);
        for (var i = 0; i < 20; i++) await rounds.ReadAsync(new(watch.Split('/')[2]), feed, new TheHouse(), CancellationToken.None);
        var last = rounds.StatusOf(new(watch.Split('/')[2]), feed)!;
        Assert.Equal(TimeSpan.FromHours(24), last.NextAt - last.TriedAt);
    }

    [Fact]
    public async Task Ten_thousand_items_are_listed_ten_at_a_time()
    {
        var watch = await house.OpenAsync();
        for (var i = 0; i < 10_000; i += WatchLimits.Batch)
            await house.AskAsync(watch, new TakeInWatchItems([.. Enumerable.Range(i, WatchLimits.Batch).Select(n => new IncomingItem(new($"w{n}"),
                Card with { Title = $"Article {n}", Link = $"https://exemple.fr/{n}", Published = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(n), Tags = Card.Tags with { Themes = [(Theme)(n % 4)] } }, WatchState.Published, null))]));
        var first = await house.House.Client.ReadAsync(watch);
        Assert.Equal(10, Articles().Count(first));
        Assert.Contains("Page 1 sur 1000", first.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.True(first.IndexOf("Article 9999<", StringComparison.Ordinal) is > 0 and var newest && newest < first.IndexOf("Article 9990<", StringComparison.Ordinal));
        var last = await house.House.Client.ReadAsync(watch + "?theme=jobs&p=999");
        Assert.Contains("Page 250 sur 250", last.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Article 2<", last, StringComparison.Ordinal);
        var found = await house.House.Client.ReadAsync(watch + "?q=articles+4242");
        Assert.Equal(1, Articles().Count(found));
        var table = CsvReader.Read(await house.House.Client.GetByteArrayAsync(watch + ".csv"), "x");
        Assert.Equal((10_000, 0), (table.Rows.Length, table.Findings.Length));
        Assert.Equal(50, FeedReader.Read(await house.House.Client.GetByteArrayAsync(watch + ".atom"), "x").Feed!.Entries.Length);
    }

    [Theory]
    [InlineData("?p=-1")]
    [InlineData("?p=99999999999999")]
    [InlineData("?theme=nothing&hazard=%00&scale=<b>&time=")]
    [InlineData("?undo=a.b&was=published&state=zzz")]
    public async Task An_address_that_means_nothing_shows_the_list(string query)
    {
        var watch = await house.OpenAsync();
        Assert.Equal(200, await house.Bo.StatusAsync(watch + query));
        Assert.Equal(200, await house.Bo.StatusAsync(watch + "/sort" + query));
    }

    private static async Task<(string To, string Html)> UploadAsync(HttpClient client, string watch, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", name } };
        var answer = await client.PostAsync(watch + "/import", form);
        if (answer.StatusCode != HttpStatusCode.SeeOther) return ($"{(int)answer.StatusCode}", await answer.Content.ReadAsStringAsync());
        var to = answer.Headers.Location!.ToString();
        return (to, await client.ReadAsync(to));
    }

    [GeneratedRegex("<article>")]
    private static partial Regex Articles();

    [GeneratedRegex("name=\"(new|perhaps)\"")]
    private static partial Regex Boxes();
}
