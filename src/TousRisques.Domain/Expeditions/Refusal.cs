namespace TousRisques.Domain.Expeditions;

// Why an expedition says no, beside the refusals that any aggregate may answer (Rules/Refusal.cs).

/// <summary>No expedition has this name, or it is not for whoever asks to know.</summary>
public sealed record NoSuchExpedition : Refusal;
/// <summary>The name is taken; choose another.</summary>
public sealed record NameTaken(ExpeditionId Name) : Refusal;
/// <summary>That is for people of the expedition.</summary>
/// <param name="Least">The least part that may do it.</param>
public sealed record StandingNeeded(Standing Least) : Refusal;
/// <summary>The expedition would be left without anybody to lead it.</summary>
public sealed record LastLead : Refusal;
/// <summary>Something would end before it begins.</summary>
public sealed record EndsBeforeItBegins(string Name) : Refusal;
/// <summary>That is no address on the web.</summary>
public sealed record NoWebLink(string Link) : Refusal;
/// <summary>The expedition is over: nothing more is written.</summary>
public sealed record ExpeditionIsOver(DateTimeOffset EndedAt) : Refusal;
