using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
using TousRisques.Sessions.Packs;

namespace TousRisques.Sessions.Mirrors;

/// <summary>
/// A node's own copy of a workshop, folded from the journal and from the facts that the grain tells. Facts told twice are passed over;
/// when some are missing the journal is read.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class Mirror(WorkshopId workshop, IJournal journal, PackLibrary packs, TimeProvider time)
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Lock followersGate = new();
    private readonly List<Channel<LiveWorkshop>> followers = [];
    private LiveWorkshop? now;
    private Workshop state = Workshop.Initial;
    private long version;

    /// <summary>The latest state known here; null before the first reading, or when there is no such workshop.</summary>
    public LiveWorkshop? Now => Volatile.Read(ref now);

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
    public async Task TakeAsync(long firstVersion, IReadOnlyList<Fact> facts, CancellationToken cancel)
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
    public async ValueTask<LiveWorkshop?> ReachAsync(long wanted, CancellationToken cancel)
    {
        if (Now is { } fresh && fresh.Version >= wanted) return fresh;
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
    public Channel<LiveWorkshop> Follow()
    {
        var channel = Channel.CreateBounded<LiveWorkshop>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (followersGate)
        {
            followers.Add(channel);
            if (Now is { } current) channel.Writer.TryWrite(current);
        }
        return channel;
    }

    /// <summary>Stops following.</summary>
    public void Unfollow(Channel<LiveWorkshop> channel)
    {
        lock (followersGate) followers.Remove(channel);
    }

    private async Task ReadOnAsync(CancellationToken cancel)
    {
        await foreach (var record in journal.ReadAsync(FactCodec.StreamOf(workshop), version + 1, cancel)) Fold(FactCodec.Current.Read(record));
    }

    private void Fold(Fact fact)
    {
        state = Workshop.Evolve(state, fact);
        version++;
    }

    private async ValueTask ShowAsync(CancellationToken cancel)
    {
        if (state.Script is null || now?.Version == version) return;
        var pack = now?.Pack ?? await packs.FindAsync(state.Script.PackDigest, cancel);
        // A workshop taken in under another code goes by that code here.
        var shown = new LiveWorkshop(state with { Id = workshop }, pack, version);
        lock (followersGate)
        {
            Volatile.Write(ref now, shown);
            foreach (var follower in followers) follower.Writer.TryWrite(shown);
        }
    }
}
