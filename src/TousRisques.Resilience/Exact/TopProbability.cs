namespace TousRisques.Resilience.Exact;

/// <summary>The probability of the top.</summary>
/// <param name="Value">The best figure: exact but for rounding when the analysis is complete; otherwise the upper bound, which is the safe side.</param>
/// <param name="AtLeast">It is no smaller than this.</param>
/// <param name="AtMost">It is no larger than this.</param>
public sealed record TopProbability(double Value, double AtLeast, double AtMost);
