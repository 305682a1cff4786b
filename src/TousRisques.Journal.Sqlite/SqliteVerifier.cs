using System.Text;
using Microsoft.Data.Sqlite;
using TousRisques.Journal.Verification;

namespace TousRisques.Journal.Sqlite;

/// <summary>
/// Checks a journal file without changing it, as far as it can be read: where a page is damaged it goes on behind it. The file may be in
/// use by a server meanwhile; what that one appends after the check began is left out.
/// </summary>
internal sealed class SqliteVerifier(string path)
{
    private const int PageRows = 200;

    /// <summary>How many positions in a row may be unreadable before the rest is given up.</summary>
    private const int MostUnreadable = 10_000;

    /// <exception cref="JournalException">It is no journal, a newer one, or cannot be opened.</exception>
    public VerifyReport Run(CancellationToken cancel)
    {
        using var connection = Open();
        var damages = new List<Damage>();
        // One snapshot for all that follows.
        Try(() => SqliteSchema.Execute(connection, "BEGIN"), damages);
        Try(() => damages.AddRange(Structure(connection)), damages);
        var heads = new Dictionary<string, StreamHead>(StringComparer.Ordinal);
        Try(() => ReadHeads(connection, heads, damages), damages);

        var chains = new ChainVerifier(heads);
        var (most, lastGiven) = (0L, -1L);
        Try(() => most = SqliteSchema.Scalar(connection, "SELECT coalesce(max(position), 0) FROM records NOT INDEXED"), damages);
        Try(() => lastGiven = SqliteSchema.Scalar(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'records'"), damages);
        Records(connection, chains, Math.Max(most, lastGiven), cancel);
        foreach (var damage in damages) chains.Note(damage);
        return chains.Finish(lastGiven);
    }

    private SqliteConnection Open()
    {
        try { return Open(path); }
        // On a read-only medium the write-ahead log cannot be set up; if there is none, the file is whole by itself.
        catch (JournalException e) when (e.Trouble is JournalTrouble.CannotOpen or JournalTrouble.ReadOnly && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            return Open(new Uri(path).AbsoluteUri + "?immutable=1");
        }
    }

    private SqliteConnection Open(string source)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            SqliteSchema.CheckOurs(connection, path);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteTroubles.Translate(e, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Try(Action read, List<Damage> damages)
    {
        try { read(); }
        catch (Exception e) when (e is SqliteException || SqliteTroubles.IsForeignRow(e)) { damages.Add(Structural(e.Message)); }
    }

    private static Damage Structural(string detail) => new("", 0, 0, ChainFlaw.Structure, Detail: detail);

    /// <summary>What SQLite itself finds: torn pages, indexes that do not agree with their table.</summary>
    private static IEnumerable<Damage> Structure(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(50)";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (reader.GetString(0) is not "ok" and var fault) yield return Structural(fault.ReplaceLineEndings(" "));
    }

    private static void ReadHeads(SqliteConnection connection, Dictionary<string, StreamHead> heads, List<Damage> damages)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqliteRows.SelectHead;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(0));
            try { heads[name] = SqliteRows.Head(reader); }
            catch (Exception e) when (SqliteTroubles.IsForeignRow(e))
            {
                damages.Add(new(name, 0, 0, ChainFlaw.WrongHead, Detail: e.Message));
            }
        }
    }

    /// <summary>Page by page; where a page fails, row by row, and on behind what cannot be read.</summary>
    private static void Records(SqliteConnection connection, ChainVerifier chains, long last, CancellationToken cancel)
    {
        var (position, unreadable) = (0L, 0);
        while (position < last && unreadable < MostUnreadable)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                var page = Page(connection, "position > $p ORDER BY position LIMIT $n", position);
                if (page.Count == 0) return;
                foreach (var record in page) chains.Add(record);
                (position, unreadable) = (page[^1].Position, 0);
                continue;
            }
            catch (Exception e) when (e is SqliteException || SqliteTroubles.IsForeignRow(e)) { }

            for (var end = Math.Min(last, position + PageRows); position < end;)
            {
                position++;
                try
                {
                    foreach (var record in Page(connection, "position = $p LIMIT $n", position)) chains.Add(record);
                }
                catch (Exception e) when (e is SqliteException || SqliteTroubles.IsForeignRow(e))
                {
                    chains.Unreadable(position, e.Message);
                    unreadable++;
                }
            }
        }
    }

    private static List<RawRecord> Page(SqliteConnection connection, string where, long position)
    {
        using var command = connection.CreateCommand();
        // NOT INDEXED: the table itself, whatever became of its index.
        command.CommandText = $"{SqliteRows.SelectRecord} NOT INDEXED WHERE {where}";
        command.Parameters.AddWithValue("$p", position);
        command.Parameters.AddWithValue("$n", PageRows);
        using var reader = command.ExecuteReader();
        var page = new List<RawRecord>();
        while (reader.Read())
            page.Add(new(reader.GetInt64(0), Bytes(1), reader.GetInt64(2), Bytes(3), Bytes(4), Bytes(5), Bytes(6), Bytes(7), Bytes(8), Bytes(9)));
        return page;

        byte[] Bytes(int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<byte[]>(column);
    }
}
