using CsCheck;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;
using TousRisques.Resilience.Timelines;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Simulation;

/// <summary>The fast simulation against the plain one: the same seconds, to the bit, in every width, with any number of threads.</summary>
public sealed class SimulatorTests
{
    private static readonly RegisterWidth[] Widths = [RegisterWidth.Scalar, RegisterWidth.Bits128, RegisterWidth.Bits256, RegisterWidth.Bits512];

    [Fact]
    public void Every_width_gives_what_the_reference_gives_on_small_models() => Studies.Small.Sample(study => Same(study, 70), iter: 600, print: Print);

    [Fact]
    public void Every_width_gives_what_the_reference_gives_on_larger_models() => Studies.Medium.Sample(study => Same(study, 70), iter: 200, print: Print);

    [Fact]
    public void Threads_and_progress_change_nothing() => Studies.Medium.Sample(study =>
    {
        var alone = Simulator.Run(study, 700, new() { MostThreads = 1 });
        var reports = new Reports();
        var many = Simulator.Run(study, 700, new() { MostThreads = 4, Progress = reports });
        Equal(alone, many);
        Assert.Equal(700, reports.Most);
    }, iter: 30, print: Print);

    [Fact]
    public void More_draws_begin_with_the_same_draws() => Studies.Small.Sample(study =>
    {
        var (few, more) = (Simulator.Run(study, 10), Simulator.Run(study, 130));
        for (var draw = 0; draw < 10; draw++) Assert.Equal(few.LostSeconds(draw), more.LostSeconds(draw));
    }, iter: 100, print: Print);

    [Fact]
    public void Some_draws_alone_are_the_same_as_among_all() => (from study in Studies.Medium from numbers in Gen.Int[0, 199].Array[1, 130] select (study, numbers)).Sample(c =>
    {
        var (all, some) = (Simulator.Run(c.study, 200), Simulator.Run(c.study, c.numbers));
        for (var i = 0; i < c.numbers.Length; i++) Assert.Equal(all.LostSeconds(c.numbers[i]), some.LostSeconds(i));
    }, iter: 60);

    [Fact]
    public void A_run_that_is_stopped_says_so()
    {
        using var stop = new CancellationTokenSource();
        var study = new Study(Graph(Needing(All())), [new(1, H(1), H(2), [new([0], H(0), H(1), H(2))])], [0], H(5));
        Assert.ThrowsAny<OperationCanceledException>(() => Simulator.Run(study, 1_000_000, new() { Cancellation = stop.Token, Progress = new Stopper(stop) }));
    }

    [Fact]
    public void A_draw_that_never_ends_is_given_up()
    {
        // A loop that goes round every second for a day.
        var study = new Study(
            new DependencyGraph([new(On(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), new(Any(On(0), On(2)), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), new(Formula.Always)]),
            [new(1, H(1), H(1), [.. Enumerable.Range(0, 40).Select(i => new HazardStrike([2], TimeSpan.FromSeconds(2 * i), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)))])],
            [0], H(24));
        var e = Assert.Throws<TimelineTooLongException>(() => Simulator.Run(study, 1, new() { MostInstants = 20 }));
        Assert.Equal(20, e.MostInstants);
    }

    [Fact]
    public void A_deadlock_is_counted()
    {
        // Telecoms need power, power control needs telecoms; an hour without either and both wait for ever.
        var study = new Study(Graph(Needing(On(1)), Needing(On(0)), Needing(All())), [new(0.5, H(1), H(3), [new([0], H(0), H(1), H(1))])], [0, 1], H(10), seed: 3);
        var outcome = Simulator.Run(study, 1000);
        Assert.InRange(outcome.Deadlocks, 400, 600);
        Assert.Equal([outcome.Deadlocks, outcome.Deadlocks, 0], outcome.LockedDraws);
    }

    [Fact]
    public void Hazards_come_as_often_and_last_as_long_as_they_should()
    {
        var study = new Study(Graph(Needing(All()), Needing(All())), [new(0.3, H(0), H(10), [new([0], H(1), H(2), H(6)), new([1], H(0), H(3), H(3), 0.25)])], [0, 1], H(100), [0, 0], 11);
        var outcome = Simulator.Run(study, 40_000);
        var lost = outcome.LostHoursOf(0);
        Assert.InRange(lost.Count(x => x > 0) / 40_000.0, 0.29, 0.31);
        Assert.InRange(lost.Where(x => x > 0).Average(), 3.95, 4.05);
        Assert.InRange(outcome.LostHoursOf(1).Count(x => x > 0) / 40_000.0, 0.07, 0.08);
        // A hazard hard enough for the second strike deals the first one too.
        Assert.All(Enumerable.Range(0, 40_000), i => Assert.True(outcome.LostSeconds(i)[1] == 0 || outcome.LostSeconds(i)[0] > 0));
    }

    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xfffffffffffffffful, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0x299f31d0a4093822ul, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void The_dice_are_Philox(uint c0, uint c1, uint c2, uint c3, ulong key, uint a, uint b, uint c, uint d)
        // Known answers published with the generator [Sal11].
        => Assert.Equal((a, b, c, d), Philox.Words(c0, c1, c2, c3, key));

    [Fact]
    public void A_study_refuses_what_it_cannot_mean()
    {
        var graph = Graph(Needing(All()));
        Assert.Throws<ArgumentException>(() => new Study(graph, [], [1], H(1)));
        Assert.Throws<ArgumentException>(() => new Study(graph, [], [0, 0], H(1)));
        Assert.Throws<ArgumentException>(() => new Study(graph, [], [0], H(0)));
        Assert.Throws<ArgumentException>(() => new Study(graph, [], [0], new TimeSpan(10_000_001)));
        Assert.Throws<ArgumentException>(() => new Study(graph, [], [0], H(1), [double.NaN]));
        Assert.Throws<ArgumentException>(() => new Study(graph, [], [0], H(1), [0.1, 0.2]));
        Assert.Throws<ArgumentException>(() => new Study(graph, [new(1.1, H(0), H(0), [])], [0], H(1)));
        Assert.Throws<ArgumentException>(() => new Study(graph, [new(1, H(1), H(0), [])], [0], H(1)));
        Assert.Throws<ArgumentException>(() => new Study(graph, [new(1, H(0), H(0), [new([3], H(0), H(0), H(0))])], [0], H(1)));
    }

    private static void Same(Study study, int draws)
    {
        var expected = PlainSimulator.Run(study, draws);
        foreach (var width in Widths) Equal(expected, Simulator.Run(study, draws, new() { Width = width, MostThreads = 1 }));
    }

    private static void Equal(Outcome expected, Outcome actual)
    {
        for (var draw = 0; draw < expected.Draws; draw++) Assert.Equal(expected.LostSeconds(draw), actual.LostSeconds(draw));
        Assert.Equal(expected.LockedDraws, actual.LockedDraws);
        Assert.Equal(expected.Deadlocks, actual.Deadlocks);
        Assert.Equal(expected.FirstDeadlock, actual.FirstDeadlock);
    }

    private static string Print(Study study)
        => new Model([new Regime(TimeSpan.Zero, study.Graph)], [], study.Horizon) + "\n" + string.Join("\n", study.Hazards.Select(h =>
            $"hazard {h.Probability} [{h.Earliest},{h.Latest}] " + string.Join("; ", h.Strikes.Select(s => $"{string.Join(' ', s.Nodes)} +{s.Offset} {s.Shortest}..{s.Longest} p {s.Probability}"))));

    private sealed class Reports : IProgress<int>
    {
        private readonly Lock gate = new();
        public int Most { get; private set; }

        public void Report(int value)
        {
            lock (gate) Most = Math.Max(Most, value);
        }
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
