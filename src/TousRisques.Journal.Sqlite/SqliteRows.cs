using Microsoft.Data.Sqlite;

namespace TousRisques.Journal.Sqlite;

/// <summary>Rows of the two tables as the records of the journal.</summary>
internal static class SqliteRows
{
    public const string SelectHead = "SELECT name, origin, version, hash, first_at, last_at FROM streams";

    public const string SelectRecord = "SELECT position, stream, version, at, actor, type, command, json, previous, hash FROM records";

    public static StreamHead Head(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), new(row.GetFieldValue<byte[]>(3)),
        HashChain.Time(row.GetString(4)), HashChain.Time(row.GetString(5)));

    public static StoredRecord Record(SqliteDataReader row) => new(
        row.GetString(1), row.GetInt64(2), row.GetInt64(0), HashChain.Time(row.GetString(3)), row.GetString(4), row.GetString(5),
        row.GetString(6), row.GetString(7), new(row.GetFieldValue<byte[]>(8)), new(row.GetFieldValue<byte[]>(9)));
}
