using System.IO.Compression;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>The stress bench as people use it: followed from question to answer without scripts, shared by its address, printed whole.</summary>
public class BenchTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const string Territory = "/stress/seine-maritime";

    /// <summary>One page of each kind.</summary>
    internal static readonly string[] Pages =
    [
        "/stress", Territory, Territory + "?levers=perils", Territory + "/cell?h=great-seine-flood&f=alert", Territory + "/cell?h=rockfall&f=alert", Territory + "/together",
        Territory + "/together?h=pandemic@0&h=blackout@7d", Territory + "/what-if", Territory + "/what-if?out=fibre-backbone&reserve=power-caux:3d&out=nothing",
        Territory + "/diagram", Territory + "/diagram?focus=alert",
    ];

    /// <summary>Waits until the bench has its report.</summary>
    internal static async Task ReadyAsync(IPage page, Server server)
    {
        using var client = new HttpClient();
        for (var i = 0; i < 120; i++)
            if ((await client.GetAsync(new Uri(server.Address + Territory))).StatusCode == System.Net.HttpStatusCode.OK) break;
        var answer = await page.GotoAsync(server.Address + Territory);
        Assert.Equal(200, answer!.Status);
    }

    [Fact]
    public async Task A_mayor_goes_from_the_front_door_to_what_would_help_without_scripts()
    {
        var page = await (await DeviceAsync(Device.Phone with { Scripts = false })).NewPageAsync();
        await page.GotoAsync(Server.Address + "/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le banc d’essai" }).ClickAsync();
        await page.Locator($"main a[href='{Territory}']").First.ClickAsync(); // by its address: another test may have installed a draft of the same territory
        // The first visitor sees it compute; the page comes back by itself, without a script.
        await Assertions.Expect(page.Locator("#findings")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await page.Locator(".matrix a[href*='f=alert']").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Alerter");
        await Assertions.Expect(page.Locator(".story")).ToContainTextAsync("faute");
        await page.Locator(".tries a[href*='fallback=']").First.ClickAsync();
        await Assertions.Expect(page.Locator(".changes li").First).ToContainTextAsync("Secours complet");
        await Assertions.Expect(page.Locator(".figures-of b").First).ToContainTextAsync("h");

        await page.Locator("select[name=out]").SelectOptionAsync("fibre-backbone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Recalculer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".changes li")).ToHaveCountAsync(2);
        Assert.Matches(@"/what-if\?out=fibre-backbone&fallback=[a-z-]+$", page.Url); // a short address to share
        var shared = page.Url;
        await page.Locator(".changes a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".changes li")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        Assert.Equal(shared, page.Url);
        // The other language keeps the question.
        await page.Locator(".lang button").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Equal(shared, page.Url);
    }

    [Fact]
    public async Task Crises_that_meet_are_chosen_in_a_form_and_explained()
    {
        var page = await (await DeviceAsync(Device.Laptop)).NewPageAsync();
        await page.GotoAsync(Server.Address + Territory + "/together");
        await page.Locator("select[name=h]").Nth(0).SelectOptionAsync("pandemic");
        await page.Locator("select[name=h]").Nth(1).SelectOptionAsync("blackout");
        await page.Locator("input[name=d]").Nth(1).FillAsync("168");
        await page.GetByRole(AriaRole.Button, new() { Name = "Jouer ensemble" }).ClickAsync();
        Assert.EndsWith("/together?h=pandemic@0&h=blackout@1w", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("table.few")).ToContainTextAsync("seulement ensemble");
        var row = page.Locator("tr", new() { Has = page.Locator("small.no") }).First;
        var function = (await row.Locator("th").InnerTextAsync()).Split('\n')[0];
        await row.Locator("a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(function);
        await Assertions.Expect(page.Locator(".story")).ToContainTextAsync("rien ne serait perdu");
    }

    [Fact]
    public async Task The_most_revealing_meeting_becomes_a_draft_that_is_installed_and_played()
    {
        var facilitator = await FacilitatorAsync();
        var page = facilitator.Page;
        await ReadyAsync(page, Server);
        await page.Locator("section[aria-labelledby=findings] .first a").First.ClickAsync();
        var meeting = await page.Locator("h1").InnerTextAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href*='/draft.zip?']").ClickAsync());
        // Whoever keeps the machine unpacks it among the installation's own packs: the house needs no restart.
        await ZipFile.ExtractToDirectoryAsync(await download.PathAsync(), Path.Combine(Server.Data, "scenarios"));
        var draft = Path.GetFileNameWithoutExtension(download.SuggestedFilename);

        await page.GotoAsync(Server.Address + "/animate");
        await page.Locator($"input[name=pack][value='{draft}']").CheckAsync();
        await Assertions.Expect(page.Locator("label", new() { Has = page.Locator($"input[value='{draft}']") })).ToContainTextAsync(meeting.Replace('\u00a0', ' '));
        await page.Locator("form[action='/open'] button").ClickAsync();
        await facilitator.StandAsync();
        var somebody = await JoinAsync(facilitator, "Awa");
        while (await facilitator.StepAsync() != "Événements") await facilitator.PressAsync();
        Assert.StartsWith("Révéler", await facilitator.NextAsync(), StringComparison.Ordinal);
        await facilitator.PressAsync();
        await somebody.AtAsync("Ce qui arrive");
        await Assertions.Expect(somebody.Page.Locator("main div[aria-live=polite] > *").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_whole_page_prints_with_every_fold_open_and_the_matrix_in_one_piece()
    {
        var page = await (await DeviceAsync(Device.Laptop with { Scripts = false })).NewPageAsync();
        await ReadyAsync(page, Server);
        const string hidden = "() => [...document.querySelectorAll('.inside li, .inside p')].filter(e => !e.closest('.noprint') && !e.matches('.noprint') && !(e.checkVisibility({contentVisibilityProperty: true}) && e.getBoundingClientRect().height > 0)).length";
        Assert.True(await page.EvaluateAsync<int>(hidden) > 0);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await page.EvaluateAsync<int>(hidden));
        // A landscape sheet of A4 less its margins is 1040 px wide at 96 dots an inch.
        await page.SetViewportSizeAsync(1040, 700);
        var matrix = await page.EvaluateAsync<int[]>("() => { const r = document.querySelector('.matrix').getBoundingClientRect(); return [Math.ceil(r.width), Math.ceil(r.height)]; }");
        Assert.InRange(matrix[0], 300, 1040);
        Assert.InRange(matrix[1], 100, 700);
    }

    [Fact]
    public async Task A_page_of_the_bench_is_light()
    {
        var context = await DeviceAsync(Device.Laptop);
        await ReadyAsync(await context.NewPageAsync(), Server);
        var load = await FirstLoad.MeasureAsync(await DeviceAsync(Device.Laptop), Server.Address + Territory, live: false);
        TestContext.Current.TestOutputHelper?.WriteLine($"{load}");
        Assert.InRange(load.Bytes, 5_000, 25_000);
        Assert.InRange(load.Requests, 2, 3);
    }
}
