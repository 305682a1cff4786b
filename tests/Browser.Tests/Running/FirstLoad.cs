using System.Text.Json;
using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>What a cold browser receives to show a page: every answer with its head, compressed as it travelled.</summary>
/// <param name="Lines">One line for each request: address and bytes.</param>
public sealed record FirstLoad(IReadOnlyList<(string Address, double Bytes)> Lines)
{
    /// <summary>Requests sent.</summary>
    public int Requests => Lines.Count;

    /// <summary>Bytes received.</summary>
    public double Bytes => Lines.Sum(l => l.Bytes);

    /// <inheritdoc/>
    public override string ToString() => $"{Bytes} bytes in {Requests} requests: {string.Join(", ", Lines.Select(l => $"{l.Address} {l.Bytes}"))}";

    /// <summary>Loads a page with an empty cache, on a new tab of a device that already holds its cookies, and counts until its live line is open.</summary>
    public static async Task<FirstLoad> MeasureAsync(IBrowserContext device, string address)
    {
        var page = await device.NewPageAsync();
        var line = new Line();
        var session = await device.NewCDPSessionAsync(page);
        foreach (var name in Line.Heard) session.Event(name).OnEvent += (_, e) => { if (e is { } told) line.Hear(name, told); };
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await line.Open.WaitAsync(TimeSpan.FromSeconds(60));
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        var load = line.Sum();
        await page.CloseAsync();
        return load;
    }

    /// <summary>Adds up what the browser tells of its network.</summary>
    private sealed class Line
    {
        public static readonly string[] Heard = ["Network.requestWillBeSent", "Network.responseReceived", "Network.dataReceived", "Network.loadingFinished"];
        private readonly Lock gate = new();
        private readonly Dictionary<string, (string Address, double Bytes)> requests = [];
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Open => open.Task;

        public void Hear(string name, JsonElement told)
        {
            lock (gate)
            {
                var id = told.GetProperty("requestId").GetString()!;
                switch (name)
                {
                    case "Network.requestWillBeSent":
                        var address = told.GetProperty("request").GetProperty("url").GetString()!;
                        if (!address.StartsWith("data:", StringComparison.Ordinal)) requests[id] = (new Uri(address).PathAndQuery, 0);
                        break;
                    case "Network.responseReceived" when requests.TryGetValue(id, out var begun):
                        requests[id] = begun with { Bytes = told.GetProperty("response").GetProperty("encodedDataLength").GetDouble() };
                        if (told.GetProperty("type").GetString() == "EventSource") open.TrySetResult();
                        break;
                    case "Network.dataReceived" when requests.TryGetValue(id, out var more):
                        requests[id] = more with { Bytes = more.Bytes + told.GetProperty("encodedDataLength").GetDouble() };
                        break;
                    case "Network.loadingFinished" when requests.TryGetValue(id, out var done):
                        requests[id] = done with { Bytes = told.GetProperty("encodedDataLength").GetDouble() };
                        break;
                }
            }
        }

        public FirstLoad Sum()
        {
            lock (gate) return new([.. requests.Values]);
        }
    }
}
