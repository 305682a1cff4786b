using System.Runtime.CompilerServices;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Minimal sets of events that make a function true when no other event happens [Rau93, DR97]: for a monotone function its minimal cut sets.
/// </summary>
internal sealed class MinimalSolutions(Bdd functions, Zdd families, bool monotone, Budget budget)
{
    private const int NotDone = -1;

    /// <summary>For each edge, its family.</summary>
    private int[] done = [];

    /// <summary>The minimal family of a function.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    public int Of(int function)
    {
        var edges = (function | 1) + 1;
        budget.Take((long)edges * sizeof(int));
        done = new int[edges];
        Array.Fill(done, NotDone);
        var family = Find(function);
        done = [];
        budget.Free((long)edges * sizeof(int));
        return family;
    }

    private int Find(int function)
    {
        if (function == Bdd.True) return Zdd.Unit;
        if (function == Bdd.False) return Zdd.Empty;
        if (done[function] is not NotDone and var known) return known;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new DiagramLimitException();
        var (high, low) = (functions.HighOf(function), functions.LowOf(function));
        var without = Find(low);
        var with = Find(high);
        // A set that holds the event is minimal when the others alone do not suffice. For a monotone function one look at each set tells;
        // otherwise a smaller set may do where the whole does not.
        with = monotone ? families.Falsifying(with, functions, low) : families.Without(with, without);
        return done[function] = families.Make(functions.LevelOf(function), with, without);
    }
}
