namespace TousRisques.Resilience.Timelines;

/// <summary>A stretch of a node's timeline: one status, from <paramref name="From"/> (included) to <paramref name="Until"/> (excluded).</summary>
/// <param name="From">Counted from the origin.</param>
/// <param name="Until">After <paramref name="From"/>; the next interval begins there.</param>
/// <param name="Status">The status all along.</param>
public readonly record struct Interval(TimeSpan From, TimeSpan Until, NodeStatus Status);
