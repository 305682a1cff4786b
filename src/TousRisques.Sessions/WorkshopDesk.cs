using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Json;
using TousRisques.Sessions.Grains;
using TousRisques.Sessions.Mirrors;
using TousRisques.Sessions.Packs;

namespace TousRisques.Sessions;

/// <summary>The workshop could not be written or reached. Whoever sends the same command again, with the same id, does no harm.</summary>
public sealed class DeskUnavailableException(WorkshopId workshop, Exception? inner = null)
    : Exception($"Workshop {workshop} cannot be written or reached just now.", inner);

/// <summary>The desk of one node: hands commands to grains, and reads from mirrors of its own that grains keep up to date.</summary>
internal sealed class WorkshopDesk(
    IGrainFactory grains, IJournal journal, PackLibrary packs, TimeProvider time, ILogger<WorkshopDesk> log) : BackgroundService, IWorkshopDesk, IWorkshopWatcher
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MirrorLife = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, Mirror> mirrors = new(StringComparer.Ordinal);
    private IWorkshopWatcher? self;

    /// <inheritdoc/>
    public async Task<Submission> SubmitAsync(WorkshopId workshop, Envelope envelope, CancellationToken cancel = default)
    {
        GrainAnswer answer;
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(envelope, WireJson.Stored);
            answer = await grains.GetGrain<IWorkshopGrain>(workshop.Value).SubmitAsync(bytes.AsImmutable()).WaitAsync(cancel);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or JournalException)
        {
            throw new DeskUnavailableException(workshop, e);
        }
        if (answer.Unavailable) throw new DeskUnavailableException(workshop);
        if (mirrors.TryGetValue(workshop.Value, out var mirror)) await mirror.ReachAsync(answer.Version, cancel);
        var refusal = answer.Refusal is null ? null : JsonSerializer.Deserialize<Refusal>(answer.Refusal, WireJson.Stored);
        return new(refusal, answer.Version);
    }

    /// <inheritdoc/>
    public async ValueTask<LiveWorkshop?> ReadAsync(WorkshopId workshop, CancellationToken cancel = default) =>
        (await MirrorOfAsync(workshop, cancel))?.Now;

    /// <inheritdoc/>
    public async IAsyncEnumerable<LiveWorkshop> FollowAsync(WorkshopId workshop, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (await MirrorOfAsync(workshop, cancel) is not { } mirror) yield break;
        var channel = mirror.Follow();
        try
        {
            await foreach (var live in channel.Reader.ReadAllAsync(cancel)) yield return live;
        }
        finally
        {
            mirror.Unfollow(channel);
        }
    }

    /// <inheritdoc/>
    public async Task TellAsync(string workshop, long firstVersion, Immutable<ToldFact[]> facts)
    {
        if (!mirrors.TryGetValue(workshop, out var mirror)) return;
        var read = Array.ConvertAll(facts.Value, f => new Fact(
            FactCodec.Current.ReadEvent(f.Type, f.Json, workshop), ActorNames.Read(f.Actor)!, f.At, new CommandId(f.Command)));
        await mirror.TakeAsync(firstVersion, read, CancellationToken.None);
    }

    /// <summary>Keeps asking grains for news of mirrored workshops, and forgets mirrors that nobody looks at.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Renewal, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (workshop, mirror) in mirrors)
            {
                if (!mirror.IsFollowed && time.GetUtcNow() - mirror.AskedAt > MirrorLife)
                {
                    mirrors.TryRemove(workshop, out _);
                    continue;
                }
                try
                {
                    await grains.GetGrain<IWorkshopGrain>(workshop).WatchAsync(Self);
                    // Whatever was told while this node was not listened to.
                    if (await journal.HeadAsync(FactCodec.StreamOf(new(workshop)), stoppingToken) is { } head) await mirror.ReachAsync(head.Version, stoppingToken);
                }
                catch (Exception e) when (e is OrleansException or TimeoutException or JournalException)
                {
                    if (stoppingToken.IsCancellationRequested) return;
                    log.LogWarning(e, "No news of workshop {Workshop} for now.", workshop);
                }
            }
        }
    }

    private IWorkshopWatcher Self => self ??= grains.CreateObjectReference<IWorkshopWatcher>(this);

    private async ValueTask<Mirror?> MirrorOfAsync(WorkshopId workshop, CancellationToken cancel)
    {
        if (mirrors.TryGetValue(workshop.Value, out var mirror) && mirror.Now is not null)
        {
            mirror.Asked();
            return mirror;
        }
        try
        {
            // A code that no workshop has must cost no more than a look into the journal's index.
            if (await journal.HeadAsync(FactCodec.StreamOf(workshop), cancel) is null) return null;
            mirror = mirrors.GetOrAdd(workshop.Value, _ => new Mirror(workshop, journal, packs, time));
            // Listen first, read then: nothing can fall between.
            await grains.GetGrain<IWorkshopGrain>(workshop.Value).WatchAsync(Self).WaitAsync(cancel);
            await mirror.ReachAsync(0, cancel);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or JournalException)
        {
            throw new DeskUnavailableException(workshop, e);
        }
        return mirror.Now is null ? null : mirror;
    }
}
