using System.Collections.Immutable;

namespace TousRisques.Resilience.Graphs;

/// <summary>
/// Nodes and what each needs; cycles are allowed. Immutable and checked when built, so that the engines need no checks.
/// </summary>
public sealed class DependencyGraph
{
    /// <summary>The deepest nesting of formulas that is accepted; evaluation is recursive.</summary>
    public const int DeepestFormula = 500;

    private readonly ImmutableArray<ImmutableArray<int>> dependents;

    /// <summary>Builds a graph; a node is known by its place in the list, from zero.</summary>
    /// <param name="nodes">The nodes; needs may name nodes that come later.</param>
    /// <exception cref="ArgumentException">
    /// A need names a node that does not exist, a duration is negative, or a formula is nested deeper than <see cref="DeepestFormula"/>.
    /// </exception>
    public DependencyGraph(IEnumerable<Node> nodes)
    {
        Nodes = [.. nodes];
        var users = new SortedSet<int>[Nodes.Length];
        for (var i = 0; i < Nodes.Length; i++) users[i] = [];
        for (var i = 0; i < Nodes.Length; i++)
        {
            var node = Nodes[i];
            if (node.Autonomy < TimeSpan.Zero) throw new ArgumentException($"Node {i} has a negative autonomy.", nameof(nodes));
            if (node.Restart < TimeSpan.Zero) throw new ArgumentException($"Node {i} has a negative restart.", nameof(nodes));
            if (node.Needs.Depth() > DeepestFormula)
                throw new ArgumentException($"The needs of node {i} are nested deeper than {DeepestFormula}.", nameof(nodes));
            foreach (var need in node.Needs.Nodes())
            {
                if (need < 0 || need >= Nodes.Length)
                    throw new ArgumentException($"Node {i} needs node {need}, which does not exist.", nameof(nodes));
                users[need].Add(i);
            }
        }
        dependents = [.. users.Select(u => u.ToImmutableArray())];
    }

    /// <summary>The nodes, by index.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>How many nodes there are.</summary>
    public int Count => Nodes.Length;

    /// <summary>The nodes whose needs name this one, in ascending order, each once.</summary>
    public ImmutableArray<int> DependentsOf(int node) => dependents[node];

    /// <summary>The same graph with one node replaced: how an action in force changes the model.</summary>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public DependencyGraph With(int index, Node node) => new(Nodes.SetItem(index, node));
}
