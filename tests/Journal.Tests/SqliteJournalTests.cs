using CsCheck;
using Microsoft.Data.Sqlite;
using TousRisques.Domain.Words;
using TousRisques.Journal.Contract;
using TousRisques.Journal.Sqlite;
using Xunit;

namespace TousRisques.Journal.Tests;

/// <summary>What is particular to the journal in an SQLite file: flushes, troubles with the disk, and one server a folder.</summary>
public sealed class SqliteJournalTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private SqliteJournal Open(string name = "journal.db", long maxPages = 0) =>
        SqliteJournal.Open(new() { Path = folder.File(name), MaxPages = maxPages });

    [Fact]
    public async Task Appends_that_wait_together_share_a_flush()
    {
        await using var journal = Open();
        const int streams = 400;
        await Task.WhenAll(Enumerable.Range(0, streams).Select(i => journal.AppendAsync($"s{i}", 0, Given.Records(2))));
        Assert.InRange(journal.Flushes, 1, streams / 4);
        Assert.Equal(streams, (await journal.ListAsync("s").ToListAsync()).Count);
    }

    [Fact]
    public async Task A_conflict_in_a_shared_flush_harms_no_other()
    {
        await using var journal = Open();
        await journal.AppendAsync("taken", 0, Given.Records(1));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            try { return (await journal.AppendAsync(i % 2 == 0 ? "taken" : $"s{i}", 0, Given.Records(1))).Version; }
            catch (AppendConflictException) { return -1; }
        }));
        Assert.Equal((50, 50), (outcomes.Count(o => o == 1), outcomes.Count(o => o == -1)));
    }

    [Fact]
    public async Task What_was_appended_is_there_when_the_file_is_opened_again()
    {
        await using (var journal = Open()) await journal.AppendAsync("a", 0, Given.Records(3));
        Assert.False(File.Exists(folder.File("journal.db-wal"))); // one file, ready to be copied
        await using (var journal = Open())
        {
            Assert.Equal(Given.Records(3), (await journal.ReadAsync("a").ToListAsync()).Select(Given.Said));
            Assert.Equal(4, (await journal.AppendAsync("a", 3, [Given.Record(4)])).Version);
        }
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_told_so()
    {
        await using var journal = Open();
        var e = Assert.Throws<JournalException>(() => Open());
        Assert.Equal(JournalTrouble.InUse, e.Trouble);
        Assert.Contains("--data", JournalTroubleWords.Say(e.Trouble, e.Place, Language.French));
        await journal.AppendAsync("a", 0, Given.Records(1));
    }

    [Fact]
    public async Task A_journal_opened_to_look_reads_beside_a_server_and_never_writes()
    {
        Assert.Equal(JournalTrouble.CannotOpen, Assert.Throws<JournalException>(Look).Trouble);
        await using var journal = Open();
        await using var look = Look();
        await journal.AppendAsync("a", 0, Given.Records(3));
        Assert.Equal(3, (await look.ReadAsync("a").ToListAsync()).Count);
        Assert.Equal(JournalTrouble.ReadOnly, (await Assert.ThrowsAsync<JournalException>(() => look.AppendAsync("a", 3, [Given.Record(4)]))).Trouble);

        SqliteJournal Look() => SqliteJournal.Open(new() { Path = folder.File("journal.db"), ReadOnly = true });
    }

    [Fact]
    public async Task A_full_disk_refuses_appends_and_keeps_what_was_confirmed()
    {
        await using var journal = Open(maxPages: 64);
        var big = Given.Record() with { Json = $"\"{new string('x', 20_000)}\"" };
        var version = 0L;
        var e = await Assert.ThrowsAsync<JournalException>(async () =>
        {
            while (version < 100) version = (await journal.AppendAsync("a", version, [big])).Version;
        });
        Assert.Equal(JournalTrouble.DiskFull, e.Trouble);
        Assert.Equal(version, (await journal.ReadAsync("a").ToListAsync()).Count);
        Assert.True((await journal.AppendAsync("a", version, [Given.Record()])).Version == version + 1, "What still fits is still taken.");
    }

    [Fact]
    public async Task An_append_too_large_for_the_disk_does_not_take_others_down_with_it()
    {
        await using var journal = Open(maxPages: 64);
        var small = Enumerable.Range(0, 50).Select(i => journal.AppendAsync($"s{i}", 0, Given.Records(1))).ToList();
        var large = journal.AppendAsync("large", 0, [Given.Record() with { Json = $"\"{new string('x', 1_000_000)}\"" }]);
        small.AddRange(Enumerable.Range(50, 50).Select(i => journal.AppendAsync($"s{i}", 0, Given.Records(1))));
        Assert.Equal(JournalTrouble.DiskFull, (await Assert.ThrowsAsync<JournalException>(() => large)).Trouble);
        Assert.All(await Task.WhenAll(small), head => Assert.Equal(1, head.Version));
    }

    [Fact]
    public void A_file_of_another_kind_is_left_alone()
    {
        File.WriteAllText(folder.File("text.db"), new string('a', 5_000));
        Assert.Equal(JournalTrouble.NotAJournal, Assert.Throws<JournalException>(() => Open("text.db")).Trouble);
        Assert.Equal(new string('a', 5_000), File.ReadAllText(folder.File("text.db")));

        Execute("other.db", "CREATE TABLE t (a)");
        Assert.Equal(JournalTrouble.NotAJournal, Assert.Throws<JournalException>(() => Open("other.db")).Trouble);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        await using (Open()) { }
        Execute("journal.db", "PRAGMA user_version = 2");
        Assert.Equal(JournalTrouble.Newer, Assert.Throws<JournalException>(() => Open()).Trouble);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        File.WriteAllText(folder.File("file"), "");
        var e = Assert.Throws<JournalException>(() => SqliteJournal.Open(new() { Path = folder.File("file/sub/journal.db") }));
        Assert.Equal(JournalTrouble.CannotOpen, e.Trouble);
    }

    [Fact]
    public void A_read_only_folder_is_told()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write everywhere.");
        if (OperatingSystem.IsWindows()) return; // another way of rights
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try { Assert.Equal(JournalTrouble.ReadOnly, Assert.Throws<JournalException>(() => Open()).Trouble); }
        finally { File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    [Theory]
    [InlineData("UPDATE records SET json = '{}' WHERE version = 2")]
    [InlineData("UPDATE records SET at = 'yesterday' WHERE version = 2")]
    [InlineData("UPDATE records SET hash = zeroblob(3) WHERE version = 2")]
    [InlineData("DELETE FROM records WHERE version = 2")]
    [InlineData("DELETE FROM records WHERE version = 3")]
    [InlineData("DELETE FROM records WHERE version = 1")]
    [InlineData("UPDATE streams SET origin = 'b'")]
    public async Task A_damaged_stream_is_never_played(string damage)
    {
        await using (var journal = Open()) await journal.AppendAsync("a", 0, Given.Records(3));
        Execute("journal.db", damage);
        await using (var journal = Open())
        {
            var e = await Assert.ThrowsAsync<JournalException>(async () => await journal.ReadAsync("a").ToListAsync());
            Assert.Equal(JournalTrouble.Damaged, e.Trouble);
        }
    }

    [Fact] // a flipped byte anywhere in the file: what is read is right or is refused, and the server never meets a surprise
    public async Task A_damaged_file_never_gives_anything_but_the_truth_or_trouble()
    {
        await using (var journal = Open("good.db"))
            for (var s = 0; s < 3; s++) await journal.AppendAsync($"s{s}", 0, Given.Records(8));
        var good = await File.ReadAllBytesAsync(folder.File("good.db"));
        await Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).SampleAsync(async t =>
        {
            var (at, value) = t;
            var bytes = good.ToArray();
            bytes[at] = value;
            var name = $"{Guid.NewGuid():N}.db";
            await File.WriteAllBytesAsync(folder.File(name), bytes);
            try
            {
                await using var journal = Open(name);
                for (var s = 0; s < 3; s++)
                {
                    var read = await journal.ReadAsync($"s{s}").ToListAsync();
                    if (read.Count > 0) Assert.Equal(Given.Records(8), read.Select(Given.Said)); // no head, no stream: verify tells of that
                    await journal.AppendAsync($"s{s}", read.Count, Given.Records(1, first: 9));
                }
            }
            catch (JournalException) { }
        }, iter: 150, threads: 1);
    }

    [Fact]
    public async Task A_closed_journal_says_so()
    {
        var journal = Open();
        await journal.DisposeAsync();
        Assert.Equal(JournalTrouble.Closed, (await Assert.ThrowsAsync<JournalException>(() => journal.AppendAsync("a", 0, Given.Records(1)))).Trouble);
        await journal.DisposeAsync();
    }

    [Fact]
    public async Task Closing_waits_for_what_was_handed_in()
    {
        var journal = Open();
        var appends = Enumerable.Range(0, 200).Select(i => journal.AppendAsync($"s{i}", 0, Given.Records(1))).ToList();
        await journal.DisposeAsync();
        Assert.All(await Task.WhenAll(appends), head => Assert.Equal(1, head.Version));
    }

    [Fact]
    public async Task Readers_do_not_wait_for_the_writer()
    {
        await using var journal = Open();
        await journal.AppendAsync("a", 0, Given.Records(10));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var v = 0L; !stop.IsCancellationRequested;) v = (await journal.AppendAsync("busy", v, Given.Records(50))).Version;
        });
        for (var i = 0; i < 50; i++) Assert.Equal(10, (await journal.ReadAsync("a").ToListAsync()).Count);
        await stop.CancelAsync();
        await writing;
    }

    private void Execute(string name, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.File(name), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
