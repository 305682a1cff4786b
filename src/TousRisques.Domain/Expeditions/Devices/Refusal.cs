namespace TousRisques.Domain.Expeditions.Devices;

// Why the catalogue says no, beside the refusals that any aggregate may answer.

/// <summary>A device cannot depend on nothing and on something.</summary>
public sealed record DependsOnNothingAndMore : Refusal;
/// <summary>A latitude without a longitude, or the other way round.</summary>
/// <param name="Place">The place.</param>
public sealed record PointIncomplete(string Place) : Refusal;
