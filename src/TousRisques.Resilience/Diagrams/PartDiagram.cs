using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Diagrams;

/// <summary>A part with its diagram.</summary>
/// <param name="Part">The part.</param>
/// <param name="Order">Its variable at each level.</param>
/// <param name="Functions">The diagram.</param>
/// <param name="Root">The edge of the part's failure in it (<see cref="PartBdd.Build"/>).</param>
internal sealed record PartDiagram(Part Part, int[] Order, Bdd Functions, int Root);
