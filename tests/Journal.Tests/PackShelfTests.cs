using TousRisques.Journal.Contract;
using TousRisques.Journal.Packs;
using TousRisques.Testing.Journals;
using Xunit;

namespace TousRisques.Journal.Tests;

public class PackShelfTests
{
    private static readonly PackFile[] Files = [new("scenario.yaml", "title: Crue\n\ttab and \u0001"), new("pack.yaml", "id: demo\r\n")];

    [Fact]
    public async Task A_pack_is_found_by_its_content()
    {
        await using var journal = new MemoryJournal();
        var shelf = new PackShelf(journal);
        var digest = await shelf.KeepAsync(Files, Given.Noon);
        Assert.Equal(PackDigest.Of(Files), digest);
        Assert.Equal(["pack.yaml", "scenario.yaml"], (await shelf.FindAsync(digest))!.Value.Select(f => f.Name));
        Assert.Equal(Files.Reverse(), (await shelf.FindAsync(digest))!.Value);
        Assert.Null(await shelf.FindAsync("0"));
    }

    [Fact]
    public async Task A_pack_is_written_once_whoever_keeps_it()
    {
        await using var journal = new MemoryJournal();
        var digests = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => new PackShelf(journal).KeepAsync([.. Files.Reverse()], Given.Noon))));
        Assert.Single(digests.Distinct());
        Assert.Equal(1, (await journal.HeadAsync(PackShelf.StreamOf(digests[0])))!.Version);
    }

    [Fact]
    public void A_name_cannot_pass_for_content() =>
        Assert.NotEqual(PackDigest.Of([new("a", "bc")]), PackDigest.Of([new("ab", "c")]));

    [Fact] // fixed for ever: stored workshops name their packs so
    public void The_digest_of_a_pack_never_changes() =>
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("tousrisques pack 1\n\0\0\0\u0001a\0\0\0\u0002\u00e9"u8)),
            PackDigest.Of([new("a", "é")]));

    [Fact]
    public async Task What_is_not_the_pack_that_was_asked_for_is_damage()
    {
        await using var journal = new MemoryJournal();
        await journal.AppendAsync("pack:abc", 0, [new("pack-stored/1", "", Given.Noon, "", """{"files":[{"name":"a","content":"b"}]}""")]);
        await journal.AppendAsync("pack:def", 0, [new("pack-stored/1", "", Given.Noon, "", """{"files":7}""")]);
        await Assert.ThrowsAsync<JournalException>(async () => await new PackShelf(journal).FindAsync("abc"));
        await Assert.ThrowsAsync<JournalException>(async () => await new PackShelf(journal).FindAsync("def"));
    }
}
