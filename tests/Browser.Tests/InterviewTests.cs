using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>Interviews held where there is no network: nothing typed is lost, nothing arrives twice.</summary>
public partial class InterviewTests(ServerOfTheClass served) : BrowserTest(served)
{
    private static readonly LocatorAssertionsToHaveCountOptions Long = new() { Timeout = 90_000 };
    private static int number;

    [Fact]
    public async Task Held_without_network_on_a_page_that_was_reopened_without_it_two_interviews_arrive_once_each()
    {
        var (context, page, at) = await PhoneAsync();
        await page.GotoAsync(at);
        await page.Locator("body[data-worker=ready]").WaitForAsync();

        await context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Alerter");
        await Assertions.Expect(page.Locator("#band")).ToContainTextAsync("gardé sur cet appareil");
        await FillAsync(page, "residents", "Rien ne passait, même les textos.", sms: true);
        await page.Locator("button[name=finished]").ClickAsync();
        await Assertions.Expect(page.Locator("#shelf li[data-state=waiting]")).ToHaveCountAsync(1, Long);
        await FillAsync(page, "media", "On a lu le journal à la radio.", sms: false);
        await page.Locator("button[name=finished]").ClickAsync();
        await Assertions.Expect(page.Locator("#band")).ToContainTextAsync("Hors ligne");

        // A third one is under way when the phone dies; all three are there when it comes back, still without network.
        await FillAsync(page, "businesses", "À moitié tapé", sms: true);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#shelf li")).ToHaveCountAsync(3, Long);
        await Assertions.Expect(page.Locator("textarea[name=quotes0]")).ToHaveValueAsync("À moitié tapé");
        await Assertions.Expect(page.Locator("select[name=family]")).ToHaveValueAsync("businesses");

        await context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#shelf li[data-state=sent]")).ToHaveCountAsync(2, Long);
        var list = await ReadAsync(context, at, "interviews");
        Assert.Equal(["E-01", "E-02"], Codes().Matches(list).Select(m => m.Value).Order());
        var verbatims = await ReadAsync(context, at, "verbatims");
        Assert.Single(Regex.Matches(verbatims, "Rien ne passait, même les textos."));
        Assert.Single(Regex.Matches(verbatims, "On a lu le journal à la radio."));
        Assert.DoesNotContain("À moitié tapé", verbatims, StringComparison.Ordinal);
        // What was hidden by a condition was not answered: « combien » belongs to the one with texts alone.
        Assert.Equal(1, Regex.Count(await (await context.APIRequest.GetAsync(at.Replace("/offline", "/answers.csv", StringComparison.Ordinal).Replace("/inquiry/", "/inquiry/grids/", StringComparison.Ordinal))).TextAsync(), ";12\r"));
    }

    [Fact]
    public async Task Sent_by_a_network_that_loses_the_answers_an_interview_still_arrives_once()
    {
        var (context, page, at) = await PhoneAsync();
        await page.GotoAsync(at);
        var sent = 0;
        await page.RouteAsync("**/offline", async route =>
        {
            if (route.Request.Method != "POST") { await route.ContinueAsync(); return; }
            if (++sent > 2) { await route.ContinueAsync(); return; }
            await route.FetchAsync(); // it reaches the server, and its answer never comes back
            await route.AbortAsync();
        });
        await FillAsync(page, "authorities", "Dit une fois.", sms: true);
        await page.Locator("button[name=finished]").ClickAsync();
        await Assertions.Expect(page.Locator("#shelf li[data-state=sent]")).ToHaveCountAsync(1, Long);
        Assert.Equal(3, sent);
        Assert.Equal(["E-01"], Codes().Matches(await ReadAsync(context, at, "interviews")).Select(m => m.Value));
        Assert.Single(Regex.Matches(await ReadAsync(context, at, "verbatims"), "Dit une fois."));
    }

    [Fact]
    public async Task Signed_out_meanwhile_nothing_is_lost_and_it_leaves_after_signing_in_again()
    {
        var (context, page, at) = await PhoneAsync();
        await page.GotoAsync(at);
        await page.Locator("body[data-worker=ready]").WaitForAsync();
        await context.ClearCookiesAsync();
        await FillAsync(page, "operators", "Dit sans session.", sms: false);
        await page.Locator("button[name=finished]").ClickAsync();
        await Assertions.Expect(page.Locator("#band")).ToContainTextAsync("Rien n’est perdu");
        await page.Locator("#again a").ClickAsync();
        await page.Locator("input[name=name]").FillAsync("Camille");
        await page.Locator("input[name=password]").FillAsync("quatre mots bien ordinaires");
        await page.Locator("form[action='/sign-in'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#shelf li[data-state=sent]")).ToHaveCountAsync(1, Long);
        Assert.Single(Regex.Matches(await ReadAsync(context, at, "verbatims"), "Dit sans session."));
    }

    [Fact]
    public async Task What_the_house_refuses_comes_back_with_its_reason_and_leaves_once_corrected()
    {
        var (context, page, at) = await PhoneAsync();
        await page.GotoAsync(at);
        await FillAsync(page, "media", "Bien dit.", sms: true, count: "douze");
        await page.Locator("button[name=finished]").ClickAsync();
        await Assertions.Expect(page.Locator("#shelf li[data-state=refused]")).ToContainTextAsync("Réponse à revoir");
        await page.Locator("#shelf li[data-state=refused] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("input[name=a1]")).ToHaveValueAsync("douze");
        await page.Locator("input[name=a1]").FillAsync("12");
        await page.Locator("button[name=finished]").ClickAsync();
        await Assertions.Expect(page.Locator("#shelf li[data-state=sent]")).ToHaveCountAsync(1, Long);
        Assert.Equal(["E-01"], Codes().Matches(await ReadAsync(context, at, "interviews")).Select(m => m.Value));
    }

    [Fact]
    public async Task The_room_fits_the_smallest_phone_and_axe_finds_nothing_to_say_in_it()
    {
        var (_, page, at) = await PhoneAsync();
        await page.GotoAsync(at);
        await FillAsync(page, "residents", "Rien ne passait, même les textos.", sms: true);
        await page.Locator("button[name=finished]").ClickAsync();
        await Assertions.Expect(page.Locator("#shelf li[data-state=sent]")).ToHaveCountAsync(1, Long);
        var (room, grid) = (InquiryRoom().Match(at).Value, at.Split('/')[^2]);
        var interview = $"{room}interviews/{(await page.Locator("#shelf li").GetAttributeAsync("data-id"))!}";
        await PostAsync(page.Context, new Uri(room + "grids").AbsolutePath, ("title", "Brouillon"), ("introduction", "Bonjour"));
        await page.SetViewportSizeAsync(360, 740);
        var faults = new List<string>();
        foreach (var path in new[] { at, room.TrimEnd('/'), $"{room}interviews", interview, interview + "/coding", room + "verbatims", room + "crossings", room + "synthesis", $"{room}grids/{grid}", $"{room}grids/{grid}/question?name=avec", $"{room}grids/{grid}/section?name=outils", $"{room}grids/{grid}/preview", $"{room}grids/{grid}/print" })
        {
            Assert.Equal(200, (await page.GotoAsync(path))!.Status);
            await Axe.WideAsync(page, path, faults);
            await Axe.LookAsync(page, path, faults);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task<(IBrowserContext Context, IPage Page, string At)> PhoneAsync()
    {
        var who = await FacilitatorAsync(Device.Phone);
        var name = $"enquete-{Interlocked.Increment(ref number)}";
        await PostAsync(who.Context, "/explorer", ("name", "Enquête"), ("address", name), ("question", "?"), ("language", "fr"), ("public", "false"));
        var grid = await PostAsync(who.Context, $"/explorer/{name}/inquiry/grids", ("title", "Alerter"));
        await PostAsync(who.Context, grid + "/section", ("title", "Les outils"), ("name", "outils"), ("theme", "data"));
        await PostAsync(who.Context, grid + "/question", ("section", "outils"), ("label", "Avec quoi ?"), ("name", "avec"), ("type", "select-multiple"), ("choices", "sms | Texto\nradio | Radio"));
        await PostAsync(who.Context, grid + "/question", ("section", "outils"), ("label", "Combien ?"), ("name", "combien"), ("type", "whole-number"), ("when", "avec|sms"));
        await PostAsync(who.Context, grid + "/release");
        return (who.Context, who.Page, $"{Server.Address}/explorer/{name}/inquiry/{grid.Split('/')[^1]}/offline");
    }

    private Task<string> PostAsync(IBrowserContext context, string path, params (string Name, string Value)[] fields) => context.SendAsync(Server.Address + path, fields);

    private static async Task FillAsync(IPage page, string family, string said, bool sms, string count = "12")
    {
        await page.Locator("select[name=family]").SelectOptionAsync(family);
        await Assertions.Expect(page.Locator("fieldset[data-question=combien]")).ToBeHiddenAsync();
        await page.Locator($"input[name=a0][value={(sms ? "sms" : "radio")}]").CheckAsync();
        if (sms) await page.Locator("input[name=a1]").FillAsync(count);
        else await Assertions.Expect(page.Locator("fieldset[data-question=combien]")).ToBeHiddenAsync();
        await page.Locator("textarea[name=quotes0]").FillAsync(said);
    }

    private static async Task<string> ReadAsync(IBrowserContext context, string at, string page) =>
        System.Net.WebUtility.HtmlDecode(await (await context.APIRequest.GetAsync(InquiryRoom().Match(at).Value + page)).TextAsync());

    [GeneratedRegex("^.*/inquiry/")]
    private static partial Regex InquiryRoom();

    // In the list, not in a hint of the form beside it.
    [GeneratedRegex("(?<=<bdi>)E-[0-9]{2}(?=</bdi></a>)")]
    private static partial Regex Codes();
}
