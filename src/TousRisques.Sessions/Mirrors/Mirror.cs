using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using TousRisques.Journal;
using TousRisques.Sessions.Aggregates;

namespace TousRisques.Sessions.Mirrors;

/// <summary>
/// A node's own copy of a stream's state, folded from the journal and from the facts that the grain tells. Facts told twice are passed over;
/// when some are missing the journal is read.
/// </summary>
/// <typeparam name="TState">What facts are folded into.</typeparam>
/// <typeparam name="TEnvelope">Its commands.</typeparam>
/// <typeparam name="TFact">Its facts.</typeparam>
/// <typeparam name="TLive">What is shown of it: the state with its version.</typeparam>
/// <param name="key">The stream's key.</param>
/// <param name="aggregate">Its kind.</param>
/// <param name="show">Makes what is shown from the state, its version and what was shown before; null while there is nothing to show.</param>
/// <param name="journal">Where it is read.</param>
/// <param name="time">The clock.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class Mirror<TState, TEnvelope, TFact, TLive>(
    string key, IAggregate<TState, TEnvelope, TFact> aggregate, Func<TState, long, TLive?, CancellationToken, ValueTask<TLive?>> show, IJournal journal, TimeProvider time)
    where TLive : class
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Lock followersGate = new();
    private readonly List<Channel<TLive>> followers = [];
    private TLive? now;
    private TState state = aggregate.Initial;
    private long version;
    private long shown;

    /// <summary>The latest state known here; null before the first reading, or when there is no such stream.</summary>
    public TLive? Now => Volatile.Read(ref now);

    /// <summary>When somebody last asked for it.</summary>
    public DateTimeOffset AskedAt { get; private set; } = time.GetUtcNow();

    /// <summary>Whether somebody follows it.</summary>
    public bool IsFollowed
    {
        get { lock (followersGate) return followers.Count > 0; }
    }

    /// <summary>Notes that somebody asked.</summary>
    public void Asked() => AskedAt = time.GetUtcNow();

    /// <summary>Takes facts on board that the grain told.</summary>
    public async Task TakeAsync(long firstVersion, IReadOnlyList<TFact> facts, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (firstVersion > version + 1) await ReadOnAsync(cancel);
            for (var i = 0; i < facts.Count; i++)
                if (firstVersion + i == version + 1) Fold(facts[i]);
            await ShowAsync(cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Goes on until a version is reached, reading the journal if it must; 0 reads whatever is there.</summary>
    public async ValueTask<TLive?> ReachAsync(long wanted, CancellationToken cancel)
    {
        if (Now is { } fresh && Volatile.Read(ref shown) >= wanted) return fresh;
        await gate.WaitAsync(cancel);
        try
        {
            if (now is null || version < wanted) await ReadOnAsync(cancel);
            await ShowAsync(cancel);
            return now;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Begins to follow: the channel holds the latest state only.</summary>
    public Channel<TLive> Follow()
    {
        var channel = Channel.CreateBounded<TLive>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (followersGate)
        {
            followers.Add(channel);
            if (Now is { } current) channel.Writer.TryWrite(current);
        }
        return channel;
    }

    /// <summary>Stops following.</summary>
    public void Unfollow(Channel<TLive> channel)
    {
        lock (followersGate) followers.Remove(channel);
    }

    private async Task ReadOnAsync(CancellationToken cancel)
    {
        await foreach (var record in journal.ReadAsync(aggregate.StreamOf(key), version + 1, cancel)) Fold(aggregate.Read(record));
    }

    private void Fold(TFact fact)
    {
        state = aggregate.Evolve(state, fact);
        version++;
    }

    private async ValueTask ShowAsync(CancellationToken cancel)
    {
        if (shown == version && now is not null) return;
        if (await show(state, version, now, cancel) is not { } fresh) return;
        lock (followersGate)
        {
            Volatile.Write(ref now, fresh);
            Volatile.Write(ref shown, version);
            foreach (var follower in followers) follower.Writer.TryWrite(fresh);
        }
    }
}
