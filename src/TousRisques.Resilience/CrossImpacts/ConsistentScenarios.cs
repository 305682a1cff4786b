using System.Collections.Immutable;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Resilience.CrossImpacts;

/// <summary>How consistent combinations were looked for.</summary>
public enum SearchKind
{
    /// <summary>All of them were found.</summary>
    Exact,
    /// <summary>Those that a sample of starting points leads to: there may be others.</summary>
    Sampled,
}

/// <summary>Consistent combinations of a matrix.</summary>
/// <param name="Kind">Whether these are all.</param>
/// <param name="Scenarios">The combinations, states in the order of the drivers, in lexical order.</param>
/// <param name="Looked">Partial combinations looked at (exact), or starting points followed (sampled).</param>
/// <param name="Capped">Whether there are more than were asked for.</param>
public sealed record ConsistentSet(SearchKind Kind, ImmutableArray<ImmutableArray<int>> Scenarios, long Looked, bool Capped);

/// <summary>How much a search may do.</summary>
/// <param name="MostSteps">Partial combinations that an exact search may look at before it gives way to sampling.</param>
/// <param name="Samples">Starting points of a sample.</param>
/// <param name="MostScenarios">Combinations wanted at most.</param>
/// <param name="Seed">Of the sample: the same seed gives the same answer on every machine.</param>
public sealed record SearchBounds(long MostSteps = 3_000_000, int Samples = 20_000, int MostScenarios = 10_000, ulong Seed = 1);

/// <summary>
/// Finds the consistent combinations of a box by cross-impact balance analysis. Source: docs/references.md [WJ06]. Exactly, by branch and bound: drivers are fixed one after the other, the one with the
/// fewest states left first; a state is given up as soon as another of its driver must end with a better balance, whatever the drivers that are still free do. When that takes too many steps, by
/// sampling: from drawn combinations each driver moves to its best state until nothing moves.
/// </summary>
public static class ConsistentScenarios
{
    /// <summary>Keeps these dice apart from those of simulations.</summary>
    private const uint OfBoxes = 2;

    /// <summary>Finds them.</summary>
    /// <param name="matrix">The box with its judgements.</param>
    /// <param name="bounds">How much may be done.</param>
    /// <param name="cancel">Gives up.</param>
    public static ConsistentSet Find(ImpactMatrix matrix, SearchBounds? bounds = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        bounds ??= new();
        return new Branching(matrix, bounds, cancel).Run() ?? Sample(matrix, bounds, cancel);
    }

    /// <summary>The definition tried on every combination. For small boxes, and for tests of <see cref="Find"/>.</summary>
    public static ImmutableArray<ImmutableArray<int>> Enumerate(ImpactMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var found = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var scenario = new int[matrix.Drivers];
        while (true)
        {
            if (matrix.IsConsistent(scenario)) found.Add([.. scenario]);
            var d = matrix.Drivers - 1;
            while (d >= 0 && ++scenario[d] == matrix.States[d]) scenario[d--] = 0;
            if (d < 0) return found.ToImmutable();
        }
    }

    private static ConsistentSet Sample(ImpactMatrix matrix, SearchBounds bounds, CancellationToken cancel)
    {
        var found = new SortedSet<ImmutableArray<int>>(Lexical.Instance);
        var scenario = new int[matrix.Drivers];
        var capped = false;
        for (var sample = 0; sample < bounds.Samples && !capped; sample++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var d = 0; d < scenario.Length; d++) scenario[d] = (int)(((ulong)Philox.Words((uint)sample, (uint)d, OfBoxes, 0, bounds.Seed).A * (ulong)matrix.States[d]) >> 32);
            if (!Settle(matrix, scenario)) continue;
            found.Add([.. scenario]);
            capped = found.Count >= bounds.MostScenarios;
        }
        return new(SearchKind.Sampled, [.. found], bounds.Samples, capped);
    }

    /// <summary>Lets one driver after the other move to its best state. False when they run in a circle.</summary>
    private static bool Settle(ImpactMatrix matrix, int[] scenario)
    {
        var (seen, keepAt) = ((int[])scenario.Clone(), 1);
        for (var round = 1; round <= 20 * scenario.Length; round++)
        {
            var moved = false;
            for (var d = 0; d < scenario.Length; d++)
            {
                var (best, state) = (matrix.Balance(scenario, d, scenario[d]), scenario[d]);
                for (var s = 0; s < matrix.States[d]; s++)
                    if (matrix.Balance(scenario, d, s) is var balance && balance > best) (best, state) = (balance, s);
                moved |= state != scenario[d];
                scenario[d] = state;
            }
            if (!moved) return true;
            // A round depends on where it begins alone: back where it once was, it goes round for ever. What it is compared with is kept ever more rarely, so that a circle of any length is noticed.
            if (scenario.AsSpan().SequenceEqual(seen)) return false;
            if (round != keepAt) continue;
            scenario.CopyTo(seen, 0);
            keepAt *= 2;
        }
        return false;
    }

    internal sealed class Lexical : IComparer<ImmutableArray<int>>
    {
        public static readonly Lexical Instance = new();

        public int Compare(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceCompareTo(y.AsSpan());
    }
}
