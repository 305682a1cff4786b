namespace TousRisques.Resilience.Exact;

/// <summary>How far an exact analysis may go.</summary>
/// <param name="MemoryBytes">Memory that diagrams may take, in bytes. When it does not suffice, what is proven within it is given (<see cref="ExactAnalysis.IsComplete"/>).</param>
/// <param name="MaxOrder">Cut sets of more events than this are neither counted nor listed; null for all.</param>
public sealed record ExactOptions(long MemoryBytes = 4L << 30, int? MaxOrder = null);
