using System.Diagnostics;

namespace TousRisques.Browser.Tests.Running;

/// <summary>The expedition that every installation takes in by itself after its first start.</summary>
public static class ExampleExpedition
{
    /// <summary>Its address.</summary>
    public const string Path = "/explorer/numerique-tous-risques";

    /// <summary>Waits until it is whole: its workshops to come are the last that is taken in.</summary>
    public static async Task ReadyAsync(Server server)
    {
        using var client = new HttpClient();
        var until = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await client.GetAsync(new Uri(server.Address + Path + "/workshops"));
            if (answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains(Path + "/workshops/", StringComparison.Ordinal)) return;
            if (until.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException("The example expedition did not come.");
            await Task.Delay(50);
        }
    }
}
