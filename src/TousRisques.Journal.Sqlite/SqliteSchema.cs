using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TousRisques.Journal.Sqlite;

/// <summary>The tables of a journal file, and how a connection to it is set up.</summary>
internal static class SqliteSchema
{
    /// <summary>"ToRi": tells our files from other SQLite files.</summary>
    public const int ApplicationId = 0x546F_5269;

    /// <summary>The schema that this version writes. A file with a larger one is left alone.</summary>
    public const int Version = 1;

    // Text and not numbers for times, and names in every row: whoever opens the file with plain sqlite3 can read it.
    // AUTOINCREMENT: positions have no gap and are never given twice, so a gap shows that rows were taken out.
    private const string Tables = """
        CREATE TABLE streams (
          name TEXT NOT NULL PRIMARY KEY,
          origin TEXT NOT NULL,
          version INTEGER NOT NULL,
          hash BLOB NOT NULL,
          first_at TEXT NOT NULL,
          last_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE records (
          position INTEGER PRIMARY KEY AUTOINCREMENT,
          stream TEXT NOT NULL,
          version INTEGER NOT NULL,
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          type TEXT NOT NULL,
          command TEXT NOT NULL,
          json TEXT NOT NULL,
          previous BLOB NOT NULL,
          hash BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX records_by_stream ON records (stream, version);
        """;

    /// <summary>Opens the one connection that writes, making the tables in a new file.</summary>
    /// <exception cref="JournalException">The file is something else, newer, or out of reach.</exception>
    public static SqliteConnection OpenWriter(SqliteJournalOptions options)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            // First: a file that is not ours is not touched.
            var isNew = Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0;
            if (!isNew) CheckOurs(connection, options.Path);
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            if (options.MaxPages > 0) Execute(connection, $"PRAGMA max_page_count = {options.MaxPages.ToString(CultureInfo.InvariantCulture)}");
            if (isNew) Execute(connection, $"BEGIN IMMEDIATE; {Tables} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT;");
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteTroubles.Translate(e, options.Path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Throws unless the file is a journal of a version that this program knows.</summary>
    public static void CheckOurs(SqliteConnection connection, string path)
    {
        if (Scalar(connection, "PRAGMA application_id") != ApplicationId) throw new JournalException(JournalTrouble.NotAJournal, path);
        if (Scalar(connection, "PRAGMA user_version") is > Version and var version)
            throw new JournalException(JournalTrouble.Newer, path, detail: $"schema {version}, this program knows {Version}");
    }

    public static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
