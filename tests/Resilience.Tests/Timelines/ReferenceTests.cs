using CsCheck;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Timelines;

/// <summary>The reference engine against a simulator that tries every set, and against the properties that the document promises.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_reference_gives_what_trying_every_set_at_every_tick_gives() => Models.Small.Sample(model =>
    {
        var timeline = model.Run();
        var expected = DiscreteSimulator.Run(model);
        for (var tick = 0; tick < expected.Length; tick++)
            for (var c = 0; c < model.Count; c++)
                Assert.Equal(expected[tick][c], timeline.StatusAt(c, new(tick)));
    }, iter: 4000);

    [Fact]
    public void Intervals_cover_the_timeline_once_and_neighbours_differ() => Models.Medium.Sample(model =>
    {
        var timeline = model.Run();
        for (var c = 0; c < model.Count; c++)
        {
            var intervals = timeline.IntervalsOf(c);
            Assert.Equal(TimeSpan.Zero, intervals[0].From);
            Assert.Equal(model.Horizon, intervals[^1].Until);
            Assert.All(intervals, i => Assert.True(i.From < i.Until));
            for (var i = 1; i < intervals.Length; i++)
            {
                Assert.Equal(intervals[i - 1].Until, intervals[i].From);
                Assert.NotEqual(intervals[i - 1].Status, intervals[i].Status);
            }
        }
    });

    [Fact]
    public void The_same_input_gives_the_same_timeline() => Models.Medium.Sample(model => SameStories(model.Run(), model.Run()));

    [Fact]
    public void The_order_of_strikes_changes_nothing() =>
        Models.Medium.SelectMany(m => Gen.Shuffle(m.Strikes), (model, shuffled) => (model, shuffled))
            .Sample(x => SameStories(x.model.Run(), (x.model with { Strikes = x.shuffled }).Run()));

    [Fact]
    public void The_numbering_of_nodes_changes_nothing() =>
        Models.Medium.SelectMany(m => Gen.Shuffle(Enumerable.Range(0, m.Count).ToArray()), (model, names) => (model, names)).Sample(x =>
        {
            var (original, renamed) = (x.model.Run(), Renamed(x.model, x.names).Run());
            return Enumerable.Range(0, x.model.Count).All(c => original.IntervalsOf(c).SequenceEqual(renamed.IntervalsOf(x.names[c])));
        });

    [Fact]
    public void An_instant_at_which_nothing_happens_changes_nothing() =>
        // An empty strike adds an instant, and a regime that repeats the one in force adds another.
        Models.Medium.SelectMany(m => Gen.Int[1, (int)m.Horizon.Ticks - 1], (model, at) => (model, at)).Sample(x =>
        {
            var at = new TimeSpan(x.at);
            var inForce = x.model.Regimes.Last(r => r.From <= at);
            var regimes = inForce.From == at ? x.model.Regimes
                : [.. x.model.Regimes.Append(new Regime(at, inForce.Graph)).OrderBy(r => r.From)];
            return SameStories(x.model.Run(), (x.model with { Regimes = regimes, Strikes = [.. x.model.Strikes, new(0, at, at)] }).Run());
        });

    [Fact]
    public void What_happens_later_changes_nothing_before() =>
        Models.Medium.SelectMany(m => Gen.Int[1, (int)m.Horizon.Ticks], (model, cut) => (model, cut)).Sample(x =>
        {
            var (whole, begun) = (x.model.Run(), (x.model with { Horizon = new(x.cut) }).Run());
            return begun.Instants.All(t => Enumerable.Range(0, x.model.Count).All(c => whole.StatusAt(c, t) == begun.StatusAt(c, t)));
        });

    [Fact]
    public void Instants_are_no_more_than_the_document_says() => Models.Medium.Sample(model =>
    {
        var bound = 1 + 2L * model.Strikes.Length + model.Regimes.Length;
        for (var c = 0; c < model.Count; c++)
        {
            bound += Times(model.Regimes.Select(r => r.Graph.Nodes[c].Autonomy));
            bound += Times(model.Regimes.Select(r => r.Graph.Nodes[c].Restart));
        }
        Assert.InRange(model.Run().Instants.Length, 1, bound);

        long Times(IEnumerable<TimeSpan> delays)
        {
            var shortest = delays.Where(d => d > TimeSpan.Zero).DefaultIfEmpty(TimeSpan.MaxValue).Min();
            return model.Horizon.Ticks / shortest.Ticks;
        }
    });

    [Fact]
    public void A_run_that_rings_too_long_is_refused_with_the_time_reached()
    {
        // The rotating outage of the document, one hour a lap and a half, for ten years.
        var ring = Graph(Needing(On(2), 1, 1), Needing(On(0), 1, 1), Needing(On(1), 1, 1));
        var refusal = Assert.Throws<TimelineTooLongException>(() => Reference.Run(ring, [Hit(0, 0, 0.5)], H(24 * 3652), mostInstants: 1000));
        Assert.Equal(1000, refusal.MostInstants);
        Assert.InRange(refusal.Reached, H(100), H(1000));
    }

    [Fact]
    public void A_model_that_breaks_the_rules_is_refused()
    {
        var one = Graph(Node.Free);
        Assert.Throws<ArgumentException>(() => Graph(Needing(On(1))));
        Assert.Throws<ArgumentException>(() => Graph(Needing(On(-1))));
        Assert.Throws<ArgumentException>(() => Graph(Needing(Formula.Always, autonomy: -1)));
        Assert.Throws<ArgumentException>(() => Graph(Needing(Formula.Always, restart: -1)));
        Assert.Throws<ArgumentException>(() => Graph(new Node(Enumerable.Range(0, 100_000).Aggregate(On(0), (deep, _) => All(deep)))));
        Assert.Throws<ArgumentException>(() => Reference.Run(one, [], TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => Reference.Run(one, [Hit(1, 0, 1)], H(1)));
        Assert.Throws<ArgumentException>(() => Reference.Run(one, [Hit(0, 2, 1)], H(9)));
        Assert.Throws<ArgumentException>(() => Reference.Run(one, [Hit(0, -1, 1)], H(9)));
        Assert.Throws<ArgumentException>(() => Reference.Run([], [], H(1)));
        Assert.Throws<ArgumentException>(() => Reference.Run([new(H(1), one)], [], H(9)));
        Assert.Throws<ArgumentException>(() => Reference.Run([new(H(0), one), new(H(0), one)], [], H(9)));
        Assert.Throws<ArgumentException>(() => Reference.Run([new(H(0), one), new(H(1), Graph(Node.Free, Node.Free))], [], H(9)));
    }

    [Fact]
    public void A_time_outside_the_timeline_is_refused()
    {
        var timeline = Reference.Run(Graph(Node.Free), [], H(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.StatusAt(0, H(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.StatusAt(0, H(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.DownTime(0, H(2), H(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.DownTime(0, H(0), H(4)));
    }

    [Fact]
    public void Down_time_counts_the_hours_without_running_inside_the_bounds()
    {
        var timeline = Reference.Run(Graph(Node.Free), [Hit(0, 2, 5), Hit(0, 7, 8)], H(10));
        Assert.Equal(H(4), timeline.DownTime(0, H(0), H(10)));
        Assert.Equal(H(2), timeline.DownTime(0, H(3), H(7)));
        Assert.Equal(H(1.5), timeline.DownTime(0, H(4), H(7.5)));
        Assert.Equal(H(0), timeline.DownTime(0, H(5), H(5)));
    }

    internal static bool SameStories(Timeline a, Timeline b)
        => a.NodeCount == b.NodeCount && Enumerable.Range(0, a.NodeCount).All(c => a.IntervalsOf(c).SequenceEqual(b.IntervalsOf(c)));

    /// <summary>The same model with node c called names[c].</summary>
    internal static Model Renamed(Model model, int[] names)
    {
        return new(
            [.. model.Regimes.Select(r => r with { Graph = Rename(r.Graph) })],
            [.. model.Strikes.Select(s => s with { Node = names[s.Node] })], model.Horizon);

        DependencyGraph Rename(DependencyGraph graph)
        {
            var nodes = new Node[graph.Count];
            for (var c = 0; c < nodes.Length; c++) nodes[names[c]] = graph.Nodes[c] with { Needs = Move(graph.Nodes[c].Needs) };
            return new(nodes);
        }

        Formula Move(Formula formula) => formula switch
        {
            Formula.On f => On(names[f.Node]),
            Formula.All f => new Formula.All([.. f.Parts.Select(Move)]),
            Formula.Any f => new Formula.Any([.. f.Parts.Select(Move)]),
            Formula.AtLeast f => new Formula.AtLeast(f.Count, [.. f.Parts.Select(Move)]),
            _ => throw new NotSupportedException(),
        };
    }
}
