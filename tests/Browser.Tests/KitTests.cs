using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using TousRisques.Host.Wiring;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Kits;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>The kit's website opened from a USB key: from the disk, with the network off.</summary>
public sealed class KitTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("kit-").FullName;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chrome.Installed is null, Chrome.Missing);
        var state = FolderExpedition.Read(DataFolder.Example!, DateTimeOffset.UtcNow)!;
        await KitSite.WriteAsync(state, state.Kit.Published!, folder);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_folder_opens_from_the_disk_without_network_and_every_page_is_reached_by_links()
    {
        var context = await Chrome.DeviceAsync(Device.Phone with { Scripts = false });
        await KitFolder.WalkAsync(context, folder);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(folder, "index.html")).AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "Les dix premières minutes sans téléphone" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Les dix premières minutes sans téléphone");
        // Nothing is wider than the phone.
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await context.CloseAsync();
    }

    [Theory]
    [InlineData("poster.html", 297, 420, 1, 1)]
    [InlineData("card.html", 210, 297, 2, 2)]
    [InlineData("booklet.html", 148, 210, 8, 32)]
    public async Task What_is_printed_has_its_paper_and_its_pages(string name, int wide, int high, int least, int most)
    {
        var context = await Chrome.DeviceAsync(Device.Laptop);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(folder, name)).AbsoluteUri);
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        var boxes = System.Text.RegularExpressions.Regex.Matches(pdf, @"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]");
        Assert.InRange(boxes.Count, least, most);
        Assert.All(boxes, b => Assert.Equal((wide, high), (Millimetres(b.Groups[1].Value), Millimetres(b.Groups[2].Value))));
        // Nothing that a page of fixed size holds is cut off.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.kp-poster, .kp-bands section, .kp-eight article, .kp-cover')].filter(e => e.scrollHeight > e.clientHeight + 2).map(e => e.className + ' ' + e.textContent.slice(0, 60))"));
        await context.CloseAsync();

        static int Millimetres(string points) => (int)Math.Round(double.Parse(points, System.Globalization.CultureInfo.InvariantCulture) * 25.4 / 72);
    }
}
