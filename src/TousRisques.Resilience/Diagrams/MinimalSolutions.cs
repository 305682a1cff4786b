using System.Runtime.CompilerServices;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Minimal sets of events that make a function true when no other event happens [Rau93, DR97]: for a monotone function its minimal cut sets.
/// </summary>
internal sealed class MinimalSolutions(Bdd functions, Zdd families, bool monotone, Budget budget)
{
    private const int BytesPerResult = 32;

    private readonly Dictionary<int, int> done = [];

    /// <summary>The minimal family of a function.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    public int Of(int function)
    {
        if (function == Bdd.True) return Zdd.Unit;
        if (function == Bdd.False) return Zdd.Empty;
        if (done.TryGetValue(function, out var known)) return known;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new DiagramLimitException();
        var (high, low) = (functions.HighOf(function), functions.LowOf(function));
        var without = Of(low);
        var with = Of(high);
        // A set that holds the event is minimal when the others alone do not suffice. For a monotone function one look at each set tells;
        // otherwise a smaller set may do where the whole does not.
        with = monotone ? families.Falsifying(with, functions, low) : families.Without(with, without);
        budget.TakeLittle(BytesPerResult);
        return done[function] = families.Make(functions.LevelOf(function), with, without);
    }
}
