using CsCheck;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;
using Xunit;

namespace TousRisques.Resilience.Tests.Timelines;

/// <summary>
/// The written definition, read off a finished timeline without running anything: at every instant and between any two,
/// each status is what the strikes, the needs and the past allow, nothing stops or stays down without a reason, nothing comes back too early.
/// </summary>
public sealed class DefinitionTests
{
    [Fact]
    public void Every_timeline_obeys_the_written_definition() => Models.Medium.Sample(model =>
    {
        var timeline = model.Run();
        foreach (var t in timeline.Instants) Check(model, timeline, t);
        foreach (var (a, b) in timeline.Instants.Zip(timeline.Instants.Skip(1).Append(model.Horizon)))
        {
            var middle = a + (b - a) / 2;
            if (middle == a) continue;
            Check(model, timeline, middle);
            Assert.Equal(timeline.RunningAt(a), timeline.RunningAt(middle));
        }
    }, iter: 300);

    private static void Check(Model model, Timeline timeline, TimeSpan t)
    {
        var graph = model.Regimes.Last(r => r.From <= t).Graph;
        var running = timeline.RunningAt(t);
        var before = t == TimeSpan.Zero ? OrdinaryDay(graph) : timeline.RunningAt(t - TimeSpan.FromTicks(1));
        for (var c = 0; c < model.Count; c++)
        {
            var node = graph.Nodes[c];
            var struck = Struck(model, c, t);
            var met = node.Needs.Holds(running);
            Assert.Equal(running[c] ? met ? NodeStatus.Running : NodeStatus.OnReserve
                : struck ? NodeStatus.Struck : met ? NodeStatus.Restarting : NodeStatus.Starved, timeline.StatusAt(c, t));
            Assert.False(running[c] && struck);
            var unmet = LengthOf(model, t, s => !Met(model, timeline, c, s));
            var ready = LengthOf(model, t, s => Met(model, timeline, c, s) && !Struck(model, c, s));
            if (before[c] && !struck) Assert.Equal(met || unmet < node.Autonomy, running[c]);
            if (!before[c]) Assert.Equal(met && !struck && ready >= node.Restart, running[c]);
        }
        NobodyStoppedForNothing(model, timeline, graph, before, running, t);
        NobodyCameBackOnAPromise(graph, before, running);
    }

    /// <summary>Those who stopped at this instant could not have been kept, even all together.</summary>
    private static void NobodyStoppedForNothing(
        Model model, Timeline timeline, DependencyGraph graph, bool[] before, bool[] running, TimeSpan t)
    {
        var hope = running.ToArray();
        for (var c = 0; c < hope.Length; c++) hope[c] |= before[c] && !Struck(model, c, t);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < hope.Length; c++)
            {
                if (!hope[c] || running[c] || graph.Nodes[c].Needs.Holds(hope)) continue;
                hope[c] = false;
                changed = true;
            }
        }
        Assert.Equal(running, hope);
    }

    /// <summary>Those who came back at this instant did so one after the other, each on those already there.</summary>
    private static void NobodyCameBackOnAPromise(DependencyGraph graph, bool[] before, bool[] running)
    {
        var there = running.Zip(before, (now, then) => now && then).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < there.Length; c++)
            {
                if (there[c] || !running[c] || !graph.Nodes[c].Needs.Holds(there)) continue;
                there[c] = true;
                changed = true;
            }
        }
        Assert.Equal(running, there);
    }

    /// <summary>How long something has been so without a break, at t, looking back tick by tick; the ordinary day before the origin counts for nothing.</summary>
    private static TimeSpan LengthOf(Model model, TimeSpan t, Func<TimeSpan, bool> holds)
    {
        if (!holds(t)) return TimeSpan.Zero;
        var since = t;
        while (since > TimeSpan.Zero && holds(since - TimeSpan.FromTicks(1))) since -= TimeSpan.FromTicks(1);
        return t - since;
    }

    private static bool Met(Model model, Timeline timeline, int c, TimeSpan t)
        => model.Regimes.Last(r => r.From <= t).Graph.Nodes[c].Needs.Holds(timeline.RunningAt(t));

    private static bool Struck(Model model, int c, TimeSpan t) => model.Strikes.Any(s => s.Node == c && s.From <= t && t < s.Until);

    /// <summary>The union of all sets that hold together without delays: grown here from nothing, by adding to the failed ones.</summary>
    private static bool[] OrdinaryDay(DependencyGraph graph)
    {
        var running = Enumerable.Repeat(true, graph.Count).ToArray();
        while (Enumerable.Range(0, graph.Count).FirstOrDefault(c => running[c] && !graph.Nodes[c].Needs.Holds(running), -1) is >= 0 and var failed)
            running[failed] = false;
        return running;
    }
}
