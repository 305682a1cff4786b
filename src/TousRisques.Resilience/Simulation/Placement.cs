namespace TousRisques.Resilience.Simulation;

/// <summary>A hazard that happens at a given time, as hard and as long as told: nothing is left to chance.</summary>
/// <param name="Hazard">Which of a study's hazards.</param>
/// <param name="Begin">When it begins; whole seconds, not negative. Its season is not asked about.</param>
/// <param name="Least">It deals the strikes that have this probability or a higher one.</param>
/// <param name="Length">How long its strikes last: 0 for their shortest, 1 for their longest.</param>
public readonly record struct Placement(int Hazard, TimeSpan Begin, double Least = 0.5, double Length = 0.5);
