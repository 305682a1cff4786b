using CsCheck;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Tests;

/// <summary>Short words to write models by hand. One hour is one tick's worth of meaning here: times are whole hours unless said.</summary>
internal static class Words
{
    public static readonly TimeSpan Forever = TimeSpan.MaxValue;
    public static TimeSpan H(double hours) => TimeSpan.FromHours(hours);
    public static Formula On(int node) => new Formula.On(node);
    public static Formula All(params Formula[] parts) => new Formula.All([.. parts]);
    public static Formula Any(params Formula[] parts) => new Formula.Any([.. parts]);
    public static Formula AtLeast(int count, params Formula[] parts) => new Formula.AtLeast(count, [.. parts]);
    public static Node Needing(Formula needs, double autonomy = 0, double restart = 0) => new(needs, H(autonomy), H(restart));
    public static DependencyGraph Graph(params Node[] nodes) => new(nodes);
    public static Strike Hit(int node, double from, double until, int cause = 0) => new(node, H(from), H(until), cause);
    public static Interval Lasts(double from, double until, NodeStatus status) => new(H(from), H(until), status);
}

/// <summary>A whole run's input.</summary>
public sealed record Model(Regime[] Regimes, Strike[] Strikes, TimeSpan Horizon)
{
    public int Count => Regimes[0].Graph.Count;
    public Timeline Run() => Reference.Run(Regimes, Strikes, Horizon);

    public override string ToString() => string.Join("\n",
        Regimes.Select(r => $"from {r.From.Ticks}: " + string.Join("; ", r.Graph.Nodes.Select((n, i) =>
            $"{i} needs {Write(n.Needs)} autonomy {Write(n.Autonomy)} restart {Write(n.Restart)}")))
        .Append("strikes " + string.Join(", ", Strikes.Select(s => $"{s.Node}[{s.From.Ticks},{Write(s.Until)})")))
        .Append($"horizon {Horizon.Ticks}"));

    private static string Write(TimeSpan time) => time == TimeSpan.MaxValue ? "ever" : $"{time.Ticks}";

    private static string Write(Formula formula) => formula switch
    {
        Formula.On f => $"{f.Node}",
        Formula.All f => $"all({string.Join(" ", f.Parts.Select(Write))})",
        Formula.Any f => $"any({string.Join(" ", f.Parts.Select(Write))})",
        Formula.AtLeast f => $"{f.Count} of({string.Join(" ", f.Parts.Select(Write))})",
        _ => "?",
    };
}

/// <summary>Random models, cycles and all. Times are small numbers of ticks, so that things often happen at the same instant.</summary>
public static class Models
{
    /// <summary>Small enough to enumerate every set of nodes.</summary>
    public static readonly Gen<Model> Small = Of(Gen.Int[1, 5], horizon: 24);

    public static readonly Gen<Model> Medium = Of(Gen.Int[4, 14], horizon: 60);

    public static Gen<Model> Of(Gen<int> counts, int horizon) =>
        from count in counts
        from graphs in GraphOf(count).Array[1, 3]
        from starts in Gen.Int[1, horizon - 1].HashSet[graphs.Length - 1]
        from strikes in StrikeOn(count, horizon).Array[0, 5]
        select new Model(
            [.. starts.Order().Prepend(0).Zip(graphs, (start, graph) => new Regime(new(start), graph))],
            strikes, new(horizon));

    public static Gen<DependencyGraph> GraphOf(int count) => NodeOf(count).Array[count].Select(nodes => new DependencyGraph(nodes));

    public static Gen<Node> NodeOf(int count) =>
        from needs in FormulaOver(count, depth: 2)
        from autonomy in Delay
        from restart in Delay
        select new Node(needs, autonomy, restart);

    private static readonly Gen<TimeSpan> Delay =
        Gen.Frequency((8, Gen.Const(0)), (8, Gen.Int[1, 6]), (1, Gen.Const(-1))).Select(d => d < 0 ? TimeSpan.MaxValue : new TimeSpan(d));

    public static Gen<Formula> FormulaOver(int count, int depth)
    {
        var leaf = Gen.Int[0, count - 1].Select(i => (Formula)new Formula.On(i));
        if (depth == 0) return leaf;
        var parts = FormulaOver(count, depth - 1).Array[0, 3];
        return Gen.Frequency(
            (6, leaf),
            (2, Gen.Const(Formula.Always)),
            (3, parts.Select(p => (Formula)new Formula.All([.. p]))),
            (3, parts.Where(p => p.Length > 0).Select(p => (Formula)new Formula.Any([.. p]))),
            (2, Gen.Select(Gen.Int[0, 3], parts, (k, p) => (Formula)new Formula.AtLeast(Math.Min(k, p.Length), [.. p]))),
            (1, parts.Select(p => (Formula)new Formula.AtLeast(p.Length + 1, [.. p]))));
    }

    public static Gen<Strike> StrikeOn(int count, int horizon) =>
        from node in Gen.Int[0, count - 1]
        from start in Gen.Int[0, horizon]
        from length in Gen.Frequency((9, Gen.Int[0, 8]), (1, Gen.Const(-1)))
        from cause in Gen.Int[0, 9]
        select new Strike(node, new(start), length < 0 ? TimeSpan.MaxValue : new(start + length), cause);
}
