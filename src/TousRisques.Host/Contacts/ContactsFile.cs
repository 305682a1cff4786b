using Microsoft.Data.Sqlite;

namespace TousRisques.Host.Contacts;

/// <summary>
/// The file <c>contacts.db</c>: people, and mail that waits for them. One connection, used by one at a time. Made so that what is erased is gone from the disk
/// as far as a program can see to it (docs/contacts.md): no write-ahead log, a rollback journal that is deleted with every commit, deleted rows overwritten,
/// and, since pages that were split keep stale copies of rows in their gaps, the whole file written anew after an erasure.
/// </summary>
internal sealed class ContactsFile : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;

    /// <summary>Opens the file, making it when it is missing.</summary>
    public ContactsFile(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        // EXTRA: the journal's disappearance is on disk before a commit is answered, so that a power cut cannot bring a person back.
        Execute(
            """
            PRAGMA journal_mode = DELETE;
            PRAGMA secure_delete = ON;
            PRAGMA synchronous = EXTRA;
            PRAGMA temp_store = MEMORY;
            PRAGMA foreign_keys = ON;
            CREATE TABLE IF NOT EXISTS contact (
                id TEXT PRIMARY KEY, kind TEXT NOT NULL, expedition TEXT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL, phone TEXT NOT NULL, note TEXT NOT NULL,
                language TEXT NOT NULL, made_at INTEGER NOT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS contact_of ON contact (expedition, kind, made_at);
            CREATE TABLE IF NOT EXISTS letter (
                id TEXT PRIMARY KEY, contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE, state TEXT NOT NULL, sender TEXT NOT NULL, subject TEXT NOT NULL,
                body TEXT NOT NULL, page TEXT NOT NULL, calendar BLOB NOT NULL, queued_at INTEGER NOT NULL, next_at INTEGER NOT NULL, tries INTEGER NOT NULL, answer INTEGER NOT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS letter_of ON letter (contact);
            CREATE INDEX IF NOT EXISTS letter_due ON letter (state, next_at);
            """);
        Tidy(); // an erasure may have been cut off before its end
    }

    /// <summary>Runs statements; gives how many rows they changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object> arguments)
    {
        lock (gate)
        {
            using var command = Prepare(sql, arguments);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>Runs one statement for each of some rows of arguments, all or none; gives how many rows were changed.</summary>
    public int ExecuteEach(string sql, IEnumerable<object[]> rows)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            var changed = 0;
            foreach (var row in rows)
            {
                using var command = Prepare(sql, row);
                changed += command.ExecuteNonQuery();
            }
            transaction.Commit();
            return changed;
        }
    }

    /// <summary>Reads rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object> arguments)
    {
        lock (gate)
        {
            using var command = Prepare(sql, arguments);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(read(reader));
            return rows;
        }
    }

    /// <summary>Writes the whole file anew from what is in it: nothing else is left.</summary>
    public void Tidy() => Execute("VACUUM");

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object> arguments)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of this folder
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < arguments.Length; i++) command.Parameters.AddWithValue("$" + (char)('a' + i), arguments[i]);
        return command;
    }
}
