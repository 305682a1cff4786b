using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>Pictures of pages, for people to look at: <c>artifacts/screens/</c>.</summary>
public static class Pictures
{
    /// <summary>Takes one of the whole page, or of the window alone for what is projected.</summary>
    public static Task TakeAsync(IPage page, string name, bool whole = true) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folders.Screens, name + ".png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled });

    /// <summary>Takes one of a small phone and one of a desk, when somebody wants to look: the environment variable TOUSRISQUES_PICTURES is set.</summary>
    public static async Task TakeBothAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TOUSRISQUES_PICTURES") is not { Length: > 0 }) return;
        await TakeAtAsync(page, 360, 740, name + "-360");
        await TakeAtAsync(page, 1280, 800, name + "-1280");
    }

    /// <summary>Prints the page on its paper, when somebody wants to look.</summary>
    public static async Task PrintAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TOUSRISQUES_PICTURES") is not { Length: > 0 }) return;
        await page.PdfAsync(new() { Path = Path.Combine(Folders.Screens, name + ".pdf"), PreferCSSPageSize = true, PrintBackground = true, Format = "A4" });
    }

    /// <summary>Takes one at another width, and puts the window back.</summary>
    public static async Task TakeAtAsync(IPage page, int width, int height, string name)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(width, height);
        await TakeAsync(page, name);
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
