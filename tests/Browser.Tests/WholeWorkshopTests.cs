using System.Text.Json;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>The main job of the product, as people do it: through pages, on phones, a laptop and a projector.</summary>
public class WholeWorkshopTests(ServerOfTheClass served) : BrowserTest(served)
{
    private static readonly string[] Names = ["Awa", "Bruno", "Chloé", "Driss", "Élise", "Fatou", "Gaspard", "Hélène"];

    /// <summary>Titles of the participant's page, by the name of the step on the console.</summary>
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["Accueil"] = "Bienvenue",
        ["Tour de table"] = "Qui êtes-vous ?",
        ["Parties prenantes"] = "Qui compte, ici ?",
        ["Événements"] = "Ce qui arrive",
        ["Contraintes additionnelles"] = "Ce que cela interdit",
        ["Situation"] = "Ce qui tient, ce qui tombe",
        ["Ré-évaluation"] = "Encore possible ?",
        ["Priorités"] = "Vos priorités",
        ["Plan d’action"] = "Votre plan d’action",
        ["Conséquences"] = "Ce que le plan a sauvé",
        ["Débriefing à chaud"] = "À chaud",
        ["Pistes d’innovation"] = "Et maintenant ?",
        ["Clôture"] = "C’est fini. Merci !",
    };

    [Fact]
    public async Task A_facilitator_and_eight_participants_play_three_acts_to_the_report_and_every_page_follows_by_itself()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Rouen, répétition générale", "Mairie", "Préfecture");
        var screen = await ProjectAsync(facilitator);
        await screen.EvaluateAsync("() => { window.stayed = true }");
        var people = new List<Participant>();
        foreach (var (i, name) in Names.Index()) people.Add(await JoinAsync(facilitator, name, i < 4 ? "Mairie" : "Préfecture"));

        // One phone is weighed from its first load on.
        var wire = await Wire.ListenAsync(people[0].Page, cold: true);
        await people[0].Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await wire.LineOpen;
        await people[0].Page.EvaluateAsync("() => { window.stayed = true }");

        var walked = new List<string>();
        var colours = new List<string>();
        for (var step = await facilitator.StepAsync(); ; step = await facilitator.StepAsync())
        {
            // Nobody touches their page: it comes to the step by itself, and so does the wall.
            await Task.WhenAll(people.Select(p => p.AtAsync(Titles[step])));
            await Assertions.Expect(screen.Locator("h1")).ToHaveTextAsync(step, new() { Timeout = 90_000 });
            walked.Add(step);

            var judging = step == "Ré-évaluation";
            if (judging)
            {
                await PictureAsync(walked, step + " avant", facilitator, screen, people[0]);
                await Task.WhenAll(people.Select((p, i) => p.JudgeAllAsync(i)));
                await PictureAsync(walked, step + " jugée", facilitator, screen, people[0]);
            }
            while (await facilitator.NextAsync() is var next && (next.StartsWith("Révéler", StringComparison.Ordinal) || next.StartsWith("Imposer", StringComparison.Ordinal)))
                await facilitator.PressAsync();
            if (!judging) await PlayAsync(step, people);
            else await Assertions.Expect(people[0].Page.Locator("#deck")).ToHaveCountAsync(0, new() { Timeout = 90_000 });
            await PictureAsync(walked, step, facilitator, screen, people[0]);
            var colour = await people[0].Page.EvaluateAsync<string>("() => document.body.dataset.accent");
            if (colours.Count == 0 || colours[^1] != colour) colours.Add(colour);

            if (await facilitator.NextAsync() is var last && last.StartsWith("Clore", StringComparison.Ordinal))
            {
                await facilitator.PressAsync();
                break;
            }
            await facilitator.PressAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"One participant received {wire.Lines.Sum(l => l.Bytes)} bytes in all: {string.Join(", ", wire.Lines.GroupBy(l => l.Address.Split('?')[0]).Select(g => $"{g.Key} {g.Count()} x {g.Sum(l => l.Bytes)}"))}");

        Assert.InRange(wire.Lines.Sum(l => l.Bytes), 30_000, 300_000);
        Assert.Equal(["blue", "violet", "red", "blue"], colours); // the page wore each act's colour in turn, and none after the last

        // Three acts, each with all its steps; the first has no constraints.
        Assert.Equal(3 + 6 + 7 + 7 + 3, walked.Count);
        foreach (var p in people) Assert.True(await p.StayedAsync(), $"{p.Name}'s page was loaded again.");
        Assert.True(await screen.EvaluateAsync<bool>("() => window.stayed === true"), "The wall was loaded again.");

        await people[0].Page.Locator(".now a.btn[href$='/report']").ClickAsync();
        await Assertions.Expect(people[0].Page.Locator("h1")).ToContainTextAsync("Rouen, répétition générale");
        await Pictures.TakeAsync(people[0].Page, "90-rapport-telephone-390");
        await Pictures.TakeAtAsync(people[0].Page, 1280, 800, "90-rapport-bureau-1280");
        await ReportsHoldAsync(facilitator);
    }

    private static async Task PlayAsync(string step, List<Participant> people)
    {
        switch (step)
        {
            case "Tour de table":
                // One after the other, as a table goes round: the draw offers what is still free.
                foreach (var p in people)
                {
                    await p.DrawCharacterAsync();
                    await p.IntroduceAsync($"J’ai connu la crue de {2000 + people.IndexOf(p)}.");
                }
                await Assertions.Expect(people[0].Page.Locator("ul.people")).ToContainTextAsync("J’ai connu la crue de 2003", new() { Timeout = 90_000 });
                break;
            case "Parties prenantes":
                foreach (var (i, p) in people.Index())
                {
                    var card = p.Page.Locator("ul.board > li").Nth(i);
                    var id = await card.GetAttributeAsync("id");
                    await p.PressAsync(p.Page.Locator($"#{id} button").Nth(i % 4));
                }
                await people[0].Page.Locator("#stakeholder-name").FillAsync("Le club de kayak");
                await people[0].PressAsync(people[0].Page.Locator("#add-stakeholder button"));
                await Assertions.Expect(people[1].Page.Locator("main")).ToContainTextAsync("Le club de kayak", new() { Timeout = 90_000 });
                break;
            case "Événements":
                await people[0].WriteAsync("Ici la mairie : l’eau est sur le quai.");
                break;
            case "Priorités":
                await Task.WhenAll(people.Select((p, i) => p.RankAsync(i, 3)));
                break;
            case "Plan d’action":
                foreach (var table in people.Chunk(4))
                {
                    for (var i = 0; i < 8 && await table[i % 4].PutInPlanAsync(); i++) { }
                    await table[3].ConfirmPlanAsync();
                }
                await Assertions.Expect(people[0].Page.Locator("button[value=reopen-plan]")).ToHaveCountAsync(1, new() { Timeout = 90_000 });
                break;
            case "Débriefing à chaud":
                foreach (var (i, p) in people.Index()) await p.AnswerAsync(new[] { "held", "surprised", "missing" }[i % 3], "Le papier et les voisins.");
                break;
            case "Pistes d’innovation":
                await people[0].ProposeLeadAsync("Un registre sur papier", "Une liste imprimée chaque mois, parce que la base était chiffrée.");
                await people[4].ProposeLeadAsync("La radio des quartiers", "Une fréquence et douze postes, parce que les mâts se sont tus.");
                foreach (var p in people)
                {
                    await Assertions.Expect(p.Page.Locator("li[id^='l-']")).Not.ToHaveCountAsync(0, new() { Timeout = 90_000 });
                    await p.PressAsync(p.Page.Locator("li[id^='l-'] button[aria-pressed=false]").First);
                }
                break;
        }
    }

    private static async Task PictureAsync(List<string> walked, string what, Facilitator facilitator, IPage screen, Participant somebody)
    {
        var name = $"{walked.Count:00}-{what.Replace(' ', '-').Replace('’', '-')}".ToLowerInvariant();
        await Pictures.TakeAsync(somebody.Page, name + "-telephone-390");
        await Pictures.TakeAtAsync(somebody.Page, 1280, 800, name + "-participant-1280");
        await Pictures.TakeAsync(facilitator.Page, name + "-console-1280");
        await Pictures.TakeAtAsync(facilitator.Page, 390, 844, name + "-console-390");
        await Pictures.TakeAsync(screen, name + "-ecran-1280", whole: false);
    }

    private async Task ReportsHoldAsync(Facilitator facilitator)
    {
        await facilitator.Primary.ClickAsync();
        await facilitator.Page.Locator(".contents").WaitForAsync();
        // The whole text, what is folded away included.
        var page = await facilitator.Page.Locator("main").TextContentAsync() ?? "";
        Assert.Contains("Un registre sur papier", page, StringComparison.Ordinal);
        Assert.Contains("Le club de kayak", page, StringComparison.Ordinal);
        Assert.Contains("Le papier et les voisins", page, StringComparison.Ordinal);
        Assert.All(Names, name => Assert.DoesNotContain(name, page, StringComparison.Ordinal));

        var links = await facilitator.Page.Locator("a[href*='/report']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        var markdown = await (await facilitator.Context.APIRequest.GetAsync(Server.Address + links.First(l => l.Contains(".md", StringComparison.Ordinal)))).TextAsync();
        Assert.StartsWith("# ", markdown, StringComparison.Ordinal);
        Assert.Contains("Un registre sur papier", markdown, StringComparison.Ordinal);
        var json = await (await facilitator.Context.APIRequest.GetAsync(Server.Address + links.First(l => l.Contains(".json", StringComparison.Ordinal)))).TextAsync();
        using var parsed = JsonDocument.Parse(json);
        Assert.Contains("Un registre sur papier", json, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
    }
}
