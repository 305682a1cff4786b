using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

/// <summary>
/// Why the house says no to a well-formed request: expected, tested, turned into words in one place of Web. A bug throws instead.
/// </summary>
public abstract record Refusal
{
    private protected Refusal() { }
}

/// <summary>No workshop has this code.</summary>
public sealed record NoSuchWorkshop : Refusal;
/// <summary>The code is taken; draw another.</summary>
public sealed record AlreadyOpen : Refusal;
/// <summary>The workshop is closed.</summary>
public sealed record AlreadyClosed(DateTimeOffset ClosedAt) : Refusal;
/// <summary>That is for the facilitator.</summary>
public sealed record FacilitatorsOnly : Refusal;
/// <summary>Nobody may do that in another's name.</summary>
public sealed record NotYours : Refusal;
/// <summary>That is for the members of the table.</summary>
public sealed record NotYourTable : Refusal;
/// <summary>The workshop has no such participant, or that one has left.</summary>
public sealed record NoSuchParticipant(ParticipantId Participant) : Refusal;
/// <summary>The room is full.</summary>
public sealed record RoomFull(int Limit) : Refusal;
/// <summary>Something named is not in this workshop.</summary>
/// <param name="Kind">Kind of thing, in lower case: <c>action</c>, <c>step</c>, <c>table</c>…</param>
/// <param name="Name">The name given.</param>
public sealed record Unknown(string Kind, string Name) : Refusal;
/// <summary>A text is missing.</summary>
public sealed record TextMissing(string Field) : Refusal;
/// <summary>A text is too long.</summary>
public sealed record TextTooLong(string Field, int Limit) : Refusal;
/// <summary>A number is out of range.</summary>
public sealed record OutOfRange(string Field, int Least, int Most) : Refusal;
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
/// <summary>A reason is wanted.</summary>
public sealed record ReasonWanted : Refusal;
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
/// <summary>The workshop has reached a limit of size.</summary>
public sealed record TooMany(string Kind, int Limit) : Refusal;
/// <summary>The same card is already there.</summary>
public sealed record AlreadyThere : Refusal;
/// <summary>A later act's plan of the table builds on that one: it can no longer change.</summary>
public sealed record PlanIsPast(ActId Act) : Refusal;
/// <summary>The action is in the table's plan: take it out before saying that it is impossible.</summary>
public sealed record ActionInPlan(ActionId Action) : Refusal;
