using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Tests.Timelines;

/// <summary>
/// The definition a second time, by other means: time goes one tick at a time, and the rule of an instant is applied by trying every
/// set of nodes. Only for models of a few nodes and of whole, small numbers of ticks.
/// </summary>
internal static class DiscreteSimulator
{
    /// <summary>Status of each node at each tick, <c>[tick][node]</c>.</summary>
    public static NodeStatus[][] Run(Model model)
    {
        var count = model.Count;
        var sets = 1 << count;
        var result = new NodeStatus[model.Horizon.Ticks][];
        var running = Union(Enumerable.Range(0, sets).Where(set => Each(set, c => Needs(model.Regimes[0].Graph, c, set))));
        var unmet = new long[count]; // ticks since the need was lost, counting from zero at the tick of the loss
        var ready = new long[count];
        Array.Fill(unmet, -1);
        Array.Fill(ready, -1);
        for (var tick = 0L; tick < model.Horizon.Ticks; tick++)
        {
            var now = new TimeSpan(tick);
            var graph = model.Regimes.Last(r => r.From <= now).Graph;
            var struck = model.Strikes.Where(s => s.From <= now && now < s.Until).Aggregate(0, (set, s) => set | 1 << s.Node);
            var before = running;

            bool Reserve(int c) => graph.Nodes[c].Autonomy == TimeSpan.MaxValue || unmet[c] + 1 < graph.Nodes[c].Autonomy.Ticks;
            bool Returns(int c) => graph.Nodes[c].Restart != TimeSpan.MaxValue && ready[c] + 1 >= graph.Nodes[c].Restart.Ticks;
            // Every set that is closed under coming back on `kept`; their intersection is what comes back.
            int Up(int kept) => Enumerable.Range(0, sets).Where(set => (set & kept) == kept
                && Each(~set & ~before & ~struck & (sets - 1), c => !(Returns(c) && Needs(graph, c, set)))).Aggregate((a, b) => a & b);

            var keepable = Enumerable.Range(0, sets).Where(kept => (kept & ~before) == 0 && (kept & struck) == 0
                && Each(kept, c => Reserve(c) || Needs(graph, c, Up(kept))));
            running = Up(Union(keepable));

            result[tick] = new NodeStatus[count];
            for (var c = 0; c < count; c++)
            {
                var (up, hit, met) = ((running >> c & 1) == 1, (struck >> c & 1) == 1, Needs(graph, c, running));
                unmet[c] = met ? -1 : unmet[c] + 1;
                ready[c] = met && !hit ? ready[c] + 1 : -1;
                result[tick][c] = up ? met ? NodeStatus.Running : NodeStatus.OnReserve
                    : hit ? NodeStatus.Struck : met ? NodeStatus.Restarting : NodeStatus.Starved;
            }
        }
        return result;

        bool Each(int set, Func<int, bool> holds) => Enumerable.Range(0, count).All(c => (set >> c & 1) == 0 || holds(c));
        bool Needs(DependencyGraph graph, int c, int set) => Met(graph.Nodes[c].Needs, set);
    }

    private static int Union(IEnumerable<int> sets) => sets.Aggregate(0, (a, b) => a | b);

    private static bool Met(Formula formula, int set) => formula switch
    {
        Formula.On f => (set >> f.Node & 1) == 1,
        Formula.All f => f.Parts.All(p => Met(p, set)),
        Formula.Any f => f.Parts.Any(p => Met(p, set)),
        Formula.AtLeast f => f.Parts.Count(p => Met(p, set)) >= f.Count,
        _ => throw new NotSupportedException(),
    };
}
