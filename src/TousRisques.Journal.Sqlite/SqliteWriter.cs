using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TousRisques.Journal.Sqlite;

/// <summary>
/// The one thread that writes. It takes whatever is waiting into one transaction, so that appends of many workshops share one flush to
/// disk: the busier the house, the fewer flushes each append costs.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostAppends = 1_000;
    private const long MostWeight = 8 * 1024 * 1024;

    private readonly BlockingCollection<PendingAppend> queue = [];
    private readonly SqliteConnection connection;
    private readonly SqliteStatements statements;
    private readonly string path;
    private readonly Action committed;
    private readonly Thread thread;
    private JournalException? broken;
    private long flushes;
    private int closed;

    public SqliteWriter(SqliteJournalOptions options, Action committed)
    {
        (path, this.committed) = (options.Path, committed);
        connection = SqliteSchema.OpenWriter(options);
        statements = new(connection);
        thread = new Thread(Run) { Name = "journal writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>How many transactions were flushed so far.</summary>
    public long Flushes => Interlocked.Read(ref flushes);

    public Task<StreamHead> Enqueue(PendingAppend pending)
    {
        try { queue.Add(pending); }
        catch (InvalidOperationException) { pending.Fail(new JournalException(JournalTrouble.Closed, path)); }
        return pending.Done;
    }

    /// <summary>Writes what is waiting, then stops.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) == 1) return;
        queue.CompleteAdding();
        thread.Join();
        statements.Dispose();
        connection.Dispose();
        queue.Dispose();
    }

    private void Run()
    {
        var batch = new List<PendingAppend>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            var weight = first.Weight;
            while (batch.Count < MostAppends && weight < MostWeight && queue.TryTake(out var next))
            {
                batch.Add(next);
                weight += next.Weight;
            }
            Write(batch);
            batch.Clear();
        }
    }

    private void Write(List<PendingAppend> batch)
    {
        if (TryWrite(batch) is not { } failure) return;
        // One append that cannot be written (a damaged stream, a pack too large for the disk) must not take the others down with it.
        if (batch.Count == 1 || broken is not null) batch.ForEach(p => p.Fail(failure));
        else
            foreach (var pending in batch)
                if (TryWrite([pending]) is { } alone) pending.Fail(alone);
    }

    /// <summary>Writes a batch in one transaction and tells the callers. On failure nothing is stored and nobody is told.</summary>
    private JournalException? TryWrite(List<PendingAppend> batch)
    {
        if (broken is not null) return broken;
        try
        {
            statements.Begin();
            foreach (var pending in batch) Settle(pending);
            statements.Commit(); // returns when on disk: synchronous = FULL
        }
        catch (Exception e)
        {
            try { statements.Rollback(); }
            catch (SqliteException) { } // SQLite has rolled back by itself
            var failure = SqliteTroubles.Translate(e, path);
            if (SqliteTroubles.IsDiskFailure(e)) broken = failure;
            return failure;
        }
        Interlocked.Increment(ref flushes);
        foreach (var pending in batch) pending.Tell();
        committed();
        return null;
    }

    private void Settle(PendingAppend pending)
    {
        if (pending.GivenUp)
        {
            pending.Settle(new OperationCanceledException());
            return;
        }
        var head = statements.Head(pending.Stream);
        if ((head?.Version ?? 0) != pending.Expected)
            pending.Settle(new AppendConflictException(pending.Stream, pending.Expected, head?.Version ?? 0));
        else
            pending.Settle(pending.Imported is { } imported ? Import(pending, imported) : Append(pending, head));
    }

    private StreamHead Append(PendingAppend pending, StreamHead? head)
    {
        var at = head?.LastAt ?? DateTimeOffset.UnixEpoch;
        head ??= new(pending.Stream, pending.Stream, 0, HashChain.Begin(pending.Stream), at, at);
        if (pending.Records.Count == 0) return head;
        foreach (var r in pending.Records)
        {
            var version = head.Version + 1;
            var hash = HashChain.Next(head.Hash, version, HashChain.Time(r.At), r.Actor, r.Type, r.CommandId, r.Json);
            statements.Insert(pending.Stream, version, HashChain.Time(r.At), r.Actor, r.Type, r.CommandId, r.Json, head.Hash, hash);
            var last = r.At.ToUniversalTime();
            head = head with { Version = version, Hash = hash, LastAt = last, FirstAt = version == 1 ? last : head.FirstAt };
        }
        statements.Save(head);
        return head;
    }

    private StreamHead Import(PendingAppend pending, IReadOnlyList<StoredRecord> imported)
    {
        foreach (var r in imported)
            statements.Insert(pending.Stream, r.Version, HashChain.Time(r.At), r.Actor, r.Type, r.CommandId, r.Json, r.PreviousHash, r.Hash);
        var last = imported[^1];
        var head = new StreamHead(pending.Stream, pending.Origin!, last.Version, last.Hash, imported[0].At, last.At);
        statements.Save(head);
        return head;
    }
}
