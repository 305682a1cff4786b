namespace TousRisques.Resilience.Simulation;

/// <summary>A figure estimated from draws, with an interval that holds the true one in about 95 % of studies.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Where the interval begins.</param>
/// <param name="High">Where it ends.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>The normal quantile of a two-sided 95 % interval.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The mean of what was drawn, with the normal interval of its standard error (the central limit theorem; from a few hundred draws on).</summary>
    /// <param name="values">One a draw; at least one.</param>
    public static Estimate OfMean(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length, nameof(values));
        var mean = Sum(values, 0) / values.Length;
        if (values.Length == 1) return new(mean, double.NegativeInfinity, double.PositiveInfinity);
        var squares = 0.0;
        foreach (var x in values) squares += (x - mean) * (x - mean);
        var error = Z * Math.Sqrt(squares / (values.Length - 1) / values.Length);
        return new(mean, mean - error, mean + error);
    }

    /// <summary>The share of draws in which something happened, with Wilson's score interval [Wil27], which stays within 0 and 1 and is fair to rare events.</summary>
    /// <param name="happened">In how many draws it happened.</param>
    /// <param name="draws">Of how many; at least one.</param>
    public static Estimate OfShare(long happened, long draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(happened);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(happened, draws);
        var (p, n) = ((double)happened / draws, (double)draws);
        var middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        // At the ends the formula gives 0 and 1 but for rounding.
        return new(p, happened == 0 ? 0 : middle - half, happened == draws ? 1 : middle + half);
    }

    /// <summary>
    /// How much more one study loses than another in the mean, draw by draw: with common random numbers most of the chance is the same on both sides and
    /// cancels out, so that the interval is that of the difference alone.
    /// </summary>
    /// <param name="more">One a draw.</param>
    /// <param name="less">The same draws of the other study.</param>
    /// <exception cref="ArgumentException">They are not as many.</exception>
    public static Estimate OfDifference(ReadOnlySpan<double> more, ReadOnlySpan<double> less)
    {
        if (more.Length != less.Length) throw new ArgumentException("Both studies must have the same draws.", nameof(less));
        var differences = new double[more.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = more[i] - less[i];
        return OfMean(differences);
    }

    /// <summary>Pairwise, so that the sum of a million draws loses nothing that shows.</summary>
    private static double Sum(ReadOnlySpan<double> values, int depth)
    {
        if (values.Length <= 64 || depth > 40)
        {
            var sum = 0.0;
            foreach (var x in values) sum += x;
            return sum;
        }
        var half = values.Length / 2;
        return Sum(values[..half], depth + 1) + Sum(values[half..], depth + 1);
    }
}
