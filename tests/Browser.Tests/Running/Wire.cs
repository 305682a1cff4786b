using System.Text.Json;
using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>Counts what a page receives: every answer with its head, compressed as it travelled, as the browser itself tells it.</summary>
public sealed class Wire
{
    private static readonly string[] Heard = ["Network.requestWillBeSent", "Network.responseReceived", "Network.dataReceived", "Network.loadingFinished"];
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Address, double Bytes)> requests = [];
    private readonly TaskCompletionSource lineOpen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Wire()
    {
    }

    /// <summary>Done once the page's line of living parts is open.</summary>
    public Task LineOpen => lineOpen.Task;

    /// <summary>One line for each request so far: address and bytes.</summary>
    public IReadOnlyList<(string Address, double Bytes)> Lines
    {
        get
        {
            lock (gate) return [.. requests.Values];
        }
    }

    /// <summary>Listens to a page from now on.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cold">Whether it takes nothing from its cache.</param>
    public static async Task<Wire> ListenAsync(IPage page, bool cold = false)
    {
        var wire = new Wire();
        var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var name in Heard) session.Event(name).OnEvent += (_, e) => { if (e is { } told) wire.Hear(name, told); };
        await session.SendAsync("Network.enable");
        if (cold) await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        return wire;
    }

    private void Hear(string name, JsonElement told)
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
                    if (told.GetProperty("type").GetString() == "EventSource") lineOpen.TrySetResult();
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
}
