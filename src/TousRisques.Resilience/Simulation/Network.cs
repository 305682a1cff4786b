using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Simulation;

/// <summary>
/// A study made ready for batches: nodes numbered so that what is needed comes first, circles of dependence side by side. Immutable; shared
/// by all threads.
/// </summary>
internal sealed class Network
{
    public Network(Study study, Draws draws)
    {
        (Study, Draws) = (study, draws);
        var graph = study.Graph;
        Circles = [.. StrongComponents.Of(graph, _ => true)];
        Order = [.. Circles.SelectMany(circle => circle)];
        Place = new int[graph.Count];
        Circle = new int[graph.Count];
        for (var i = 0; i < Order.Length; i++) Place[Order[i]] = i;
        for (var i = 0; i < Circles.Length; i++)
            foreach (var c in Circles[i]) Circle[c] = i;
        Loops = [.. Circles.Select(circle => circle.Length > 1 || graph.Nodes[circle[0]].Needs.Nodes().Contains(circle[0]))];
        Inner = [.. Enumerable.Range(0, graph.Count).Select(c => graph.DependentsOf(c).Where(d => Circle[d] == Circle[c]).ToArray())];
        Outer = [.. Enumerable.Range(0, graph.Count).Select(c => graph.DependentsOf(c).Where(d => Circle[d] != Circle[c]).ToArray())];
        Needs = [.. graph.Nodes.Select(n => new MaskFormula(n.Needs))];
        Autonomy = [.. graph.Nodes.Select(n => Within(n.Autonomy))];
        Restart = [.. graph.Nodes.Select(n => Within(n.Restart))];
        Running = Closure.Greatest(graph, _ => true);
        var sources = new List<int>[graph.Count];
        for (var c = 0; c < sources.Length; c++) sources[c] = [];
        for (var s = 0; s < Draws.Count; s++)
            foreach (var c in Draws.Nodes[s].Distinct()) sources[c].Add(s);
        Sources = [.. sources.Select(s => s.ToArray())];
        Column = new int[graph.Count];
        Array.Fill(Column, -1);
        for (var i = 0; i < study.Watched.Length; i++) Column[study.Watched[i]] = i;
    }

    public Study Study { get; }
    public Draws Draws { get; }
    public int Count => Study.Graph.Count;

    /// <summary>Circles of dependence, a node alone being one; what is needed comes first.</summary>
    public int[][] Circles { get; }

    /// <summary>The circle of a node.</summary>
    public int[] Circle { get; }

    /// <summary>All nodes, circle after circle.</summary>
    public int[] Order { get; }

    /// <summary>Where a node stands in <see cref="Order"/>.</summary>
    public int[] Place { get; }

    /// <summary>Whether a circle has a dependence within itself.</summary>
    public bool[] Loops { get; }

    /// <summary>The nodes of its own circle that need a node.</summary>
    public int[][] Inner { get; }

    /// <summary>The nodes of other circles that need a node.</summary>
    public int[][] Outer { get; }

    /// <summary>What each node needs.</summary>
    public MaskFormula[] Needs { get; }

    /// <summary>Seconds; the horizon for all that outlasts it.</summary>
    public int[] Autonomy { get; }

    /// <summary>Seconds; the horizon for all that outlasts it.</summary>
    public int[] Restart { get; }

    /// <summary>What runs on the ordinary day before the origin.</summary>
    public bool[] Running { get; }

    /// <summary>The sources that strike a node.</summary>
    public int[][] Sources { get; }

    /// <summary>Where a node's hours are counted, or -1.</summary>
    public int[] Column { get; }

    private int Within(TimeSpan delay) => delay >= Study.Horizon ? Study.HorizonSeconds : (int)(delay.Ticks / TimeSpan.TicksPerSecond);
}
