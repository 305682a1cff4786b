using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Counting;

/// <summary>How a table judges an action.</summary>
/// <param name="Median">The median; of an even number, the lower of the two middles, which is the more cautious.</param>
/// <param name="Lowest">The lowest verdict given.</param>
/// <param name="Highest">The highest verdict given.</param>
/// <param name="Impossible">How many said impossible.</param>
/// <param name="Degraded">How many said degraded.</param>
/// <param name="Feasible">How many said feasible.</param>
public readonly record struct VerdictCount(Verdict Median, Verdict Lowest, Verdict Highest, int Impossible, int Degraded, int Feasible)
{
    /// <summary>How many judged.</summary>
    public int Judges => Impossible + Degraded + Feasible;

    /// <summary>Steps of the scale between the lowest and the highest verdict: 0 (all agree) to 2.</summary>
    public int Spread => Highest - Lowest;
}

/// <summary>Counts verdicts, which are ordinal: medians and ranges, never means.</summary>
public static class Verdicts
{
    /// <summary>The count of verdicts; null when there is none.</summary>
    public static VerdictCount? Count(IEnumerable<Verdict> verdicts)
    {
        var counts = new int[3];
        foreach (var verdict in verdicts) counts[(int)verdict]++;
        var judges = counts.Sum();
        if (judges == 0) return null;
        return new(At((judges - 1) / 2), At(0), At(judges - 1), counts[0], counts[1], counts[2]);

        // The verdict at a position of the sorted list, from 0.
        Verdict At(int position) =>
            position < counts[0] ? Verdict.Impossible : position < counts[0] + counts[1] ? Verdict.Degraded : Verdict.Feasible;
    }

    /// <summary>The median; of an even number, the lower of the two middles. Null when there is no verdict.</summary>
    public static Verdict? Median(IEnumerable<Verdict> verdicts) => Count(verdicts)?.Median;
}
