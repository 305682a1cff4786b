using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>One Chromium of this machine for the whole run; each person has a context of their own in it, as private as another device.</summary>
public static class Chrome
{
    /// <summary>The shell first: the same engine without the windows of a whole browser around it, which take as much of a small machine as the pages do.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    private static readonly SemaphoreSlim Gate = new(1);
    private static IPlaywright? playwright;
    private static IBrowser? browser;

    /// <summary>Why tests are skipped where there is none.</summary>
    public const string Missing = "No Chromium was found on the path (chromium-headless-shell, chromium, chromium-browser, google-chrome): what people see was not tested.";

    /// <summary>The installed browser, or null.</summary>
    public static string? Installed { get; } = Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The running browser, started when first asked for.</summary>
    public static async Task<IBrowser> RunAsync()
    {
        await Gate.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Installed ?? throw new InvalidOperationException(Missing),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            });
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Somebody's own device.</summary>
    public static async Task<IBrowserContext> DeviceAsync(Device device)
    {
        var context = await (await RunAsync()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = device.Width, Height = device.Height },
            DeviceScaleFactor = 1,
            HasTouch = device.Width < 600,
            IsMobile = device.Width < 600,
            Locale = device.Language,
            ColorScheme = device.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = device.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        // A loaded machine is slow, not broken.
        context.SetDefaultTimeout(90_000);
        context.SetDefaultNavigationTimeout(90_000);
        return context;
    }

    /// <summary>Ends the browser.</summary>
    public static async Task CloseAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}

/// <summary>What somebody looks through.</summary>
public sealed record Device(int Width, int Height, string Language = "fr-FR", bool Dark = false, bool Scripts = true)
{
    /// <summary>A phone.</summary>
    public static Device Phone { get; } = new(390, 844);
    /// <summary>A laptop.</summary>
    public static Device Laptop { get; } = new(1280, 800);
    /// <summary>The smallest projector that is still sold.</summary>
    public static Device Projector { get; } = new(1280, 720);
}
