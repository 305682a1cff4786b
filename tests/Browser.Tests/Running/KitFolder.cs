using Microsoft.Playwright;
using Xunit;

namespace TousRisques.Browser.Tests.Running;

/// <summary>The website that a kit is taken away as, opened from the disk where there is no network.</summary>
public static class KitFolder
{
    /// <summary>Opens its front and follows its links until there are no more: every page is there, is reached, and asks for nothing outside the folder.</summary>
    public static async Task WalkAsync(IBrowserContext context, string folder)
    {
        await context.SetOfflineAsync(true);
        var page = await context.NewPageAsync();
        var (asked, failed, messages) = (new List<string>(), new List<string>(), new List<string>());
        page.Request += (_, r) => asked.Add(r.Url);
        page.RequestFailed += (_, r) => failed.Add(r.Url);
        page.Console += (_, m) => messages.Add(m.Text);

        var (left, seen) = (new Queue<string>(["index.html"]), new HashSet<string> { "index.html" });
        while (left.TryDequeue(out var name))
        {
            await page.GotoAsync(new Uri(Path.Combine(folder, name)).AbsoluteUri);
            Assert.False(string.IsNullOrWhiteSpace(await page.Locator("h1").First.TextContentAsync()), name);
            // The style sheet is there: without it, nothing has the width of a phone for its limit.
            Assert.Equal("border-box", await page.Locator("body").EvaluateAsync<string>("b => getComputedStyle(b).boxSizing"));
            foreach (var link in await page.Locator("a[href]").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
                if (!link.StartsWith("http", StringComparison.Ordinal) && !link.StartsWith('#') && seen.Add(link)) left.Enqueue(link);
        }
        Assert.Equal(Directory.GetFiles(folder, "*.html").Select(Path.GetFileName).Order(), seen.Order());
        Assert.All(asked, url => Assert.True(url.StartsWith("file:///", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
        Assert.Empty(failed);
        Assert.Empty(messages);
    }
}
