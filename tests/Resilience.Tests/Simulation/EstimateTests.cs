using CsCheck;
using TousRisques.Resilience.Simulation;
using Xunit;

namespace TousRisques.Resilience.Tests.Simulation;

/// <summary>Figures read from draws, against plain counts and against the chance they speak of.</summary>
public sealed class EstimateTests
{
    [Fact]
    public void An_exceedance_is_the_share_of_draws_above() => Gen.Select(Gen.Int[0, 9].Select(x => (double)x).Array[1, 60], Gen.Int[-1, 10]).Sample((hours, bar) =>
    {
        var curve = new Exceedance(hours);
        var share = curve.MoreThan(bar);
        Assert.Equal((double)hours.Count(h => h > bar) / hours.Length, share.Value);
        Assert.True(0 <= share.Low && share.Low <= share.Value && share.Value <= share.High && share.High <= 1);
    });

    [Fact]
    public void What_is_exceeded_in_a_share_of_draws_is_exceeded_no_more_often() => Gen.Select(Gen.Int[0, 9].Select(x => (double)x).Array[1, 60], Gen.Double[0, 1]).Sample((hours, share) =>
    {
        var curve = new Exceedance(hours);
        var bar = curve.ExceededIn(share);
        Assert.True(curve.MoreThan(bar).Value <= share);
        // And nothing less would do, among what was drawn.
        var less = hours.Where(h => h < bar).DefaultIfEmpty(double.NaN).Max();
        if (!double.IsNaN(less)) Assert.True(curve.MoreThan(less).Value > share);
    });

    [Fact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        // Shares of words of Philox below a bar: 400 studies of 300 draws; an interval of 95 % misses some 20.
        var (missedShare, missedMean) = (0, 0);
        for (var study = 0u; study < 400; study++)
        {
            var words = Enumerable.Range(0, 300).Select(i => Philox.Words((uint)i, study, 7, 0, 5).A / 4294967296.0).ToArray();
            var share = Estimate.OfShare(words.Count(x => x < 0.07), words.Length);
            if (share.Low > 0.07 || share.High < 0.07) missedShare++;
            var mean = Estimate.OfMean(words);
            if (mean.Low > 0.5 || mean.High < 0.5) missedMean++;
        }
        Assert.InRange(missedShare, 5, 40);
        Assert.InRange(missedMean, 5, 40);
    }

    [Fact]
    public void Common_dice_make_a_difference_sharper()
    {
        var (storms, plan) = (new double[500], new double[500]);
        for (var i = 0; i < storms.Length; i++)
        {
            storms[i] = Philox.Words((uint)i, 0, 0, 0, 1).A / 4294967296.0 * 100;
            plan[i] = storms[i] * 0.9;
        }
        var difference = Estimate.OfDifference(storms, plan);
        var alone = Estimate.OfMean(storms);
        Assert.InRange(difference.Value, 4, 6);
        Assert.True((difference.High - difference.Low) * 9 < alone.High - alone.Low);
    }

    [Fact]
    public void A_single_draw_promises_nothing()
    {
        Assert.Equal(new Estimate(3, double.NegativeInfinity, double.PositiveInfinity), Estimate.OfMean([3]));
        Assert.Equal(0, Estimate.OfShare(0, 1).Low);
        Assert.True(Estimate.OfShare(0, 1).High > 0.5);
    }
}
