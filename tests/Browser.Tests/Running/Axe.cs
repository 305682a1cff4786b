using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace TousRisques.Browser.Tests.Running;

/// <summary>Reads pages with axe-core, light and dark, folds opened; and looks whether they fit.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What the colour scheme can change: everything else is the same document.</summary>
    private static readonly AxeRunOptions ColourRules = new()
    {
        RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Reads the page that is open and notes its faults.</summary>
    public static async Task LookAsync(IPage page, string what, List<string> faults)
    {
        // What is folded away is read too.
        await page.EvaluateAsync("() => { window.folded = [...document.querySelectorAll('details:not([open])')]; folded.forEach(d => d.open = true); }");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Note(await page.RunAxe(Rules), what, faults);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.True(await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches"));
        Note(await page.RunAxe(ColourRules), what + ", dark", faults);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
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

    private static void Note(AxeResult found, string what, List<string> faults)
    {
        foreach (var fault in found.Violations)
            faults.Add($"{what}: {fault.Id} ({fault.Impact}): {fault.Help}: {string.Join(" | ", fault.Nodes.Take(3).Select(n => n.Html.Length > 160 ? n.Html[..160] : n.Html))} {string.Join(';', fault.Nodes.Take(1).SelectMany(n => n.Any).Select(a => a.Message))}");
    }
}
