using CsCheck;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Timelines;

/// <summary>
/// "More strikes, less running": proved in docs/territory-model.md without any condition on the model, searched here for a counterexample;
/// then what is not true, each with its counterexample.
/// </summary>
public sealed class MonotonyTests
{
    private static Gen<DependencyGraph> HarderThan(DependencyGraph graph) =>
        Gen.Select(Models.GraphOf(graph.Count), Gen.Int[0, 3].Array[graph.Count], (other, how) => new DependencyGraph(
            graph.Nodes.Zip(other.Nodes, how).Select(x => x.Third switch
            {
                0 => x.First with { Needs = All(x.First.Needs, x.Second.Needs) },
                1 => x.First with { Autonomy = TimeSpan.FromTicks(Math.Min(x.First.Autonomy.Ticks, x.Second.Autonomy.Ticks)) },
                2 => x.First with { Restart = TimeSpan.FromTicks(Math.Max(x.First.Restart.Ticks, x.Second.Restart.Ticks)) },
                _ => x.First,
            })));

    /// <summary>A model, and the same with more and longer strikes and with a model that is nowhere easier.</summary>
    private static Gen<(Model Easier, Model Harder)> Pairs(Gen<Model> models) =>
        from model in models
        from harder in model.Regimes.Length switch
        {
            1 => HarderThan(model.Regimes[0].Graph).Select(a => new[] { a }),
            2 => Gen.Select(HarderThan(model.Regimes[0].Graph), HarderThan(model.Regimes[1].Graph), (a, b) => new[] { a, b }),
            _ => Gen.Select(HarderThan(model.Regimes[0].Graph), HarderThan(model.Regimes[1].Graph), HarderThan(model.Regimes[2].Graph),
                (a, b, c) => new[] { a, b, c }),
        }
        from more in Models.StrikeOn(model.Count, (int)model.Horizon.Ticks).Array[0, 3]
        select (model, model with
        {
            Regimes = [.. model.Regimes.Zip(harder, (r, graph) => r with { Graph = graph })],
            Strikes = [.. model.Strikes, .. more],
        });

    [Fact]
    public void More_strikes_and_a_harder_model_never_let_anything_run_that_did_not() => Pairs(Models.Medium).Sample(pair =>
    {
        var (easier, harder) = (pair.Easier.Run(), pair.Harder.Run());
        foreach (var t in easier.Instants.Union(harder.Instants))
            for (var c = 0; c < easier.NodeCount; c++)
            {
                Assert.True(easier.RunsAt(c, t) || !harder.RunsAt(c, t), $"{c} at {t.Ticks}");
                // Nor does anything run on its needs that ran on its reserve.
                Assert.True(easier.StatusAt(c, t) == NodeStatus.Running || harder.StatusAt(c, t) != NodeStatus.Running);
            }
    }, iter: 2000);

    [Fact]
    public void More_strikes_never_give_back_hours() => Pairs(Models.Medium).Sample(pair =>
    {
        var (easier, harder) = (pair.Easier.Run(), pair.Harder.Run());
        for (var c = 0; c < easier.NodeCount; c++)
            Assert.True(easier.DownTime(c, TimeSpan.Zero, easier.Horizon) <= harder.DownTime(c, TimeSpan.Zero, harder.Horizon));
    });

    [Fact]
    public void A_return_may_come_earlier_when_the_fall_does()
    {
        // What is true is said time by time, not return by return: struck once more before, a node also comes back once more before.
        var graph = Graph(Node.Free);
        var fewer = Reference.Run(graph, [Hit(0, 10, 12)], H(20));
        var more = Reference.Run(graph, [Hit(0, 10, 12), Hit(0, 1, 2)], H(20));
        Assert.Equal(H(12), FirstReturn(fewer));
        Assert.Equal(H(2), FirstReturn(more));
    }

    [Fact]
    public void A_longer_strike_may_change_the_reason_for_being_down_for_a_better_sounding_one()
    {
        // Statuses of nodes that do not run are not ordered: struck for longer, the mast is "struck" where it was "starved".
        var graph = Graph(Node.Free, Needing(On(0)));
        var fewer = Reference.Run(graph, [Hit(0, 0, 9), Hit(1, 0, 1)], H(10));
        var more = Reference.Run(graph, [Hit(0, 0, 9), Hit(1, 0, 5)], H(10));
        Assert.Equal(NodeStatus.Starved, fewer.StatusAt(1, H(3)));
        Assert.Equal(NodeStatus.Struck, more.StatusAt(1, H(3)));
    }

    [Fact]
    public void More_strikes_may_mean_fewer_changes()
    {
        // Not the number of changes either: one long outage instead of two short ones.
        var graph = Graph(Node.Free);
        Assert.Equal(5, Reference.Run(graph, [Hit(0, 1, 2), Hit(0, 3, 4)], H(9)).IntervalsOf(0).Length);
        Assert.Equal(3, Reference.Run(graph, [Hit(0, 1, 2), Hit(0, 3, 4), Hit(0, 1, 4)], H(9)).IntervalsOf(0).Length);
    }

    private static TimeSpan FirstReturn(Timeline timeline)
    {
        var intervals = timeline.IntervalsOf(0);
        return intervals[Enumerable.Range(0, intervals.Length).First(i => i > 0 && intervals[i].Status.IsUp())].From;
    }
}
