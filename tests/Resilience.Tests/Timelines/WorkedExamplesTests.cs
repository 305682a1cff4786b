using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;
using Xunit;
using static TousRisques.Resilience.Tests.Words;
using static TousRisques.Resilience.Timelines.NodeStatus;

namespace TousRisques.Resilience.Tests.Timelines;

/// <summary>The worked examples of docs/territory-model.md, under the same numbers. Times are in hours.</summary>
public sealed class WorkedExamplesTests
{
    [Fact]
    public void Example_01_a_mast_outlives_the_power_by_its_battery()
    {
        // 0 power, 1 mast: needs 0, 4 h of battery, 1 h to restart.
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0), autonomy: 4, restart: 1)), [Hit(0, 2, 10)], H(20));
        Story(timeline, 0, (0, Running), (2, Struck), (10, Running));
        Story(timeline, 1, (0, Running), (2, OnReserve), (6, Starved), (10, Restarting), (11, Running));
        Assert.Equal(H(5), timeline.DownTime(1, H(0), H(20)));
    }

    [Fact]
    public void Example_02_a_reserve_is_full_again_as_soon_as_needs_are_met()
    {
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0), autonomy: 4)), [Hit(0, 2, 5), Hit(0, 6, 9)], H(12));
        Story(timeline, 1, (0, Running), (2, OnReserve), (5, Running), (6, OnReserve), (9, Running));
    }

    [Fact]
    public void Example_03_a_reserve_that_lasts_exactly_as_long_as_the_outage_is_enough()
    {
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0), autonomy: 4)), [Hit(0, 2, 6)], H(9));
        Story(timeline, 1, (0, Running), (2, OnReserve), (6, Running));
        var shorter = Reference.Run(Graph(Node.Free, new Node(On(0), H(4) - TimeSpan.FromTicks(1))), [Hit(0, 2, 6)], H(9));
        Assert.Equal(TimeSpan.FromTicks(1), shorter.DownTime(1, H(0), H(9)));
    }

    [Fact]
    public void Example_04_a_strike_stops_even_what_has_a_reserve_and_the_reserve_does_not_start_it()
    {
        // 1 is struck while on reserve; when that strike is over its needs are still unmet, and a reserve keeps running, it does not start.
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0), autonomy: 9, restart: 1)), [Hit(0, 2, 8), Hit(1, 3, 4)], H(12));
        Story(timeline, 1, (0, Running), (2, OnReserve), (3, Struck), (4, Starved), (8, Restarting), (9, Running));
    }

    [Fact]
    public void Example_05_every_strike_is_followed_by_the_whole_restart_and_an_interrupted_one_begins_again()
    {
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0), restart: 3)), [Hit(1, 1, 2), Hit(0, 4, 5), Hit(1, 7, 7.5)], H(12));
        Story(timeline, 1, (0, Running), (1, Struck), (2, Restarting), (4, Starved), (5, Restarting), (7, Struck), (7.5, Restarting), (10.5, Running));
    }

    [Fact]
    public void Example_06_overlapping_strikes_hold_until_the_last_is_over()
    {
        var timeline = Reference.Run(Graph(Needing(Formula.Always, restart: 1)), [Hit(0, 1, 5), Hit(0, 3, 4), Hit(0, 4.5, 6), Hit(0, 9, 9)], H(12));
        Story(timeline, 0, (0, Running), (1, Struck), (6, Restarting), (7, Running));
    }

    [Fact]
    public void Example_07_restarts_add_up_along_a_chain()
    {
        var timeline = Reference.Run(
            Graph(Needing(Formula.Always, restart: 1), Needing(On(0), restart: 2), Needing(On(1), restart: 3)), [Hit(0, 1, 2)], H(12));
        Story(timeline, 0, (0, Running), (1, Struck), (2, Restarting), (3, Running));
        Story(timeline, 1, (0, Running), (1, Starved), (3, Restarting), (5, Running));
        Story(timeline, 2, (0, Running), (1, Starved), (5, Restarting), (8, Running));
    }

    [Fact]
    public void Example_08_a_handover_at_the_same_instant_is_no_interruption()
    {
        // 2 needs either; 0 comes back at the very instant that 1 is struck.
        var timeline = Reference.Run(Graph(Node.Free, Node.Free, Needing(Any(On(0), On(1)), restart: 5)), [Hit(0, 1, 4), Hit(1, 4, 8)], H(10));
        Story(timeline, 2, (0, Running));
        // A tick between the two is an interruption, and costs the whole restart.
        var gap = Reference.Run(Graph(Node.Free, Node.Free, Needing(Any(On(0), On(1)), restart: 5)),
            [new(0, H(1), H(4) + TimeSpan.FromTicks(1)), Hit(1, 4, 8)], H(10));
        Assert.Equal(H(5) + TimeSpan.FromTicks(1), gap.DownTime(2, H(0), H(10)));
    }

    [Fact]
    public void Example_09_a_loop_holds_together_when_nothing_outside_it_stops_it()
    {
        // 0 and 1 need each other, or the generator 2. Losing 2 harms neither, for each has the other.
        var timeline = Reference.Run(Graph(Needing(Any(On(1), On(2))), Needing(Any(On(0), On(2))), Node.Free), [Hit(2, 1, 99)], H(9));
        Story(timeline, 0, (0, Running));
        Story(timeline, 1, (0, Running));
    }

    [Fact]
    public void Example_10_a_loop_that_all_went_down_stays_down()
    {
        // Power control needs telecoms, telecoms need power control: one hour of storm, down for ever.
        var timeline = Reference.Run(Graph(Needing(On(1)), Needing(On(0))), [Hit(1, 2, 3)], H(9));
        Story(timeline, 0, (0, Running), (2, Starved));
        Story(timeline, 1, (0, Running), (2, Struck), (3, Starved));
        Assert.Equal([0, 1], Assert.Single(timeline.Deadlocks).Members);
    }

    [Fact]
    public void Example_11_a_reserve_in_the_loop_breaks_the_deadlock_if_it_outlasts_the_restart()
    {
        // The same loop; power control has a battery. Telecoms take 2 h to restart after the storm.
        Timeline With(double battery) => Reference.Run(Graph(Needing(On(1), autonomy: battery), Needing(On(0), restart: 2)), [Hit(1, 2, 3)], H(9));
        Story(With(3), 1, (0, Running), (2, Struck), (3, Restarting), (5, Running));
        Story(With(3), 0, (0, Running), (2, OnReserve), (5, Running));
        Story(With(2.5), 1, (0, Running), (2, Struck), (3, Restarting), (4.5, Starved));
        Story(With(2.5), 0, (0, Running), (2, OnReserve), (4.5, Starved));
        Assert.Single(With(2.5).Deadlocks);
    }

    [Fact]
    public void Example_12_an_outage_can_go_round_a_loop_for_ever()
    {
        // Three in a ring, one hour of reserve and of restart each: the hole neither grows nor closes.
        Node[] Ring(double restart) => [Needing(On(2), 1, restart), Needing(On(0), 1, restart), Needing(On(1), 1, restart)];
        var timeline = Reference.Run(Graph(Ring(1)), [Hit(0, 0, 0.5)], H(30));
        Story(timeline, 0, [(0, Struck), (0.5, Restarting), (1.5, Running), .. Enumerable.Range(0, 9).SelectMany(Lap), (29, OnReserve)]);
        // With a shorter restart it closes; with a longer one it grows until the ring is locked.
        Assert.Empty(Reference.Run(Graph(Ring(0.9)), [Hit(0, 0, 0.5)], H(90)).Deadlocks);
        Assert.Equal(Running, Reference.Run(Graph(Ring(0.9)), [Hit(0, 0, 0.5)], H(90)).StatusAt(0, H(89)));
        Assert.Equal([0, 1, 2], Assert.Single(Reference.Run(Graph(Ring(1.1)), [Hit(0, 0, 0.5)], H(90)).Deadlocks).Members);

        static IEnumerable<(double, NodeStatus)> Lap(int lap) =>
            [(3 * lap + 2, OnReserve), (3 * lap + 3, Starved), (3 * lap + 3.5, Restarting), (3 * lap + 4.5, Running)];
    }

    [Fact]
    public void Example_13_two_of_three_and_strikes_at_the_same_instant()
    {
        var graph = Graph(Node.Free, Node.Free, Node.Free, Needing(AtLeast(2, On(0), On(1), On(2))));
        Story(Reference.Run(graph, [Hit(0, 1, 4)], H(9)), 3, (0, Running));
        Story(Reference.Run(graph, [Hit(0, 1, 4), Hit(1, 1, 3)], H(9)), 3, (0, Running), (1, Starved), (3, Running));
        // The third falls when the first comes back: there are two at every instant.
        Story(Reference.Run(graph, [Hit(0, 1, 4), Hit(1, 4, 6)], H(9)), 3, (0, Running));
    }

    [Fact]
    public void Example_14_at_the_origin_everything_that_can_has_been_running()
    {
        // 0 can never run, 1 needs it; 2 and 3 hold each other; 4 is struck at the origin and 5 lives on its reserve.
        var timeline = Reference.Run(
            Graph(new Node(Formula.Never, H(5)), Needing(On(0), autonomy: 5), Needing(On(3)), Needing(On(2)), Node.Free, Needing(On(4), autonomy: 2)),
            [Hit(4, 0, 3)], H(9));
        Story(timeline, 0, (0, Starved)); // a reserve does not start what never ran
        Story(timeline, 1, (0, Starved));
        Story(timeline, 2, (0, Running));
        Story(timeline, 3, (0, Running));
        Story(timeline, 4, (0, Struck), (3, Running));
        Story(timeline, 5, (0, OnReserve), (2, Starved), (3, Running));
    }

    [Fact]
    public void Example_15_an_action_counts_from_the_instant_it_begins()
    {
        // The power is out from 2 to 12; a pump has 4 h of fuel, and the plan brings 5 h more.
        var without = Graph(Node.Free, Needing(On(0), autonomy: 4));
        var with = Graph(Node.Free, Needing(On(0), autonomy: 9));
        Strike[] outage = [Hit(0, 2, 12)];
        Story(Reference.Run(without, outage, H(20)), 1, (0, Running), (2, OnReserve), (6, Starved), (12, Running));
        // In time: the stopwatch runs on, the limit has moved.
        Story(Reference.Run([new(H(0), without), new(H(5), with)], outage, H(20)), 1, (0, Running), (2, OnReserve), (11, Starved), (12, Running));
        // Too late: what has stopped does not start on a reserve.
        Story(Reference.Run([new(H(0), without), new(H(7), with)], outage, H(20)), 1, (0, Running), (2, OnReserve), (6, Starved), (12, Running));
        // Taken away when more than the limit has been used: it stops at that instant.
        Story(Reference.Run([new(H(0), with), new(H(8), without)], outage, H(20)), 1, (0, Running), (2, OnReserve), (8, Starved), (12, Running));
    }

    [Fact]
    public void Example_16_an_alternative_added_meets_the_need_and_the_restart_begins_then()
    {
        // 0 mains, 1 hired generator, 2 shelter: needs 0, later 0 or 1; 2 h to restart, later half an hour.
        var before = Graph(Node.Free, Node.Free, Needing(On(0), restart: 2));
        var hired = before.With(2, Needing(Any(On(0), On(1)), restart: 2));
        var helped = before.With(2, Needing(Any(On(0), On(1)), restart: 0.5));
        Story(Reference.Run([new(H(0), before), new(H(5), hired)], [Hit(0, 1, 12)], H(20)), 2,
            (0, Running), (1, Starved), (5, Restarting), (7, Running));
        // A shorter restart counts for the one under way: the hour done already is more than the half asked for.
        Story(Reference.Run([new(H(0), before), new(H(5), hired), new(H(6), helped)], [Hit(0, 1, 12)], H(20)), 2,
            (0, Running), (1, Starved), (5, Restarting), (6, Running));
        // The generator goes while the mains are out: the need is lost at that instant.
        Story(Reference.Run([new(H(0), before), new(H(5), hired), new(H(9), before)], [Hit(0, 1, 12)], H(20)), 2,
            (0, Running), (1, Starved), (5, Restarting), (7, Running), (9, Starved), (12, Restarting), (14, Running));
    }

    private static void Story(Timeline timeline, int node, params (double From, NodeStatus Status)[] expected)
        => Assert.Equal(
            expected.Select((e, i) => Lasts(e.From, i + 1 < expected.Length ? expected[i + 1].From : timeline.Horizon.TotalHours, e.Status)),
            timeline.IntervalsOf(node));
}
