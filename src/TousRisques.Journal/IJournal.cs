namespace TousRisques.Journal;

/// <summary>
/// The promise of a journal: records are appended to streams, in order, and never change. One contract suite (tests/Journal.Contract)
/// holds every implementation to it.
/// </summary>
/// <remarks>
/// A stream is named by text such as <c>workshop:KRTMNP</c> or <c>pack:3f2a…</c>. Its first record has version 1, so the version of a stream
/// is also how many records it has, and 0 means that there is no such stream. Across streams, positions grow in the order of appends.
/// Every method throws <see cref="JournalException"/> when the store itself fails.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// Appends records to a stream, all or none, and returns once they are on disk. Appending nothing checks the version and stores nothing.
    /// </summary>
    /// <param name="stream">Name of the stream; it is made by its first append. At most <see cref="JournalLimits.StreamName"/> characters.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 for a stream that must not exist yet.</param>
    /// <param name="records">What to append.</param>
    /// <param name="cancel">Gives up while the append still waits its turn. Once writing has begun it is no longer looked at.</param>
    /// <returns>The stream's head after the append.</returns>
    /// <exception cref="AppendConflictException">The stream has another version: nothing was stored.</exception>
    /// <exception cref="ArgumentException">A record passes a limit, or its JSON is not one line.</exception>
    Task<StreamHead> AppendAsync(string stream, long expectedVersion, IReadOnlyList<NewRecord> records, CancellationToken cancel = default);

    /// <summary>Reads a stream in order, from a version on, up to its head at the time the end is reached. An unknown stream is empty.</summary>
    IAsyncEnumerable<StoredRecord> ReadAsync(string stream, long fromVersion = 1, CancellationToken cancel = default);

    /// <summary>Reads all streams whose name begins with a prefix, in the order of positions, after a position.</summary>
    IAsyncEnumerable<StoredRecord> ReadAllAsync(string prefix = "", long afterPosition = 0, CancellationToken cancel = default);

    /// <summary>The head of a stream, or null when there is no such stream.</summary>
    ValueTask<StreamHead?> HeadAsync(string stream, CancellationToken cancel = default);

    /// <summary>The heads of all streams whose name begins with a prefix, by name (ordinal).</summary>
    IAsyncEnumerable<StreamHead> ListAsync(string prefix = "", CancellationToken cancel = default);

    /// <summary>
    /// Like <see cref="ReadAllAsync"/>, but does not end: goes on with every record as it is appended, by this process at once, by others
    /// within a short while. Misses none and repeats none. Ends when cancelled.
    /// </summary>
    IAsyncEnumerable<StoredRecord> FollowAsync(string prefix = "", long afterPosition = 0, CancellationToken cancel = default);

    /// <summary>
    /// Takes in a whole stream as another journal kept it: versions, times, hashes and origin stay, positions are new. All or nothing.
    /// </summary>
    /// <param name="stream">The name it gets here, which may differ from its origin.</param>
    /// <param name="origin">The name under which its chain was begun.</param>
    /// <param name="records">Every record from version 1 on.</param>
    /// <param name="cancel">Gives up while the import still waits its turn.</param>
    /// <exception cref="AppendConflictException">A stream of that name exists already.</exception>
    /// <exception cref="BrokenChainException">The records are not a whole chain: nothing was stored.</exception>
    Task<StreamHead> ImportAsync(string stream, string origin, IReadOnlyList<StoredRecord> records, CancellationToken cancel = default);
}
