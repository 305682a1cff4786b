using Xunit;

namespace TousRisques.Journal.Contract;

/// <summary>What every journal promises, whatever it is kept in. A test class of each implementation inherits these.</summary>
public abstract partial class JournalContract
{
    /// <summary>A new, empty journal; the test disposes it.</summary>
    protected abstract Task<IJournal> OpenAsync();

    [Fact]
    public async Task A_new_journal_has_no_streams()
    {
        await using var journal = await OpenAsync();
        Assert.Empty(await journal.ListAsync().ToListAsync());
        Assert.Null(await journal.HeadAsync("a"));
        Assert.Empty(await journal.ReadAsync("a").ToListAsync());
        Assert.Empty(await journal.ReadAllAsync().ToListAsync());
    }

    [Fact]
    public async Task What_was_appended_is_read_back_in_order_and_unchanged()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("a", 0, Given.Records(3));
        var head = await journal.AppendAsync("a", 3, Given.Records(2, first: 4));

        var read = await journal.ReadAsync("a").ToListAsync();
        Assert.Equal(Given.Records(5), read.Select(Given.Said));
        Assert.Equal([1, 2, 3, 4, 5], read.Select(r => r.Version));
        Assert.All(read, r => Assert.Equal("a", r.Stream));
        Assert.Equal(head, await journal.HeadAsync("a"));
        Assert.Equal(new StreamHead("a", "a", 5, read[^1].Hash, read[0].At, read[^1].At), head);
    }

    [Fact]
    public async Task A_stream_is_read_from_any_version()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("a", 0, Given.Records(5));
        Assert.Equal([4, 5], (await journal.ReadAsync("a", 4).ToListAsync()).Select(r => r.Version));
        Assert.Empty(await journal.ReadAsync("a", 6).ToListAsync());
        Assert.Equal(5, (await journal.ReadAsync("a", 0).ToListAsync()).Count);
    }

    [Fact]
    public async Task A_stream_longer_than_any_page_is_read_whole()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("a", 0, Given.Records(2_345));
        Assert.Equal(Given.Records(2_345), (await journal.ReadAsync("a").ToListAsync()).Select(Given.Said));
        Assert.Equal(2_345, (await journal.ReadAllAsync().ToListAsync()).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-1)]
    public async Task An_append_at_another_version_is_a_conflict_and_stores_nothing(long expected)
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("a", 0, Given.Records(2));
        var conflict = await Assert.ThrowsAsync<AppendConflictException>(() => journal.AppendAsync("a", expected, [Given.Record(9)]));
        Assert.Equal(("a", expected, 2), (conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Equal(Given.Records(2), (await journal.ReadAsync("a").ToListAsync()).Select(Given.Said));
    }

    [Fact]
    public async Task Of_many_appends_at_the_same_version_exactly_one_wins()
    {
        await using var journal = await OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(async i =>
        {
            try
            {
                await journal.AppendAsync("a", 0, [Given.Record(i)]);
                return true;
            }
            catch (AppendConflictException) { return false; }
        }));
        Assert.Single(outcomes, won => won);
        Assert.Single(await journal.ReadAsync("a").ToListAsync());
    }

    [Fact]
    public async Task Appending_nothing_checks_the_version_and_stores_nothing()
    {
        await using var journal = await OpenAsync();
        Assert.Equal(0, (await journal.AppendAsync("a", 0, [])).Version);
        Assert.Null(await journal.HeadAsync("a"));
        await Assert.ThrowsAsync<AppendConflictException>(() => journal.AppendAsync("a", 1, []));
    }

    [Fact]
    public async Task Positions_grow_over_all_streams_in_the_order_of_appends()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("b", 0, Given.Records(2));
        await journal.AppendAsync("a", 0, Given.Records(1));
        await journal.AppendAsync("b", 2, Given.Records(1, first: 3));

        var all = await journal.ReadAllAsync().ToListAsync();
        Assert.Equal(["b1", "b2", "a1", "b3"], all.Select(r => r.Stream + r.Version));
        Assert.Equal(all.Select(r => r.Position).Order().Distinct(), all.Select(r => r.Position));
        Assert.Equal(all.Skip(2), await journal.ReadAllAsync("", all[1].Position).ToListAsync());
        Assert.Equal(["a1"], (await journal.ReadAllAsync("a").ToListAsync()).Select(r => r.Stream + r.Version));
    }

    [Fact]
    public async Task Streams_are_listed_by_prefix_and_in_order()
    {
        await using var journal = await OpenAsync();
        foreach (var name in (string[])["workshop:B", "pack:1", "workshop:A", "workshopish", "w%rk:1", "w_rk:1", "é:1"])
            await journal.AppendAsync(name, 0, Given.Records(1));
        Assert.Equal(["workshop:A", "workshop:B"], await NamesAsync("workshop:"));
        Assert.Equal(["w%rk:1"], await NamesAsync("w%"));
        Assert.Equal(["w_rk:1"], await NamesAsync("w_"));
        Assert.Equal(["é:1"], await NamesAsync("é"));
        Assert.Equal(7, (await NamesAsync("")).Count());

        async Task<IEnumerable<string>> NamesAsync(string prefix) => (await journal.ListAsync(prefix).ToListAsync()).Select(h => h.Stream);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\n}")]
    [InlineData("half a pair")]
    public async Task What_is_not_one_line_of_text_is_not_taken(string json)
    {
        await using var journal = await OpenAsync();
        if (json == "half a pair") json = "\"\ud800\""; // the runner cannot carry it
        await Assert.ThrowsAsync<ArgumentException>(async () => await journal.AppendAsync("a", 0, [Given.Record() with { Json = json }]));
        Assert.Null(await journal.HeadAsync("a"));
    }

    [Fact]
    public async Task A_cancelled_append_is_not_stored()
    {
        await using var journal = await OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await journal.AppendAsync("a", 0, Given.Records(1), new CancellationToken(canceled: true)));
        Assert.Null(await journal.HeadAsync("a"));
    }

    [Fact]
    public async Task Times_keep_their_instant_and_every_fraction()
    {
        await using var journal = await OpenAsync();
        var at = new DateTimeOffset(2018, 8, 30, 14, 0, 0, TimeSpan.FromHours(2)).AddTicks(1);
        await journal.AppendAsync("a", 0, [Given.Record() with { At = at }, Given.Record() with { At = DateTimeOffset.MinValue }, Given.Record() with { At = DateTimeOffset.MaxValue }]);
        var read = await journal.ReadAsync("a").ToListAsync();
        Assert.Equal([at, DateTimeOffset.MinValue, DateTimeOffset.MaxValue], read.Select(r => r.At));
        Assert.All(read, r => Assert.Equal(TimeSpan.Zero, r.At.Offset));
    }
}
