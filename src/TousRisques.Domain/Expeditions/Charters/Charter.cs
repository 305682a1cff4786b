using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Charters;

/// <summary>What an expedition says of itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Question">The question that it pursues.</param>
/// <param name="Description">More about it, in Markdown; may be empty.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Public">Whether everybody may read it; else its people alone know that it exists.</param>
/// <param name="Contact">An address to write to that it publishes (of an organisation, not of a person), or empty.</param>
public sealed record Outline(string Name, string Question, string Description, Language Language, bool Public, string Contact);

/// <summary>How a partner takes part.</summary>
public enum PartnerKind
{
    /// <summary>Leads the inquiry (explorateur).</summary>
    Explorer,
    /// <summary>Opens its territory or its trade to the inquiry (terrain).</summary>
    Field,
    /// <summary>Gives means.</summary>
    Support,
}

/// <summary>An organisation that takes part.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it takes part.</param>
/// <param name="Family">Which family of stakeholders it belongs to, or null.</param>
/// <param name="Link">Its page, or empty.</param>
/// <param name="Role">What it brings, in a line; or empty.</param>
public sealed record Partner(string Name, PartnerKind Kind, StakeholderFamily? Family, string Link, string Role);

/// <summary>A stretch of the expedition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Its first day, or null when not known; only the date counts.</param>
/// <param name="To">Its last day, or null.</param>
/// <param name="Purpose">What it is for, in a few lines; or empty.</param>
/// <param name="Deliverables">What it hands over.</param>
/// <param name="Source">Where this is said, or empty: an address, or a word such as « estimate ».</param>
public sealed record Phase(string Name, DateTimeOffset? From, DateTimeOffset? To, string Purpose, ImmutableArray<Deliverable> Deliverables, string Source);

/// <summary>What a phase hands over.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">When it is due, or null.</param>
/// <param name="Done">Whether it is there.</param>
/// <param name="Link">Where it is, or empty.</param>
public sealed record Deliverable(string Name, DateTimeOffset? Due, bool Done, string Link);

/// <summary>What the expedition is, and who is in it.</summary>
public sealed partial record Charter
{
    /// <summary>Before anything was said.</summary>
    public static readonly Charter Empty = new();

    /// <summary>What it says of itself; null before it is opened.</summary>
    public Outline? Outline { get; init; }
    /// <summary>Whether it is the example shipped with the product.</summary>
    public bool Example { get; init; }
    /// <summary>Its partners, in the order given.</summary>
    public ImmutableArray<Partner> Partners { get; init; } = [];
    /// <summary>Its phases, in the order given.</summary>
    public ImmutableArray<Phase> Phases { get; init; } = [];
    /// <summary>Its people: account and part.</summary>
    public ImmutableSortedDictionary<string, Standing> People { get; init; } = ImmutableSortedDictionary.Create<string, Standing>(StringComparer.OrdinalIgnoreCase);
    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }
    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>Invitations made before are dead.</summary>
    public DateTimeOffset InvitationsFrom { get; init; }

    /// <summary>What somebody may do.</summary>
    public Standing StandingOf(ExpeditionActor actor) => actor switch
    {
        TheHouse => Standing.House,
        AccountHolder { Account: { Length: > 0 } account } => People.GetValueOrDefault(account),
        _ => Standing.Anyone,
    };

    internal Decision<ExpeditionEvent> Decide(CharterCommand command, Asking asking) => command switch
    {
        ReviseOutline c => OutlineRefusal(c.Outline, out var outline) is { } no ? no : outline == Outline ? Decision<ExpeditionEvent>.Nothing : new OutlineRevised(outline),
        ListPartners c => List(c),
        ListPhases c => List(c),
        GivePart c => Give(c),
        TakePart c => Take(c.Account),
        LeaveExpedition => asking.By is AccountHolder me ? Take(me.Account) : new NotYours(),
        RevokeInvitations => new InvitationsRevoked(),
        EndExpedition => EndedAt is null ? new ExpeditionEnded() : Decision<ExpeditionEvent>.Nothing,
        ResumeExpedition => EndedAt is null ? Decision<ExpeditionEvent>.Nothing : new ExpeditionResumed(),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    internal Charter Evolve(CharterEvent @event, ExpeditionFact fact) => @event switch
    {
        ExpeditionOpened e => this with { Outline = e.Outline, Example = e.Example, OpenedAt = fact.At },
        OutlineRevised e => this with { Outline = e.Outline },
        PartnersListed e => this with { Partners = e.Partners },
        PhasesListed e => this with { Phases = e.Phases },
        PartGiven e => this with { People = People.SetItem(e.Account, e.Part) },
        PartTaken e => this with { People = People.Remove(e.Account) },
        InvitationsRevoked => this with { InvitationsFrom = fact.At },
        ExpeditionEnded => this with { EndedAt = fact.At },
        ExpeditionResumed => this with { EndedAt = null },
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name}."),
    };
}
