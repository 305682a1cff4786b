namespace TousRisques.Domain.Expeditions.Evidences;

/// <summary>Something needs evidence: nothing is said here without what says so.</summary>
public sealed record EvidenceMissing : Refusal;
