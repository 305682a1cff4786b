using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>What a cold browser receives to show a page.</summary>
/// <param name="Lines">One line for each request: address and bytes.</param>
public sealed record FirstLoad(IReadOnlyList<(string Address, double Bytes)> Lines)
{
    /// <summary>Requests sent.</summary>
    public int Requests => Lines.Count;

    /// <summary>Bytes received, heads included.</summary>
    public double Bytes => Lines.Sum(l => l.Bytes);

    /// <inheritdoc/>
    public override string ToString() => $"{Bytes} bytes in {Requests} requests: {string.Join(", ", Lines.Select(l => $"{l.Address} {l.Bytes}"))}";

    /// <summary>Loads a page with an empty cache, on a new tab of a device that already holds its cookies, and counts until its live line is open, or, for a page that has none, until all is there.</summary>
    public static async Task<FirstLoad> MeasureAsync(IBrowserContext device, string address, bool live = true)
    {
        var page = await device.NewPageAsync();
        var wire = await Wire.ListenAsync(page, cold: true);
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        if (live) await wire.LineOpen.WaitAsync(TimeSpan.FromSeconds(60));
        await page.WaitForLoadStateAsync(live ? LoadState.DOMContentLoaded : LoadState.NetworkIdle);
        var load = new FirstLoad(wire.Lines);
        await page.CloseAsync();
        return load;
    }
}
