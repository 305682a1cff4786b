namespace TousRisques.Resilience.Graphs;

/// <summary>Circles of dependence (Tarjan's algorithm [Tar72], without recursion).</summary>
public static class StrongComponents
{
    /// <summary>
    /// The strongly connected components of the graph restricted to some nodes, each in ascending order; a component comes after those it needs.
    /// </summary>
    public static List<int[]> Of(DependencyGraph graph, Func<int, bool> within)
    {
        var needs = new int[graph.Count][];
        for (var c = 0; c < graph.Count; c++) needs[c] = within(c) ? [.. graph.Nodes[c].Needs.Nodes().Where(within).Distinct()] : [];
        var (order, low) = (new int[graph.Count], new int[graph.Count]);
        var onStack = new bool[graph.Count];
        var stack = new Stack<int>();
        var components = new List<int[]>();
        var visited = 0;
        var path = new Stack<(int Node, int Next)>();
        for (var root = 0; root < graph.Count; root++)
        {
            if (!within(root) || order[root] != 0) continue;
            Enter(root);
            while (path.TryPop(out var at))
            {
                if (at.Next < needs[at.Node].Length)
                {
                    path.Push((at.Node, at.Next + 1));
                    var need = needs[at.Node][at.Next];
                    if (order[need] == 0) Enter(need);
                    else if (onStack[need]) low[at.Node] = Math.Min(low[at.Node], order[need]);
                    continue;
                }
                if (low[at.Node] == order[at.Node]) components.Add(Leave(at.Node));
                if (path.TryPeek(out var parent)) low[parent.Node] = Math.Min(low[parent.Node], low[at.Node]);
            }
        }
        return components;

        void Enter(int node)
        {
            order[node] = low[node] = ++visited;
            onStack[node] = true;
            stack.Push(node);
            path.Push((node, 0));
        }

        int[] Leave(int node)
        {
            var members = new List<int>();
            int member;
            do
            {
                member = stack.Pop();
                onStack[member] = false;
                members.Add(member);
            }
            while (member != node);
            members.Sort();
            return [.. members];
        }
    }
}
