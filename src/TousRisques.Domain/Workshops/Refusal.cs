using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

// Why a workshop says no, beside the refusals that any aggregate may answer (Rules/Refusal.cs).

/// <summary>No workshop has this code.</summary>
public sealed record NoSuchWorkshop : Refusal;
/// <summary>The code is taken; draw another.</summary>
public sealed record AlreadyOpen : Refusal;
/// <summary>The workshop is closed.</summary>
public sealed record AlreadyClosed(DateTimeOffset ClosedAt) : Refusal;
/// <summary>That is for the facilitator.</summary>
public sealed record FacilitatorsOnly : Refusal;
/// <summary>That is for the members of the table.</summary>
public sealed record NotYourTable : Refusal;
/// <summary>The workshop has no such participant, or that one has left.</summary>
public sealed record NoSuchParticipant(ParticipantId Participant) : Refusal;
/// <summary>The room is full.</summary>
public sealed record RoomFull(int Limit) : Refusal;
/// <summary>Somebody else at the table plays that character.</summary>
public sealed record CharacterTaken(CharacterId Character) : Refusal;
/// <summary>It is revealed or imposed already.</summary>
public sealed record AlreadyRevealed : Refusal;
/// <summary>That belongs to an act that has not begun.</summary>
public sealed record NotYet(StepKind Needed) : Refusal;
/// <summary>There is no step in that direction.</summary>
public sealed record NoSuchStep : Refusal;
/// <summary>The model's verdicts are shown: judgements are closed.</summary>
public sealed record VerdictsAreShown : Refusal;
/// <summary>The model's verdicts are still hidden.</summary>
public sealed record VerdictsAreHidden : Refusal;
/// <summary>More than five priorities, or one of them twice.</summary>
public sealed record BadRanking(int Most) : Refusal;
/// <summary>The action is not possible at this act.</summary>
public sealed record ActionImpossible(ActionId Action, ImmutableArray<Explanation> Why) : Refusal;
/// <summary>All slots are taken.</summary>
public sealed record NoSlotLeft(int Slots) : Refusal;
/// <summary>Not enough effort left.</summary>
public sealed record NotEnoughEffort(int Left, int Wanted) : Refusal;
/// <summary>The plan is confirmed: open it again first.</summary>
public sealed record PlanIsConfirmed : Refusal;
/// <summary>There is nothing to undo.</summary>
public sealed record NothingToCorrect : Refusal;
/// <summary>A later act's plan of the table builds on that one: it can no longer change.</summary>
public sealed record PlanIsPast(ActId Act) : Refusal;
/// <summary>The action is in the table's plan: take it out before saying that it is impossible.</summary>
public sealed record ActionInPlan(ActionId Action) : Refusal;
