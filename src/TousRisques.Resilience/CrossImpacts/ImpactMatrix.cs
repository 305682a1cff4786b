using System.Collections.Immutable;

namespace TousRisques.Resilience.CrossImpacts;

/// <summary>
/// A morphological box with its cross-impact judgements: drivers, each in one of its states, and how strongly each state of a driver promotes (above zero) or hinders (below) each state of
/// another. Integers inside, names outside. Source: docs/references.md [WJ06].
/// </summary>
public sealed class ImpactMatrix
{
    /// <summary>Largest judgement, either way.</summary>
    public const int Strongest = 1_000_000;

    private readonly int[] impacts; // [global source state * total + global target state]
    private readonly int[] offsets; // first global state of each driver, and the total behind them

    /// <summary>Makes a matrix without judgements.</summary>
    /// <param name="states">How many states each driver has, one at least.</param>
    /// <exception cref="ArgumentException">A driver has no state, or there is no driver.</exception>
    public ImpactMatrix(ImmutableArray<int> states)
    {
        if (states.IsDefaultOrEmpty || states.Any(s => s < 1)) throw new ArgumentException("Every driver has one state at least, and there is one driver at least.", nameof(states));
        States = states;
        offsets = new int[states.Length + 1];
        for (var d = 0; d < states.Length; d++) offsets[d + 1] = offsets[d] + states[d];
        impacts = new int[offsets[^1] * offsets[^1]];
    }

    /// <summary>How many states each driver has.</summary>
    public ImmutableArray<int> States { get; }

    /// <summary>How many drivers there are.</summary>
    public int Drivers => States.Length;

    /// <summary>How many combinations there are; rounded beyond 2^53.</summary>
    public double Combinations => States.Aggregate(1.0, (all, s) => all * s);

    /// <summary>The judgement of one state of a driver on one state of another; what was never judged is zero, and so is what a driver says of itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A driver judges itself, or a judgement is beyond <see cref="Strongest"/>.</exception>
    public int this[int source, int sourceState, int target, int targetState]
    {
        get => impacts[(offsets[source] + sourceState) * offsets[^1] + offsets[target] + targetState];
        set
        {
            ArgumentOutOfRangeException.ThrowIfEqual(source, target);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)value), Strongest, nameof(value));
            impacts[(offsets[source] + sourceState) * offsets[^1] + offsets[target] + targetState] = value;
        }
    }

    /// <summary>Impact balance of a state: the sum of the judgements that the chosen states of the other drivers give it.</summary>
    public long Balance(ReadOnlySpan<int> scenario, int target, int targetState)
    {
        var sum = 0L;
        for (var d = 0; d < Drivers; d++)
            if (d != target) sum += this[d, scenario[d], target, targetState];
        return sum;
    }

    /// <summary>The definition: a combination is consistent when no driver has a state with a better balance than the chosen one.</summary>
    public bool IsConsistent(ReadOnlySpan<int> scenario)
    {
        for (var d = 0; d < Drivers; d++)
        {
            var chosen = Balance(scenario, d, scenario[d]);
            for (var s = 0; s < States[d]; s++)
                if (Balance(scenario, d, s) > chosen) return false;
        }
        return true;
    }

    /// <summary>Sum of the balances of all chosen states: how strongly the parts of a combination hold each other.</summary>
    public long TotalImpact(ReadOnlySpan<int> scenario)
    {
        var sum = 0L;
        for (var d = 0; d < Drivers; d++) sum += Balance(scenario, d, scenario[d]);
        return sum;
    }
}
