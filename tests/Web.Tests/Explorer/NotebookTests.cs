using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Words;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Notebooks;
using TousRisques.Web.Tests.Hosting;
using TousRisques.Web.Tests.Notebooks;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>The notebook read, written, reacted to and moderated through its pages.</summary>
public sealed class NotebookTests(House house) : IClassFixture<House>
{
    private const string Body = "## Le papier\n\nLe papier **reste** lisible quand le réseau tombe.\n\n## La sirène\n\nLa sirène parle à tout le monde[^1].\n\n[^1]: Sauf aux sourds.";

    private static readonly HtmlParser Html = new();

    private IExpeditionDesk Desk => house.Services.GetRequiredService<IExpeditionDesk>();

    private async Task GiveAsync(ExpeditionId id, string? account, ExpeditionCommand command)
    {
        var answer = await Desk.SubmitAsync(id, new ExpeditionEnvelope(Draws.Command(), account is null ? new PasserBy() : new AccountHolder(account), DateTimeOffset.UtcNow, command));
        Assert.Null(answer.Refusal);
    }

    /// <summary>An expedition led by Lea, moderated by Mo, with Bo as member, and one published chapter.</summary>
    private async Task<ExpeditionId> OpenAsync(bool isPublic = true, string body = Body)
    {
        var id = new ExpeditionId("x" + Guid.NewGuid().ToString("n")[..10]);
        await GiveAsync(id, "Lea", new OpenExpedition(id, new Outline("Vallée", "Que reste-t-il ?", "", Language.French, isPublic, ""), Example: false));
        await GiveAsync(id, "Lea", new GivePart("Mo", Standing.Moderator));
        await GiveAsync(id, "Lea", new GivePart("Bo", Standing.Member));
        await GiveAsync(id, "Bo", new BeginChapter(new("le-papier"), new ChapterText("Le papier", "Ce qui tient.", body, [new("Plan, 2024", "https://exemple.fr/pcs", "annexe 3")])));
        await GiveAsync(id, "Bo", new PublishChapter(new("le-papier"), 1, "", []));
        return id;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Task<HttpClient>> SignedIn = new();

    private Task<HttpClient> AsAsync(string account) => SignedIn.GetOrAdd(account + house.Address, _ => house.FacilitatorAsync(account));

    private async Task<IDocument> PageAsync(string path, HttpClient? client = null, int status = 200)
    {
        var answer = await (client ?? house.Client).GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        return Html.ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string path, HttpClient? client, params (string, string)[] fields) => await (client ?? house.Client).PostAsync(path, House.Form(fields));

    private static (string, string)[] Reaction(IDocument page, params (string, string)[] more) =>
        [("p", page.QuerySelector("input[name=p]")!.GetAttribute("value")!), ("version", page.QuerySelector("input[name=version]")!.GetAttribute("value")!), ("kind", "nuance"), ("words", "Sauf sous l’eau."), .. more];

    /// <summary>A visitor's way: from the chapter to the form of its first passage.</summary>
    private async Task<IDocument> FormAsync(ExpeditionId id, int passage = 0)
    {
        var chapter = await PageAsync($"/explorer/{id}/notebook/le-papier");
        return await PageAsync(chapter.QuerySelectorAll(".nb-react")[passage].GetAttribute("href")!);
    }

    private async Task<Notebook> NotebookAsync(ExpeditionId id) => (await Desk.ReadAsync(id))!.State.Notebook;

    private static string Flat(INode node) => Regex.Replace(node.TextContent, @"\s+", " ");

    [Fact]
    public async Task A_chapter_reads_like_an_article()
    {
        var id = await OpenAsync();
        Assert.Contains("Le papier", Flat((await PageAsync($"/explorer/{id}/notebook")).QuerySelector(".nb-contents")!), StringComparison.Ordinal);
        var page = await PageAsync($"/explorer/{id}/notebook/le-papier");
        Assert.Equal("Le papier", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["#s-le-papier", "#s-la-sirene"], page.QuerySelectorAll(".nb-toc a").Select(a => a.GetAttribute("href")));
        Assert.Equal(2, page.QuerySelectorAll(".nb-react").Length);
        Assert.NotNull(page.QuerySelector("a[href='https://exemple.fr/pcs'][rel~=nofollow]"));
        Assert.NotNull(page.GetElementById("fn-1"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var all = await PageAsync($"/explorer/{id}/notebook/all");
        Assert.NotNull(all.GetElementById("le-papier-fn-1"));
        Assert.Equal("H3", all.GetElementById("le-papier-s-la-sirene")!.TagName);
    }

    [Fact]
    public async Task A_private_notebook_is_not_there_for_others_nor_are_its_figures_and_exports()
    {
        var id = await OpenAsync(isPublic: false);
        foreach (var path in new[] { "", "/all", "/le-papier", "/le-papier/react?p=x", "/le-papier/versions", "/reactions", "/reactions.csv", "/reactions.json", "/figures/x.png", "/new" })
            Assert.Equal(404, (int)(await house.Client.GetAsync($"/explorer/{id}/notebook{path}")).StatusCode);
        Assert.Equal(404, (int)(await SendAsync($"/explorer/{id}/notebook/le-papier/react", null, ("p", "x"), ("version", "1"))).StatusCode);
        await PageAsync($"/explorer/{id}/notebook/le-papier", await AsAsync("Bo"));
    }

    [Fact]
    public async Task A_draft_is_for_those_who_write_it()
    {
        var id = await OpenAsync();
        await GiveAsync(id, "Bo", new BeginChapter(new("secret"), new ChapterText("Secret", "", "Pas encore.", [])));
        await PageAsync($"/explorer/{id}/notebook/secret", status: 404);
        Assert.DoesNotContain("Secret", (await PageAsync($"/explorer/{id}/notebook")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await house.Client.GetAsync($"/explorer/{id}/notebook/secret/versions")).StatusCode);
        Assert.Contains("/sign-in", (await house.Client.GetAsync($"/explorer/{id}/notebook/secret/edit")).Headers.Location!.ToString(), StringComparison.Ordinal);
        var stranger = await AsAsync("Zoe");
        Assert.Equal(403, (int)(await stranger.GetAsync($"/explorer/{id}/notebook/le-papier/edit")).StatusCode);
        Assert.Equal(403, (int)(await SendAsync($"/explorer/{id}/notebook/le-papier/edit", stranger, ("title", "Volé"), ("body", "x"), ("basedOn", "1"))).StatusCode);
        Assert.Equal(403, (int)(await SendAsync($"/explorer/{id}/notebook/le-papier/publish", stranger, ("draft", "1"))).StatusCode);
        Assert.Equal(403, (int)(await SendAsync($"/explorer/{id}/notebook/reactions/judge", await AsAsync("Bo"), ("do", "accept"))).StatusCode);
        Assert.Equal("Le papier", (await NotebookAsync(id)).Chapters[0].Text.Title);
    }

    [Fact]
    public async Task A_reaction_is_sent_without_an_account_read_by_a_moderator_then_shown_answered_and_changes_the_text()
    {
        var id = await OpenAsync();
        var form = await FormAsync(id);
        var sent = await SendAsync($"/explorer/{id}/notebook/le-papier/react", null, Reaction(form, ("hazard", "flood"), ("signature", "Riveraine"), ("as", "residents")));
        Assert.Equal(303, (int)sent.StatusCode);
        Assert.Contains("lue", (await PageAsync(sent.Headers.Location!.ToString())).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sauf sous", (await FormAsync(id)).Body!.TextContent, StringComparison.Ordinal); // nobody has read it yet

        var mo = await AsAsync("Mo");
        var queue = await PageAsync($"/explorer/{id}/notebook/reactions", mo);
        Assert.Equal("1", queue.QuerySelector(".xp-nav a[href$=moderation] .xp-count")!.TextContent);
        await SendAsync($"/explorer/{id}/notebook/reactions/judge", mo, ("one", queue.QuerySelector("button[name=one]")!.GetAttribute("value")!));
        Assert.Contains("Sauf sous", (await FormAsync(id)).Body!.TextContent, StringComparison.Ordinal);

        var reaction = (await NotebookAsync(id)).Reactions.Values.Single();
        var bo = await AsAsync("Bo");
        await SendAsync($"/explorer/{id}/notebook/reactions/{reaction.Id}/answer", bo, ("answer", "Vous avez raison."));
        await SendAsync($"/explorer/{id}/notebook/le-papier/edit", bo, ("title", "Le papier"), ("summary", "Ce qui tient."), ("body", Body.Replace("tombe.", "tombe, sauf sous l’eau.", StringComparison.Ordinal)), ("basedOn", "1"), ("do", "save"));
        var publish = await PageAsync($"/explorer/{id}/notebook/le-papier/publish", bo);
        Assert.Contains("sauf sous l’eau", publish.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        await SendAsync($"/explorer/{id}/notebook/le-papier/publish", bo, ("draft", publish.QuerySelector("input[name=draft]")!.GetAttribute("value")!), ("note", "L’eau"), ("r", publish.QuerySelector("input[name=r]")!.GetAttribute("value")!));

        var after = await FormAsync(id);
        Assert.Contains("Ce passage a changé depuis", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vous avez raison.", after.Body!.TextContent, StringComparison.Ordinal);
        var diff = await PageAsync(after.QuerySelector(".nb-changed a")!.GetAttribute("href")!);
        foreach (var unseen in diff.QuerySelectorAll(".nb-diff .hide")) unseen.Remove();
        Assert.Equal(", sauf sous l’eau", diff.QuerySelector("ins")!.TextContent);
        Assert.Contains("réseau tombe, sauf sous l’eau.\n", diff.QuerySelector(".nb-diff")!.TextContent, StringComparison.Ordinal); // no space of the page's own
        Assert.Contains("Sauf sous", (await PageAsync($"/explorer/{id}/notebook/le-papier")).QuerySelector(".nb-changes")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_with_what_is_wrong()
    {
        var id = await OpenAsync();
        using var visitor = house.NewClient(cookies: true);
        var form = await FormAsync(id);
        var answer = await SendAsync($"/explorer/{id}/notebook/le-papier/react", visitor, Reaction(form, ("link", "ceci n’est pas un lien"), ("place", "Elbeuf")));
        var again = await PageAsync(answer.Headers.Location!.ToString(), visitor);
        Assert.NotNull(again.QuerySelector("[role=alert]"));
        Assert.Equal("Sauf sous l’eau.", again.QuerySelector("textarea[name=words]")!.TextContent);
        Assert.Equal("Elbeuf", again.QuerySelector("input[name=place]")!.GetAttribute("value"));
        Assert.Empty((await NotebookAsync(id)).Reactions);
    }

    [Fact]
    public async Task A_program_that_fills_what_people_do_not_see_is_thanked_and_nothing_is_kept()
    {
        var id = await OpenAsync();
        var answer = await SendAsync($"/explorer/{id}/notebook/le-papier/react", null, Reaction(await FormAsync(id), ("homepage", "https://casino.example")));
        Assert.EndsWith("thanks", answer.Headers.Location!.ToString().Split('?')[0], StringComparison.Ordinal);
        Assert.Empty((await NotebookAsync(id)).Reactions);
    }

    [Fact]
    public async Task The_same_words_twice_are_one_reaction_and_the_sender_is_no_address()
    {
        var id = await OpenAsync();
        var form = await FormAsync(id);
        for (var i = 0; i < 2; i++) Assert.Equal(303, (int)(await SendAsync($"/explorer/{id}/notebook/le-papier/react", null, Reaction(form))).StatusCode);
        var reaction = Assert.Single((await NotebookAsync(id)).Reactions.Values);
        Assert.Matches("^[0-9a-f]{10}$", reaction.Sender);
        Assert.NotEqual(new SenderKeys(TimeProvider.System).Of("127.0.0.1", null), new SenderKeys(TimeProvider.System).Of("127.0.0.1", null)); // another key each time: nobody can go back from it
    }

    [Fact]
    public async Task Two_writers_see_both_texts_and_nothing_is_lost()
    {
        var id = await OpenAsync();
        var (bo, lea) = (await AsAsync("Bo"), await AsAsync("Lea"));
        await SendAsync($"/explorer/{id}/notebook/le-papier/edit", bo, ("title", "Le papier"), ("body", "Texte de Bo."), ("basedOn", "1"), ("do", "save"));
        var refused = await SendAsync($"/explorer/{id}/notebook/le-papier/edit", lea, ("title", "Le papier"), ("body", "Texte de Lea."), ("basedOn", "1"), ("do", "save"), ("refLabel", "Un livre"), ("refLink", ""), ("refNote", ""));
        var page = await PageAsync(refused.Headers.Location!.ToString(), lea);
        Assert.Equal("Texte de Lea.", page.QuerySelector("textarea[name=body]")!.TextContent);
        Assert.Equal("Un livre", page.QuerySelector("input[name=refLabel]")!.GetAttribute("value"));
        Assert.Equal("Texte de Bo.", page.QuerySelector("textarea[readonly]")!.TextContent);
        Assert.NotNull(page.QuerySelector("del"));
        Assert.Equal("2", page.QuerySelector("input[name=basedOn]")!.GetAttribute("value"));
        await SendAsync($"/explorer/{id}/notebook/le-papier/edit", lea, ("title", "Le papier"), ("body", "Texte des deux."), ("basedOn", "2"), ("do", "save"));
        Assert.Equal("Texte des deux.", (await NotebookAsync(id)).Chapters[0].Text.Body);
    }

    [Fact]
    public async Task A_preview_stores_nothing_and_a_hostile_text_stays_words()
    {
        var id = await OpenAsync();
        var bo = await AsAsync("Bo");
        var answer = await SendAsync($"/explorer/{id}/notebook/le-papier/edit", bo, ("title", "<script>alert(1)</script>"), ("body", "<img src=x onerror=alert(1)>\n\n" + new string('>', 5_000)), ("basedOn", "1"), ("do", "preview"));
        Assert.Equal(200, (int)answer.StatusCode);
        var page = Html.ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        Assert.Contains("imbriqués", page.QuerySelector(".nb-preview [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("onerror", page.QuerySelector("textarea[name=body]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await NotebookAsync(id)).Chapters[0].Draft);
    }

    [Fact]
    public async Task A_figure_is_kept_without_its_place_served_safely_and_erased_for_good()
    {
        var id = await OpenAsync();
        var bo = await AsAsync("Bo");
        Assert.Equal(303, (int)(await UploadAsync(id, bo, ImageFileTests.Png(), "pont.svg")).StatusCode); // its bytes count, not its name
        var figure = (await NotebookAsync(id)).Figures.Values.Single();
        var path = $"/explorer/{id}/notebook/figures/{figure.Id}.png";
        var served = await house.Client.GetAsync(path);
        Assert.Equal(("image/png", "nosniff"), (served.Content.Headers.ContentType!.MediaType, served.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("immutable", served.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(await served.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);

        await GiveAsync(id, "Bo", new WriteChapter(new("le-papier"), 1, new ChapterText("Le papier", "", $"![](figure:{figure.Id})", [])));
        await GiveAsync(id, "Bo", new PublishChapter(new("le-papier"), 2, "", []));
        Assert.Equal(path, (await PageAsync($"/explorer/{id}/notebook/le-papier")).QuerySelector("figure img")!.GetAttribute("src"));

        var file = Path.Combine(house.Folder, "figures", id.Value, figure.Image.Digest);
        Assert.True(File.Exists(file));
        await SendAsync($"/explorer/{id}/notebook/figures/{figure.Id}/remove", bo);
        Assert.False(File.Exists(file));
        Assert.Equal(404, (int)(await house.Client.GetAsync(path)).StatusCode);
        Assert.Null((await PageAsync($"/explorer/{id}/notebook/le-papier")).QuerySelector("figure"));
    }

    [Fact]
    public async Task What_is_no_image_is_refused_in_clear_words_and_what_was_typed_stays()
    {
        var id = await OpenAsync();
        var bo = await AsAsync("Bo");
        var answer = await UploadAsync(id, bo, Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"), "pont.png");
        var page = Html.ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Contains("SVG", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Un pont", page.QuerySelector("textarea[name=alt]")!.TextContent);
        Assert.Equal(413, (int)(await UploadAsync(id, bo, new byte[NotebookLimits.FigureBytes + 100_000], "grand.png")).StatusCode);
        Assert.Empty((await NotebookAsync(id)).Figures);
    }

    private static async Task<HttpResponseMessage> UploadAsync(ExpeditionId id, HttpClient client, byte[] bytes, string name)
    {
        using var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var form = new MultipartFormDataContent { { file, "file", name }, { new StringContent("Un pont"), "alt" }, { new StringContent("Bo, CC BY"), "credit" } };
        return await client.PostAsync($"/explorer/{id}/notebook/figures", form);
    }

    [Fact]
    public async Task A_flood_from_one_sender_is_refused_with_one_decision_and_can_be_taken_back()
    {
        var id = await OpenAsync();
        var form = await FormAsync(id);
        for (var i = 0; i < 8; i++) await SendAsync($"/explorer/{id}/notebook/le-papier/react", null, Reaction(form)[..3].Append(("words", $"Publicité {i}")).ToArray());
        await GiveAsync(id, null, new SendReaction(new("other"), new("le-papier"), 1, new("p-x", "Autre"), new Remark(ReactionKind.Agree, "", "", null, null, null, "", null, ""), "zz"));
        var mo = await AsAsync("Mo");
        var sender = (await NotebookAsync(id)).Pending.First().Sender;
        Assert.Equal(8, (await PageAsync($"/explorer/{id}/notebook/reactions?sender={sender}", mo)).QuerySelectorAll(".nb-card").Length);
        await SendAsync($"/explorer/{id}/notebook/reactions/judge", mo, ("do", "refuse"), ("all", "true"), ("state", "waiting"), ("sender", sender), ("reason", "Publicité"));
        Assert.Equal("other", Assert.Single((await NotebookAsync(id)).Pending).Id.Value);
        await SendAsync($"/explorer/{id}/notebook/reactions/judge", mo, ("do", "reopen"), ("all", "true"), ("state", "refused"), ("sender", sender));
        Assert.Equal(9, (await NotebookAsync(id)).Queue.Count);
    }

    [Fact]
    public async Task Visitors_export_what_is_shown_moderators_all_of_it()
    {
        var id = await OpenAsync();
        foreach (var (name, words) in new[] { ("r1", "=HYPERLINK(1)"), ("r2", "Attend") })
            await GiveAsync(id, null, new SendReaction(new(name), new("le-papier"), 1, new("p-x", "Passage"), new Remark(ReactionKind.Nuance, words, "", HazardTag.Flood, null, null, "", null, ""), "s1"));
        await GiveAsync(id, "Mo", new AcceptReactions([new("r1")]));
        var csv = await house.Client.GetStringAsync($"/explorer/{id}/notebook/reactions.csv?state=&sender=s1");
        Assert.Contains("'=HYPERLINK(1)", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Attend", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("s1", csv, StringComparison.Ordinal);
        var json = JsonNode.Parse(await (await AsAsync("Mo")).GetStringAsync($"/explorer/{id}/notebook/reactions.json?state="))!.AsArray();
        Assert.Equal(["waiting", "accepted"], json.Select(r => (string)r!["state"]!));
        Assert.Equal("flood", (string)json[0]!["hazard"]!);
        Assert.Empty(JsonNode.Parse(await house.Client.GetStringAsync($"/explorer/{id}/notebook/reactions.json?hazard=cyber"))!.AsArray());
    }

    [Fact]
    public async Task A_full_queue_says_so_and_pages_are_still_read()
    {
        var id = await OpenAsync();
        for (var i = 0; i < NotebookLimits.Waiting; i++)
            await GiveAsync(id, null, new SendReaction(new($"r{i}"), new("le-papier"), 1, new("p-x", "Passage"), new Remark(ReactionKind.Nuance, "Mots", "", null, null, null, "", null, ""), $"s{i}"));
        using var visitor = house.NewClient(cookies: true);
        var answer = await SendAsync($"/explorer/{id}/notebook/le-papier/react", visitor, Reaction(await FormAsync(id)));
        var page = await PageAsync(answer.Headers.Location!.ToString(), visitor);
        Assert.Contains("on n’en prend plus", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Sauf sous l’eau.", page.QuerySelector("textarea[name=words]")!.TextContent);
        Assert.Equal(Web.Notebooks.ReactionQuery.PageSize, (await PageAsync($"/explorer/{id}/notebook/reactions?page=2", await AsAsync("Mo"))).QuerySelectorAll(".nb-card").Length);
    }
}

/// <summary>The real limits.</summary>
public sealed class NotebookFloodTests
{
    [Fact]
    public async Task A_flood_from_one_address_is_told_to_wait_while_others_read()
    {
        await using var house = await HouseAsync(behindProxy: false);
        var (desk, id, anchor) = await ChapterAsync(house);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => house.Client.PostAsync("/explorer/vallee/notebook/le-papier/react", House.Form(("p", anchor), ("version", "1"), ("kind", "nuance"), ("words", $"Mot {i}")))));
        var burst = new TryLimits().Contributions.Burst;
        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther), burst, burst + 20); // those that were under way at once are counted after
        var refused = answers.Last(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Beaucoup de contributions", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await house.Client.GetAsync("/explorer/vallee/notebook/le-papier")).StatusCode);
        Assert.True((await desk.ReadAsync(id))!.State.Notebook.Queue.Count <= burst + 20);
    }

    [Fact]
    public async Task A_flood_from_many_addresses_fills_the_queue_and_no_more_while_others_read()
    {
        await using var house = await HouseAsync(behindProxy: true);
        var (desk, id, anchor) = await ChapterAsync(house);
        var statuses = new List<HttpStatusCode>();
        foreach (var wave in Enumerable.Range(0, 1_000).Chunk(50))
        {
            statuses.AddRange((await Task.WhenAll(wave.Select(SendAsync))).Select(a => a.StatusCode));
            Assert.Equal(HttpStatusCode.OK, (await house.Client.GetAsync("/explorer/vallee/notebook/le-papier")).StatusCode);
        }
        Assert.InRange((await desk.ReadAsync(id))!.State.Notebook.Queue.Count, 1, NotebookLimits.Waiting);
        // Every one was answered by a page: taken, told to wait, or sent back with what was typed and why.
        Assert.All(statuses, s => Assert.Contains(s, new[] { HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict }));
        Assert.Equal(HttpStatusCode.OK, (await house.Client.GetAsync("/explorer/vallee")).StatusCode);

        Task<HttpResponseMessage> SendAsync(int i)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/explorer/vallee/notebook/le-papier/react") { Content = House.Form(("p", anchor), ("version", "1"), ("kind", "nuance"), ("words", $"Mot {i}")) };
            request.Headers.Add("X-Forwarded-For", $"198.51.{i / 250}.{i % 250}");
            return house.Client.SendAsync(request);
        }
    }

    private static async Task<House> HouseAsync(bool behindProxy)
    {
        var house = new House { BehindProxy = behindProxy, Limits = new TryLimits { SignIns = new GuessLimits(1000, TimeSpan.FromSeconds(1), 1000, TimeSpan.FromSeconds(1), 1000) } };
        await house.InitializeAsync();
        return house;
    }

    /// <summary>A public expedition with one chapter, and the name of its passage.</summary>
    private static async Task<(IExpeditionDesk Desk, ExpeditionId Id, string Anchor)> ChapterAsync(House house)
    {
        var id = new ExpeditionId("vallee");
        var desk = house.Services.GetRequiredService<IExpeditionDesk>();
        foreach (var command in new ExpeditionCommand[]
        {
            new OpenExpedition(id, new Outline("Vallée", "Que reste-t-il ?", "", Language.French, true, ""), Example: false), new BeginChapter(new("le-papier"), new ChapterText("Le papier", "", "Le papier reste.", [])),
            new PublishChapter(new("le-papier"), 1, "", []),
        }) Assert.Null((await desk.SubmitAsync(id, new ExpeditionEnvelope(Draws.Command(), new AccountHolder("Lea"), DateTimeOffset.UtcNow, command))).Refusal);
        var chapter = new HtmlParser().ParseDocument(await house.Client.GetStringAsync("/explorer/vallee/notebook/le-papier"));
        var anchor = chapter.QuerySelector(".nb-react")!.GetAttribute("href")!.Split("p=")[1];
        return (desk, id, anchor);
    }
}
