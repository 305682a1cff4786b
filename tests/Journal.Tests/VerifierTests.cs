using System.Globalization;
using CsCheck;
using Microsoft.Data.Sqlite;
using TousRisques.Domain.Words;
using TousRisques.Journal.Contract;
using TousRisques.Journal.Sqlite;
using Xunit;

namespace TousRisques.Journal.Tests;

/// <summary>Damage done to a file behind the journal's back is found, and named.</summary>
public sealed class VerifierTests : IDisposable
{
    private static readonly string[] Columns = ["stream", "version", "at", "actor", "type", "command", "json", "previous", "hash"];

    private readonly TempFolder folder = new();
    private readonly string good;

    public VerifierTests()
    {
        good = folder.File("good.db");
        FillAsync(good).GetAwaiter().GetResult();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_journal_left_alone_is_whole()
    {
        var report = JournalVerifier.Check(good);
        Assert.True(report.IsWhole, string.Join("\n", report.Damages));
        Assert.Equal((3, 24), (report.Streams, report.Records));
    }

    [Fact]
    public async Task A_journal_in_use_can_be_checked()
    {
        var path = folder.File("live.db");
        await using var journal = SqliteJournal.Open(new() { Path = path });
        await journal.AppendAsync("a", 0, Given.Records(5));
        Assert.Equal((true, 5), JournalVerifier.Check(path) is var report ? (report.IsWhole, report.Records) : default);
    }

    [Fact] // every column, every byte
    public void Any_changed_byte_of_any_event_is_found_and_the_event_is_named() => Gen.Select(
        Gen.Int[1, 24], Gen.OneOf([.. Columns.Where(c => c is not ("version" or "stream")).Select(Gen.Const)]), Gen.Int[0, 100_000], Gen.Int[1, 255])
        .Sample((position, column, offset, flip) =>
        {
            var path = Copy();
            var (stream, version) = Event(path, position);
            Assert.Equal(1, Run(path, $"UPDATE records SET {column} = {Flipped(path, position, column, offset, flip)} WHERE position = {position}"));
            var damages = JournalVerifier.Check(path).Damages;
            return damages is [var first, ..] && (first.Stream, first.Version) == (stream, version) && damages.All(d => d.Stream == stream);
        }, iter: 100, threads: 1);

    [Theory]
    [InlineData("DELETE FROM records WHERE position = 3", "workshop:A", 2, ChainFlaw.MissingRecord)]
    [InlineData("DELETE FROM records WHERE position = 1", "pack:1", 1, ChainFlaw.MissingRecord)]
    [InlineData("DELETE FROM records WHERE position = 24", "workshop:B", 13, ChainFlaw.MissingRecord)]
    [InlineData("DELETE FROM records WHERE stream = 'workshop:A'", "workshop:A", 1, ChainFlaw.MissingRecord)]
    [InlineData("DELETE FROM streams WHERE name = 'workshop:A'", "workshop:A", 10, ChainFlaw.MissingHead)]
    [InlineData("UPDATE streams SET version = version + 1 WHERE name = 'workshop:A'", "workshop:A", 11, ChainFlaw.MissingRecord)]
    [InlineData("UPDATE streams SET version = version - 1 WHERE name = 'workshop:A'", "workshop:A", 9, ChainFlaw.WrongHead)]
    [InlineData("UPDATE streams SET last_at = first_at WHERE name = 'workshop:A'", "workshop:A", 10, ChainFlaw.WrongHead)]
    [InlineData("UPDATE streams SET hash = zeroblob(32) WHERE name = 'workshop:A'", "workshop:A", 10, ChainFlaw.WrongHead)]
    [InlineData("UPDATE streams SET hash = zeroblob(31) WHERE name = 'workshop:A'", "workshop:A", 0, ChainFlaw.WrongHead)]
    [InlineData("UPDATE streams SET origin = 'workshop:B' WHERE name = 'workshop:A'", "workshop:A", 1, ChainFlaw.WrongPrevious)]
    [InlineData("UPDATE records SET stream = 'workshop:C' WHERE position = 4", "workshop:C", 1, ChainFlaw.MissingRecord)]
    [InlineData("UPDATE records SET position = 1000 WHERE position = 4", "workshop:A", 3, ChainFlaw.MissingRecord)]
    [InlineData("UPDATE records SET version = 1000 WHERE position = 4", "workshop:A", 1000, ChainFlaw.WrongHash)]
    [InlineData("UPDATE records SET at = x'ff' WHERE position = 4", "", 0, ChainFlaw.Structure)]
    public void What_was_taken_out_or_changed_is_named(string sql, string stream, long version, ChainFlaw flaw)
    {
        var path = Copy();
        try { Run(path, sql); }
        catch (SqliteException) { Run(path, sql.Replace("x'ff'", "CAST(x'ff' AS TEXT)", StringComparison.Ordinal)); (stream, version, flaw) = ("workshop:A", 3, ChainFlaw.WrongHash); }
        var first = JournalVerifier.Check(path).Damages[0];
        Assert.Equal((stream, version, flaw), (first.Stream, first.Version, first.Flaw));
    }

    [Fact]
    public void Two_events_exchanged_are_both_named()
    {
        var path = Copy();
        Run(path, """
            CREATE TEMP TABLE t AS SELECT * FROM records WHERE position IN (4, 6);
            UPDATE records SET json = (SELECT json FROM t WHERE t.position = 10 - records.position) WHERE position IN (4, 6);
            """);
        Assert.Equal([3L, 5L], JournalVerifier.Check(path).Damages.Select(d => d.Version));
    }

    [Fact]
    public void Two_whole_rows_exchanged_are_found()
    {
        var path = Copy();
        Run(path, "UPDATE records SET position = -1 WHERE position = 4; UPDATE records SET position = 4 WHERE position = 6; UPDATE records SET position = 6 WHERE position = -1");
        var report = JournalVerifier.Check(path);
        Assert.Equal(("workshop:A", 3, ChainFlaw.MissingRecord), (report.Damages[0].Stream, report.Damages[0].Version, report.Damages[0].Flaw));
        Assert.Contains(report.Damages, d => d.Flaw == ChainFlaw.OutOfOrder && d.Version == 3);
    }

    [Fact]
    public void A_stream_taken_out_with_its_head_leaves_a_gap_of_positions()
    {
        var path = Copy();
        Run(path, "DELETE FROM records WHERE stream = 'workshop:A'; DELETE FROM streams WHERE name = 'workshop:A'");
        var damage = JournalVerifier.Check(path).Damages[0];
        Assert.Equal((ChainFlaw.MissingPosition, 2, 10), (damage.Flaw, damage.Place, damage.Count));
    }

    [Fact]
    public void A_tail_cut_off_with_its_head_put_back_leaves_positions_that_end_early()
    {
        var path = Copy();
        Run(path, """
            DELETE FROM records WHERE position = 24;
            UPDATE streams SET version = 12, hash = (SELECT hash FROM records WHERE position = 23), last_at = (SELECT at FROM records WHERE position = 23) WHERE name = 'workshop:B';
            """);
        var damage = Assert.Single(JournalVerifier.Check(path).Damages);
        Assert.Equal((ChainFlaw.MissingPosition, 24), (damage.Flaw, damage.Place));
    }

    [Fact] // the file itself, not through SQLite: torn pages, flipped bits, anywhere
    public void A_damaged_file_is_either_reported_or_still_says_the_same() => Gen.Select(Gen.Double.Unit, Gen.Byte).Sample((where, value) =>
    {
        var path = Copy();
        using (var file = File.Open(path, FileMode.Open))
        {
            file.Position = (long)(where * (file.Length - 1));
            file.WriteByte(value);
        }
        try
        {
            var report = JournalVerifier.Check(path);
            return !report.IsWhole || report is { Streams: 3, Records: 24 };
        }
        catch (JournalException e) { return e.Trouble is JournalTrouble.NotAJournal or JournalTrouble.Newer or JournalTrouble.Damaged or JournalTrouble.CannotOpen or JournalTrouble.Failed; }
    }, iter: 200, threads: 1);

    [Fact]
    public async Task Behind_a_page_that_cannot_be_read_the_check_goes_on()
    {
        var path = folder.File("large.db");
        await using (var journal = SqliteJournal.Open(new() { Path = path }))
            await journal.AppendAsync("a", 0, Given.Records(2_000));
        var page = (await File.ReadAllBytesAsync(path)).AsSpan().IndexOf("\"number\":1000,"u8) / 4096;
        await using (var file = File.Open(path, FileMode.Open))
        {
            file.Position = page * 4096;
            await file.WriteAsync(new byte[4096]);
        }
        var report = JournalVerifier.Check(path);
        Assert.InRange(report.Records, 1_900, 1_999);
        Assert.Contains(report.Damages, d => d.Flaw == ChainFlaw.MissingRecord && d.Stream == "a");
        Assert.True(report.Total > 0);
    }

    [Theory]
    [InlineData("fr", "intact")]
    [InlineData("en", "whole")]
    public async Task The_command_says_that_all_is_well(string language, string word)
    {
        var (code, said) = await VerifyAsync(good, language);
        Assert.Equal(JournalVerifier.Whole, code);
        Assert.Contains(word, said);
    }

    [Theory]
    [InlineData("fr", "Première anomalie : workshop:A, événement 2")]
    [InlineData("en", "First fault: workshop:A, event 2")]
    public async Task The_command_names_the_first_damaged_event(string language, string words)
    {
        var path = Copy();
        Run(path, "UPDATE records SET json = '{}' WHERE position IN (3, 7, 20)");
        var (code, said) = await VerifyAsync(path, language);
        Assert.Equal(JournalVerifier.Damaged, code);
        Assert.Contains(words, said);
    }

    [Fact]
    public async Task The_command_tells_what_it_cannot_check()
    {
        var text = folder.File("notes.txt");
        await File.WriteAllTextAsync(text, "Bonjour, ceci n'est pas un journal, mais un texte un peu plus long qu'un en-tête de base de données SQLite.");
        var other = folder.File("other.db");
        Run(other, "CREATE TABLE t (a)", create: true);
        var newer = Copy();
        Run(newer, "PRAGMA user_version = 99");
        foreach (var path in (string[])[text, other, newer, folder.File("absent.db")])
        {
            var (code, said) = await VerifyAsync(path, "fr");
            Assert.Equal(JournalVerifier.NotChecked, code);
            Assert.Contains(path, said);
        }
    }

    [Fact]
    public async Task A_data_folder_stands_for_the_journal_in_it()
    {
        File.Copy(good, folder.File(SqliteJournalOptions.FileName));
        Assert.Equal(JournalVerifier.Whole, (await VerifyAsync(folder.Path, "fr")).Code);
    }

    private static async Task<(int Code, string Said)> VerifyAsync(string path, string language)
    {
        var output = new StringWriter();
        return (await JournalVerifier.RunAsync(path, new Language(language), output), output.ToString());
    }

    private static async Task FillAsync(string path)
    {
        await using var journal = SqliteJournal.Open(new() { Path = path });
        await journal.AppendAsync("pack:1", 0, Given.Records(1));
        await journal.AppendAsync("workshop:A", 0, Given.Records(10));
        await journal.AppendAsync("workshop:B", 0, Given.Records(13));
    }

    private string Copy()
    {
        var path = folder.File($"{Guid.NewGuid():N}.db");
        File.Copy(good, path);
        return path;
    }

    private static (string Stream, long Version) Event(string path, int position) =>
        ((string)Value(path, $"SELECT stream FROM records WHERE position = {position}"), Scalar(path, $"SELECT version FROM records WHERE position = {position}"));

    private static string Flipped(string path, int position, string column, int offset, int flip)
    {
        var bytes = (byte[])Value(path, $"SELECT CAST({column} AS BLOB) FROM records WHERE position = {position}");
        bytes[offset % bytes.Length] ^= (byte)flip;
        var hex = $"x'{Convert.ToHexString(bytes)}'";
        return column is "previous" or "hash" ? hex : $"CAST({hex} AS TEXT)";
    }

    private static long Scalar(string path, string sql) => Convert.ToInt64(Value(path, sql), CultureInfo.InvariantCulture);

    private static object Value(string path, string sql)
    {
        using var connection = Connect(path, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private static int Run(string path, string sql, bool create = false)
    {
        using var connection = Connect(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
