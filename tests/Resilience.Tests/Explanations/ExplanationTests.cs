using CsCheck;
using TousRisques.Resilience.Explanations;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Explanations;

public sealed class ExplanationTests
{
    [Fact]
    public void What_does_not_run_on_its_needs_has_an_explanation_of_its_own_kind() => EachNodeAndInstant((model, timeline, c, t) =>
    {
        var interval = timeline.IntervalAt(c, t);
        var link = timeline.Explain(c, t);
        switch (interval.Status)
        {
            case NodeStatus.Running: Assert.Null(link); return;
            case NodeStatus.Struck: Assert.IsType<Explanation.Struck>(link); break;
            case NodeStatus.Starved: Assert.IsType<Explanation.Starved>(link); break;
            case NodeStatus.OnReserve: Assert.IsType<Explanation.OnReserve>(link); break;
            case NodeStatus.Restarting: Assert.IsType<Explanation.Restarting>(link); break;
        }
        Assert.Equal((c, interval.Status == NodeStatus.OnReserve ? timeline.NeedsUnmetSince(c, t) : interval.From), (link!.Node, (TimeSpan?)link.Since));
    });

    [Fact]
    public void Every_explanation_ends_in_strikes_or_in_needs_that_nothing_can_meet() => EachNodeAndInstant((model, timeline, c, t) =>
    {
        foreach (var link in timeline.Explain(c, t)?.Links() ?? [])
        {
            Assert.True(link.Since <= t, "A cause is never later than what it explains.");
            if (link.Because.Length > 0) continue;
            if (link is Explanation.Struck struck)
            {
                Assert.Null(struck.Before);
                Assert.NotEmpty(struck.Strikes);
                Assert.All(struck.Strikes, s => Assert.True(s.Node == link.Node && s.From <= t && model.Strikes.Contains(s)));
            }
            else
            {
                var everything = Enumerable.Repeat(true, model.Count).ToArray();
                Assert.Contains(model.Regimes, r => r.From <= t && !r.Graph.Nodes[link.Node].Needs.Holds(everything));
            }
        }
    });

    [Fact]
    public void Culprits_are_down_and_enough_and_none_is_superfluous() => EachNodeAndInstant((model, timeline, c, t) =>
    {
        var (culprits, circle) = timeline.Explain(c, t) switch
        {
            Explanation.Starved link => (link.Culprits, link.Circle?.Members ?? []),
            Explanation.OnReserve link => (link.Culprits, []),
            _ => ([], []),
        };
        if (timeline.StatusAt(c, t) is not (NodeStatus.Starved or NodeStatus.OnReserve)) return;
        var needs = timeline.GraphAt(t).Nodes[c].Needs;
        var running = Enumerable.Repeat(true, model.Count).ToArray();
        foreach (var down in culprits.Select(k => k.Node).Concat(circle))
        {
            Assert.False(timeline.RunsAt(down, t));
            running[down] = false;
        }
        Assert.False(needs.Holds(running));
        foreach (var culprit in culprits)
        {
            running[culprit.Node] = true;
            Assert.True(needs.Holds(running));
            running[culprit.Node] = false;
        }
        Assert.Equal(culprits.Select(k => timeline.Explain(k.Node, t)), culprits);
    });

    [Fact]
    public void A_circle_is_one_and_its_members_are_starved() => EachNodeAndInstant((model, timeline, c, t) =>
    {
        if (timeline.Explain(c, t) is not Explanation.Starved { Circle: { } circle } link) return;
        Assert.Contains(c, circle.Members);
        Assert.Equal(circle.Members, circle.Before.Select(b => b.Node));
        Assert.Same(circle.Before[circle.Members.IndexOf(c)], link.Before);
        var inside = circle.Members.ToHashSet();
        foreach (var member in circle.Members)
        {
            Assert.Equal(NodeStatus.Starved, timeline.StatusAt(member, t));
            Assert.Contains(timeline.GraphAt(t).Nodes[member].Needs.Nodes(), inside.Contains);
            Assert.Same(circle, Assert.IsType<Explanation.Starved>(timeline.Explain(member, t)).Circle);
        }
    });

    [Fact]
    public void Who_waits_for_whom_does_not_depend_on_the_numbering_of_nodes() =>
        Models.Medium.SelectMany(m => Gen.Shuffle(Enumerable.Range(0, m.Count).ToArray()), (model, names) => (model, names)).Sample(x =>
        {
            var (original, renamed) = (x.model.Run(), Timelines.ReferenceTests.Renamed(x.model, x.names).Run());
            foreach (var t in original.Instants)
                for (var c = 0; c < x.model.Count; c++)
                {
                    var (a, b) = (original.Explain(c, t), renamed.Explain(x.names[c], t));
                    Assert.Equal(a?.GetType(), b?.GetType());
                    Assert.Equal((a as Explanation.Starved)?.Circle?.Members.Select(m => x.names[m]).Order(), (b as Explanation.Starved)?.Circle?.Members);
                }
        }, iter: 50);

    [Fact]
    public void Without_any_strike_only_what_can_never_run_has_an_explanation() => Models.Medium.Sample(model =>
    {
        var quiet = model with { Strikes = [], Regimes = [model.Regimes[0]] };
        var timeline = quiet.Run();
        Assert.Single(timeline.Instants);
        for (var c = 0; c < model.Count; c++)
            Assert.True(timeline.Explain(c, TimeSpan.Zero) is null or Explanation.Starved { Circle: null, Before: null });
    });

    [Fact]
    public void A_condition_that_fails_is_explained_by_the_same_links_as_its_culprits() =>
        Models.Medium.SelectMany(m => Models.FormulaOver(m.Count, 2), (model, formula) => (model, formula)).Sample(x =>
        {
            var timeline = x.model.Run();
            foreach (var t in timeline.Instants)
            {
                var why = timeline.Explain(x.formula, t);
                Assert.Equal(timeline.Holds(x.formula, t), why is null);
                if (why is not { } culprits) continue;
                var running = Enumerable.Repeat(true, x.model.Count).ToArray();
                foreach (var culprit in culprits) running[culprit.Node] = false;
                Assert.False(x.formula.Holds(running));
                Assert.Equal(culprits.Select(k => timeline.Explain(k.Node, t)), culprits);
            }
        });

    [Fact]
    public void The_chain_of_the_mast_reads_back_to_the_flood()
    {
        // 0 power, 1 mobile masts (20 minutes of battery), 2 mass texts. The flood takes the power at two o'clock.
        var minutes = TimeSpan.FromMinutes(20);
        var timeline = Reference.Run(Graph(Node.Free, new Node(On(0), minutes), Needing(On(1))), [Hit(0, 2, 9, cause: 7)], H(10));
        var texts = Assert.IsType<Explanation.Starved>(timeline.Explain(2, H(3)));
        Assert.Equal(H(2) + minutes, texts.DownSince);
        var masts = Assert.IsType<Explanation.Starved>(Assert.Single(texts.Culprits));
        Assert.Equal((1, H(2) + minutes, H(2), minutes), (masts.Node, masts.DownSince, masts.UnmetSince, masts.ReserveUsed));
        var power = Assert.IsType<Explanation.Struck>(Assert.Single(masts.Culprits));
        Assert.Equal((0, H(2), 7), (power.Node, power.Since, power.Strikes.Single().Cause));
        Assert.Equal(3, texts.Length);
        var reserve = Assert.IsType<Explanation.OnReserve>(timeline.Explain(1, H(2)));
        Assert.Equal((H(2), H(2) + minutes), (reserve.Since, reserve.Until));
    }

    [Fact]
    public void Of_a_conjunction_the_shortest_explanation_is_told_of_a_disjunction_all()
    {
        // 0 struck; 1 needs 0; 2 needs both, 3 needs either.
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0)), Needing(All(On(1), On(0))), Needing(Any(On(1), On(0)))), [Hit(0, 1, 5)], H(9));
        Assert.Equal([0], timeline.Explain(2, H(2))!.Because.Select(b => b.Node));
        Assert.Equal([0, 1], timeline.Explain(3, H(2))!.Because.Select(b => b.Node));
    }

    [Fact]
    public void Of_two_out_of_three_two_are_blamed_the_shortest_first()
    {
        var timeline = Reference.Run(
            Graph(Node.Free, Node.Free, Needing(On(0)), Needing(AtLeast(2, On(2), On(0), On(1)))), [Hit(0, 1, 5), Hit(1, 1, 5)], H(9));
        Assert.Equal([0, 1], timeline.Explain(3, H(2))!.Because.Select(b => b.Node));
    }

    [Fact]
    public void A_culprit_that_fell_later_does_not_hide_the_one_that_began()
    {
        // Needs 0 and 1, two hours of reserve. 0 is struck first and comes back; 1 is struck meanwhile.
        var timeline = Reference.Run(Graph(Node.Free, Node.Free, Needing(All(On(0), On(1)), autonomy: 2)), [Hit(0, 0, 3), Hit(1, 2.5, 9)], H(10));
        var early = Assert.IsType<Explanation.Starved>(timeline.Explain(2, H(2.75)));
        Assert.Equal(0, Assert.Single(early.Culprits).Node); // both are down, 0 alone tells the whole story
        Assert.Null(early.Before);
        var late = Assert.IsType<Explanation.Starved>(timeline.Explain(2, H(4)));
        Assert.Equal(1, Assert.Single(late.Culprits).Node);
        var before = Assert.IsType<Explanation.Starved>(late.Before);
        Assert.Equal((H(2), H(0), 0), (before.ReserveUsed, before.UnmetSince, Assert.Single(before.Culprits).Node));
    }

    [Fact]
    public void The_culprit_that_began_is_told_even_when_a_later_one_is_shorter_to_tell()
    {
        // 3 needs 1, itself behind 0, and 2. 0 falls at the origin, 2 an hour later.
        var timeline = Reference.Run(
            Graph(Node.Free, Needing(On(0)), Node.Free, Needing(All(On(1), On(2)), autonomy: 2)), [Hit(0, 0, 9), Hit(2, 1, 9)], H(10));
        Assert.Equal([1], timeline.Explain(3, H(1.5))!.Because.Select(b => b.Node));
        Assert.Equal([1], timeline.Explain(3, H(5))!.Because.Select(b => b.Node));
        // A bare condition has no past, so there the shortest is told.
        Assert.Equal([2], timeline.Explain(All(On(1), On(2)), H(5))!.Value.Select(b => b.Node));
    }

    [Fact]
    public void A_strike_on_what_was_down_already_says_so()
    {
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0))), [Hit(0, 1, 9), Hit(1, 3, 5), Hit(1, 5, 6)], H(10));
        var link = Assert.IsType<Explanation.Struck>(timeline.Explain(1, H(5)));
        Assert.Equal((H(3), 2), (link.Since, link.Strikes.Length)); // one after the other without a break
        Assert.Equal(H(1), Assert.IsType<Explanation.Starved>(link.Before).DownSince);
    }

    [Fact]
    public void A_restart_tells_what_it_restarts_from_and_until_when()
    {
        var timeline = Reference.Run(Graph(Node.Free, Needing(On(0), restart: 4)), [Hit(0, 1, 3)], H(10));
        var link = Assert.IsType<Explanation.Restarting>(timeline.Explain(1, H(5)));
        Assert.Equal((H(3), H(7)), (link.Since, link.Until));
        var before = Assert.IsType<Explanation.Starved>(link.Before);
        Assert.Equal(0, Assert.IsType<Explanation.Struck>(Assert.Single(before.Culprits)).Node);
    }

    [Fact]
    public void A_deadlock_is_explained_by_its_circle_and_by_how_it_fell()
    {
        // Power control and telecoms need each other; a storm holds the telecoms for an hour.
        var timeline = Reference.Run(Graph(Needing(On(1)), Needing(On(0))), [Hit(1, 2, 3, cause: 5)], H(10));
        var control = Assert.IsType<Explanation.Starved>(timeline.Explain(0, H(9)));
        Assert.Equal([0, 1], control.Circle!.Members);
        Assert.Empty(control.Culprits);
        var fell = Assert.IsType<Explanation.Starved>(control.Before);
        Assert.Equal((H(2), 1), (fell.DownSince, Assert.Single(fell.Culprits).Node));
        Assert.Equal([5], control.EndingStrikes().Select(s => s.Cause));
    }

    [Fact]
    public void A_need_that_nothing_can_meet_is_an_end()
    {
        var timeline = Reference.Run(Graph(Needing(AtLeast(2, On(1))), Node.Free, Needing(On(0))), [], H(3));
        var link = Assert.IsType<Explanation.Starved>(timeline.Explain(2, H(1)));
        Assert.Empty(Assert.Single(link.Culprits).Because);
        Assert.Equal([], timeline.Explain(Formula.Never, H(1))!.Value);
    }

    [Fact]
    public void A_rotating_outage_is_explained_lap_after_lap_to_its_strike()
    {
        var ring = Graph(Needing(On(2), 1, 1), Needing(On(0), 1, 1), Needing(On(1), 1, 1));
        var timeline = Reference.Run(ring, [Hit(0, 0, 0.5, cause: 3)], H(60));
        var link = Enumerable.Range(0, 3).Select(c => timeline.Explain(c, H(59))).First(e => e is Explanation.Starved or Explanation.Restarting)!;
        Assert.Equal([3], link.EndingStrikes().Select(s => s.Cause));
        Assert.True(link.Length > 40);
    }

    private static void EachNodeAndInstant(Action<Model, Timeline, int, TimeSpan> check) => Models.Medium.Sample(model =>
    {
        var timeline = model.Run();
        foreach (var t in timeline.Instants)
            for (var c = 0; c < model.Count; c++) check(model, timeline, c, t);
    }, iter: 400);
}
