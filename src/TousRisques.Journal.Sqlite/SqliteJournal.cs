using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace TousRisques.Journal.Sqlite;

/// <summary>
/// A journal in one SQLite file: write-ahead log, <c>synchronous = FULL</c>, one writer with group commit, readers on pooled read-only
/// connections that never wait for it. Every record read is checked against its hash first, so that damage is never played.
/// </summary>
public sealed class SqliteJournal : IJournal, IDisposable
{
    private const int PageRows = 500;
    private const long PageWeight = 4 * 1024 * 1024;

    private readonly SqliteJournalOptions options;
    private readonly string readOnly;
    private readonly FileStream? fileLock;
    private readonly SqliteWriter? writer; // null: only looks
    private volatile TaskCompletionSource appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SqliteJournal(SqliteJournalOptions options, FileStream? fileLock)
    {
        (this.options, this.fileLock) = (options, fileLock);
        readOnly = new SqliteConnectionStringBuilder { DataSource = options.Path, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
        if (fileLock is not null) writer = new(options, () => Interlocked.Exchange(ref appended, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult());
    }

    /// <summary>Opens the journal of a file, which is made when it is missing.</summary>
    /// <exception cref="JournalException">It cannot be opened; <see cref="JournalException.Trouble"/> says why.</exception>
    public static SqliteJournal Open(SqliteJournalOptions options)
    {
        options = options with { Path = Path.GetFullPath(options.Path) };
        if (options.ReadOnly) return OpenReadOnly(options);
        try { Directory.CreateDirectory(Path.GetDirectoryName(options.Path)!); }
        catch (UnauthorizedAccessException e) { throw new JournalException(JournalTrouble.ReadOnly, options.Path, e); }
        catch (IOException e) { throw new JournalException(JournalTrouble.CannotOpen, options.Path, e, e.Message); }

        var fileLock = SqliteLock.Take(options.Path);
        try { return new(options, fileLock); }
        catch
        {
            fileLock.Dispose();
            throw;
        }
    }

    private static SqliteJournal OpenReadOnly(SqliteJournalOptions options)
    {
        if (!File.Exists(options.Path)) throw new JournalException(JournalTrouble.CannotOpen, options.Path);
        var journal = new SqliteJournal(options, null);
        try
        {
            using var connection = new SqliteConnection(journal.readOnly);
            connection.Open();
            SqliteSchema.CheckOurs(connection, options.Path);
            return journal;
        }
        catch (SqliteException e) { throw SqliteTroubles.Translate(e, options.Path); }
    }

    /// <summary>How many times the journal has flushed to disk since it was opened: the measure of group commit.</summary>
    public long Flushes => writer?.Flushes ?? 0;

    /// <inheritdoc/>
    public Task<StreamHead> AppendAsync(string stream, long expectedVersion, IReadOnlyList<NewRecord> records, CancellationToken cancel = default)
    {
        JournalLimits.Check(stream, records);
        return Enqueue(new(stream, expectedVersion, records, cancel));
    }

    /// <inheritdoc/>
    public Task<StreamHead> ImportAsync(string stream, string origin, IReadOnlyList<StoredRecord> records, CancellationToken cancel = default)
    {
        if (records.Count == 0) throw new BrokenChainException(stream, 1, ChainFlaw.MissingRecord);
        JournalLimits.Check(origin, []);
        foreach (var record in records)
            JournalLimits.Check(stream, [new(record.Type, record.Actor, record.At, record.CommandId, record.Json)]);
        HashChain.Check(origin, records);
        return Enqueue(new(stream, origin, records, cancel));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> ReadAsync(
        string stream, long fromVersion = 1, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        fromVersion = Math.Max(1, fromVersion);
        // The head first: whatever is appended meanwhile, the stream has at least that many records.
        if (await HeadAsync(stream, cancel).ConfigureAwait(false) is not { } head) yield break;
        var (next, previous) = (fromVersion, fromVersion == 1 ? HashChain.Begin(head.Origin) : (RecordHash?)null);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var page = Page(SqliteRows.SelectRecord + " WHERE stream = $a AND version >= $b ORDER BY version LIMIT $rows", stream, next);
            foreach (var record in page)
            {
                if (record.Version != next || (previous ?? record.PreviousHash) != record.PreviousHash || HashChain.Next(record.PreviousHash, record) != record.Hash)
                    throw Damaged(stream, next);
                yield return record;
                (next, previous) = (record.Version + 1, record.Hash);
            }
            if (page.Count == 0) break;
        }
        if (next <= head.Version) throw Damaged(stream, next);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> ReadAllAsync(
        string prefix = "", long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (PageAfter(prefix, afterPosition) is { Count: > 0 } page)
            foreach (var record in page)
            {
                cancel.ThrowIfCancellationRequested();
                yield return record;
                afterPosition = record.Position;
            }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> FollowAsync(
        string prefix = "", long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (true)
        {
            var changed = appended.Task; // before looking: what is appended after the look wakes us
            var upTo = Query("SELECT coalesce(max(position), 0) FROM records", [], row => row.GetInt64(0))[0];
            await foreach (var record in ReadAllAsync(prefix, afterPosition, cancel).ConfigureAwait(false))
            {
                yield return record;
                afterPosition = record.Position;
            }
            afterPosition = Math.Max(afterPosition, upTo); // streams of other prefixes are passed over once
            await Task.WhenAny(changed, Task.Delay(options.PollEvery, cancel)).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public ValueTask<StreamHead?> HeadAsync(string stream, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Query(SqliteRows.SelectHead + " WHERE name = $a", [stream], SqliteRows.Head) is [var head] ? head : null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamHead> ListAsync(string prefix = "", [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var heads = Query(SqliteRows.SelectHead + " WHERE name >= $a AND substr(name, 1, length($a)) = $a ORDER BY name", [prefix], SqliteRows.Head);
        foreach (var head in heads)
        {
            cancel.ThrowIfCancellationRequested();
            yield return head;
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>Writes what waits, then closes; the file is whole by itself and may be copied away.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(readOnly)) SqliteConnection.ClearPool(connection);
        writer?.Dispose();
        fileLock?.Dispose();
    }

    private Task<StreamHead> Enqueue(PendingAppend pending) =>
        writer?.Enqueue(pending) ?? Task.FromException<StreamHead>(new JournalException(JournalTrouble.ReadOnly, options.Path));

    private List<StoredRecord> PageAfter(string prefix, long position)
    {
        var page = Page(
            SqliteRows.SelectRecord + " WHERE position > $b AND substr(stream, 1, length($a)) = $a ORDER BY position LIMIT $rows", prefix, position);
        foreach (var record in page)
            if (HashChain.Next(record.PreviousHash, record) != record.Hash) throw Damaged(record.Stream, record.Version);
        return page;
    }

    /// <summary>One page: the read transaction is over before the caller sees a record, so that a slow reader never holds up the log.</summary>
    private List<StoredRecord> Page(string sql, string a, long b)
    {
        var weight = 0L;
        return Query(sql, [a, b, PageRows], SqliteRows.Record, record => (weight += record.Json.Length) < PageWeight);
    }

    private List<T> Query<T>(string sql, object[] values, Func<SqliteDataReader, T> row, Func<T, bool>? goOn = null)
    {
        string[] names = ["$a", "$b", "$rows"];
        var rows = new List<T>();
        try
        {
            using var connection = new SqliteConnection(readOnly);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue(names[i], values[i]);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(row(reader));
                if (goOn is not null && !goOn(rows[^1])) break;
            }
            return rows;
        }
        catch (Exception e) when (e is SqliteException || SqliteTroubles.IsForeignRow(e)) { throw SqliteTroubles.Translate(e, options.Path); }
    }

    private JournalException Damaged(string stream, long version) =>
        new(JournalTrouble.Damaged, options.Path, detail: $"{stream}, event {version}");
}
