using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Charters;

/// <summary>What happened to what the expedition is, and to who is in it.</summary>
public abstract record CharterEvent : ExpeditionEvent
{
    private protected CharterEvent() { }
}

/// <summary>The expedition was opened.</summary>
/// <param name="Expedition">Its name in addresses.</param>
/// <param name="Outline">What it is.</param>
/// <param name="Example">Whether it is the example shipped with the product.</param>
public sealed record ExpeditionOpened(ExpeditionId Expedition, Outline Outline, bool Example) : CharterEvent;
/// <summary>What the expedition says of itself was changed.</summary>
public sealed record OutlineRevised(Outline Outline) : CharterEvent;
/// <summary>The partners were listed anew.</summary>
public sealed record PartnersListed(ImmutableArray<Partner> Partners) : CharterEvent;
/// <summary>The phases were listed anew.</summary>
public sealed record PhasesListed(ImmutableArray<Phase> Phases) : CharterEvent;
/// <summary>Somebody was given a part, or another part.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Part">Member, moderator or lead.</param>
public sealed record PartGiven(string Account, Standing Part) : CharterEvent;
/// <summary>Somebody has no part in it any more.</summary>
public sealed record PartTaken(string Account) : CharterEvent;
/// <summary>Every invitation handed out so far is dead.</summary>
public sealed record InvitationsRevoked : CharterEvent;
/// <summary>The expedition is over: it can be read, and nothing more is written.</summary>
public sealed record ExpeditionEnded : CharterEvent;
/// <summary>The expedition goes on.</summary>
public sealed record ExpeditionResumed : CharterEvent;
