using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>axe-core finds nothing to say about any page, in both languages, light and dark, folds opened.</summary>
public class AccessTests(ServerOfTheClass served) : BrowserTest(served)
{
    /// <summary>Steps of a workshop, each kind at least once.</summary>
    private static readonly string[] Steps =
    [
        "welcome", "round-table", "stakeholders", "act-1.events", "act-2.constraints", "act-1.situation", "act-1.assessment", "act-1.priorities", "act-1.plan",
        "act-1.consequences", "debrief", "leads", "close",
    ];

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task Pages_of_visitors_have_no_fault(string language)
    {
        var facilitator = await FacilitatorAsync(Device.Laptop with { Language = language });
        await facilitator.OpenAsync("Accès", "Mairie", "Préfecture");
        var device = await DeviceAsync(Device.Phone with { Language = language });
        var page = await device.NewPageAsync();
        var faults = new List<string>();
        foreach (var path in new[] { "/", "/sign-in", "/join", "/join?code=ZZZZZZ", $"/join?code={facilitator.Code}", "/resume", "/first?k=dead", "/nowhere" })
        {
            await page.GotoAsync(Server.Address + path);
            await Axe.LookAsync(page, path, faults);
        }
        await facilitator.Page.GotoAsync(Server.Address + "/animate");
        await Axe.LookAsync(facilitator.Page, "/animate", faults);
        Assert.Equal(language[..2], await page.EvaluateAsync<string>("() => document.documentElement.lang"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task The_pages_of_a_workshop_have_no_fault_at_any_step(string language)
    {
        var facilitator = await FacilitatorAsync(Device.Laptop with { Language = language });
        await facilitator.OpenAsync("Accès", "Mairie", "Préfecture");
        var somebody = await JoinAsync(facilitator, "Awa", device: Device.Phone with { Language = language });
        var other = await JoinAsync(facilitator, "Bruno", device: Device.Phone with { Language = language });
        var screen = await ProjectAsync(facilitator, Device.Projector with { Language = language });
        var faults = new List<string>();
        foreach (var step in Steps)
        {
            await facilitator.JumpAsync(step);
            if (step == "act-1.events") await RevealAllAsync(facilitator);
            if (step == "act-2.constraints") await RevealAllAsync(facilitator);
            if (step == "act-1.plan") await LiveAsync(somebody.Page, () => somebody.Page.Locator("form:has(input[value=add-to-plan]) button:not([disabled])").First.ClickAsync());
            await OnceAsync(step);
            if (step == "round-table") await LiveAsync(somebody.Page, () => somebody.Page.Locator("#choose button.wide").ClickAsync());
            if (step == "act-1.assessment")
            {
                await LiveAsync(somebody.Page, () => somebody.Page.Locator("#deck button[name=verdict]").First.ClickAsync());
                await other.WriteAsync("Tout va bien.");
                await facilitator.DoAsync("reveal-verdicts");
                await OnceAsync(step + ", shown");
            }
            if (step == "close") await facilitator.DoAsync("close-workshop");
        }
        foreach (var sheet in new[] { "messages", "table", "situation", "plan" })
        {
            await somebody.Page.GotoAsync($"{somebody.Home}#{sheet}");
            await Axe.LookAsync(somebody.Page, $"participant #{sheet}", faults);
        }
        await somebody.Page.GotoAsync(somebody.Home + "/map");
        await Axe.LookAsync(somebody.Page, "participant, map", faults);
        foreach (var path in new[] { "/report", "/report?all=1", "/print", "/paper" })
        {
            await facilitator.Page.GotoAsync(somebody.Home + path);
            await Axe.LookAsync(facilitator.Page, path, faults);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));

        async Task OnceAsync(string what)
        {
            await somebody.Page.GotoAsync(somebody.Home);
            await Axe.LookAsync(somebody.Page, "participant, " + what, faults);
            await facilitator.Page.GotoAsync($"{somebody.Home}/animate");
            await Axe.LookAsync(facilitator.Page, "console, " + what, faults);
            await screen.ReloadAsync();
            await Axe.LookAsync(screen, "screen, " + what, faults);
        }

        static async Task LiveAsync(IPage page, Func<Task> act)
        {
            await act();
            await page.WaitForFunctionAsync("() => (JSON.parse(localStorage['tr:' + location.pathname] || '{}').queue || []).length === 0");
        }
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public async Task The_stress_bench_has_no_fault(string language)
    {
        var page = await (await DeviceAsync(Device.Laptop with { Language = language })).NewPageAsync();
        var faults = new List<string>();
        // The page of the progress comes back by itself; here it is held still to be looked at.
        await page.RouteAsync("**/stress/seine-maritime", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(h => h.Key != "refresh") });
        });
        await page.GotoAsync(Server.Address + "/stress/seine-maritime");
        if (await page.Locator("meter").CountAsync() > 0) await Axe.LookAsync(page, "progress", faults);
        await BenchTests.ReadyAsync(page, Server);
        foreach (var path in BenchTests.Pages)
        {
            await page.GotoAsync(Server.Address + path);
            await Axe.LookAsync(page, path, faults);
        }
        Assert.Equal(language[..2], await page.EvaluateAsync<string>("() => document.documentElement.lang"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task RevealAllAsync(Facilitator facilitator)
    {
        await facilitator.Page.ReloadAsync();
        while (await facilitator.NextAsync() is var next && (next.StartsWith('R') || next.StartsWith('I')) && next.Contains('/'))
            await facilitator.PressAsync();
    }
}
