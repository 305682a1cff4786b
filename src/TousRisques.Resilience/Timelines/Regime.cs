using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Timelines;

/// <summary>
/// The model in force from an instant until the next regime: an action that begins or ends changes needs, autonomies or restarts.
/// </summary>
/// <param name="From">Counted from the origin; the first regime begins at zero.</param>
/// <param name="Graph">The model; every regime of a run has the same number of nodes.</param>
public readonly record struct Regime(TimeSpan From, DependencyGraph Graph);
