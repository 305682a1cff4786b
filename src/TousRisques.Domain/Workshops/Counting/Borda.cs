using System.Collections.Immutable;

namespace TousRisques.Domain.Workshops.Counting;

/// <summary>What one thing got in a count.</summary>
/// <typeparam name="T">What is ranked.</typeparam>
/// <param name="Item">The thing.</param>
/// <param name="Points">Its points; halves are possible.</param>
/// <param name="Place">Its place from 1; equals share the better place, and the next places are skipped (1, 2, 2, 4).</param>
/// <param name="Ballots">How many ballots name it.</param>
public readonly record struct BordaScore<T>(T Item, double Points, int Place, int Ballots);

/// <summary>
/// The Borda count: of n things, the one ranked r-th on a ballot gets n - r points. Things that a ballot leaves unranked share the mean
/// of the ranks that remain, so that saying less neither helps nor harms what is said.
/// </summary>
/// <remarks>Source: docs/references.md [Bor81]; for ballots that rank only some, [Eme13].</remarks>
public static class Borda
{
    /// <summary>Counts ballots; the most points first, equals in the order of <paramref name="items"/>.</summary>
    /// <param name="items">Everything that could be ranked, each once.</param>
    /// <param name="ballots">Ballots, the first choice first, each naming some of the items at most once.</param>
    public static ImmutableArray<BordaScore<T>> Count<T>(IReadOnlyList<T> items, IReadOnlyCollection<IReadOnlyList<T>> ballots) where T : notnull
    {
        var ranks = Ranks.Of(items, ballots);
        // Doubled points are whole numbers, so that equals are exactly equal.
        var doubled = new long[items.Count];
        var named = new int[items.Count];
        foreach (var ballot in ranks)
        {
            for (var i = 0; i < items.Count; i++)
            {
                doubled[i] += 2L * items.Count - ballot.Doubled[i];
                if (ballot.Named[i]) named[i]++;
            }
        }
        return
        [
            .. Enumerable.Range(0, items.Count)
                .Select(i => new BordaScore<T>(items[i], doubled[i] / 2.0, 1 + doubled.Count(other => other > doubled[i]), named[i]))
                .OrderBy(s => s.Place),
        ];
    }
}
