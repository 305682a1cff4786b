using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>Stations of the road that are about screens: writing with evidence, following it, composing, printing, taking away.</summary>
public partial class AgirRoadTests
{
    /// <summary>Writes a statement: looks for its evidence, which loses nothing that was typed, ticks it and keeps it.</summary>
    private async Task StateAsync(IPage page, string words, string workshop = "", string search = "", string territory = "", params string[] picks)
    {
        await page.GotoAsync(At("/synthesis"));
        await page.Locator("main a[href$='/synthesis/new']").ClickAsync();
        await page.Locator("textarea[name=words]").FillAsync(words);
        await page.Locator("select[name=theme]").SelectOptionAsync("data");
        await page.Locator("select[name=time]").SelectOptionAsync("during");
        await page.Locator(".ag-find input[name=q]").FillAsync(search);
        await page.Locator("select[name=territory]").SelectOptionAsync(territory);
        await page.Locator("input[name=workshop]").FillAsync(workshop);
        await page.Locator("button[value=find]").ClickAsync();
        await Assertions.Expect(page.Locator("textarea[name=words]")).ToHaveValueAsync(words);
        foreach (var pick in picks) await page.Locator("label.ag-pick", new() { HasText = pick }).First.Locator("input").CheckAsync();
        await page.Locator("button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("article.ag-statement", new() { HasText = words }).Locator(".ag-ev a")).ToHaveCountAsync(picks.Length);
    }

    /// <summary>Reads the synthesis as anybody does: each piece of evidence is one click away, and is there.</summary>
    private async Task FollowEvidenceAsync(IPage visitor)
    {
        await visitor.GotoAsync(At());
        await visitor.Locator($".ag-doors a[href='/agir/{Name}/synthesis']").First.ClickAsync();
        await Assertions.Expect(visitor.Locator("article.ag-statement")).ToHaveCountAsync(4);
        var links = visitor.Locator("article.ag-statement .ag-ev a");
        var count = await links.CountAsync();
        Assert.Equal(2 + Said.Length + Reacted.Length + 1, count);
        for (var i = 0; i < count; i++)
        {
            var says = (await links.Nth(i).InnerTextAsync()).TrimEnd('…');
            await links.Nth(i).ClickAsync();
            if (visitor.Url.Contains("/stress/", StringComparison.Ordinal)) await Assertions.Expect(visitor.Locator(".figures-of b").First).ToBeVisibleAsync();
            else await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync(says);
            await visitor.GoBackAsync();
        }
    }

    /// <summary>Proposes a lead on its form and gives its address.</summary>
    private async Task<string> ProposeAsync(IPage page, string title)
    {
        await page.GotoAsync(At("/leads/new"));
        await page.Locator("input[name=title]").FillAsync(title);
        await page.Locator("input[name=theme][value=data]").CheckAsync();
        await page.Locator("input[name=actor][value=commune]").CheckAsync();
        await page.Locator("button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Makes a recommendation from a lead's page, with who answers for it and by when, and adopts it.</summary>
    private async Task RecommendAsync(IPage page, string from, string title, string owner)
    {
        await page.GotoAsync(Server.Address + from);
        await page.Locator("main a[href*='/recommendations/new?']").ClickAsync();
        await Assertions.Expect(page.Locator($"input[name=lead][value='{from.Split('/')[^1]}']")).ToBeCheckedAsync();
        await page.Locator("input[name=title]").FillAsync(title);
        await page.Locator("input[name=for][value=commune]").CheckAsync();
        await page.Locator("input[name=organisation]").FillAsync(owner);
        await page.Locator("input[name=horizon]").FillAsync("2031-06-30");
        await page.Locator("button[value=save]").ClickAsync();
        await page.Locator("details:has(form[action$='/adopt']) > summary").ClickAsync();
        await page.Locator("form[action$='/adopt'] button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("adoptée");
        foreach (var told in new[] { owner, "30 juin 2031" }) await Assertions.Expect(page.Locator(".ag-facts")).ToContainTextAsync(told);
    }

    /// <summary>Composes a kit: a sheet of actions taken from both recommendations on its form, two more without their forms; publishes it.</summary>
    private async Task ComposeAsync(Facilitator lead)
    {
        await lead.Context.SendAsync(At("/kit/cover"), ("title", "Kit de la vallée"), ("territory", "Valmorin"), ("for", "La permanence"), ("licence", "Licence Ouverte 2.0"));
        var page = lead.Page;
        await page.GotoAsync(At("/kit/new?kind=actions"));
        await page.Locator("input[name=title]").FillAsync("Ce que nous tenons prêt");
        await page.Locator("select[name=time]").SelectOptionAsync("before");
        await page.Locator("input[name=brief]").FillAsync("La liste sur papier, la radio essayée.");
        foreach (var pick in await page.Locator("input[name=pick]").AllAsync()) await pick.CheckAsync();
        await page.Locator("input[name=estimate]").CheckAsync();
        await page.Locator("button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("main a[href*='/recommendations/']")).ToHaveCountAsync(2);
        await lead.Context.SendAsync(At("/kit/new"), ("kind", "fallback"), ("title", "Sans téléphone"), ("time", "during"), ("brief", "Un coursier, un mur."), ("missing", "le téléphone"), ("steps", "Envoyer un coursier\nAfficher en mairie"), ("estimate", "on"), ("do", "save"));
        await lead.Context.SendAsync(At("/kit/new"), ("kind", "contacts"), ("title", "Qui joindre"), ("time", "during"), ("role", "Pompiers"), ("organisation", "Service d’incendie"), ("reach", "18 ou 112"), ("estimate", "on"), ("do", "save"));
        await page.GotoAsync(At("/kit"));
        await page.Locator("form[action$='/kit/publish'] button").ClickAsync();
        await Assertions.Expect(page.Locator("main .chip").First).ToContainTextAsync("version 1");
    }

    /// <summary>Prints the synthesis and the kit's booklet: each has pages of its paper.</summary>
    private async Task PrintAsync(IPage visitor)
    {
        foreach (var (room, least) in new[] { ("/synthesis", 1), ("/kit/booklet", 4) })
        {
            await visitor.GotoAsync(At(room));
            var pdf = await visitor.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
            Assert.InRange(Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/MediaBox"), least, 24);
        }
    }

    /// <summary>Takes the kit's folder away and opens it where there is no network, each of its pages by its links.</summary>
    private async Task TakeAwayAsync(IPage visitor)
    {
        await visitor.GotoAsync(At("/kit"));
        var download = await visitor.RunAndWaitForDownloadAsync(() => visitor.Locator("a[href$='/kit/site.zip']").ClickAsync());
        var key = Directory.CreateTempSubdirectory("key-").FullName;
        try
        {
            await ZipFile.ExtractToDirectoryAsync(await download.PathAsync(), key);
            var folder = Directory.GetFiles(key, "index.html", SearchOption.AllDirectories) is [var index] ? Path.GetDirectoryName(index)! : throw new InvalidOperationException("One front is wanted.");
            var context = await DeviceAsync(Device.Phone with { Scripts = false });
            await KitFolder.WalkAsync(context, folder);
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(Path.Combine(folder, "index.html")).AbsoluteUri);
            await page.GetByRole(AriaRole.Link, new() { Name = "Ce que nous tenons prêt" }).ClickAsync();
            await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Imprimer la liste chaque mois");
        }
        finally
        {
            Directory.Delete(key, recursive: true);
        }
    }
}
