using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Facts;

/// <summary>How far an action can be done. The order is the scale: a median is taken over it.</summary>
public enum Verdict
{
    /// <summary>It cannot be done.</summary>
    Impossible,
    /// <summary>It can be done, but only through a makeshift or with too few people.</summary>
    Degraded,
    /// <summary>It can be done.</summary>
    Feasible,
}

/// <summary>How a component stands at an instant.</summary>
public enum ComponentStatus
{
    /// <summary>Runs, needs met.</summary>
    Running,
    /// <summary>Runs only through a makeshift.</summary>
    Makeshift,
    /// <summary>Runs on its autonomy, needs unmet.</summary>
    OnReserve,
    /// <summary>Down: struck.</summary>
    Struck,
    /// <summary>Down: its needs were unmet for longer than its autonomy.</summary>
    Starved,
    /// <summary>Down: needs are met, its restart is under way.</summary>
    Restarting,
    /// <summary>Down: waits for components that wait for it (restart deadlock).</summary>
    Deadlocked,
}

/// <summary>A component that is not simply running, and why.</summary>
/// <param name="Component">The component, function or not.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Since">Since when, in hours from the origin.</param>
/// <param name="Why">Causal chains, the shortest first.</param>
public sealed record ComponentFact(ComponentId Component, ComponentStatus Status, TimeSpan Since, ImmutableArray<Explanation> Why)
{
    /// <summary>Whether it does not work at all.</summary>
    public bool IsDown => Status is not (ComponentStatus.Running or ComponentStatus.Makeshift or ComponentStatus.OnReserve);
}

/// <summary>What the model says of an action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Verdict">How far it can be done.</param>
/// <param name="Why">For anything but feasible: causal chains, one for each missing need or cap, the shortest first.</param>
public sealed record ActionFact(ActionId Action, Verdict Verdict, ImmutableArray<Explanation> Why);

/// <summary>What the model said of an act's situation. A fact: stored, never computed again for a replay.</summary>
/// <param name="At">The hour it speaks of.</param>
/// <param name="Components">Components that are not simply running, functions among them; all others run.</param>
/// <param name="Actions">Every action of the deck.</param>
public sealed record SituationFacts(TimeSpan At, ImmutableArray<ComponentFact> Components, ImmutableArray<ActionFact> Actions)
{
    /// <summary>Whether a component works at all at this hour.</summary>
    public bool Works(ComponentId component) => !Components.Any(c => c.Component == component && c.IsDown);
}
