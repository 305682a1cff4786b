using System.Text;
using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Contract;
using TousRisques.Journal.Exchange;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Packs;
using TousRisques.Journal.Sqlite;
using TousRisques.Testing;
using TousRisques.Testing.Journals;
using Xunit;

namespace TousRisques.Journal.Tests;

/// <summary>A workshop goes from one installation to another in one file, whole or not at all.</summary>
public sealed class PortableFileTests : IAsyncLifetime
{
    private static readonly PackFile[] Pack = [new("pack.yaml", "id: small\n"), new("scenario.yaml", "title: « Crue »\r\n")];

    private readonly MemoryJournal home = new();
    private string file = "";

    public async ValueTask InitializeAsync()
    {
        await KeepAsync(home, Room.Code, PackDigest.Of(Pack));
        await new PackShelf(home).KeepAsync(Pack, Given.Noon);
        file = Encoding.UTF8.GetString(await ExportAsync(home));
    }

    public async ValueTask DisposeAsync() => await home.DisposeAsync();

    [Fact]
    public async Task A_workshop_moves_to_another_installation_with_its_pack()
    {
        await using var away = new MemoryJournal();
        var read = await ReadAsync(file);
        Assert.Equal(ImportOutcome.Imported, await PortableFile.ImportAsync(away, read));

        Assert.Equal(await home.ReadAsync("workshop:ABCDEF").Select(r => r with { Position = 0 }).ToListAsync(),
            await away.ReadAsync("workshop:ABCDEF").Select(r => r with { Position = 0 }).ToListAsync());
        Assert.Equal(Pack, (await new PackShelf(away).FindAsync(read.PackDigest))!.Value);
        Assert.Equal(file, Encoding.UTF8.GetString(await ExportAsync(away)));
    }

    [Fact]
    public async Task A_code_that_is_taken_asks_for_another_one()
    {
        await using var away = new MemoryJournal();
        await KeepAsync(away, Room.Code, "another pack", extra: true);
        var read = await ReadAsync(file);
        Assert.Equal(ImportOutcome.CodeTaken, await PortableFile.ImportAsync(away, read));
        Assert.Equal(ImportOutcome.Imported, await PortableFile.ImportAsync(away, read, under: new WorkshopId("GHJKLM")));
        Assert.Equal("workshop:ABCDEF", (await away.HeadAsync("workshop:GHJKLM"))!.Origin);
        var opened = (WorkshopOpened)FactCodec.Current.Read((await away.ReadAsync("workshop:GHJKLM").FirstAsync())).Event;
        Assert.Equal(new WorkshopId("GHJKLM"), opened.Workshop);

        // And once more from there: the chain still begins where it began.
        using var again = new MemoryStream();
        Assert.True(await PortableFile.ExportAsync(away, new("GHJKLM"), again));
        Assert.Equal(new WorkshopId("GHJKLM"), (await ReadAsync(Encoding.UTF8.GetString(again.ToArray()))).Workshop);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var away = new MemoryJournal();
        await PortableFile.ImportAsync(away, await ReadAsync(file));
        Assert.Equal(ImportOutcome.AlreadyHere, await PortableFile.ImportAsync(away, await ReadAsync(file)));
    }

    [Fact]
    public async Task A_workshop_that_is_not_there_is_not_exported()
    {
        using var nothing = new MemoryStream();
        Assert.False(await PortableFile.ExportAsync(home, new("ZZZZZZ"), nothing));
        Assert.Equal(0, nothing.Length);
    }

    [Fact] // where a changed byte leaves the meaning alone, as in the case of a hexadecimal digit, the same workshop must come out
    public async Task Any_changed_byte_is_refused_and_its_line_named()
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var whole = await ReadAsync(file);
        await Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).SampleAsync(async t =>
        {
            var (at, value) = t;
            var changed = bytes.ToArray();
            changed[at] = value;
            var line = 1 + bytes.AsSpan(0, at).Count((byte)'\n');
            try { return (await PortableFile.ReadAsync(new MemoryStream(changed))).Records.SequenceEqual(whole.Records); }
            // A fault in the header may show only at the line it speaks of; a line end that went shows at the next.
            catch (DamagedFileException e) { return line == 1 || e.Line == line || (bytes[at] == '\n' && e.Line <= line + 1); }
        }, iter: 2_000);
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(file.TrimEnd('\n'));
        await Gen.Int[0, bytes.Length - 1].SampleAsync(async length =>
        {
            await Assert.ThrowsAsync<DamagedFileException>(() => PortableFile.ReadAsync(new MemoryStream(bytes, 0, length)));
        }, iter: 300);
    }

    [Fact]
    public async Task Lines_taken_out_exchanged_or_added_are_refused_by_number()
    {
        var lines = file.TrimEnd('\n').Split('\n');
        Assert.True(lines.Length > 8);
        await RefusedAsync(5, FileFlaw.OutOfOrder, [.. lines[..4], .. lines[5..]]);
        await RefusedAsync(5, FileFlaw.OutOfOrder, [.. lines[..4], lines[5], lines[4], .. lines[6..]]);
        await RefusedAsync(6, FileFlaw.OutOfOrder, [.. lines[..5], .. lines[4..]]);
        await RefusedAsync(lines.Length, FileFlaw.CutShort, lines[..^1]);
        await RefusedAsync(lines.Length + 1, FileFlaw.TooMuch, [.. lines, "{}"]);
        await RefusedAsync(4, FileFlaw.NotARecord, [.. lines[..3], "", .. lines[3..]]);
        await RefusedAsync(2, FileFlaw.OutOfOrder, [lines[0], .. lines[2..]]);
    }

    [Fact]
    public async Task What_is_no_portable_file_is_refused_at_its_first_line()
    {
        await RefusedAsync(1, FileFlaw.NotThisFormat, [""]);
        await RefusedAsync(1, FileFlaw.NotThisFormat, ["{}"]);
        await RefusedAsync(1, FileFlaw.NotThisFormat, ["\0\u0001\u0002PNG"]);
        await RefusedAsync(1, FileFlaw.NotThisFormat, ["""{"format":"tousrisques-workshop/1","streams":[]}"""]);
        await RefusedAsync(1, FileFlaw.NotThisFormat, ["""{"format":"tousrisques-workshop/1","streams":[{"stream":"accounts:1","origin":"accounts:1","records":1,"head":""}]}"""]);
        await RefusedAsync(1, FileFlaw.NewerFormat, ["""{"format":"tousrisques-workshop/2","streams":[]}"""]);
        await RefusedAsync(2, FileFlaw.CutShort, [Header(2_000_000_000, "00")]);
    }

    [Fact]
    public async Task A_line_without_end_does_not_fill_the_memory()
    {
        var before = GC.GetTotalAllocatedBytes();
        var e = await Assert.ThrowsAsync<DamagedFileException>(() => PortableFile.ReadAsync(new Endless()));
        Assert.Equal((1, FileFlaw.LineTooLong), (e.Line, e.Flaw));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200_000_000);
    }

    [Fact] // anyone can compute hashes: a whole chain of nonsense must not reach the journal either
    public async Task A_whole_chain_that_says_nonsense_is_refused()
    {
        await using var forger = new MemoryJournal();
        await forger.AppendAsync("workshop:ABCDEF", 0, [new("table-added/1", "model", Given.Noon, "c", """{"table":"a","name":"A"}""")]);
        await RefusedAsync(2, FileFlaw.Unknown, [.. await LinesOfAsync(forger)]);

        await using var other = new MemoryJournal();
        await KeepAsync(other, Room.Code, PackDigest.Of(Pack));
        await other.AppendAsync("workshop:ABCDEF", (await other.HeadAsync("workshop:ABCDEF"))!.Version, [new("boo/1", "model", Given.Noon, "c", "{}")]);
        var lines = await LinesOfAsync(other);
        await RefusedAsync(lines.Length, FileFlaw.Unknown, lines);
    }

    [Fact]
    public async Task A_file_without_its_pack_is_taken_only_where_the_pack_is()
    {
        await using var bare = new MemoryJournal();
        await KeepAsync(bare, Room.Code, PackDigest.Of(Pack));
        var read = await ReadAsync(Encoding.UTF8.GetString(await ExportAsync(bare)));
        await using var away = new MemoryJournal();
        Assert.Equal(FileFlaw.WrongPack, (await Assert.ThrowsAsync<DamagedFileException>(() => PortableFile.ImportAsync(away, read))).Flaw);
        Assert.Empty(await away.ListAsync().ToListAsync());
        await new PackShelf(away).KeepAsync(Pack, Given.Noon);
        Assert.Equal(ImportOutcome.Imported, await PortableFile.ImportAsync(away, read));
    }

    [Fact]
    public async Task A_pack_that_is_not_what_its_name_says_is_refused()
    {
        await using var forger = new MemoryJournal();
        var digest = PackDigest.Of(Pack);
        await KeepAsync(forger, Room.Code, digest);
        await forger.AppendAsync(PackShelf.StreamOf(digest), 0, [new("pack-stored/1", "", Given.Noon, "", """{"files":[{"name":"pack.yaml","content":"id: evil\n"}]}""")]);
        await RefusedAsync(2, FileFlaw.WrongPack, Encoding.UTF8.GetString(await ExportAsync(forger)).TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("fr", "ligne 5 : le contenu n'est plus celui qui a été enregistré")]
    [InlineData("en", "line 5: the content is not what was recorded")]
    public async Task Verify_reads_portable_files_too(string language, string words)
    {
        using var folder = new TempFolder();
        var path = folder.File("atelier.jsonl");
        await File.WriteAllTextAsync(path, file);
        using var output = new StringWriter();
        Assert.Equal(JournalVerifier.Whole, await JournalVerifier.RunAsync(path, new Language(language), output));

        var lines = file.Split('\n');
        lines[4] = lines[4].Replace("\"version\":3", "\"version\": 3", StringComparison.Ordinal).Replace("facilitator:", "facilitatOr:", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(path, lines);
        Assert.Equal(JournalVerifier.Damaged, await JournalVerifier.RunAsync(path, new Language(language), output));
        Assert.Contains(words, output.ToString());
    }

    /// <summary>Plays a little, and keeps it.</summary>
    private static async Task KeepAsync(MemoryJournal journal, WorkshopId code, string pack, bool extra = false)
    {
        var room = Room.Open(tables: 2);
        for (var i = 1; i <= 4; i++) room.Join($"p{i}");
        if (extra) room.Join("p5");
        var facts = room.Facts.Select(f => f.Event is WorkshopOpened e ? f with { Event = e with { Script = e.Script with { PackDigest = pack } } } : f);
        await journal.AppendAsync(FactCodec.StreamOf(code), 0, [.. facts.Select(FactCodec.Write)]);
    }

    private static async Task<byte[]> ExportAsync(MemoryJournal journal)
    {
        using var to = new MemoryStream();
        Assert.True(await PortableFile.ExportAsync(journal, Room.Code, to));
        return to.ToArray();
    }

    /// <summary>Lines that a forger would write without asking our export.</summary>
    private static async Task<string[]> LinesOfAsync(MemoryJournal journal)
    {
        var lines = new List<string>();
        var head = (await journal.HeadAsync("workshop:ABCDEF"))!;
        lines.Add(Header((int)head.Version, head.Hash.ToString()));
        await foreach (var record in journal.ReadAsync("workshop:ABCDEF"))
        {
            using var line = new MemoryStream();
            await using (var writer = new System.Text.Json.Utf8JsonWriter(line)) PortableLines.Write(writer, record);
            lines.Add(Encoding.UTF8.GetString(line.ToArray()));
        }
        return [.. lines];
    }

    private static string Header(int records, string head) =>
        $$"""{"format":"tousrisques-workshop/1","streams":[{"stream":"workshop:ABCDEF","origin":"workshop:ABCDEF","records":{{records}},"head":"{{head.PadLeft(64, '0')}}"}]}""";

    private static Task<PortableWorkshop> ReadAsync(string text) => PortableFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static async Task RefusedAsync(long line, FileFlaw flaw, string[] lines)
    {
        var e = await Assert.ThrowsAsync<DamagedFileException>(() => ReadAsync(string.Join('\n', lines) + "\n"));
        Assert.Equal((line, flaw), (e.Line, e.Flaw));
    }

    /// <summary>A file of one line that never ends.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'{');
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
