using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace TousRisques.Browser.Tests.Running;

/// <summary>Reads pages with axe-core, light and dark, folds opened; and looks whether they fit.</summary>
public static class Axe
{
    /// <summary>Rules on colours: what the colour scheme can change, and words cannot.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Reads the page that is open and notes its faults: all rules once, and those on colours in the dark as well. Colours are looked at in French alone, since another language has the same: measuring them
    /// takes most of the time that axe needs.
    /// </summary>
    public static async Task LookAsync(IPage page, string what, List<string> faults)
    {
        // What is folded away is read too.
        await page.EvaluateAsync("() => { window.folded = [...document.querySelectorAll('details:not([open])')]; folded.forEach(d => d.open = true); }");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        if (!await page.EvaluateAsync<bool>("() => !!window.axe")) await page.EvaluateAsync(Script);
        var colours = await page.EvaluateAsync<bool>("() => document.documentElement.lang === 'fr'");
        await ReadAsync(page, new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } }, colours ? [] : Colours, what, faults);
        if (colours)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Assert.True(await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches"));
            await ReadAsync(page, new { type = "rule", values = Colours }, [], what + ", dark", faults);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
        await page.EvaluateAsync("() => folded.forEach(d => d.open = false)");
    }

    /// <summary>Notes what stands out of the window, folds opened; what is made to be scrolled apart.</summary>
    public static async Task WideAsync(IPage page, string what, List<string> faults)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
        // A phone shows a page that is too wide smaller, and then says that its window is that wide: what counts is what the page was laid out for.
        var wide = await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.scroll, .xi-scroll, .xi-steps')).map(e => e.outerHTML.slice(0, 120))
            """);
        if (wide.Length > 0) faults.Add($"{what} is too wide: {string.Join(" | ", wide.Take(3))}");
    }

    private static async Task ReadAsync(IPage page, object only, string[] without, string what, List<string> faults) => faults.AddRange(
        (await page.EvaluateAsync<string[]>("""
            async ([only, without]) => (await axe.run(document, { runOnly: only, rules: Object.fromEntries(without.map(r => [r, { enabled: false }])), resultTypes: ['violations'], preload: false })).violations.map(v =>
                `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')} ${v.nodes.slice(0, 1).flatMap(n => n.any).map(a => a.message).join(';')}`)
            """, new object[] { only, without })).Select(fault => $"{what}: {fault}"));
}
