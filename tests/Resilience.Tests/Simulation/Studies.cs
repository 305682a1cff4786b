using CsCheck;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Resilience.Tests.Simulation;

/// <summary>Random studies on the random models of timelines, cycles and all; a tick there is a second here, so that much happens at once.</summary>
public static class Studies
{
    public static readonly Gen<Study> Small = Of(Gen.Int[1, 6], 30);
    public static readonly Gen<Study> Medium = Of(Gen.Int[5, 20], 90);

    public static Gen<Study> Of(Gen<int> counts, int horizon) =>
        from count in counts
        from graph in Models.GraphOf(count)
        from hazards in HazardOn(count, horizon).Array[0, 5]
        from frail in Gen.Frequency((3, Gen.Const(0.0)), (1, Gen.Double[0, 0.3])).Array[count]
        from seed in Gen.ULong
        select new Study(InSeconds(graph), [.. hazards], [.. Enumerable.Range(0, count)], Seconds(horizon), [.. frail], seed);

    private static Gen<Hazard> HazardOn(int count, int horizon) =>
        from p in Gen.Frequency((1, Gen.Const(1.0)), (3, Gen.Double[0, 1]))
        from earliest in Gen.Int[0, horizon]
        from window in Gen.Int[0, 12]
        from strikes in (
            from nodes in Gen.Int[0, count - 1].Array[0, 3]
            from offset in Gen.Int[0, 5]
            from shortest in Gen.Int[0, 6]
            from more in Gen.Int[0, 8]
            from q in Gen.Frequency((1, Gen.Const(1.0)), (1, Gen.Double[0, 1]))
            select new HazardStrike([.. nodes], Seconds(offset), Seconds(shortest), Seconds(shortest + more), q)).Array[0, 3]
        select new Hazard(p, Seconds(earliest), Seconds(earliest + window), [.. strikes]);

    private static DependencyGraph InSeconds(DependencyGraph graph)
        => new(graph.Nodes.Select(n => n with { Autonomy = Stretched(n.Autonomy), Restart = Stretched(n.Restart) }));

    private static TimeSpan Stretched(TimeSpan ticks) => ticks == TimeSpan.MaxValue ? ticks : Seconds((int)ticks.Ticks);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
