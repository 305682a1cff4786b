using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Diagrams;

/// <summary>The minimal cut sets of a part, over its own variables: events and other parts.</summary>
/// <param name="Part">The part.</param>
/// <param name="Order">Its variable at each level.</param>
/// <param name="Families">The diagram.</param>
/// <param name="Root">The node of its minimal cut sets.</param>
/// <param name="Counts">Sets of which orders every node holds, in basic events.</param>
internal sealed record PartFamily(Part Part, int[] Order, Zdd Families, int Root, FamilyCounts Counts);
