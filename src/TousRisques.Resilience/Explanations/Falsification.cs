using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Explanations;

/// <summary>
/// The lightest reason why a formula is not met: of a conjunction the lightest part, of a disjunction all parts, of "at least k of n"
/// the n - k + 1 lightest parts.
/// </summary>
/// <param name="weightOf">How much it takes to explain that a node is down; null for a node that runs or is not explained (yet).</param>
internal sealed class Falsification(Func<int, long?> weightOf)
{
    /// <summary>Weights stop counting here; heavier ones are equal.</summary>
    public const long Heaviest = 1L << 50;

    /// <summary>Total weight and the culprits; null when the formula is met, or when nothing known explains that it is not.</summary>
    public (long Weight, ImmutableArray<int> Culprits)? Of(Formula formula) => formula switch
    {
        Formula.On on => weightOf(on.Node) is { } weight ? (weight, [on.Node]) : null,
        Formula.All all => Lightest(all.Parts, 1),
        Formula.Any any => Lightest(any.Parts, any.Parts.Length),
        Formula.AtLeast { Count: <= 0 } => null,
        // When there are too few parts in any case, no part is to blame.
        Formula.AtLeast some => Lightest(some.Parts, Math.Max(0, some.Parts.Length - some.Count + 1)),
        _ => throw new NotSupportedException(formula.GetType().Name),
    };

    private (long Weight, ImmutableArray<int> Culprits)? Lightest(ImmutableArray<Formula> parts, int count)
    {
        var reasons = new List<(long Weight, ImmutableArray<int> Culprits)>();
        foreach (var part in parts)
            if (Of(part) is { } reason) reasons.Add(reason);
        if (reasons.Count < count) return null;
        var chosen = reasons.OrderBy(r => r.Weight).Take(count).ToList(); // stable: of two equals, the part written first
        return (chosen.Aggregate(0L, (sum, r) => Math.Min(sum + r.Weight, Heaviest)), [.. chosen.SelectMany(r => r.Culprits).Distinct()]);
    }

    /// <summary>The culprits, lightest first, without those that the others make superfluous (a formula may name a node twice).</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="culprits">What <see cref="Of"/> gave for it.</param>
    /// <param name="alsoDown">Nodes that are down in any case.</param>
    /// <param name="count">How many nodes the graph has.</param>
    public ImmutableArray<int> WithoutSuperfluous(Formula formula, ImmutableArray<int> culprits, int[] alsoDown, int count)
    {
        var running = new bool[count];
        Array.Fill(running, true);
        foreach (var c in culprits) running[c] = false;
        foreach (var c in alsoDown) running[c] = false;
        var left = culprits.Except(alsoDown).OrderBy(c => weightOf(c)).ToList();
        for (var i = left.Count - 1; i >= 0; i--)
        {
            running[left[i]] = true;
            if (formula.Holds(running)) running[left[i]] = false;
            else left.RemoveAt(i);
        }
        return [.. left];
    }
}
