using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Analysis.Stress;

/// <summary>A component that may count on another instead of all that it needs.</summary>
public readonly record struct Substitute(ComponentId For, ComponentId By);

/// <summary>A component that holds on for that long at least once its needs are not met.</summary>
public readonly record struct Reserve(ComponentId Component, TimeSpan Hours);

/// <summary>A component that the territory does not have, to see what it would be worth.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Needs">Components, all of which it needs.</param>
/// <param name="Autonomy">How long it holds once they fail.</param>
/// <param name="StandsInFor">Components that it stands in for: whatever needs one of them is content with it.</param>
/// <param name="Nature">What it is made of: a strike at all that is digital strikes it too when it is.</param>
public sealed record Addition(string Name, ImmutableArray<ComponentId> Needs, TimeSpan Autonomy, ImmutableArray<ComponentId> StandsInFor, Nature Nature = Nature.LowTech);

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
    /// <summary>Components added.</summary>
    public ImmutableArray<Addition> Added { get; init; } = [];

    /// <summary>Whether nothing is changed.</summary>
    public bool IsNothing => Out.IsEmpty && Spared.IsEmpty && Fallbacks.IsEmpty && Substitutes.IsEmpty && Reserves.IsEmpty && Actions.IsEmpty && Averted.IsEmpty && Added.IsEmpty;

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
            Territory = With(territory, [.. territory.Components.Select((c, i) => Changed(c, needs[i], nodes[i].Autonomy, nodes[i].Restart))]),
        };
    }

    /// <summary>The name that an addition has among a territory's components: one that none of them has.</summary>
    public static ComponentId IdOf(Territory territory, int addition)
    {
        ArgumentNullException.ThrowIfNull(territory);
        var id = $"added-{addition + 1}";
        while (territory.Components.Any(c => c.Id.Value == id)) id += "x";
        return new(id);
    }

    private Territory With(Territory territory, ImmutableArray<Component> components)
    {
        if (Added.IsEmpty) return territory with { Components = components };
        var known = territory.Components.Select(c => c.Id).ToHashSet();
        var standIns = Added.SelectMany((a, i) => a.StandsInFor.Where(known.Contains).Distinct().Select(of => (Of: of, By: IdOf(territory, i)))).ToLookup(x => x.Of, x => x.By);
        var added = Added.Select((a, i) => new Component
        {
            Id = IdOf(territory, i),
            Name = Text.Same(a.Name),
            Nature = a.Nature,
            Needs = Relieved(new Need.All([.. a.Needs.Where(known.Contains).Distinct().Select(n => new Need.On(n))]), standIns, IdOf(territory, i)),
            Autonomy = new(a.Autonomy),
        });
        return territory with { Components = [.. components.Select(c => c with { Needs = Relieved(c.Needs, standIns) }), .. added] };
    }

    /// <summary>A need in which what is stood in for may be replaced: by anything but the one whose need it is, which would stand on its own shoulders.</summary>
    private static Need Relieved(Need need, ILookup<ComponentId, ComponentId> standIns, ComponentId? own = null) => need switch
    {
        Need.On on => standIns[on.Component].Where(by => by != own).ToList() is { Count: > 0 } others ? new Need.Any([on, .. others.Select(by => new Need.On(by))]) : on,
        Need.All all => new Need.All([.. all.Parts.Select(p => Relieved(p, standIns, own))]),
        Need.Any any => new Need.Any([.. any.Parts.Select(p => Relieved(p, standIns, own))]),
        Need.AtLeast some => new Need.AtLeast(some.Count, [.. some.Parts.Select(p => Relieved(p, standIns, own))]),
        Need.Degraded makeshift => new Need.Degraded(Relieved(makeshift.Makeshift, standIns, own)),
        _ => need,
    };

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
