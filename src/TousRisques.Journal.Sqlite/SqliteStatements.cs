using Microsoft.Data.Sqlite;

namespace TousRisques.Journal.Sqlite;

/// <summary>The statements of the writer, prepared once.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly SqliteCommand begin, commit, rollback, head, insert, save;

    public SqliteStatements(SqliteConnection connection)
    {
        begin = Command("BEGIN IMMEDIATE");
        commit = Command("COMMIT");
        rollback = Command("ROLLBACK");
        head = Command(SqliteRows.SelectHead + " WHERE name = $name", "$name");
        insert = Command(
            """
            INSERT INTO records (stream, version, at, actor, type, command, json, previous, hash)
            VALUES ($stream, $version, $at, $actor, $type, $command, $json, $previous, $hash)
            """,
            "$stream", "$version", "$at", "$actor", "$type", "$command", "$json", "$previous", "$hash");
        save = Command(
            """
            INSERT INTO streams (name, origin, version, hash, first_at, last_at) VALUES ($name, $origin, $version, $hash, $first, $last)
            ON CONFLICT (name) DO UPDATE SET version = excluded.version, hash = excluded.hash, first_at = excluded.first_at, last_at = excluded.last_at
            """,
            "$name", "$origin", "$version", "$hash", "$first", "$last");

        SqliteCommand Command(string sql, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            return command;
        }
    }

    public void Begin() => begin.ExecuteNonQuery();

    public void Commit() => commit.ExecuteNonQuery();

    public void Rollback() => rollback.ExecuteNonQuery();

    public StreamHead? Head(string name)
    {
        head.Parameters[0].Value = name;
        using var reader = head.ExecuteReader();
        return reader.Read() ? SqliteRows.Head(reader) : null;
    }

    public void Insert(string stream, long version, string at, string actor, string type, string command, string json, RecordHash previous, RecordHash hash) =>
        Run(insert, stream, version, at, actor, type, command, json, previous.ToArray(), hash.ToArray());

    public void Save(StreamHead stored) =>
        Run(save, stored.Stream, stored.Origin, stored.Version, stored.Hash.ToArray(), HashChain.Time(stored.FirstAt), HashChain.Time(stored.LastAt));

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[begin, commit, rollback, head, insert, save]) command.Dispose();
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
