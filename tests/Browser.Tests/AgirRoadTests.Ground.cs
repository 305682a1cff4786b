using System.Globalization;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>The ground of the road: what was heard and played before anybody writes a statement.</summary>
public partial class AgirRoadTests
{
    private const string Name = "vallee", Debriefed = "Le registre papier était à jour, par hasard.";
    private static readonly string[] Said = ["Ma liste était sur le serveur, la nuit il n’y avait plus personne.", "Sans la liste, nous avons frappé aux portes."];
    private static readonly string[] Reacted = [.. Enumerable.Range(1, 5).Select(i => $"Chez nous, {i} voisins avaient un groupe.")];

    private string At(string more = "") => $"{Server.Address}/agir/{Name}{more}";

    private string Explorer(string more = "") => $"{Server.Address}/explorer/{Name}{more}";

    /// <summary>Has the bench compute the shipped territory, which takes it a while, beside everything else.</summary>
    private async Task BenchAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; (await client.GetAsync(new Uri(Server.Address + "/stress/seine-maritime"))).StatusCode != System.Net.HttpStatusCode.OK; tries++)
            Assert.True(tries < 1000, "The bench did not come to an end.");
    }

    /// <summary>An expedition with two interviews and, on a passage of its notebook, five reactions.</summary>
    private async Task LayGroundAsync(Facilitator lead)
    {
        var context = lead.Context;
        await context.SendAsync(Server.Address + "/explorer", ("name", "La vallée"), ("address", Name), ("question", "Que reste-t-il sans réseau ?"), ("language", "fr"), ("public", "true"));
        var grid = (await context.SendAsync(Explorer("/inquiry/grids"), ("title", "Alerter"))).Split('/')[^1];
        await context.SendAsync(Explorer($"/inquiry/grids/{grid}/section"), ("title", "La liste"), ("name", "liste"), ("theme", "data"));
        await context.SendAsync(Explorer($"/inquiry/grids/{grid}/question"), ("section", "liste"), ("label", "Racontez"), ("name", "recit"), ("type", "long-text"));
        await context.SendAsync(Explorer($"/inquiry/grids/{grid}/release"));
        foreach (var (i, words) in Said.Index())
        {
            var interview = $"entretien-{i}";
            await context.SendAsync(
                Explorer($"/inquiry/{grid}/offline"), ("interview", interview), ("version", "1"), ("family", "authorities"), ("day", "2026-11-20"), ("scope", "quoted-with-function"), ("function", "Mairie"), ("means", "spoken"), ("quotes0", words), ("finished", "true"));
        }

        var chapter = Explorer("/notebook/sans-courant");
        await context.SendAsync(Explorer("/notebook/new"), ("title", "Sans courant"), ("body", "Le relais de la vallée tient vingt minutes, puis il se tait."), ("do", "save"));
        await context.SendAsync(chapter + "/publish", ("draft", "1"));
        var visitor = await DeviceAsync(Device.Phone);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(chapter);
        var passage = (await page.Locator("a.nb-react").First.GetAttributeAsync("href"))!.Split("p=")[1];
        foreach (var words in Reacted) await visitor.SendAsync(chapter + "/react", ("p", passage), ("version", "1"), ("kind", "nuance"), ("words", words));
        await context.SendAsync(Explorer("/notebook/reactions/judge"), ("do", "accept"), ("all", "true"));
    }

    /// <summary>A workshop whose room believes in everything that the model takes from it, and says afterwards what held. Gives its code.</summary>
    private async Task<string> PlayWorkshopAsync(Facilitator facilitator)
    {
        await facilitator.OpenAsync("Répétition de la vallée", "Mairie");
        var somebody = await JoinAsync(facilitator, "Awa");
        await facilitator.JumpAsync("act-2.events");
        await facilitator.Page.ReloadAsync();
        while ((await facilitator.NextAsync()).StartsWith("Révéler", StringComparison.Ordinal)) await facilitator.PressAsync();
        await facilitator.JumpAsync("act-2.assessment");
        await somebody.Page.GotoAsync(somebody.Home);
        var later = await somebody.Page.Locator("#others a").EvaluateAllAsync<string[]>("all => all.map(a => a.hash.slice(1))");
        foreach (var card in (await somebody.DeckAsync()).Concat(later)) await DoAsync("assess-action", ("action", card["a-".Length..]), ("verdict", "feasible"));
        await facilitator.DoAsync("reveal-verdicts");
        await facilitator.JumpAsync("debrief");
        await DoAsync("answer-debrief", ("question", "held"), ("words", Debriefed), ("theme", "data"), ("time", "during"));
        await facilitator.JumpAsync("close");
        await facilitator.DoAsync("close-workshop");
        return facilitator.Code;

        Task DoAsync(string command, params (string, string)[] fields) => somebody.Context.SendAsync(somebody.Home + "/do", [("command", command), .. fields]);
    }

    private Task<string> LeadAsync(Facilitator lead, string title) =>
        lead.Context.SendAsync(At("/leads/new"), ("title", title), ("theme", "capacity"), ("time", "during"), ("actor", "commune"), ("do", "save"));

    /// <summary>A recommendation made from a lead, and adopted.</summary>
    private async Task RecommendationAsync(Facilitator lead, string from, string title, string owner)
    {
        var page = await lead.Context.SendAsync(
            At("/recommendations/new"), ("title", title), ("for", "commune"), ("lead", from.Split('/')[^1]), ("organisation", owner),
            ("horizon", DateTime.UtcNow.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("do", "save"));
        await lead.Context.SendAsync(Server.Address + page + "/adopt", ("on", DateTime.UtcNow.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
