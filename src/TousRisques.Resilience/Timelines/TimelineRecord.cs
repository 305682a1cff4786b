using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Timelines;

/// <summary>Writes down a run instant after instant, keeping for each node only what changes.</summary>
internal sealed class TimelineRecord(IReadOnlyList<Regime> regimes, IReadOnlyList<Strike> strikes, TimeSpan horizon)
{
    private readonly List<TimeSpan> instants = [];
    private readonly List<(TimeSpan From, NodeStatus Status)>[] statuses = Lists<(TimeSpan, NodeStatus)>(regimes[0].Graph);
    private readonly List<(TimeSpan From, bool Met)>[] needs = Lists<(TimeSpan, bool)>(regimes[0].Graph);

    public int InstantCount => instants.Count;

    public void Add(TimeSpan instant, InstantState state)
    {
        instants.Add(instant);
        for (var c = 0; c < state.Count; c++)
        {
            if (statuses[c].Count == 0 || statuses[c][^1].Status != state.StatusOf(c)) statuses[c].Add((instant, state.StatusOf(c)));
            if (needs[c].Count == 0 || needs[c][^1].Met != state.NeedsMet[c]) needs[c].Add((instant, state.NeedsMet[c]));
        }
    }

    public Timeline ToTimeline() => new(
        [.. regimes], [.. strikes.Where(s => s.From < s.Until)], horizon, [.. instants],
        [.. statuses.Select(Intervals)], [.. needs.Select(changes => changes.ToImmutableArray())]);

    private ImmutableArray<Interval> Intervals(List<(TimeSpan From, NodeStatus Status)> changes)
        => [.. changes.Select((change, i) => new Interval(change.From, i + 1 < changes.Count ? changes[i + 1].From : horizon, change.Status))];

    private static List<T>[] Lists<T>(DependencyGraph graph)
    {
        var lists = new List<T>[graph.Count];
        for (var c = 0; c < lists.Length; c++) lists[c] = [];
        return lists;
    }
}
