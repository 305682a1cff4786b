using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Analysis.Stress;

/// <summary>A component that may count on another instead of all that it needs.</summary>
public readonly record struct Substitute(ComponentId For, ComponentId By);

/// <summary>A component that holds on for that long at least once its needs are not met.</summary>
public readonly record struct Reserve(ComponentId Component, TimeSpan Hours);

/// <summary>
/// Changes to a territory, to see what they are worth. Every change is there from the first hour on; none costs anything. Names that the pack does not
/// know change nothing.
/// </summary>
public sealed record WhatIf
{
    /// <summary>The territory as it is.</summary>
    public static readonly WhatIf Nothing = new();

    /// <summary>Components switched off all along.</summary>
    public ImmutableArray<ComponentId> Out { get; init; } = [];
    /// <summary>Components that nothing strikes and that need nothing.</summary>
    public ImmutableArray<ComponentId> Spared { get; init; } = [];
    /// <summary>Components with a perfect fallback for all they need; they can still be struck.</summary>
    public ImmutableArray<ComponentId> Fallbacks { get; init; } = [];
    /// <summary>Components with another component as fallback for all they need.</summary>
    public ImmutableArray<Substitute> Substitutes { get; init; } = [];
    /// <summary>Longer reserves.</summary>
    public ImmutableArray<Reserve> Reserves { get; init; } = [];
    /// <summary>
    /// Actions in force from the first hour on. An alternative that an action gives holds only while the action's own needs do; a reserve lengthened or
    /// a repair shortened is taken to have been prepared. Crews and caps play no part.
    /// </summary>
    public ImmutableArray<ActionId> Actions { get; init; } = [];
    /// <summary>Perils that cannot happen.</summary>
    public ImmutableArray<PerilId> Averted { get; init; } = [];

    /// <summary>Whether nothing is changed.</summary>
    public bool IsNothing => Out.IsEmpty && Spared.IsEmpty && Fallbacks.IsEmpty && Substitutes.IsEmpty && Reserves.IsEmpty && Actions.IsEmpty && Averted.IsEmpty;

    /// <summary>The actions in force, as a pack's cards.</summary>
    public IReadOnlyList<ActionCard> CardsOf(Pack pack) => [.. pack.Scenario.Actions.Where(a => Actions.Contains(a.Id))];

    /// <summary>A pack whose territory has these changes in its needs, reserves and restarts. Strikes are the caller's.</summary>
    public Pack In(Pack pack)
    {
        if (IsNothing) return pack;
        var territory = pack.Territory;
        var graph = new TerritoryGraph(territory);
        // An alternative is worth what the action itself finds: a loudspeaker car that may not drive warns nobody.
        var cards = CardsOf(pack).Select(a => a with
        {
            Effects = [.. a.Effects.Select(e => e is Effect.AddAlternative added ? added with { Alternative = new Need.All([added.Alternative, a.Needs]) } : e)],
        }).ToList();
        var needs = graph.NeedsWith(cards);
        var nodes = graph.GraphWith(cards).Nodes;
        return pack with
        {
            Territory = territory with { Components = [.. territory.Components.Select((c, i) => Changed(c, needs[i], nodes[i].Autonomy, nodes[i].Restart))] },
        };
    }

    private Component Changed(Component component, Need needs, TimeSpan autonomy, TimeSpan restart)
    {
        var id = component.Id;
        foreach (var substitute in Substitutes)
            if (substitute.For == id) needs = new Need.Any([needs, new Need.On(substitute.By)]);
        foreach (var reserve in Reserves)
            if (reserve.Component == id) autonomy = Durations.Max(autonomy, reserve.Hours);
        if (Fallbacks.Contains(id) || Spared.Contains(id)) needs = Need.Nothing;
        if (Out.Contains(id)) (needs, autonomy) = (new Need.Any([]), TimeSpan.Zero);
        return component with
        {
            Needs = needs,
            Autonomy = autonomy == component.Autonomy.Value ? component.Autonomy : new(autonomy),
            Restart = restart == component.Restart.Value ? component.Restart : new(restart),
        };
    }
}
