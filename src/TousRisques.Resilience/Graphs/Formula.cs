using System.Collections.Immutable;

namespace TousRisques.Resilience.Graphs;

/// <summary>
/// A monotone condition over the nodes of a <see cref="DependencyGraph"/>: one more running node never makes it false.
/// A part that is written twice counts twice.
/// </summary>
public abstract record Formula
{
    private Formula() { }

    /// <summary>The condition that asks for nothing: it always holds.</summary>
    public static readonly Formula Always = new All([]);

    /// <summary>The condition that nothing can meet.</summary>
    public static readonly Formula Never = new Any([]);

    /// <summary>That node runs.</summary>
    /// <param name="Node">Index of the node, from zero.</param>
    public sealed record On(int Node) : Formula
    {
        /// <inheritdoc/>
        public override bool Holds(ReadOnlySpan<bool> running) => running[Node];
    }

    /// <summary>Every part holds; without parts it always holds.</summary>
    public sealed record All(ImmutableArray<Formula> Parts) : Formula
    {
        /// <inheritdoc/>
        public override bool Holds(ReadOnlySpan<bool> running)
        {
            foreach (var part in Parts)
                if (!part.Holds(running)) return false;
            return true;
        }
    }

    /// <summary>One part at least holds; without parts it never holds.</summary>
    public sealed record Any(ImmutableArray<Formula> Parts) : Formula
    {
        /// <inheritdoc/>
        public override bool Holds(ReadOnlySpan<bool> running)
        {
            foreach (var part in Parts)
                if (part.Holds(running)) return true;
            return false;
        }
    }

    /// <summary>
    /// At least <paramref name="Count"/> of the parts hold. It always holds when <paramref name="Count"/> is zero or less,
    /// and never when it is more than the number of parts.
    /// </summary>
    public sealed record AtLeast(int Count, ImmutableArray<Formula> Parts) : Formula
    {
        /// <inheritdoc/>
        public override bool Holds(ReadOnlySpan<bool> running)
        {
            var missing = Count;
            foreach (var part in Parts)
            {
                if (missing <= 0) return true;
                if (part.Holds(running)) missing--;
            }
            return missing <= 0;
        }
    }

    /// <summary>Whether the condition holds when exactly those nodes run.</summary>
    /// <param name="running">One entry a node of the graph.</param>
    public abstract bool Holds(ReadOnlySpan<bool> running);

    /// <summary>The parts one level down; none for a single node.</summary>
    public ImmutableArray<Formula> Children => this switch
    {
        All f => f.Parts,
        Any f => f.Parts,
        AtLeast f => f.Parts,
        _ => [],
    };

    /// <summary>The nodes that the condition names, from left to right, with repetitions.</summary>
    public IEnumerable<int> Nodes()
    {
        // Not recursive, so that a formula of any depth can be checked before anything evaluates it.
        var pending = new Stack<Formula>([this]);
        while (pending.TryPop(out var formula))
        {
            if (formula is On on) yield return on.Node;
            foreach (var part in formula.Children.Reverse()) pending.Push(part);
        }
    }

    /// <summary>How deep parts are nested: 1 for a single node.</summary>
    public int Depth()
    {
        var deepest = 0;
        var pending = new Stack<(Formula Formula, int Depth)>([(this, 1)]);
        while (pending.TryPop(out var at))
        {
            deepest = Math.Max(deepest, at.Depth);
            foreach (var part in at.Formula.Children) pending.Push((part, at.Depth + 1));
        }
        return deepest;
    }
}
