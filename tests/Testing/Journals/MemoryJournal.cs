using System.Runtime.CompilerServices;
using TousRisques.Journal;

namespace TousRisques.Testing.Journals;

/// <summary>A journal that keeps its promise until the process ends: for tests, and as the plain model of the others.</summary>
public sealed class MemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly List<StoredRecord> all = [];
    private readonly SortedDictionary<string, (StreamHead Head, List<StoredRecord> Records)> streams = new(StringComparer.Ordinal);
    private TaskCompletionSource appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<StreamHead> AppendAsync(string stream, long expectedVersion, IReadOnlyList<NewRecord> records, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        JournalLimits.Check(stream, records);
        lock (gate)
        {
            var head = HeadOf(stream) ?? new(stream, stream, 0, HashChain.Begin(stream), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
            if (head.Version != expectedVersion) return Task.FromException<StreamHead>(new AppendConflictException(stream, expectedVersion, head.Version));
            foreach (var r in records)
            {
                var version = head.Version + 1;
                var hash = HashChain.Next(head.Hash, version, HashChain.Time(r.At), r.Actor, r.Type, r.CommandId, r.Json);
                head = Store(head, new(stream, version, 0, r.At.ToUniversalTime(), r.Actor, r.Type, r.CommandId, r.Json, head.Hash, hash));
            }
            Wake();
            return Task.FromResult(head);
        }
    }

    public Task<StreamHead> ImportAsync(string stream, string origin, IReadOnlyList<StoredRecord> records, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        if (records.Count == 0) throw new BrokenChainException(stream, 1, ChainFlaw.MissingRecord);
        HashChain.Check(origin, records);
        lock (gate)
        {
            if (HeadOf(stream) is { } there) return Task.FromException<StreamHead>(new AppendConflictException(stream, 0, there.Version));
            var head = new StreamHead(stream, origin, 0, HashChain.Begin(origin), default, default);
            foreach (var r in records) head = Store(head, r with { Stream = stream });
            Wake();
            return Task.FromResult(head);
        }
    }

    public async IAsyncEnumerable<StoredRecord> ReadAsync(string stream, long fromVersion = 1, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var record in Copy(() => streams.TryGetValue(stream, out var s) ? s.Records : []))
            if (record.Version >= fromVersion) yield return record;
        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredRecord> ReadAllAsync(string prefix = "", long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var record in Copy(() => all))
            if (record.Position > afterPosition && record.Stream.StartsWith(prefix, StringComparison.Ordinal)) yield return record;
        await Task.CompletedTask;
    }

    public ValueTask<StreamHead?> HeadAsync(string stream, CancellationToken cancel = default)
    {
        lock (gate) return ValueTask.FromResult(HeadOf(stream));
    }

    public async IAsyncEnumerable<StreamHead> ListAsync(string prefix = "", [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var (name, stream) in Copy(() => streams))
            if (name.StartsWith(prefix, StringComparison.Ordinal)) yield return stream.Head;
        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredRecord> FollowAsync(string prefix = "", long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (true)
        {
            Task changed;
            lock (gate) changed = appended.Task;
            await foreach (var record in ReadAllAsync(prefix, afterPosition, cancel))
            {
                yield return record;
                afterPosition = record.Position;
            }
            await changed.WaitAsync(cancel);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private StreamHead? HeadOf(string stream) => streams.TryGetValue(stream, out var s) ? s.Head : null;

    private StreamHead Store(StreamHead head, StoredRecord record)
    {
        record = record with { Position = all.Count + 1 };
        all.Add(record);
        head = head with { Version = record.Version, Hash = record.Hash, LastAt = record.At, FirstAt = record.Version == 1 ? record.At : head.FirstAt };
        var records = streams.TryGetValue(head.Stream, out var s) ? s.Records : [];
        records.Add(record);
        streams[head.Stream] = (head, records);
        return head;
    }

    private List<T> Copy<T>(Func<IEnumerable<T>> what)
    {
        lock (gate) return [.. what()];
    }

    private void Wake()
    {
        appended.SetResult();
        appended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
