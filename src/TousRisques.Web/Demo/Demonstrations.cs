using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Lobby;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Demo;

/// <summary>How a demonstration is played.</summary>
/// <param name="Language">The language that simulated people speak.</param>
/// <param name="Auto">Whether it goes on by itself.</param>
/// <param name="Speed">1 is life, 10 ten times faster.</param>
/// <param name="Seed">The same one, and the same moves of the facilitator, give the same texts; null draws one.</param>
public sealed record DemoSettings(Language Language, bool Auto, double Speed = 1, int? Seed = null);

/// <summary>Demonstrations of this server: the shipped workshop with twelve simulated participants, who play until it closes or nobody cares.</summary>
public sealed class Demonstrations(
    Openings openings, InstalledPacks packs, IWorkshopDesk desk, IServer server, IHostApplicationLifetime life, TryLimits limits, TimeProvider time,
    ILogger<Demonstrations> log)
{
    /// <summary>Simulated participants.</summary>
    public const int People = 12;

    /// <summary>Fastest that a demonstration may be asked to go.</summary>
    public const double Fastest = 200;

    private static readonly TimeSpan Life = TimeSpan.FromHours(3);

    private readonly ConcurrentDictionary<WorkshopId, CancellationTokenSource> live = new();

    /// <summary>Whether one more may begin.</summary>
    public bool HasRoom => live.Count < limits.LiveDemos;

    /// <summary>Opens a demonstration and lets its people in. Null code, with a trouble, when the shipped pack is missing or broken.</summary>
    public async Task<Opened> BeginAsync(DemoSettings settings, CancellationToken cancel)
    {
        var words = Words.In(settings.Language);
        var name = words["demo.facilitator"];
        var opened = await openings.OpenAsync(
            InstalledPacks.Shipped, PlayMode.Full, words["demo.title"], "", [.. Enumerable.Range(1, 3).Select(i => words[$"demo.table.{i}"])],
            new FacilitatorActor(name), owner: "", demonstration: true, Draws.Command(), cancel);
        if (opened.Workshop is { } code) Populate(code, settings, words, name);
        return opened;
    }

    private void Populate(WorkshopId code, DemoSettings settings, Words words, string facilitator)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
        stop.CancelAfter(Life);
        live[code] = stop;
        var seed = settings.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var speed = double.IsFinite(settings.Speed) ? Math.Clamp(settings.Speed, 0.1, Fastest) : 1;
        var pack = packs.Find(InstalledPacks.Shipped)!.Pack!;
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 4 * People }) { BaseAddress = Loopback(), Timeout = TimeSpan.FromMinutes(1) };
        ImmutableArray<string> names = [.. words["demo.names"].Split(',')];
        var tasks = Enumerable.Range(0, People).Select(i =>
        {
            var person = new Person(i, names[i], pack, words, new Dice(seed, names[i]));
            return new Player(person, code.Value, seed, i, http, speed, time).PlayAsync(stop.Token);
        }).ToList();
        if (settings.Auto) tasks.Add(new AutoFacilitator(desk, code, facilitator, speed, time).LeadAsync(stop.Token));
        _ = EndAsync(code, Task.WhenAll(tasks), http, stop);
    }

    private async Task EndAsync(WorkshopId code, Task play, HttpClient http, CancellationTokenSource stop)
    {
        try
        {
            await play;
        }
        catch (Exception e) when (stop.IsCancellationRequested || e is OperationCanceledException) { } // they go home
        catch (Exception e)
        {
            log.LogWarning(e, "Simulated participants left demonstration {Workshop}.", code);
        }
        finally
        {
            live.TryRemove(code, out _);
            await stop.CancelAsync();
            stop.Dispose();
            http.Dispose();
        }
    }

    /// <summary>Where this server is reached from its own machine.</summary>
    private Uri Loopback()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        var bound = new Uri((addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.First())
            .Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal));
        return bound.Host is "0.0.0.0" or "[::]" ? new UriBuilder(bound) { Host = "127.0.0.1" }.Uri : bound;
    }
}
