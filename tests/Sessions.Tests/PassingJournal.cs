using TousRisques.Journal;

namespace TousRisques.Sessions.Tests;

/// <summary>A journal in front of another, to change what one test needs changed.</summary>
public abstract class PassingJournal(IJournal inner) : IJournal
{
    public virtual Task<StreamHead> AppendAsync(string stream, long expectedVersion, IReadOnlyList<NewRecord> records, CancellationToken cancel = default) => inner.AppendAsync(stream, expectedVersion, records, cancel);

    public IAsyncEnumerable<StoredRecord> ReadAsync(string stream, long fromVersion = 1, CancellationToken cancel = default) => inner.ReadAsync(stream, fromVersion, cancel);

    public IAsyncEnumerable<StoredRecord> ReadAllAsync(string prefix = "", long afterPosition = 0, CancellationToken cancel = default) => inner.ReadAllAsync(prefix, afterPosition, cancel);

    public ValueTask<StreamHead?> HeadAsync(string stream, CancellationToken cancel = default) => inner.HeadAsync(stream, cancel);

    public IAsyncEnumerable<StreamHead> ListAsync(string prefix = "", CancellationToken cancel = default) => inner.ListAsync(prefix, cancel);

    public IAsyncEnumerable<StoredRecord> FollowAsync(string prefix = "", long afterPosition = 0, CancellationToken cancel = default) => inner.FollowAsync(prefix, afterPosition, cancel);

    public Task<StreamHead> ImportAsync(string stream, string origin, IReadOnlyList<StoredRecord> records, CancellationToken cancel = default) => inner.ImportAsync(stream, origin, records, cancel);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return inner.DisposeAsync();
    }
}
