using Xunit;

namespace TousRisques.Journal.Contract;

public abstract partial class JournalContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_follower_sees_what_was_and_then_what_comes()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync("a", 0, Given.Records(2));
        using var cancel = new CancellationTokenSource(Patience);
        await using var follower = journal.FollowAsync("a", 0, cancel.Token).GetAsyncEnumerator(cancel.Token);

        Assert.Equal(1, await NextAsync());
        Assert.Equal(2, await NextAsync());
        var third = NextAsync();
        await journal.AppendAsync("b", 0, Given.Records(1));
        await journal.AppendAsync("a", 2, Given.Records(1, first: 3));
        Assert.Equal(3, await third);

        async Task<long> NextAsync() => await follower.MoveNextAsync() ? follower.Current.Version : throw new InvalidOperationException("It ended.");
    }

    [Fact]
    public async Task A_follower_misses_nothing_and_repeats_nothing_while_many_append()
    {
        await using var journal = await OpenAsync();
        using var cancel = new CancellationTokenSource(Patience);
        var seen = journal.FollowAsync("", 0, cancel.Token).Take(200).ToListAsync().AsTask();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async s =>
        {
            for (var v = 0; v < 20; v++) await journal.AppendAsync($"s{s}", v, [Given.Record(v + 1)]);
        }));
        Assert.Equal(await journal.ReadAllAsync().ToListAsync(), await seen);
    }

    [Fact]
    public async Task A_follower_ends_when_cancelled()
    {
        await using var journal = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        var following = journal.FollowAsync("", 0, cancel.Token).ToListAsync().AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await following.WaitAsync(Patience));
    }
}
