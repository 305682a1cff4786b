using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Analysis;

/// <summary>An action and the hours during which it is in force.</summary>
/// <param name="Action">The action.</param>
/// <param name="From">First hour, from the origin.</param>
/// <param name="Until">First hour no longer, or the end of the story.</param>
public readonly record struct Tenure(ActionCard Action, TimeSpan From, TimeSpan Until);

/// <summary>What happened so far in a workshop, run through the engine: the territory's timeline under strikes and plans.</summary>
public sealed class Story
{
    private readonly IReadOnlyList<Tenure> tenures;

    private Story(Pack pack, TerritoryGraph graph, IReadOnlyList<Tenure> tenures, StrikeSchedule schedule, Timeline timeline)
    {
        (Pack, Graph, this.tenures, Schedule, Timeline) = (pack, graph, tenures, schedule, timeline);
    }

    /// <summary>The pack.</summary>
    public Pack Pack { get; }
    /// <summary>The territory as the engine sees it.</summary>
    public TerritoryGraph Graph { get; }
    /// <summary>The strikes dealt.</summary>
    public StrikeSchedule Schedule { get; }
    /// <summary>What runs when.</summary>
    public Timeline Timeline { get; }

    /// <summary>Runs the story that the inputs tell. Cards a table made up itself have no effect on the model and are passed over.</summary>
    public static Story Run(Pack pack, ModelInputs inputs)
    {
        var scenario = pack.Scenario;
        var graph = new TerritoryGraph(pack.Territory);
        var horizon = scenario.Acts[^1].Until + TimeSpan.FromHours(1);
        var tenures = TenuresOf(scenario, inputs.Plans, horizon);
        var schedule = StrikeSchedule.Of(graph, scenario, inputs, tenures, horizon);
        var instants = tenures.SelectMany(t => new[] { t.From, t.Until }).Append(TimeSpan.Zero).Where(t => t < horizon).Distinct().Order();
        var regimes = instants.Select(t => new Regime(t, graph.GraphWith([.. tenures.Where(x => x.From <= t && t < x.Until).Select(x => x.Action)])));
        return new(pack, graph, tenures, schedule, Reference.Run([.. regimes], schedule.Strikes, horizon));
    }

    /// <summary>A timeline that was run elsewhere, on a pack whose territory already has the changes of all that is in force.</summary>
    internal static Story Of(Pack pack, TerritoryGraph graph, StrikeSchedule schedule, Timeline timeline) => new(pack, graph, [], schedule, timeline);

    /// <summary>Actions in force at a time.</summary>
    public IReadOnlyCollection<ActionCard> InForceAt(TimeSpan time) => [.. tenures.Where(t => t.From <= time && time < t.Until).Select(t => t.Action)];

    /// <summary>Needs of every component at a time, in the territory's order, with the alternatives that actions in force add.</summary>
    public ImmutableArray<Need> NeedsAt(TimeSpan time) => Graph.NeedsWith(InForceAt(time));

    /// <summary>When a component was down between two hours.</summary>
    public ImmutableArray<Outage> OutagesOf(ComponentId component, TimeSpan from, TimeSpan until)
    {
        var outages = new List<Outage>();
        foreach (var interval in Timeline.IntervalsOf(Graph.IndexOf(component)).Where(i => !i.Status.IsUp() && i.Until > from && i.From < until))
        {
            var outage = new Outage(Durations.Max(interval.From, from), Durations.Min(interval.Until, until));
            // Struck, then starved, then restarting: to those who depend on it, one outage.
            if (outages.Count > 0 && outages[^1].Until == outage.From) outages[^1] = new(outages[^1].From, outage.Until);
            else outages.Add(outage);
        }
        return [.. outages];
    }

    /// <summary>What was prepared stays prepared when it could no longer be done again (docs/adr/0005).</summary>
    private static bool StaysDone(ActionCard card) => card.Time == CrisisTime.Before;

    private static List<Tenure> TenuresOf(Scenario scenario, ImmutableArray<InForce> plans, TimeSpan horizon)
    {
        var cards = scenario.Actions.ToDictionary(a => a.Id);
        var hours = scenario.Acts.ToDictionary(a => a.Id, a => a.At);
        return [.. plans.Where(p => cards.ContainsKey(p.Action)).Select(p =>
            new Tenure(cards[p.Action], hours[p.From], p.Until is { } dropped && !StaysDone(cards[p.Action]) ? hours[dropped] : horizon))];
    }
}
