using System.Runtime.CompilerServices;
using TousRisques.Resilience.Diagrams;

namespace TousRisques.Resilience.Exact;

/// <summary>The probability that one cut set of a family at least happens, through a diagram of its own.</summary>
internal static class Union
{
    /// <summary>Larger diagrams are not tried: bounds are narrow enough without.</summary>
    private const int MostNodes = 2_000_000;

    /// <summary>The probability; null when the diagram does not fit.</summary>
    /// <param name="families">The families, event i at level 2i (<see cref="LiteralFamilies"/>).</param>
    /// <param name="root">The family.</param>
    /// <param name="p">For each event of the order, its probability.</param>
    /// <param name="budget">Where memory comes from.</param>
    public static double? Probability(Zdd families, int root, double[] p, Budget budget)
    {
        Bdd? bdd = null;
        try
        {
            bdd = new Bdd(budget, MostNodes);
            var function = Of(root, families, bdd, []);
            var reached = bdd.Reached(function);
            var (yes, no) = (new double[reached.Length], new double[reached.Length]);
            yes[0] = 1;
            for (var n = 1; n < reached.Length; n++)
            {
                if (!reached[n]) continue;
                var (own, high, low) = (p[bdd.LevelOf(n << 1)], bdd.HighOf(n << 1) >> 1, bdd.LowOf(n << 1));
                var (lowYes, lowNo) = (low & 1) == 0 ? (yes[low >> 1], no[low >> 1]) : (no[low >> 1], yes[low >> 1]);
                yes[n] = (own * yes[high]) + ((1 - own) * lowYes);
                no[n] = (own * no[high]) + ((1 - own) * lowNo);
            }
            return (function & 1) == 0 ? yes[function >> 1] : no[function >> 1];
        }
        catch (DiagramLimitException)
        {
            return null;
        }
        finally
        {
            bdd?.Dispose();
        }
    }

    private static int Of(int node, Zdd families, Bdd bdd, Dictionary<int, int> done)
    {
        if (node <= Zdd.Unit) return node == Zdd.Unit ? Bdd.True : Bdd.False;
        if (done.TryGetValue(node, out var known)) return known;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new DiagramLimitException();
        var low = Of(families.LowOf(node), families, bdd, done);
        var high = bdd.Or(Of(families.HighOf(node), families, bdd, done), low);
        return done[node] = bdd.Make(families.LevelOf(node) / 2, high, low);
    }
}
