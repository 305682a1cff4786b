namespace TousRisques.Domain.Expeditions.Agendas;

// Why the agenda says no, beside the refusals that any aggregate or any part may answer.

/// <summary>That is no e-mail address that could be written to. The address itself is not repeated: refusals may be logged.</summary>
public sealed record NoMailAddress : Refusal;
/// <summary>One cannot sign up for this workshop, or not any more.</summary>
public sealed record SignUpsAreClosed : Refusal;
/// <summary>The workshop will not take place.</summary>
public sealed record WorkshopIsOff : Refusal;
/// <summary>The workshop took place.</summary>
public sealed record WorkshopIsHeld : Refusal;
/// <summary>More people than that have a place already.</summary>
public sealed record TooFewPlaces(int Taken) : Refusal;
/// <summary>The workshop has not begun.</summary>
public sealed record NotBegun(DateTimeOffset Start) : Refusal;
