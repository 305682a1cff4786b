namespace TousRisques.Domain.Expeditions.Notebooks;

// Why a notebook says no, beside the refusals that any aggregate may answer.

/// <summary>Somebody else wrote the chapter meanwhile: look at both texts.</summary>
/// <param name="Draft">The draft as it stands.</param>
public sealed record TextMovedOn(int Draft) : Refusal;
/// <summary>The draft is what everybody reads already.</summary>
public sealed record NothingToPublish : Refusal;
/// <summary>Too many reactions wait to be read: none are taken for now.</summary>
public sealed record QueueFull(int Limit) : Refusal;
