using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>axe-core finds nothing to say about the rooms behind the door « Agir », light and dark, folds opened; and they fit the smallest phone.</summary>
public partial class AgirAccessTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const string Agir = "/agir/numerique-tous-risques", Lead = "/leads/plateforme-de-competences", Recommendation = "/recommendations/liste-sur-papier";
    private const string Drivers = "La Seine : ordinaire | noie le poste [great-seine-flood]\nL’hôpital : tient | saturé par la fièvre [pandemic]\nLe cuivre : gardé | éteint | volé";
    private static readonly Device Small = new(360, 740);

    /// <summary>Sheets of the example's kit, one of each kind.</summary>
    private static readonly string[] Sheets = ["ce-qui-s-arrete", "dix-premieres-minutes", "radioamateurs", "qui-joindre", "alerter-sans-telephone", "registre-des-personnes-fragiles"];

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task Rooms_that_anybody_may_enter_have_no_fault(string language)
    {
        await ExampleExpedition.ReadyAsync(Server);
        var page = await (await DeviceAsync(Small with { Language = language })).NewPageAsync();
        var faults = new List<string>();
        foreach (var path in new[] { "", "/synthesis", "/leads", Lead, "/recommendations", Recommendation, "/kit", "/kit/sheets/" + Sheets[0], "/scenarios" }) await LookAsync(page, path, faults);
        Assert.Equal(language[..2], await page.EvaluateAsync<string>("() => document.documentElement.lang"));
        // What is left has the same words in both.
        if (language == "fr-FR")
            foreach (var path in Sheets[1..].Select(s => "/kit/sheets/" + s).Concat(["/kit/sources", "/kit/booklet", "/kit/poster", "/kit/card", "/scenarios/actors"])) await LookAsync(page, path, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task Rooms_of_those_who_work_in_an_expedition_have_no_fault(string language)
    {
        await ExampleExpedition.ReadyAsync(Server);
        var lead = await FacilitatorAsync(Small with { Language = language });
        await lead.Page.GotoAsync(Server.Address + ExampleExpedition.Path);
        if (await lead.Page.Locator("form[action$='/people/lead']").CountAsync() > 0) await lead.Context.SendAsync(Server.Address + ExampleExpedition.Path + "/people/lead");
        var box = await lead.Context.SendAsync(Server.Address + Agir + "/scenarios/new", ("title", "La vallée en 2035"), ("question", "Que devient l’alerte ?"), ("territory", "seine-maritime"), ("drivers", Drivers));
        foreach (var (from, to) in new[] { ("La Seine", "L’hôpital"), ("L’hôpital", "La Seine") })
            await lead.Context.SendAsync(Server.Address + box + "/judge", ("source", from), ("target", to), ("from", from == "La Seine" ? "noie le poste" : "saturé par la fièvre"), ("to", to == "La Seine" ? "noie le poste" : "saturé par la fièvre"), ("points", "3"));
        var future = await lead.Context.SendAsync(
            Server.Address + box + "/futures", ("driver", "La Seine"), ("state", "noie le poste"), ("driver", "L’hôpital"), ("state", "saturé par la fièvre"), ("driver", "Le cuivre"), ("state", "éteint"), ("title", "L’eau et la fièvre"));
        await lead.Context.SendAsync(Server.Address + future, ("title", "L’eau et la fièvre"), ("narrative", "## La nuit\n\nL’eau **monte**, le poste se tait.\n\n- Les appels ne partent plus.\n- Le registre est sur le serveur.\n\nPuis la fièvre."));
        var (inBox, inFuture) = (box[Agir.Length..], future[Agir.Length..]);
        var faults = new List<string>();
        foreach (var path in new[] { "", "/synthesis/new", "/leads/new", "/recommendations/new", "/kit", "/kit/new", "/kit/new?kind=actions", "/scenarios/new", inBox, inBox + "/judge", inBox + "/judge?source=0&target=1", inFuture })
            await LookAsync(lead.Page, path, faults);
        if (language == "fr-FR")
        {
            // What a workshop elsewhere found has a page of its own once it is cited.
            await lead.Context.SendAsync(Server.Address + Agir + "/synthesis/new", ("words", "Le repli vit dans quelques mémoires."), ("theme", "jobs"), ("time", "during"), ("found-kind", "blind-spot"), ("found-title", "Atelier de Caen"), ("found-words", "Pour la salle, faisable ; pour le modèle, impossible."), ("do", "save"));
            await lead.Page.GotoAsync(Server.Address + Agir + "/synthesis");
            var evidence = (await lead.Page.Locator(".ag-ev a[href*='/evidence/']").First.GetAttributeAsync("href"))![Agir.Length..];
            foreach (var path in new[]
            {
                "/synthesis", "/synthesis/vingt-minutes", Lead, Lead + "/edit", "/leads/import", Recommendation, Recommendation + "/edit", "/kit/cover", "/kit/new?kind=text", "/kit/new?kind=device", "/kit/new?kind=contacts",
                "/kit/new?kind=fallback", "/kit/new?kind=data", "/kit/sheets/" + Sheets[0], "/kit/sheets/" + Sheets[0] + "/edit", "/scenarios", inBox + "/edit", evidence,
            }) await LookAsync(lead.Page, path, faults);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task LookAsync(IPage page, string path, List<string> faults)
    {
        var answer = await page.GotoAsync(Server.Address + Agir + path);
        Assert.True(answer!.Status == 200, $"{path}: {answer.Status}");
        await Axe.WideAsync(page, path, faults);
        await Axe.LookAsync(page, path, faults);
        var name = $"agir-{await page.EvaluateAsync<string>("() => document.documentElement.lang")}{Unfit().Replace(Drawn().Replace(path, "/one"), "-")}";
        await Pictures.TakeBothAsync(page, name);
        await Pictures.PrintAsync(page, name);
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unfit();

    // Names that were drawn: pictures are told apart by their rooms.
    [GeneratedRegex("(?<=scenarios|futures)/[a-z0-9]{16}")]
    private static partial Regex Drawn();
}
