namespace TousRisques.Domain.Workshops.Counting;

/// <summary>How far people agree on an order, in a word.</summary>
public enum Agreement
{
    /// <summary>W below 0.2.</summary>
    VeryWeak,
    /// <summary>W from 0.2.</summary>
    Weak,
    /// <summary>W from 0.4.</summary>
    Moderate,
    /// <summary>W from 0.6.</summary>
    Strong,
    /// <summary>W from 0.8.</summary>
    VeryStrong,
}

/// <summary>Kendall's coefficient of concordance W: 0 when people's orders have nothing in common, 1 when they are the same.</summary>
/// <remarks>Source: docs/references.md [KBS39]; corrected for ties as in [Ken45]; words after [Sch97], each covering what is nearest to it.</remarks>
public static class Kendall
{
    /// <summary>
    /// W = 12 S / (m² (n³ - n) - m T), where S is the sum of squared deviations of the items' rank sums, and T the sum over ballots of
    /// t³ - t for each tie of t items. Null for fewer than two ballots or two items, or when no ballot tells any items apart.
    /// </summary>
    /// <param name="items">Everything that could be ranked, each once.</param>
    /// <param name="ballots">Ballots, the first choice first, each naming some of the items at most once.</param>
    public static double? W<T>(IReadOnlyList<T> items, IReadOnlyCollection<IReadOnlyList<T>> ballots) where T : notnull
    {
        long n = items.Count, m = ballots.Count;
        if (n < 2 || m < 2) return null;
        var ranks = Ranks.Of(items, ballots);
        // Ranks are doubled: the squared deviations come out four times too large, and all is exact until the one division.
        var mean = m * (n + 1);
        long squares = 0, ties = 0;
        for (var i = 0; i < n; i++)
        {
            var deviation = ranks.Sum(r => (long)r.Doubled[i]) - mean;
            squares += deviation * deviation;
        }
        foreach (var ballot in ranks)
        {
            long t = ballot.Unranked;
            ties += t * t * t - t;
        }
        var most = m * m * (n * n * n - n) - m * ties;
        return most == 0 ? null : 3.0 * squares / most;
    }

    /// <summary>A word for W.</summary>
    public static Agreement Word(double w) => w switch
    {
        < 0.2 => Agreement.VeryWeak,
        < 0.4 => Agreement.Weak,
        < 0.6 => Agreement.Moderate,
        < 0.8 => Agreement.Strong,
        _ => Agreement.VeryStrong,
    };
}
