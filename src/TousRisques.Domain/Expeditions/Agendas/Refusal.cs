namespace TousRisques.Domain.Expeditions.Agendas;

// Why the agenda says no, beside the refusals that any aggregate or any part may answer.

/// <summary>That is no e-mail address that could be written to. The address itself is not repeated: refusals may be logged.</summary>
public sealed record NoMailAddress : Refusal;
