using CsCheck;
using TousRisques.Resilience.Deadlocks;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Deadlocks;

public sealed class DeadlockTests
{
    [Fact]
    public void Two_that_wait_for_each_other_are_broken_by_helping_either()
    {
        // 0 power control, 1 telecoms, 2 town hall, which needs the telecoms.
        var timeline = Reference.Run(Graph(Needing(On(1)), Needing(On(0)), Needing(On(1))), [Hit(0, 2, 3)], H(10));
        var deadlock = Assert.Single(timeline.Deadlocks);
        Assert.Equal([0, 1], deadlock.Members);
        Assert.Equal([2], deadlock.HeldDown);
        Assert.Equal(H(2), deadlock.Since);
        Assert.Equal([[0], [1]], deadlock.Helps.Sets.Select(s => s.ToArray()));
        Assert.True(deadlock.Helps is { AreSmallest: true, Complete: true });
    }

    [Fact]
    public void A_loop_that_can_start_from_outside_is_no_deadlock()
    {
        var timeline = Reference.Run(Graph(Needing(Any(On(1), On(2))), Needing(On(0)), Node.Free), [Hit(0, 2, 3)], H(10));
        Assert.Empty(timeline.Deadlocks);
        Assert.True(timeline.RunsAt(1, H(3)));
    }

    [Fact]
    public void A_loop_that_is_coming_back_is_no_deadlock()
    {
        var timeline = Reference.Run(Graph(Needing(Any(On(1), On(2)), restart: 50), Needing(On(0)), Node.Free), [Hit(0, 2, 3)], H(10));
        Assert.Empty(timeline.Deadlocks);
        Assert.False(timeline.RunsAt(1, H(9)));
    }

    [Fact]
    public void A_loop_whose_way_out_is_struck_is_a_deadlock_that_the_way_out_would_break()
    {
        // The generator 2 could start the loop, and is struck to the end: helping it is as good as helping a member.
        var timeline = Reference.Run(Graph(Needing(Any(On(1), On(2))), Needing(On(0)), Node.Free), [Hit(0, 2, 3), Hit(2, 1, 99)], H(10));
        var deadlock = Assert.Single(timeline.Deadlocks);
        Assert.Equal([[0], [1], [2]], deadlock.Helps.Sets.Select(s => s.ToArray()));
    }

    [Fact]
    public void A_loop_behind_a_loop_needs_help_of_its_own_only_when_it_is_locked_by_itself()
    {
        // 0-1 lock each other. 2-3 lock each other and 2 needs 0. 4-5 need each other or 0, so they come back with it.
        var timeline = Reference.Run(
            Graph(Needing(On(1)), Needing(On(0)), Needing(All(On(0), On(3))), Needing(On(2)), Needing(Any(On(0), On(5))), Needing(On(4))),
            [Hit(1, 1, 2), Hit(4, 1, 2)], H(10));
        var deadlocks = timeline.Deadlocks;
        Assert.Equal([[0, 1], [2, 3]], deadlocks.Select(d => d.Members.ToArray()));
        Assert.Equal([[4, 5], []], deadlocks.Select(d => d.HeldDown.ToArray()));
    }

    [Fact]
    public void A_vote_needs_as_many_helps_as_the_vote_asks_for()
    {
        // Five servers that each need three of the four others.
        var nodes = Enumerable.Range(0, 5).Select(i => Needing(AtLeast(3, [.. Enumerable.Range(0, 5).Where(j => j != i).Select(On)])));
        var timeline = Reference.Run(Graph([.. nodes]), [Hit(0, 1, 2), Hit(1, 1, 2)], H(9));
        var deadlock = Assert.Single(timeline.Deadlocks);
        Assert.Equal(5, deadlock.Members.Length);
        Assert.Equal(10, deadlock.Helps.Sets.Length); // any three of five
        Assert.All(deadlock.Helps.Sets, s => Assert.Equal(3, s.Length));
        Assert.True(deadlock.Helps is { AreSmallest: true, Complete: true });
    }

    [Fact]
    public void When_the_search_is_cut_short_a_help_that_works_and_a_bound_are_given()
    {
        var nodes = Enumerable.Range(0, 12).Select(i => Needing(AtLeast(6, [.. Enumerable.Range(0, 12).Where(j => j != i).Select(On)])));
        var timeline = Reference.Run(Graph([.. nodes]), [.. Enumerable.Range(0, 12).Select(i => Hit(i, 1, 2))], H(9));
        var helps = Assert.Single(new DeadlockSearch(timeline, H(8), mostTries: 100).Find()).Helps;
        Assert.Equal((3, false, false), (helps.NoneBelow, helps.AreSmallest, helps.Complete)); // 12 singles and 66 pairs tried, triples not all
        Assert.Equal(6, Assert.Single(helps.Sets).Length);
        Assert.True(Assert.Single(timeline.Deadlocks).Helps is { AreSmallest: true, Complete: true, NoneBelow: 6 });
    }

    [Fact]
    public void Members_stay_down_for_ever_when_nothing_changes_from_outside() => Models.Small.Sample(model =>
    {
        var timeline = model.Run();
        foreach (var t in timeline.Instants)
        {
            // From here on the strikes that hold stay for ever, no other comes, and the model stays.
            var frozen = model with
            {
                Strikes = [.. model.Strikes.Where(s => s.From <= t).Select(s => s.Until > t ? s with { Until = TimeSpan.MaxValue } : s)],
                Regimes = [.. model.Regimes.Where(r => r.From <= t)],
                Horizon = t + TimeSpan.FromTicks(120),
            };
            var later = frozen.Run();
            foreach (var deadlock in timeline.DeadlocksAt(t))
                foreach (var c in deadlock.Members.Concat(deadlock.HeldDown))
                    Assert.Equal(frozen.Horizon - t, later.DownTime(c, t, frozen.Horizon));
        }
    }, iter: 400);

    [Fact]
    public void Helps_bring_every_member_back_and_nothing_smaller_does() => Models.Small.Sample(model =>
    {
        var timeline = model.Run();
        foreach (var t in timeline.Instants)
        {
            var deadlocks = timeline.DeadlocksAt(t);
            foreach (var deadlock in deadlocks)
            {
                var others = deadlocks.Where(d => d != deadlock).SelectMany(d => d.Members).ToArray();
                var smallest = Enumerable.Range(0, 1 << model.Count).Select(Bits)
                    .Where(help => Back(timeline, t, [.. others, .. help]).IsSupersetOf(deadlock.Members)).Min(help => help.Length);
                Assert.True(deadlock.Helps.AreSmallest && deadlock.Helps.Complete);
                Assert.Equal(smallest, deadlock.Helps.NoneBelow);
                foreach (var set in deadlock.Helps.Sets)
                    Assert.Superset(deadlock.Members.ToHashSet(), Back(timeline, t, [.. others, .. set]));
            }
            // Together the smallest helps bring back everything that could run, so no deadlock is forgotten.
            var all = Back(timeline, t, [.. deadlocks.SelectMany(d => d.Helps.Sets[0])]);
            Assert.Superset(CouldRun(timeline, t), all);
        }

        int[] Bits(int set) => [.. Enumerable.Range(0, model.Count).Where(c => (set >> c & 1) == 1)];
    }, iter: 1000);

    /// <summary>What runs, in the end and without delays, when those nodes are made to run.</summary>
    private static HashSet<int> Back(Timeline timeline, TimeSpan t, int[] helped)
    {
        var up = timeline.RunningAt(t);
        foreach (var c in helped) up[c] = true;
        for (var again = true; again;)
        {
            again = false;
            for (var c = 0; c < up.Length; c++)
            {
                if (up[c] || timeline.StrikesAt(c, t).Length > 0 || !timeline.GraphAt(t).Nodes[c].Needs.Holds(up)) continue;
                again = up[c] = true;
            }
        }
        return [.. Enumerable.Range(0, up.Length).Where(c => up[c])];
    }

    /// <summary>The union of all sets that could run together on what runs, found by trying every set.</summary>
    private static HashSet<int> CouldRun(Timeline timeline, TimeSpan t)
    {
        var running = timeline.RunningAt(t);
        var result = new HashSet<int>();
        for (var set = 0; set < 1 << running.Length; set++)
        {
            var up = Enumerable.Range(0, running.Length).Select(c => running[c] || (set >> c & 1) == 1).ToArray();
            if (Enumerable.Range(0, up.Length).All(c => running[c] || !up[c]
                || (timeline.StrikesAt(c, t).Length == 0 && timeline.GraphAt(t).Nodes[c].Needs.Holds(up))))
                result.UnionWith(Enumerable.Range(0, up.Length).Where(c => up[c]));
        }
        return result;
    }
}
