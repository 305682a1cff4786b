using Microsoft.Data.Sqlite;
using TousRisques.Web.Access;

namespace TousRisques.Host.Accounts;

/// <summary>Accounts and one-time links in a small SQLite file of their own, <c>access.db</c>: erasable, and never part of a journal handed on.</summary>
internal sealed class SqliteAccounts : IAccounts
{
    private readonly Lock adding = new();
    private readonly string connection;

    /// <summary>Opens the file, making it when it is missing.</summary>
    public SqliteAccounts(string path)
    {
        connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 5 }.ToString();
        Execute(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY COLLATE NOCASE, hash TEXT NOT NULL, stamp TEXT NOT NULL) STRICT;
            CREATE TABLE IF NOT EXISTS link (digest TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
            """);
    }

    /// <inheritdoc/>
    public bool Any() => Query("SELECT 1 FROM account LIMIT 1", _ => true).Count > 0;

    /// <inheritdoc/>
    public Account? Find(string name)
    {
        // SQLite knows the case of ASCII letters alone: « ZOÉ » is looked for among all names, of which there are few.
        if (Read("WHERE name = $a", name).FirstOrDefault() is { } found) return found;
        return name.All(char.IsAscii) ? null : Read("").FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public void Put(Account account) => Execute(
        "INSERT INTO account (name, hash, stamp) VALUES ($a, $b, $c) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, stamp = excluded.stamp",
        account.Name, account.PasswordHash, account.Stamp);

    /// <inheritdoc/>
    public bool Add(Account account)
    {
        lock (adding)
            return Find(account.Name) is null
                && Execute("INSERT INTO account (name, hash, stamp) VALUES ($a, $b, $c) ON CONFLICT DO NOTHING", account.Name, account.PasswordHash, account.Stamp) == 1;
    }

    /// <inheritdoc/>
    public void PutLink(string digest, DateTimeOffset until) =>
        Execute("DELETE FROM link; INSERT INTO link (digest, until) VALUES ($a, $b)", digest, until.ToUnixTimeSeconds());

    /// <inheritdoc/>
    public bool HasLink(string digest, DateTimeOffset now) =>
        Query("SELECT 1 FROM link WHERE digest = $a AND until > $b", _ => true, digest, now.ToUnixTimeSeconds()).Count > 0;

    /// <inheritdoc/>
    public bool TakeLink(string digest, DateTimeOffset now) =>
        Execute("DELETE FROM link WHERE digest = $a AND until > $b", digest, now.ToUnixTimeSeconds()) == 1;

    private List<Account> Read(string where, params object[] arguments) =>
        Query("SELECT name, hash, stamp FROM account " + where, r => new Account(r.GetString(0), r.GetString(1), r.GetString(2)), arguments);

    private int Execute(string sql, params object[] arguments)
    {
        using var open = Open();
        using var command = Prepare(open, sql, arguments);
        return command.ExecuteNonQuery();
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object[] arguments)
    {
        using var open = Open();
        using var command = Prepare(open, sql, arguments);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private SqliteConnection Open()
    {
        var open = new SqliteConnection(connection);
        open.Open();
        return open;
    }

    private static SqliteCommand Prepare(SqliteConnection open, string sql, object[] arguments)
    {
        var command = open.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < arguments.Length; i++) command.Parameters.AddWithValue("$" + (char)('a' + i), arguments[i]);
        return command;
    }
}
