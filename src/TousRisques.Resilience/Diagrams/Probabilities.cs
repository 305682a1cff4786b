namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Probabilities on diagrams [Rau93]. Each node keeps the probability of its function and that of the contrary, both made of sums and products of
/// non-negative numbers: nothing cancels, so that the relative error stays below some units of rounding for each level, however rare the top.
/// </summary>
internal sealed class Probabilities
{
    private readonly PartDiagram[] parts;
    private readonly int events;
    private readonly int[] levelsAlongWorstPath;

    public Probabilities(PartDiagram[] parts, int events, int nodes)
    {
        this.parts = parts;
        this.events = events;
        reached = [.. parts.Select(p => p.Functions.Reached(p.Root))];
        levelsAlongWorstPath = new int[nodes];
        foreach (var p in parts)
            levelsAlongWorstPath[p.Part.Root] = p.Part.Variables.Sum(v => 1 + levelsAlongWorstPath[v]);
    }

    private const double UnitRoundoff = 1.1102230246251565e-16; // 2^-53
    private readonly bool[][] reached;

    /// <summary>
    /// Bound of the relative error of a computed probability, for exact inputs: every level of a part multiplies by two factors at most, adds once, and uses a
    /// complement; so does every level of the parts below.
    /// </summary>
    public double RelativeError(int root) => 4.0 * (levelsAlongWorstPath[root] + 1) * UnitRoundoff;

    /// <summary>For each node of the circuit that is an event or a part: the probability that it leaves its value at rest, and that it does not.</summary>
    /// <param name="happens">For each event, its probability.</param>
    /// <param name="stays">For each event, the probability of the contrary.</param>
    /// <param name="nodes">How many nodes the circuit has.</param>
    public (double[] Fails, double[] Works) Of(ReadOnlySpan<double> happens, ReadOnlySpan<double> stays, int nodes)
    {
        var (fails, works) = (new double[nodes], new double[nodes]);
        happens.CopyTo(fails.AsSpan(1));
        stays.CopyTo(works.AsSpan(1));
        for (var i = 0; i < parts.Length; i++)
        {
            var (yes, no) = Evaluate(parts[i], reached[i], fails, works);
            var (n, sign) = (parts[i].Root >> 1, parts[i].Root & 1);
            (fails[parts[i].Part.Root], works[parts[i].Part.Root]) = sign == 0 ? (yes[n], no[n]) : (no[n], yes[n]);
        }
        return (fails, works);
    }

    /// <summary>
    /// For each event, by how much more probable the last part is when the event happens than when it does not: the derivative in its probability.
    /// </summary>
    public double[] Derivatives(double[] fails, double[] works)
    {
        var weight = new double[fails.Length];
        weight[parts[^1].Part.Root] = 1;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            var above = weight[parts[i].Part.Root];
            if (above == 0) continue;
            var slopes = Slopes(parts[i], reached[i], fails, works);
            for (var l = 0; l < slopes.Length; l++) weight[parts[i].Part.Variables[parts[i].Order[l]]] += above * slopes[l];
        }
        return weight[1..(events + 1)];
    }

    private static (double[] Yes, double[] No) Evaluate(PartDiagram part, bool[] reached, double[] fails, double[] works)
    {
        var (yes, no) = (new double[reached.Length], new double[reached.Length]);
        yes[0] = 1;
        var bdd = part.Functions;
        for (var n = 1; n < reached.Length; n++)
        {
            if (!reached[n]) continue;
            var variable = part.Part.Variables[part.Order[bdd.LevelOf(n << 1)]];
            var (p, q) = (fails[variable], works[variable]);
            var (high, low) = (bdd.HighOf(n << 1) >> 1, bdd.LowOf(n << 1)); // the high edge is never denied
            var (lowYes, lowNo) = (low & 1) == 0 ? (yes[low >> 1], no[low >> 1]) : (no[low >> 1], yes[low >> 1]);
            yes[n] = (p * yes[high]) + (q * lowYes);
            no[n] = (p * no[high]) + (q * lowNo);
        }
        return (yes, no);
    }

    /// <summary>For each level, the derivative of the part's probability in its variable's.</summary>
    private static double[] Slopes(PartDiagram part, bool[] reached, double[] fails, double[] works)
    {
        var (yes, no) = Evaluate(part, reached, fails, works);
        var bdd = part.Functions;
        var (straight, denied) = (new double[reached.Length], new double[reached.Length]); // probability of coming to a node with its value kept, or denied
        (straight[part.Root >> 1], denied[part.Root >> 1]) = (part.Root & 1) == 0 ? (1.0, 0.0) : (0.0, 1.0);
        var slopes = new double[part.Order.Length];
        for (var n = reached.Length - 1; n > 0; n--)
        {
            if (!reached[n]) continue;
            var level = bdd.LevelOf(n << 1);
            var variable = part.Part.Variables[part.Order[level]];
            var (p, q) = (fails[variable], works[variable]);
            var (high, low) = (bdd.HighOf(n << 1) >> 1, bdd.LowOf(n << 1));
            var lowYes = (low & 1) == 0 ? yes[low >> 1] : no[low >> 1];
            slopes[level] += (straight[n] - denied[n]) * (yes[high] - lowYes);
            straight[high] += p * straight[n];
            denied[high] += p * denied[n];
            var (toStraight, toDenied) = (low & 1) == 0 ? (straight[n], denied[n]) : (denied[n], straight[n]);
            straight[low >> 1] += q * toStraight;
            denied[low >> 1] += q * toDenied;
        }
        return slopes;
    }
}
