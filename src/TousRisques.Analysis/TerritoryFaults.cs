using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Resilience.FaultTrees;
using EngineHazard = TousRisques.Resilience.Simulation.Hazard;
using HazardStrike = TousRisques.Resilience.Simulation.HazardStrike;

namespace TousRisques.Analysis;

/// <summary>Something that strikes several components at once.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Probability">That it happens; NaN when nobody says, as for the events of a scenario.</param>
/// <param name="Strikes">What it strikes; times play no part here.</param>
public sealed record CommonCause(string Id, Text Name, double Probability, ImmutableArray<Strike> Strikes)
{
    /// <summary>The perils of a pack, with their probability within a year; where it names none, what its scenario strikes with.</summary>
    public static ImmutableArray<CommonCause> Of(Pack pack) =>
        pack.Stress.Perils.IsEmpty ? Of(pack.Scenario) : [.. pack.Stress.Perils.Select(p => Of(pack.Scenario, p))];

    /// <summary>A peril, with the events and constraints of the scenario that it brings.</summary>
    public static CommonCause Of(Scenario scenario, Peril peril) =>
        new(peril.Id.Value, peril.Name, peril.PerYear.Value, [.. DealtStrike.Of(scenario, peril).Select(d => d.Strike)]);

    /// <summary>The events and constraints of a scenario that strike anything, as causes of unknown probability.</summary>
    public static ImmutableArray<CommonCause> Of(Scenario scenario) =>
    [
        .. scenario.Acts.SelectMany(a => a.Events).Where(e => !e.Strikes.IsEmpty).Select(e => new CommonCause(e.Id.ToString(), e.Title, double.NaN, e.Strikes)),
        .. scenario.Acts.SelectMany(a => a.Constraints).Where(c => !c.Strikes.IsEmpty).Select(c => new CommonCause(c.Id.ToString(), c.Title, double.NaN, c.Strikes)),
    ];
}

/// <summary>When a component or function of a territory is out, as a fault tree whose events have names.</summary>
/// <param name="Component">The component asked about.</param>
/// <param name="Function">The tree, and what each event is.</param>
/// <param name="Names">For each event, a name for files: letters, digits, hyphens, one underscore that no identifier holds.</param>
/// <param name="Labels">For each event, the name for people of the component or cause.</param>
public sealed record TerritoryFaults(ComponentId Component, FaultFunction Function, ImmutableArray<string> Names, ImmutableArray<Text> Labels)
{
    /// <summary>The fault tree of a component: every component that it depends on may be out on its own, with its unavailability, and causes strike several at once. A function is out for want of components only.</summary>
    /// <param name="graph">The territory.</param>
    /// <param name="component">The component asked about.</param>
    /// <param name="causes">What may strike.</param>
    /// <param name="inForce">Actions in force: their alternatives count.</param>
    public static TerritoryFaults Of(TerritoryGraph graph, ComponentId component, IReadOnlyList<CommonCause> causes, IReadOnlyCollection<ActionCard>? inForce = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(causes);
        double[] unavailability = [.. graph.Territory.Components.Select(c => c.Unavailability.Value)];
        var hazards = causes.Select(c => new EngineHazard(c.Probability, default, default,
            [.. c.Strikes.Select(s => new HazardStrike([.. s.On.In(graph.Territory).Select(x => graph.IndexOf(x.Id))], default, default, default, s.Probability))])).ToList();
        var function = FaultFunction.Of(graph.GraphWith(inForce ?? []), graph.IndexOf(component), unavailability, hazards, n => graph.Territory.Components[n].Nature != Nature.Function);
        return new TerritoryFaults(component, function, [.. function.Causes.Select(Name)], [.. function.Causes.Select(Label)]);

        string Name(Cause cause) => cause switch
        {
            Cause.Own own => "out_" + graph.ComponentOf(own.Node),
            Cause.Happens h => "event_" + causes[h.Hazard].Id,
            Cause.HardEnough h => string.Create(CultureInfo.InvariantCulture, $"hard_{causes[h.Hazard].Id}-{h.Probability:R}").Replace('.', '-'),
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "No name for this cause."),
        };

        Text Label(Cause cause) => cause switch
        {
            Cause.Own own => graph.Territory.Components[own.Node].Name,
            Cause.Happens h => causes[h.Hazard].Name,
            Cause.HardEnough h => causes[h.Hazard].Name,
            _ => Text.Empty,
        };
    }
}
