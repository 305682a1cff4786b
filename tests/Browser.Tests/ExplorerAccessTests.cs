using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>axe-core finds nothing to say about an expedition's rooms, light and dark, folds opened; and they fit the smallest phone.</summary>
public class ExplorerAccessTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const string Example = ExampleExpedition.Path, Chapter = "/notebook/vingt-minutes-de-batterie", Workshop = "/workshops/jouer-la-vallee", Device1 = "/devices/radioamateurs-adrasec", Grid = "/inquiry/grids/vu-du-terrain";
    private static readonly Device Small = new(360, 740);

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task Rooms_that_anybody_may_enter_have_no_fault(string language)
    {
        await ExampleExpedition.ReadyAsync(Server);
        var page = await (await DeviceAsync(Small with { Language = language })).NewPageAsync();
        await page.GotoAsync(Server.Address + Example + Chapter);
        var react = await page.Locator("a.nb-react").First.GetAttributeAsync("href");
        var faults = new List<string>();
        foreach (var path in new[] { "", Chapter, react![Example.Length..], "/devices", "/devices/declare", "/watch?refine=1", Workshop }) await LookAsync(page, path, faults);
        Assert.Equal(language[..2], await page.EvaluateAsync<string>("() => document.documentElement.lang"));
        // What is left has the same words in both.
        if (language == "fr-FR")
        {
            foreach (var path in new[] { "/notebook", "/notebook/all", Chapter + "/versions", "/notebook/reactions", "/watch/item/antennes-20-minutes", Device1, Device1 + "/bench", "/devices/map", "/workshops", "/meetings", "/meetings/deftech-2021-02-25", "/partners", "/contribute", "/spread", "/search?q=crise" })
                await LookAsync(page, path, faults);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Rooms_of_those_who_work_in_an_expedition_have_no_fault()
    {
        await ExampleExpedition.ReadyAsync(Server);
        var visitor = await DeviceAsync(Small);
        await PostAsync(visitor, "/devices/declare", ("name", "Le tableau noir de la place"), ("does", "Tenu à jour à la craie."), ("contact-mail", "awa@example.org"));
        var chapter = await visitor.NewPageAsync();
        await chapter.GotoAsync(Server.Address + Example + Chapter);
        var anchor = (await chapter.Locator("a.nb-react").First.GetAttributeAsync("href"))!.Split("p=")[1];
        await PostAsync(visitor, Chapter + "/react", ("p", anchor), ("version", "1"), ("kind", "nuance"), ("words", "Chez nous elle a tenu deux heures."));
        await PostAsync(visitor, "/contribute", ("name", "Awa"), ("mail", "awa@example.org"), ("message", "Bonjour"));
        await PostAsync(visitor, Workshop + "/sign-up", ("name", "Awa"), ("mail", "awa@example.org"), ("consent", "true"));

        var lead = await FacilitatorAsync(Small);
        await PostAsync(lead.Context, "/people/lead");
        await PostAsync(lead.Context, "/people/invite", ("part", "moderator"));
        await PostAsync(lead.Context, Grid + "/revise");
        var faults = new List<string>();
        foreach (var path in new[]
        {
            "", "/moderation", "/devices/pending", "/notebook/reactions", "/notices", "/messages", "/people", "/settings", Chapter, Chapter + "/edit", "/notebook/new", "/notebook/figures", Device1, Device1 + "/edit", "/devices/import", "/watch",
            "/watch/sort?state=published", "/watch/add", "/watch/feeds", "/watch/import", "/watch/item/antennes-20-minutes", "/workshops/new", Workshop, Workshop + "/edit", Workshop + "/people", Workshop + "/sheet", "/workshops/erasure",
            "/meetings/new", "/meetings/deftech-2021-02-25/minutes", "/inquiry", Grid, "/inquiry/interviews",
        }) await LookAsync(lead.Page, path, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task LookAsync(IPage page, string path, List<string> faults)
    {
        var answer = await page.GotoAsync(Server.Address + Example + path);
        Assert.Equal(200, answer!.Status);
        await Axe.WideAsync(page, path, faults);
        await Axe.LookAsync(page, path, faults);
    }

    private async Task PostAsync(IBrowserContext context, string path, params (string Name, string Value)[] fields)
    {
        var form = context.APIRequest.CreateFormData().Set("id", Guid.NewGuid().ToString("N"));
        foreach (var (name, value) in fields) form.Set(name, value);
        var answer = await context.APIRequest.PostAsync(Server.Address + Example + path, new() { Form = form, MaxRedirects = 0 });
        Assert.True(answer.Status == 303, $"{path}: {answer.Status} {await answer.TextAsync()}");
    }
}
