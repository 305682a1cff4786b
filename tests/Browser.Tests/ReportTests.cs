using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>The report as people read it: on a phone, by its contents, and on paper.</summary>
public class ReportTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const string Hidden = "() => [...document.querySelectorAll('.inside, .inside tr, .inside p')]"
        + ".filter(e => !e.closest('.figures') && !(e.checkVisibility({contentVisibilityProperty: true}) && e.getBoundingClientRect().height > 0)).map(e => e.textContent.slice(0, 80))";

    [Fact]
    public async Task The_report_is_one_page_and_folds_and_prints_whole_without_scripts()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Rapport", "Mairie", "Port");
        var ida = await JoinAsync(facilitator, "Ida", device: Device.Phone with { Width = 360, Scripts = false });
        await facilitator.JumpAsync("act-1.assessment");
        await facilitator.DoAsync("reveal-verdicts");
        await facilitator.JumpAsync("act-1.consequences");
        await facilitator.JumpAsync("close");
        await facilitator.DoAsync("close-workshop");

        var page = ida.Page;
        await page.GotoAsync(ida.Home + "/report");
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, "It scrolls sideways.");
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight") < 7000, "The folded report is long.");
        Assert.NotEmpty(await page.EvaluateAsync<string[]>(Hidden)); // folded on screen…
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>(Hidden)); // …and whole on paper
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.Locator(".contents a[href='#survival']").ClickAsync();
        await Assertions.Expect(page.Locator("#survival table").First).ToBeVisibleAsync();
        await page.Locator(".contents a[href$='?all=1']").ClickAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Hidden));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, "Unfolded, it scrolls sideways.");
    }
}
