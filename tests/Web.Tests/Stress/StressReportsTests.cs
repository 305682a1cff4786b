using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using TousRisques.Analysis.Stress;
using TousRisques.Web.Stress;

namespace TousRisques.Web.Tests.Stress;

/// <summary>Reports and answers of the bench: computed once, one at a time, never too many at once, ended with the server.</summary>
public sealed class StressReportsTests
{
    private static readonly StressSettings Few = new(Draws: 500, LeverDraws: 100);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_hundred_visitors_read_the_same_report_and_a_changed_pack_has_a_new_one()
    {
        using var life = new Life();
        using var reports = new StressReports(Few, life, NullLogger<StressReports>.Instance);
        var cancel = TestContext.Current.CancellationToken;
        var states = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => reports.LookAsync("small", BenchPack.Pack, Long, cancel)));
        var report = Assert.Single(states.Select(s => s.Report).Distinct());
        Assert.NotNull(report);
        Assert.Same(report, reports.Look("small", BenchPack.Pack).Report);
        var changed = BenchPack.Pack with { Version = "2" };
        Assert.Null(reports.Look("small", changed).Report);
        Assert.Same(changed, (await reports.LookAsync("small", changed, Long, cancel)).Report!.Pack);
    }

    [Fact]
    public async Task A_few_reports_are_kept_and_the_one_not_asked_for_longest_goes_first()
    {
        using var life = new Life();
        using var reports = new StressReports(Few, life, NullLogger<StressReports>.Instance);
        var cancel = TestContext.Current.CancellationToken;
        var first = (await reports.LookAsync("a", BenchPack.Pack, Long, cancel)).Report;
        foreach (var name in new[] { "b", "c", "d" }) await reports.LookAsync(name, BenchPack.Pack, Long, cancel);
        Assert.Same(first, reports.Look("a", BenchPack.Pack).Report);
        var other = reports.Look("b", BenchPack.Pack).Report;
        await reports.LookAsync("e", BenchPack.Pack, Long, cancel); // "c" goes
        Assert.Same(first, reports.Look("a", BenchPack.Pack).Report);
        Assert.Same(other, reports.Look("b", BenchPack.Pack).Report);
        Assert.Null(reports.Peek("c", BenchPack.Pack));
    }

    [Fact]
    public async Task When_the_server_stops_nothing_goes_on()
    {
        using var life = new Life();
        using var reports = new StressReports(new(Draws: StressSettings.MostDraws, LeverDraws: StressSettings.MostDraws), life, NullLogger<StressReports>.Instance);
        Assert.Null(reports.Look("small", BenchPack.Pack).Report);
        life.StopApplication();
        var state = await reports.LookAsync("small", BenchPack.Pack, Long, TestContext.Current.CancellationToken);
        Assert.True(state.Failed);
        Assert.True(reports.Look("other", BenchPack.Pack).Busy);
    }

    [Fact]
    public async Task The_same_question_is_answered_once_and_one_too_many_is_sent_away()
    {
        using var life = new Life();
        using var asks = new StressAsks(life) { MostWaiting = 2 };
        using var hold = new ManualResetEventSlim();
        var cancel = TestContext.Current.CancellationToken;
        var computed = 0;
        string Slow(CancellationToken stopped)
        {
            Interlocked.Increment(ref computed);
            hold.Wait(Long, stopped);
            return "answer";
        }
        var same = Enumerable.Range(0, 10).Select(_ => asks.AnswerAsync(BenchPack.Pack, "a", Slow, cancel)).ToList();
        var next = asks.AnswerAsync(BenchPack.Pack, "b", Slow, cancel);
        Assert.Null(await asks.AnswerAsync(BenchPack.Pack, "c", Slow, cancel));
        hold.Set();
        Assert.All(await Task.WhenAll(same), a => Assert.Equal("answer", a));
        Assert.Equal("answer", await next);
        Assert.Equal(2, computed);
        Assert.Equal("answer", await asks.AnswerAsync(BenchPack.Pack, "c", Slow, cancel));
        Assert.Equal(3, computed);
    }

    [Fact]
    public async Task A_question_that_breaks_off_is_asked_anew()
    {
        using var life = new Life();
        using var asks = new StressAsks(life);
        var cancel = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<InvalidOperationException>(() => asks.AnswerAsync<string>(BenchPack.Pack, "a", _ => throw new InvalidOperationException(), cancel));
        Assert.Equal("now", await asks.AnswerAsync(BenchPack.Pack, "a", _ => "now", cancel));
    }

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => default;
        public CancellationToken ApplicationStopping => stopping.Token;
        public CancellationToken ApplicationStopped => default;
        public void StopApplication() => stopping.Cancel();
        public void Dispose() => stopping.Dispose();
    }
}
