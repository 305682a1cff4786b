using CsCheck;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;
using Xunit;

namespace TousRisques.Domain.Tests.Workshops.Counting;

public class CountingTests
{
    /// <summary>Ballots over n items: each a shuffled prefix, of any length or all of one.</summary>
    private static Gen<(int[] Items, int[][] Ballots)> Ballots(bool sameLength) =>
        from n in Gen.Int[2, 8]
        from m in Gen.Int[2, 6]
        from length in Gen.Int[1, n]
        from ballots in Gen.Shuffle(Enumerable.Range(0, n).ToArray()).Array[m]
        from lengths in Gen.Int[0, n].Array[m]
        select (Enumerable.Range(0, n).ToArray(), ballots.Select((b, i) => b.Take(sameLength ? length : lengths[i]).ToArray()).ToArray());

    private static double[] RanksOf(int n, int[] ballot) =>
        [.. Enumerable.Range(0, n).Select(i => Array.IndexOf(ballot, i) is >= 0 and var r ? r + 1 : (ballot.Length + 1 + n) / 2.0)];

    [Fact]
    public void Every_ballot_gives_the_same_number_of_points() => Ballots(sameLength: false).Sample((items, ballots) =>
    {
        var n = items.Length;
        Assert.Equal(ballots.Length * n * (n - 1) / 2.0, Borda.Count(items, ballots).Sum(s => s.Points));
    });

    [Fact]
    public void Points_are_n_minus_the_rank_and_places_leave_room_for_ties() => Ballots(sameLength: false).Sample((items, ballots) =>
    {
        var scores = Borda.Count(items, ballots);
        foreach (var score in scores)
        {
            Assert.Equal(ballots.Sum(b => items.Length - RanksOf(items.Length, b)[score.Item]), score.Points);
            Assert.Equal(1 + scores.Count(other => other.Points > score.Points), score.Place);
            Assert.Equal(ballots.Count(b => b.Contains(score.Item)), score.Ballots);
        }
        Assert.Equal(scores.OrderBy(s => s.Place).Select(s => s.Item), scores.Select(s => s.Item));
    });

    [Fact]
    public void The_order_of_ballots_does_not_matter() => Ballots(sameLength: false).Sample((items, ballots) =>
    {
        Assert.Equal(Borda.Count(items, ballots), Borda.Count(items, [.. ballots.Reverse()]));
        Assert.Equal(Kendall.W(items, ballots), Kendall.W(items, [.. ballots.Reverse()]));
    });

    [Fact]
    public void W_goes_from_0_to_1() => Ballots(sameLength: false).Sample((items, ballots) =>
    {
        if (Kendall.W(items, ballots) is { } w) Assert.InRange(w, 0, 1 + 1e-12);
        else Assert.All(ballots, b => Assert.True(items.Length - b.Length is var t && t * t * t - t == items.Length * items.Length * items.Length - items.Length));
    });

    [Fact]
    public void Unanimity_is_1_and_opposition_of_two_is_0()
    {
        int[] items = [0, 1, 2, 3];
        Assert.Equal(1, Kendall.W(items, (int[][])[[2, 0], [2, 0], [2, 0]]));
        Assert.Equal(0, Kendall.W(items, (int[][])[[0, 1, 2, 3], [3, 2, 1, 0]]));
        Assert.Null(Kendall.W(items, (int[][])[[0, 1, 2, 3]]));
        Assert.Null(Kendall.W(items, (int[][])[[], []]));
    }

    [Fact] // ballots of one length have ties of one size, and then W = (1 + (m - 1) r) / m with r the mean of Spearman's correlations
    public void W_agrees_with_the_mean_correlation_of_pairs() => Ballots(sameLength: true).Sample((items, ballots) =>
    {
        var ranks = ballots.Select(b => RanksOf(items.Length, b)).ToArray();
        int m = ranks.Length;
        double sum = 0;
        for (var i = 0; i < m; i++)
            for (var j = i + 1; j < m; j++) sum += Pearson(ranks[i], ranks[j]);
        var mean = sum / (m * (m - 1) / 2.0);
        Assert.Equal((1 + (m - 1) * mean) / m, Kendall.W(items, ballots)!.Value, 9);
    });

    private static double Pearson(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum()
            / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }

    [Fact] // three judges rank six applicants: rank sums 8, 14, 11, 11, 11, 8, so S = 25.5 and W = 12 x 25.5 / (9 x 210) = 0.162
    public void An_example_worked_by_hand()
    {
        int[][] judges = [Order(1, 6, 3, 2, 5, 4), Order(1, 5, 6, 4, 2, 3), Order(6, 3, 2, 5, 4, 1)];
        Assert.Equal(0.162, Kendall.W(Enumerable.Range(0, 6).ToArray(), judges)!.Value, 3);
        Assert.Equal(Agreement.VeryWeak, Kendall.Word(0.162));
        Assert.Equal((10.0, 1), (Borda.Count([0, 1, 2, 3, 4, 5], judges)[0].Points, Borda.Count([0, 1, 2, 3, 4, 5], judges)[1].Place));

        static int[] Order(params int[] ranks) => [.. Enumerable.Range(0, ranks.Length).OrderBy(i => ranks[i])];
    }

    [Fact]
    public void A_median_is_a_verdict_somebody_gave_and_the_lower_middle_of_an_even_number() =>
        Gen.Enum<Verdict>().Array[0, 12].Sample(given =>
        {
            var sorted = given.Order().ToArray();
            var count = Verdicts.Count(given);
            Assert.Equal(given.Length == 0 ? null : sorted[(given.Length - 1) / 2], count?.Median);
            if (count is not { } c) return;
            Assert.Equal((sorted[0], sorted[^1], given.Length), (c.Lowest, c.Highest, c.Judges));
            Assert.Equal(sorted[^1] - sorted[0], c.Spread);
        });
}
