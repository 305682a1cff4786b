using System.Collections.Immutable;

namespace TousRisques.Resilience.Simulation;

/// <summary>How likely it is to lose more than so many hours, for every number of hours: the exceedance curve, read from draws.</summary>
public sealed class Exceedance
{
    private readonly double[] sorted;

    /// <summary>Reads the curve from draws.</summary>
    /// <param name="lostHours">Hours lost, one a draw, in any order; at least one.</param>
    public Exceedance(ReadOnlySpan<double> lostHours)
    {
        ArgumentOutOfRangeException.ThrowIfZero(lostHours.Length, nameof(lostHours));
        sorted = lostHours.ToArray();
        Array.Sort(sorted);
    }

    /// <summary>How many draws it was read from.</summary>
    public int Draws => sorted.Length;

    /// <summary>The most that a draw lost.</summary>
    public double Most => sorted[^1];

    /// <summary>How likely it is to lose more than that.</summary>
    public Estimate MoreThan(double hours) => Estimate.OfShare(sorted.Length - UpTo(hours), sorted.Length);

    /// <summary>The hours that are exceeded in that share of draws at most: 0.05 gives what one draw in twenty exceeds.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double ExceededIn(double share)
    {
        if (!(share >= 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        var above = (int)Math.Floor(share * sorted.Length);
        return above >= sorted.Length ? 0 : sorted[sorted.Length - 1 - above];
    }

    /// <summary>The curve at evenly spaced hours from zero to the most that was lost.</summary>
    /// <param name="points">How many; at least two.</param>
    public ImmutableArray<(double Hours, Estimate Share)> Curve(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        return [.. Enumerable.Range(0, points).Select(i => Most * i / (points - 1)).Select(hours => (hours, MoreThan(hours)))];
    }

    /// <summary>How many draws lost that or less.</summary>
    private int UpTo(double hours)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] <= hours) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
