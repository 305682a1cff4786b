namespace TousRisques.Resilience.Graphs;

/// <summary>Sets of nodes that run on each other, without delays: the two ends of what a graph with cycles allows.</summary>
internal static class Closure
{
    /// <summary>
    /// The greatest set in which every node can run and either is given or has its needs met within the set:
    /// what holds together, loops included.
    /// </summary>
    public static bool[] Greatest(DependencyGraph graph, Func<int, bool> canRun, bool[]? given = null)
    {
        var set = new bool[graph.Count];
        for (var c = 0; c < set.Length; c++) set[c] = canRun(c) || (given?[c] ?? false);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < set.Length; c++)
            {
                if (!set[c] || (given?[c] ?? false) || graph.Nodes[c].Needs.Holds(set)) continue;
                set[c] = false;
                changed = true;
            }
        }
        return set;
    }

    /// <summary>The least set that has the given nodes and every node that can run and has its needs met within the set: what comes back by itself.</summary>
    public static bool[] Least(DependencyGraph graph, Func<int, bool> canRun, bool[] given)
    {
        var set = given.ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < set.Length; c++)
            {
                if (set[c] || !canRun(c) || !graph.Nodes[c].Needs.Holds(set)) continue;
                set[c] = true;
                changed = true;
            }
        }
        return set;
    }
}
