using TousRisques.Journal;

namespace TousRisques.Sessions.Tests;

/// <summary>What a journal does wrong at its next append to a workshop.</summary>
public enum Fault
{
    None,
    /// <summary>Stores nothing and fails.</summary>
    BeforeStoring,
    /// <summary>Stores everything and fails all the same, as when the answer is lost.</summary>
    AfterStoring,
}

/// <summary>A journal that fails when told to.</summary>
public sealed class FaultyJournal(IJournal inner) : IJournal
{
    private int appends;

    public Fault Next { get; set; }

    /// <summary>Appends to workshops so far.</summary>
    public int Appends => appends;

    public async Task<StreamHead> AppendAsync(string stream, long expectedVersion, IReadOnlyList<NewRecord> records, CancellationToken cancel = default)
    {
        if (!stream.StartsWith("workshop:", StringComparison.Ordinal)) return await inner.AppendAsync(stream, expectedVersion, records, cancel);
        Interlocked.Increment(ref appends);
        var fault = Next;
        Next = Fault.None;
        if (fault == Fault.BeforeStoring) throw new JournalException(JournalTrouble.DiskFull, "test");
        var head = await inner.AppendAsync(stream, expectedVersion, records, cancel);
        if (fault == Fault.AfterStoring) throw new JournalException(JournalTrouble.Failed, "test");
        return head;
    }

    public IAsyncEnumerable<StoredRecord> ReadAsync(string stream, long fromVersion = 1, CancellationToken cancel = default) => inner.ReadAsync(stream, fromVersion, cancel);

    public IAsyncEnumerable<StoredRecord> ReadAllAsync(string prefix = "", long afterPosition = 0, CancellationToken cancel = default) => inner.ReadAllAsync(prefix, afterPosition, cancel);

    public ValueTask<StreamHead?> HeadAsync(string stream, CancellationToken cancel = default) => inner.HeadAsync(stream, cancel);

    public IAsyncEnumerable<StreamHead> ListAsync(string prefix = "", CancellationToken cancel = default) => inner.ListAsync(prefix, cancel);

    public IAsyncEnumerable<StoredRecord> FollowAsync(string prefix = "", long afterPosition = 0, CancellationToken cancel = default) => inner.FollowAsync(prefix, afterPosition, cancel);

    public Task<StreamHead> ImportAsync(string stream, string origin, IReadOnlyList<StoredRecord> records, CancellationToken cancel = default) => inner.ImportAsync(stream, origin, records, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
