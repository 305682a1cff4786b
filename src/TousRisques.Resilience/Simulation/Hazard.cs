using System.Collections.Immutable;

namespace TousRisques.Resilience.Simulation;

/// <summary>
/// Something that may happen within the horizon and then strikes nodes. One draw decides four things about it: whether it happens, when it
/// begins, how hard it is (which of its strikes it deals) and how long they last.
/// </summary>
/// <param name="Probability">That it happens within the horizon; from 0 to 1.</param>
/// <param name="Earliest">The first moment at which it can begin, from the origin; whole seconds.</param>
/// <param name="Latest">The last moment at which it can begin; every second between is equally likely. Not before <paramref name="Earliest"/>.</param>
/// <param name="Strikes">What it does.</param>
public sealed record Hazard(double Probability, TimeSpan Earliest, TimeSpan Latest, ImmutableArray<HazardStrike> Strikes);

/// <summary>A strike that a hazard may deal.</summary>
/// <param name="Nodes">The nodes struck, all at once.</param>
/// <param name="Offset">How long after the hazard's beginning; whole seconds, not negative.</param>
/// <param name="Shortest">The shortest it lasts; whole seconds.</param>
/// <param name="Longest">
/// The longest it lasts. All strikes of a hazard stand at the same place between their shortest and their longest: a long flood is long everywhere.
/// </param>
/// <param name="Probability">
/// That it is dealt once the hazard happens. A hazard hard enough for a strike of probability 0.1 deals all those of probability 0.1 or more.
/// </param>
public sealed record HazardStrike(ImmutableArray<int> Nodes, TimeSpan Offset, TimeSpan Shortest, TimeSpan Longest, double Probability = 1);
