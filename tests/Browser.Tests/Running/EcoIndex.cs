using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>
/// EcoIndex of a page: from 0 to 100, by its number of elements, of requests and of kilobytes, each placed among the quantiles of the measured web and weighted 3, 2 and 1
/// (docs/references.md [EcoIndex]).
/// </summary>
/// <param name="Elements">Elements of the document, those inside drawings apart.</param>
/// <param name="Requests">Requests sent.</param>
/// <param name="Kilobytes">Kilobytes received, heads included.</param>
public sealed record EcoIndex(int Elements, int Requests, double Kilobytes)
{
    private static readonly double[] ElementQuantiles =
        [0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601];
    private static readonly double[] RequestQuantiles = [0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920];
    private static readonly double[] KilobyteQuantiles =
        [0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26];

    /// <summary>The score.</summary>
    public double Score => 100 - 5 * (3 * Place(ElementQuantiles, Elements) + 2 * Place(RequestQuantiles, Requests) + Place(KilobyteQuantiles, Kilobytes)) / 6;

    /// <summary>Measures a page, cold, on a new tab of a device.</summary>
    public static async Task<EcoIndex> MeasureAsync(IBrowserContext device, string address)
    {
        var page = await device.NewPageAsync();
        var wire = await Wire.ListenAsync(page, cold: true);
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var elements = await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length - document.querySelectorAll('svg *').length");
        var lines = wire.Lines;
        await page.CloseAsync();
        return new(elements, lines.Count, lines.Sum(l => l.Bytes) / 1000);
    }

    private static double Place(double[] quantiles, double value)
    {
        for (var i = 1; i < quantiles.Length; i++)
            if (value < quantiles[i]) return i - 1 + (value - quantiles[i - 1]) / (quantiles[i] - quantiles[i - 1]);
        return quantiles.Length - 1;
    }
}
