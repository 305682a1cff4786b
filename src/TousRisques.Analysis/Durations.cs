namespace TousRisques.Analysis;

/// <summary>Sums and products of durations that stop at the longest one instead of overflowing; the longest one means "for ever".</summary>
internal static class Durations
{
    /// <summary>The sum; for ever if either is.</summary>
    public static TimeSpan Plus(TimeSpan a, TimeSpan b) => a > TimeSpan.MaxValue - b ? TimeSpan.MaxValue : a + b;

    /// <summary>A share of a duration, to the tick; for ever stays for ever unless nothing is left.</summary>
    public static TimeSpan Times(TimeSpan duration, double share) =>
        share <= 0 ? TimeSpan.Zero
        : duration == TimeSpan.MaxValue ? duration
        : TimeSpan.FromTicks((long)Math.Round(duration.Ticks * share));

    /// <summary>The earlier of two times.</summary>
    public static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>The later of two times.</summary>
    public static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
