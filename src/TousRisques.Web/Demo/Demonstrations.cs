using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
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
public sealed record DemoSettings(Language Language, bool Auto, double Speed = 1, int? Seed = null)
{
    /// <summary>Fastest that a demonstration may be asked to go.</summary>
    public const double Fastest = 200;

    /// <summary>The same with nothing left open: a seed drawn, a speed within bounds, in tenths.</summary>
    public DemoSettings Settled() => this with
    {
        Speed = double.IsFinite(Speed) ? Math.Round(Math.Clamp(Speed, 0.1, Fastest), 1) : 1,
        Seed = Math.Abs((long)(Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue))) is var seed and <= int.MaxValue ? (int)seed : 0,
    };

    /// <summary>
    /// The id of the command that opens it. It says how the demonstration is played, and stands in the journal with the opening: after a restart
    /// of the server its people are seeded anew from there.
    /// </summary>
    public CommandId Request() => new(string.Create(
        CultureInfo.InvariantCulture, $"demo-{Language.Code}-{(Auto ? "auto" : "led")}-{Math.Round(Speed * 10)}-{Seed}-{Draws.Name()}"));

    /// <summary>What the id of an opening says; null when it opened no demonstration.</summary>
    public static DemoSettings? Read(CommandId opening) =>
        opening.Value?.Split('-') is ["demo", [_, _] language, "auto" or "led", var tenths, var number, _] parts
        && int.TryParse(tenths, NumberStyles.None, CultureInfo.InvariantCulture, out var speed)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? new DemoSettings(new Language(language), parts[2] == "auto", speed / 10.0, seed).Settled()
            : null;
}

/// <summary>Demonstrations of this server: the shipped workshop with twelve simulated participants, who play until it closes or nobody cares.</summary>
public sealed class Demonstrations(
    Openings openings, InstalledPacks packs, IJournal journal, IWorkshopDesk desk, IServer server, IHostApplicationLifetime app, TryLimits limits, TimeProvider time,
    ILogger<Demonstrations> log)
{
    /// <summary>Simulated participants.</summary>
    public const int People = 12;

    private static readonly TimeSpan Life = TimeSpan.FromHours(3);

    private readonly ConcurrentDictionary<WorkshopId, CancellationTokenSource> live = new();

    /// <summary>Whether one more may begin.</summary>
    public bool HasRoom => live.Count < limits.LiveDemos;

    /// <summary>Opens a demonstration and lets its people in. Null code, with a trouble, when the shipped pack is missing or broken.</summary>
    public async Task<Opened> BeginAsync(DemoSettings settings, CancellationToken cancel)
    {
        settings = settings.Settled();
        var words = Words.In(settings.Language);
        var opened = await openings.OpenAsync(
            InstalledPacks.Shipped, PlayMode.Full, words["demo.title"], "", [.. Enumerable.Range(1, 3).Select(i => words[$"demo.table.{i}"])],
            Leader(words), owner: "", demonstration: true, settings.Request(), cancel);
        if (opened.Workshop is { } code) Populate(code, settings, words, Life);
        return opened;
    }

    /// <summary>
    /// After a restart: lets the people of demonstrations that still live come back, from what their journals say. They are the same, with the same
    /// dice, and each request of theirs has the same id as before, so that nothing is done twice.
    /// </summary>
    public async Task ResumeAsync(CancellationToken cancel)
    {
        try
        {
            var young = new List<StreamHead>();
            await foreach (var head in journal.ListAsync(FactCodec.StreamPrefix, cancel))
                if (time.GetUtcNow() - head.FirstAt < Life) young.Add(head);
            foreach (var head in young.OrderByDescending(h => h.FirstAt))
            {
                if (!HasRoom) return;
                var code = new WorkshopId(head.Stream[FactCodec.StreamPrefix.Length..]);
                if (await SettingsAsync(code, head, cancel) is { } settings)
                    Populate(code, settings, Words.In(settings.Language), Life - (time.GetUtcNow() - head.FirstAt));
            }
        }
        catch (OperationCanceledException) { } // the server stops again
        catch (Exception e) when (e is JournalException or DeskUnavailableException)
        {
            log.LogWarning(e, "Demonstrations go on without their simulated people.");
        }
    }

    /// <summary>How a workshop is played, if it is a demonstration of this installation that goes on; else null.</summary>
    private async Task<DemoSettings?> SettingsAsync(WorkshopId code, StreamHead head, CancellationToken cancel)
    {
        if (live.ContainsKey(code) || packs.Find(InstalledPacks.Shipped)?.Pack is null) return null;
        await foreach (var record in journal.ReadAsync(head.Stream, 1, cancel))
        {
            try
            {
                var first = FactCodec.Current.Read(record);
                if (first.Event is not WorkshopOpened { Demonstration: true } opened || DemoSettings.Read(first.Command) is not { } settings) return null;
                // One brought in from another installation is a record of what was: nobody plays it here.
                if (!openings.IsOurs(code, Leader(Words.In(settings.Language)), opened.Owner, first.Command)) return null;
                return await desk.ReadAsync(code, cancel) is { State.ClosedAt: null } ? settings : null;
            }
            catch (UnreadableFactException)
            {
                return null; // written by a newer version: `verify` names it
            }
        }
        return null;
    }

    private static FacilitatorActor Leader(Words words) => new(words["demo.facilitator"]);

    private void Populate(WorkshopId code, DemoSettings settings, Words words, TimeSpan life)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(app.ApplicationStopping);
        stop.CancelAfter(life);
        live[code] = stop;
        var (seed, speed) = (settings.Seed!.Value, settings.Speed);
        var pack = packs.Find(InstalledPacks.Shipped)!.Pack!;
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 4 * People }) { BaseAddress = Loopback(), Timeout = TimeSpan.FromMinutes(1) };
        ImmutableArray<string> names = [.. words["demo.names"].Split(',')];
        var tasks = Enumerable.Range(0, People).Select(i =>
        {
            var person = new Person(i, names[i], pack, words, new Dice(seed, names[i]));
            return new Player(person, code.Value, seed, i, http, speed, time).PlayAsync(stop.Token);
        }).ToList();
        if (settings.Auto) tasks.Add(new AutoFacilitator(desk, code, Leader(words).Name, speed, time).LeadAsync(stop.Token));
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
