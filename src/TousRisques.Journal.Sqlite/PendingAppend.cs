namespace TousRisques.Journal.Sqlite;

/// <summary>An append or import that waits for its turn.</summary>
internal sealed class PendingAppend(string stream, long expected, IReadOnlyList<NewRecord> records, CancellationToken cancel)
{
    private readonly TaskCompletionSource<StreamHead> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StreamHead? head;
    private Exception? refusal;

    /// <summary>An import of records as another journal kept them.</summary>
    public PendingAppend(string stream, string origin, IReadOnlyList<StoredRecord> imported, CancellationToken cancel)
        : this(stream, 0, [], cancel) => (Origin, Imported) = (origin, imported);

    public string Stream => stream;
    public long Expected => expected;
    public IReadOnlyList<NewRecord> Records => records;
    public string? Origin { get; }
    public IReadOnlyList<StoredRecord>? Imported { get; }
    public bool GivenUp => cancel.IsCancellationRequested;

    /// <summary>Completes when it is on disk, or refused.</summary>
    public Task<StreamHead> Done => done.Task;

    /// <summary>About how many characters it brings, to keep one transaction in bounds.</summary>
    public long Weight { get; } = records.Sum(r => (long)r.Json.Length);

    /// <summary>Notes what came of it; nobody hears before the transaction is on disk.</summary>
    public void Settle(StreamHead stored) => (head, refusal) = (stored, null);

    /// <summary>Notes that it changes nothing.</summary>
    public void Settle(Exception why) => (head, refusal) = (null, why);

    /// <summary>Tells the caller what was noted.</summary>
    public void Tell()
    {
        if (refusal is OperationCanceledException) done.TrySetCanceled(cancel);
        else if (refusal is not null) done.TrySetException(refusal);
        else done.TrySetResult(head!);
    }

    /// <summary>Tells the caller that the store failed.</summary>
    public void Fail(Exception why) => done.TrySetException(why);
}
