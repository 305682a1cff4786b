using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

/// <summary>How a workshop is played.</summary>
public enum PlayMode
{
    /// <summary>All acts, about two and a half hours.</summary>
    Full,
    /// <summary>Two acts in an hour; only the previous plan is re-assessed from the second act on.</summary>
    Brief,
    /// <summary>One person tries everything alone: facilitator and participant at once.</summary>
    Solo,
}

/// <summary>What a step is for.</summary>
public enum StepKind
{
    /// <summary>Accueil.</summary>
    Welcome,
    /// <summary>Tour de table.</summary>
    RoundTable,
    /// <summary>Parties prenantes.</summary>
    Stakeholders,
    /// <summary>Événements.</summary>
    Events,
    /// <summary>Contraintes additionnelles.</summary>
    Constraints,
    /// <summary>Situation.</summary>
    Situation,
    /// <summary>Ré-évaluation des actions.</summary>
    Assessment,
    /// <summary>Les priorités de chacun.</summary>
    Priorities,
    /// <summary>Plan d'action.</summary>
    Plan,
    /// <summary>Conséquences.</summary>
    Consequences,
    /// <summary>Débriefing à chaud.</summary>
    Debrief,
    /// <summary>Pistes d'innovation.</summary>
    Leads,
    /// <summary>Clôture.</summary>
    Close,
}

/// <summary>A step of the run sheet (déroulé).</summary>
/// <param name="Id">Such as <c>welcome</c> or <c>act-2.assessment</c>.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Act">The act it belongs to, or null outside acts.</param>
/// <param name="Planned">Planned duration.</param>
public sealed record Step(StepId Id, StepKind Kind, ActId? Act, TimeSpan Planned);

/// <summary>What the rules need to know of an act.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Which turn it is.</param>
/// <param name="Slots">How many actions a plan may hold.</param>
/// <param name="Effort">How much effort a plan may spend, before caps.</param>
/// <param name="Events">Its events in the order of their hours.</param>
/// <param name="Constraints">Its constraints in the order of the files.</param>
public sealed record ScriptAct(
    ActId Id, ActKind Kind, int Slots, int Effort, ImmutableArray<EventId> Events, ImmutableArray<ScriptConstraint> Constraints)
{
    /// <summary>The hour of its situation, from the scenario's origin.</summary>
    public TimeSpan At { get; init; }
}

/// <summary>What the rules need to know of a constraint: the share of effort it leaves, 1 when it does not cap effort.</summary>
/// <param name="Id">Its name.</param>
/// <param name="EffortShare">0 to 1.</param>
public sealed record ScriptConstraint(ConstraintId Id, double EffortShare)
{
    /// <summary>The hour at which it no longer holds, from the scenario's origin; null means never.</summary>
    public TimeSpan? Until { get; init; }
}

/// <summary>What the rules need to know of an action.</summary>
public sealed record ScriptAction(ActionId Id, int Effort, Theme Theme, CrisisTime Time);

/// <summary>What the rules need to know of a character.</summary>
public sealed record ScriptCharacter(CharacterId Id, bool Needed);

/// <summary>What the rules need to know of a channel.</summary>
public sealed record ScriptChannel(ChannelId Id, ComponentId? Component, TimeSpan Delay, bool TellsSender);

/// <summary>
/// A scenario as the rules see it, compiled once when a workshop opens and stored with it, so that a workshop in play
/// depends neither on the pack's files nor on how they are read.
/// </summary>
public sealed record Script
{
    /// <summary>The pack it was compiled from.</summary>
    public required string PackId { get; init; }
    /// <summary>SHA-256 of the pack's files, in lower-case hexadecimal: names the copy that the journal keeps.</summary>
    public required string PackDigest { get; init; }
    /// <summary>The scenario's title.</summary>
    public required Text Title { get; init; }
    /// <summary>How it is played.</summary>
    public required PlayMode Mode { get; init; }
    /// <summary>The run sheet.</summary>
    public required ImmutableArray<Step> Steps { get; init; }
    /// <summary>Acts in order.</summary>
    public required ImmutableArray<ScriptAct> Acts { get; init; }
    /// <summary>Actions of the deck.</summary>
    public required ImmutableArray<ScriptAction> Actions { get; init; }
    /// <summary>Characters, in the order in which they are given.</summary>
    public required ImmutableArray<ScriptCharacter> Characters { get; init; }
    /// <summary>Stakes that can be ranked.</summary>
    public required ImmutableArray<StakeId> Stakes { get; init; }
    /// <summary>Stakeholder cards.</summary>
    public required ImmutableArray<StakeholderId> Stakeholders { get; init; }
    /// <summary>Channels.</summary>
    public required ImmutableArray<ScriptChannel> Channels { get; init; }
}
