using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Analysis;

/// <summary>A territory as the engine sees it: component <c>i</c> of the territory is node <c>i</c> of the graph.</summary>
public sealed class TerritoryGraph
{
    private readonly Dictionary<ComponentId, int> indices;

    /// <summary>Numbers the components of a territory. Every need must name a component of it; readers check that.</summary>
    public TerritoryGraph(Territory territory)
    {
        Territory = territory;
        indices = territory.Components.Select((c, i) => (c.Id, i)).ToDictionary(x => x.Id, x => x.i);
    }

    /// <summary>The territory.</summary>
    public Territory Territory { get; }

    /// <summary>The node of a component.</summary>
    public int IndexOf(ComponentId component) => indices[component];

    /// <summary>Whether there is such a component.</summary>
    public bool Knows(ComponentId component) => indices.ContainsKey(component);

    /// <summary>The component of a node.</summary>
    public ComponentId ComponentOf(int node) => Territory.Components[node].Id;

    /// <summary>The condition that a need asks for. Makeshifts count like anything else: what runs only through one does run.</summary>
    public Formula FormulaOf(Need need) => need switch
    {
        Need.On n => new Formula.On(indices[n.Component]),
        Need.All n => new Formula.All([.. n.Parts.Select(FormulaOf)]),
        Need.Any n => new Formula.Any([.. n.Parts.Select(FormulaOf)]),
        Need.AtLeast n => new Formula.AtLeast(n.Count, [.. n.Parts.Select(FormulaOf)]),
        Need.Degraded n => FormulaOf(n.Makeshift),
        _ => throw new ArgumentOutOfRangeException(nameof(need)),
    };

    /// <summary>The condition without its makeshifts: met only when the need holds in full.</summary>
    public Formula FullFormulaOf(Need need) => need switch
    {
        Need.Degraded => Formula.Never,
        Need.All n => new Formula.All([.. n.Parts.Select(FullFormulaOf)]),
        Need.Any n => new Formula.Any([.. n.Parts.Select(FullFormulaOf)]),
        Need.AtLeast n => new Formula.AtLeast(n.Count, [.. n.Parts.Select(FullFormulaOf)]),
        _ => FormulaOf(need),
    };

    /// <summary>Needs of every component while some actions are in force: alternatives stand beside what they replace.</summary>
    public ImmutableArray<Need> NeedsWith(IEnumerable<ActionCard> inForce)
    {
        var needs = Territory.Components.Select(c => c.Needs).ToArray();
        foreach (var effect in inForce.SelectMany(a => a.Effects).OfType<Effect.AddAlternative>())
            foreach (var component in effect.To.In(Territory))
            {
                var i = indices[component.Id];
                needs[i] = new Need.Any([needs[i], effect.Alternative]);
            }
        return [.. needs];
    }

    /// <summary>The graph while some actions are in force.</summary>
    public DependencyGraph GraphWith(IReadOnlyCollection<ActionCard> inForce)
    {
        var needs = NeedsWith(inForce);
        var autonomy = Territory.Components.Select(c => c.Autonomy.Value).ToArray();
        var restart = Territory.Components.Select(c => c.Restart.Value).ToArray();
        foreach (var effect in inForce.SelectMany(a => a.Effects))
        {
            if (effect is Effect.LengthenAutonomy lengthen)
                foreach (var c in lengthen.On.In(Territory)) autonomy[indices[c.Id]] = Durations.Plus(autonomy[indices[c.Id]], lengthen.By);
            if (effect is Effect.ShortenRestart shorten)
                foreach (var c in shorten.On.In(Territory)) restart[indices[c.Id]] = Durations.Times(restart[indices[c.Id]], 1 - shorten.ByShare);
        }
        return new DependencyGraph(needs.Select((n, i) => new Node(FormulaOf(n), autonomy[i], restart[i])));
    }
}
