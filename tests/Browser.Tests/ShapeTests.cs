using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>Pages fit where they are looked at, and fingers find what they press.</summary>
public class ShapeTests(ServerOfTheClass served) : BrowserTest(served)
{
    private static readonly string[] Steps =
    [
        "welcome", "round-table", "stakeholders", "act-1.events", "act-2.constraints", "act-2.situation", "act-1.assessment", "act-1.priorities", "act-1.plan",
        "act-1.consequences", "debrief", "leads", "close",
    ];

    [Fact]
    public async Task The_wall_fits_a_small_projector_without_scrolling_at_every_step()
    {
        var (facilitator, _) = await LivelyAsync();
        var screen = await ProjectAsync(facilitator);
        var faults = new List<string>();
        foreach (var step in Steps)
        {
            await facilitator.JumpAsync(step);
            await StirAsync(facilitator, step);
            await screen.ReloadAsync();
            var size = await screen.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight, innerWidth, innerHeight]");
            if (size[0] > size[2] || size[1] > size[3]) faults.Add($"{step}: {size[0]} x {size[1]} in {size[2]} x {size[3]}");
            // Nothing that people should read is cut off at the edges either.
            var cut = await screen.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.wall h1, .wall p, .wall li, .wall td, .wall th, .wall h2, .wall h3')]
                  .filter(e => !e.closest('.hide, details:not([open])'))
                  .filter(e => { const r = e.getBoundingClientRect(), f = (e.closest('.wall-text') || e.closest('.wall-main') || document.body).getBoundingClientRect(); return r.width && (r.bottom > Math.min(innerHeight, f.bottom) + 2 || r.right > innerWidth + 1); })
                  .map(e => e.textContent.trim().slice(0, 40))
                """);
            if (cut.Length > 0) faults.Add($"{step}: cut off: {string.Join(" | ", cut.Take(4))}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task On_the_smallest_phone_nothing_scrolls_sideways_and_every_button_is_as_large_as_a_finger()
    {
        var (facilitator, somebody) = await LivelyAsync();
        await somebody.Page.SetViewportSizeAsync(360, 640);
        var faults = new List<string>();
        foreach (var step in Steps)
        {
            await facilitator.JumpAsync(step);
            await StirAsync(facilitator, step);
            await somebody.Page.GotoAsync(somebody.Home);
            await FitsAsync(somebody.Page, step, faults);
        }
        foreach (var path in new[] { $"/w/{facilitator.Code}/map", "/", "/join", $"/join?code={facilitator.Code}", "/resume", "/sign-in" })
        {
            await somebody.Page.GotoAsync(Server.Address + path);
            await FitsAsync(somebody.Page, path, faults);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1600)]
    public async Task The_stress_bench_scrolls_sideways_only_inside_its_tables(int width)
    {
        var page = await (await DeviceAsync(Device.Phone)).NewPageAsync();
        await page.SetViewportSizeAsync(width, 640);
        await BenchTests.ReadyAsync(page, Server);
        var faults = new List<string>();
        foreach (var path in BenchTests.Pages)
        {
            await page.GotoAsync(Server.Address + path);
            await FitsAsync(page, path, faults);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(360, 640)]
    public async Task The_three_verdicts_of_the_card_at_hand_are_seen_without_scrolling(int width, int height)
    {
        var (facilitator, somebody) = await LivelyAsync();
        await facilitator.JumpAsync("act-1.assessment");
        await facilitator.DoAsync("reveal-verdicts");
        await facilitator.JumpAsync("act-2.assessment"); // what is still possible is told above the cards from the second act on
        await somebody.Page.SetViewportSizeAsync(width, height);
        await somebody.Page.GotoAsync(somebody.Home);
        var below = await somebody.Page.EvaluateAsync<int>("""
            () => Math.round(document.querySelector('#deck .verdict').getBoundingClientRect().bottom - document.querySelector('nav.dock').getBoundingClientRect().top)
            """);
        Assert.True(below <= 0, $"The verdicts end {below} px below what is seen.");
    }

    private static async Task FitsAsync(IPage page, string what, List<string> faults)
    {
        await MeasureAsync(page, what, faults);
        // What is folded away is pressed too, once it is opened. Folds of a page open over each other, so each is looked at alone.
        var folds = await page.EvaluateAsync<int>("() => document.querySelectorAll('details:not([open])').length");
        if (folds == 0) return;
        await page.EvaluateAsync("() => document.querySelectorAll('details:not([open], #me)').forEach(d => d.open = true)");
        await MeasureAsync(page, what + ", unfolded", faults);
        await page.EvaluateAsync("() => { const me = document.getElementById('me'); if (me) me.open = true }");
        await MeasureAsync(page, what + ", my card unfolded", faults);
    }

    private static async Task MeasureAsync(IPage page, string what, List<string> faults)
    {
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        if (wide > 0) faults.Add($"{what}: {wide} px too wide");
        // Inside a closed fold a browser gives boxes of a layout that nobody sees: as narrow as the fold's line. Only what can be seen is measured.
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, .btn, nav.dock a, summary, select, input:not([type=hidden],[type=checkbox],[type=radio])')]
              .filter(e => e.checkVisibility())
              .map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width && r.height && (r.height < 43.5 || r.width < 43.5) && !e.matches('.link'))
              .map(([e, r]) => `${e.nodeName.toLowerCase()}.${e.className} "${e.textContent.trim().slice(0, 24)}" ${Math.round(r.width)}x${Math.round(r.height)}`)
            """);
        if (small.Length > 0) faults.Add($"{what}: too small: {string.Join(" | ", small.Distinct().Take(5))}");
    }

    /// <summary>A workshop with people in it, so that pages are as full as they get.</summary>
    private async Task<(Facilitator, Participant)> LivelyAsync()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Formes", "Mairie", "Préfecture", "Sous-préfecture");
        var people = new List<Participant>();
        foreach (var name in new[] { "Awa", "Bruno", "Chloé", "Driss", "Élise", "Fatou" }) people.Add(await JoinAsync(facilitator, name));
        await facilitator.JumpAsync("round-table");
        foreach (var p in people)
        {
            await p.AtAsync("Qui êtes-vous ?");
            await p.DrawCharacterAsync();
        }
        return (facilitator, people[0]);
    }

    private static async Task StirAsync(Facilitator facilitator, string step)
    {
        if (step is not ("act-1.events" or "act-2.constraints" or "act-1.assessment")) return;
        await facilitator.Page.ReloadAsync();
        while (await facilitator.NextAsync() is var next && (next.StartsWith("Révéler", StringComparison.Ordinal) || next.StartsWith("Imposer", StringComparison.Ordinal)))
            await facilitator.PressAsync();
    }
}
