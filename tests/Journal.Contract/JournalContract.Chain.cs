using Xunit;

namespace TousRisques.Journal.Contract;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Records_are_chained_from_the_name_of_their_stream()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("a", 0, Given.Records(4));
        var read = await journal.ReadAsync("a").ToListAsync();
        Assert.Equal(HashChain.Begin("a"), read[0].PreviousHash);
        HashChain.Check("a", read);
        Assert.Throws<BrokenChainException>(() => HashChain.Check("b", read));
    }

    [Fact]
    public async Task A_stream_moves_to_another_journal_with_its_chain()
    {
        await using var from = await OpenAsync();
        await using var to = await OpenAsync();
        await to.AppendAsync("z", 0, Given.Records(3));
        await from.AppendAsync("a", 0, Given.Records(3));
        var records = await from.ReadAsync("a").ToListAsync();

        var head = await to.ImportAsync("b", "a", records);

        Assert.Equal((await from.HeadAsync("a"))! with { Stream = "b" }, head);
        Assert.Equal(records.Select(r => r with { Stream = "b", Position = r.Position + 3 }), await to.ReadAsync("b").ToListAsync());
    }

    [Fact]
    public async Task An_imported_stream_goes_on_from_its_last_record()
    {
        await using var from = await OpenAsync();
        await using var to = await OpenAsync();
        await from.AppendAsync("a", 0, Given.Records(2));
        await to.ImportAsync("b", "a", await from.ReadAsync("a").ToListAsync());
        await to.AppendAsync("b", 2, [Given.Record(3)]);
        HashChain.Check("a", await to.ReadAsync("b").ToListAsync());
        Assert.Equal("a", (await to.HeadAsync("b"))!.Origin);
    }

    [Fact]
    public async Task An_import_over_an_existing_stream_is_a_conflict()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("a", 0, Given.Records(2));
        var records = await journal.ReadAsync("a").ToListAsync();
        await Assert.ThrowsAsync<AppendConflictException>(() => journal.ImportAsync("a", "a", records));
        Assert.Equal(2, (await journal.HeadAsync("a"))!.Version);
    }

    [Fact]
    public async Task An_import_of_a_broken_chain_is_refused_and_names_the_record()
    {
        await using var from = await OpenAsync();
        await using var to = await OpenAsync();
        await from.AppendAsync("a", 0, Given.Records(4));
        var good = await from.ReadAsync("a").ToListAsync();

        await RefusedAsync(3, ChainFlaw.WrongHash, [good[0], good[1], good[2] with { Actor = "facilitator:Eve" }, good[3]]);
        await RefusedAsync(2, ChainFlaw.MissingRecord, [good[0], good[2], good[3]]);
        await RefusedAsync(1, ChainFlaw.MissingRecord, [good[1], good[0]]);
        await RefusedAsync(1, ChainFlaw.MissingRecord, []);
        await RefusedAsync(1, ChainFlaw.WrongPrevious, [good[1] with { Version = 1 }]);
        Assert.Null(await to.HeadAsync("a"));

        async Task RefusedAsync(long version, ChainFlaw flaw, StoredRecord[] records)
        {
            var broken = await Assert.ThrowsAsync<BrokenChainException>(async () => await to.ImportAsync("a", "a", records));
            Assert.Equal((version, flaw), (broken.Version, broken.Flaw));
        }
    }
}
