using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using TousRisques.Journal;
using TousRisques.Journal.Json;
using TousRisques.Sessions.Aggregates;
using TousRisques.Sessions.Grains;
using TousRisques.Sessions.Mirrors;

namespace TousRisques.Sessions;

/// <summary>A workshop or an expedition could not be written or reached. Whoever sends the same command again, with the same id, does no harm.</summary>
public sealed class DeskUnavailableException(string stream, Exception? inner = null) : Exception($"{stream} cannot be written or reached just now.", inner);

/// <summary>The desk of one node for one kind of stream: hands commands to grains, and reads from mirrors of its own that grains keep up to date.</summary>
internal abstract class StreamDesk<TGrain, TState, TEnvelope, TFact, TLive>(
    IAggregate<TState, TEnvelope, TFact> aggregate, IGrainFactory grains, IJournal journal, TimeProvider time, ILogger log) : BackgroundService, IStreamWatcher
    where TGrain : IStreamGrain
    where TLive : class
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MirrorLife = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, Mirror<TState, TEnvelope, TFact, TLive>> mirrors = new(StringComparer.Ordinal);
    private IStreamWatcher? self;

    /// <summary>Hands in a command. Returns once its facts are on disk, or with the refusal.</summary>
    protected async Task<Submission> SubmitAsync(string key, TEnvelope envelope, CancellationToken cancel)
    {
        GrainAnswer answer;
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(envelope, WireJson.Stored);
            answer = await grains.GetGrain<TGrain>(key).SubmitAsync(bytes.AsImmutable()).WaitAsync(cancel);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or JournalException)
        {
            throw new DeskUnavailableException(aggregate.StreamOf(key), e);
        }
        if (answer.Unavailable) throw new DeskUnavailableException(aggregate.StreamOf(key));
        if (mirrors.TryGetValue(key, out var mirror)) await mirror.ReachAsync(answer.Version, cancel);
        var refusal = answer.Refusal is null ? null : JsonSerializer.Deserialize<Refusal>(answer.Refusal, WireJson.Stored);
        return new(refusal, answer.Version);
    }

    /// <summary>The state as it stands; null when there is no such stream.</summary>
    protected async ValueTask<TLive?> ReadAsync(string key, CancellationToken cancel) => (await MirrorOfAsync(key, cancel))?.Now;

    /// <summary>Follows a stream: its state now and after every change, the latest only when changes come faster than they are taken.</summary>
    protected async IAsyncEnumerable<TLive> FollowAsync(string key, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (await MirrorOfAsync(key, cancel) is not { } mirror) yield break;
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

    /// <summary>What is shown of a state; null while there is nothing to show.</summary>
    protected abstract ValueTask<TLive?> ShowAsync(string key, TState state, long version, TLive? before, CancellationToken cancel);

    /// <inheritdoc/>
    public async Task TellAsync(string key, long firstVersion, Immutable<ToldFact[]> facts)
    {
        if (!mirrors.TryGetValue(key, out var mirror)) return;
        var stream = aggregate.StreamOf(key);
        var read = facts.Value.Select((f, i) => aggregate.Read(
            new StoredRecord(stream, firstVersion + i, 0, f.At, f.Actor, f.Type, f.Command, f.Json, default, default))).ToList();
        await mirror.TakeAsync(firstVersion, read, CancellationToken.None);
    }

    /// <summary>Keeps asking grains for news of mirrored streams, and forgets mirrors that nobody looks at.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Renewal, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (key, mirror) in mirrors)
            {
                if (!mirror.IsFollowed && time.GetUtcNow() - mirror.AskedAt > MirrorLife)
                {
                    mirrors.TryRemove(key, out _);
                    continue;
                }
                try
                {
                    await grains.GetGrain<TGrain>(key).WatchAsync(Self);
                    // Whatever was told while this node was not listened to.
                    if (await journal.HeadAsync(aggregate.StreamOf(key), stoppingToken) is { } head) await mirror.ReachAsync(head.Version, stoppingToken);
                }
                catch (Exception e) when (e is OrleansException or TimeoutException or JournalException)
                {
                    if (stoppingToken.IsCancellationRequested) return;
                    log.LogWarning(e, "No news of {Stream} for now.", aggregate.StreamOf(key));
                }
            }
        }
    }

    private IStreamWatcher Self => self ??= grains.CreateObjectReference<IStreamWatcher>(this);

    private async ValueTask<Mirror<TState, TEnvelope, TFact, TLive>?> MirrorOfAsync(string key, CancellationToken cancel)
    {
        if (mirrors.TryGetValue(key, out var mirror) && mirror.Now is not null)
        {
            mirror.Asked();
            return mirror;
        }
        try
        {
            // A name that no stream has must cost no more than a look into the journal's index.
            if (await journal.HeadAsync(aggregate.StreamOf(key), cancel) is null) return null;
            mirror = mirrors.GetOrAdd(key, _ => new(key, aggregate, (state, version, before, c) => ShowAsync(key, state, version, before, c), journal, time));
            // Listen first, read then: nothing can fall between.
            await grains.GetGrain<TGrain>(key).WatchAsync(Self).WaitAsync(cancel);
            await mirror.ReachAsync(0, cancel);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or JournalException)
        {
            throw new DeskUnavailableException(aggregate.StreamOf(key), e);
        }
        return mirror.Now is null ? null : mirror;
    }
}
