using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Reports;

/// <summary>Someone in the report: by character, and by name only if they asked for it.</summary>
/// <param name="Character">The character played, or null.</param>
/// <param name="Name">The name, or null when it is not to be shown.</param>
/// <param name="Number">Counts people without a character, from 1; 0 otherwise.</param>
/// <param name="Table">Their table.</param>
/// <param name="OnPaper">Whether they played on paper.</param>
public sealed record Voice(CharacterId? Character, string? Name, int Number, TableId Table, bool OnPaper);

/// <summary>What an entry of the timeline tells.</summary>
public enum EntryKind
{
    /// <summary>The workshop opened.</summary>
    Opened,
    /// <summary>The room came to a step.</summary>
    Step,
    /// <summary>An event was revealed.</summary>
    Event,
    /// <summary>A constraint was imposed.</summary>
    Constraint,
    /// <summary>The model's verdicts were shown.</summary>
    Verdicts,
    /// <summary>A table kept its own verdict.</summary>
    Override,
    /// <summary>An inject was played.</summary>
    Inject,
    /// <summary>A table confirmed its plan.</summary>
    Plan,
    /// <summary>The facilitator undid something.</summary>
    Correction,
    /// <summary>The workshop closed.</summary>
    Closed,
}

/// <summary>A line of the timeline of what was revealed and decided.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Subject">Name of the step, event, constraint, act or action concerned, or empty.</param>
/// <param name="Table">The table concerned, or null.</param>
/// <param name="Words">Words said, such as a reason or an inject's text; or empty.</param>
public sealed record TimelineEntry(DateTimeOffset At, EntryKind Kind, string Subject, TableId? Table, string Words);

/// <summary>How an action stood at one act for one table.</summary>
/// <param name="Act">The act.</param>
/// <param name="Table">The table.</param>
/// <param name="Model">The model's verdict, or null when it was not asked.</param>
/// <param name="Room">Median of the table's judgements, or null without any.</param>
/// <param name="InForce">The verdict in force: the table's override if it made one, else the model's.</param>
/// <param name="Planned">Whether it was in the table's plan.</param>
/// <param name="Why">The model's reasons, the shortest first.</param>
public sealed record Standing(
    ActId Act, TableId Table, Verdict? Model, Verdict? Room, Verdict? InForce, bool Planned, ImmutableArray<Explanation> Why);

/// <summary>An action from act to act.</summary>
/// <param name="Action">The action.</param>
/// <param name="OwnTitle">For a card that a table made up: its title; otherwise null.</param>
/// <param name="Standings">One for each act played and table.</param>
public sealed record Survival(ActionId Action, string? OwnTitle, ImmutableArray<Standing> Standings)
{
    /// <summary>For a card that a table made up: its time of the crisis; otherwise null.</summary>
    public CrisisTime? OwnTime { get; init; }
}

/// <summary>How many actions of the deck were possible at an act, by the model and without any plan.</summary>
/// <param name="Act">The act.</param>
/// <param name="Feasible">Feasible.</param>
/// <param name="Degraded">Degraded.</param>
/// <param name="Impossible">Impossible.</param>
public sealed record PossibleActions(ActId Act, int Feasible, int Degraded, int Impossible)
{
    /// <summary>Feasible or degraded.</summary>
    public int Possible => Feasible + Degraded;
    /// <summary>Impossible ones that were still possible in the act before; in the first act, all of them.</summary>
    public int NewlyImpossible { get; init; }
    /// <summary>What took those that are impossible, the greediest first.</summary>
    public ImmutableArray<Taker> Takers { get; init; } = [];
}

/// <summary>What took actions away at an act: the root of their causal chains.</summary>
/// <param name="Event">The event at the root, or null.</param>
/// <param name="Constraint">The constraint at the root, or null.</param>
/// <param name="Component">The component at the root when neither event nor constraint is named there, or null.</param>
/// <param name="Actions">How many actions it took.</param>
public sealed record Taker(EventId? Event, ConstraintId? Constraint, ComponentId? Component, int Actions);

/// <summary>One person's ranking.</summary>
public sealed record PersonalRanking(Voice Voice, ImmutableArray<Priority> Ranking);

/// <summary>Priorities of an act.</summary>
/// <param name="Act">The act.</param>
/// <param name="Room">The room's count.</param>
/// <param name="Each">Everybody's own.</param>
public sealed record ActPriorities(ActId Act, PriorityCount Room, ImmutableArray<PersonalRanking> Each);

/// <summary>A table's plan for an act.</summary>
/// <param name="Act">The act.</param>
/// <param name="Table">The table.</param>
/// <param name="Slots">Slots it had.</param>
/// <param name="Kept">Still in force from before.</param>
/// <param name="Added">Chosen in this act.</param>
/// <param name="Dropped">What fell, and why.</param>
public sealed record TablePlan(ActId Act, TableId Table, int Slots, ImmutableArray<ActionId> Kept, ImmutableArray<ActionId> Added, ImmutableArray<Dropped> Dropped);

/// <summary>A disagreement between a table and the model on an action, with what people said of it.</summary>
/// <param name="Divergence">The disagreement.</param>
/// <param name="Why">The model's reasons.</param>
/// <param name="Reasons">What people gave as reasons, each once.</param>
public sealed record ReportedDivergence(Divergence Divergence, ImmutableArray<Explanation> Why, ImmutableArray<string> Reasons);

/// <summary>What an act cost a table's territory.</summary>
public sealed record ActConsequences(ActId Act, TableId Table, ConsequenceFacts Facts);

/// <summary>A card of the scenario and where a table placed it.</summary>
public sealed record PlacedCard(StakeholderId Stakeholder, StakeholderRole Placed);

/// <summary>A stakeholder that a table added, and where it placed it.</summary>
public sealed record AddedCard(string Name, StakeholderFamily Family, StakeholderRole Placed);

/// <summary>A table's stakeholder board against the scenario.</summary>
/// <param name="Table">The table.</param>
/// <param name="Forgotten">Cards of the scenario that were never placed.</param>
/// <param name="Elsewhere">Cards placed where the scenario does not see them.</param>
/// <param name="Added">Stakeholders that the table added.</param>
public sealed record StakeholderGaps(
    TableId Table, ImmutableArray<StakeholderId> Forgotten,
    ImmutableArray<PlacedCard> Elsewhere, ImmutableArray<AddedCard> Added);

/// <summary>An answer of the debrief with who said it.</summary>
public sealed record ReportedAnswer(Voice Voice, DebriefQuestion Question, string Words, Theme Theme, CrisisTime Time);

/// <summary>A lead with who had it and how many would carry it.</summary>
public sealed record ReportedLead(LeadId Lead, Voice Voice, string Title, string Words, Theme Theme, CrisisTime Time, int Support);

/// <summary>The report (RETEX): all of it from the journal's facts and the pack's cards, nothing else.</summary>
public sealed record Report
{
    /// <summary>The workshop's code.</summary>
    public required WorkshopId Workshop { get; init; }
    /// <summary>Its title, or empty for the scenario's.</summary>
    public required string Title { get; init; }
    /// <summary>Where it was held, or empty.</summary>
    public required string Place { get; init; }
    /// <summary>When it opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>When it closed, or null while it goes on.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }
    /// <summary>How it was played.</summary>
    public required PlayMode Mode { get; init; }
    /// <summary>Whether simulated participants played.</summary>
    public required bool Demonstration { get; init; }
    /// <summary>How many people took part.</summary>
    public required int People { get; init; }
    /// <summary>Tables.</summary>
    public required ImmutableArray<Table> Tables { get; init; }
    /// <summary>Who played what.</summary>
    public required ImmutableArray<Voice> Cast { get; init; }
    /// <summary>What was revealed and decided, in order.</summary>
    public required ImmutableArray<TimelineEntry> Timeline { get; init; }
    /// <summary>The run sheet.</summary>
    public required ImmutableArray<Step> Steps { get; init; }
    /// <summary>Acts played: those whose situation the model answered.</summary>
    public required ImmutableArray<ActId> Acts { get; init; }
    /// <summary>How many actions were possible, act by act.</summary>
    public required ImmutableArray<PossibleActions> Possible { get; init; }
    /// <summary>Actions x acts.</summary>
    public required ImmutableArray<Survival> Survival { get; init; }
    /// <summary>Priorities, act by act.</summary>
    public required ImmutableArray<ActPriorities> Priorities { get; init; }
    /// <summary>Plans.</summary>
    public required ImmutableArray<TablePlan> Plans { get; init; }
    /// <summary>Divergences.</summary>
    public required ImmutableArray<ReportedDivergence> Divergences { get; init; }
    /// <summary>Functions lost with the plans and without.</summary>
    public required ImmutableArray<ActConsequences> Consequences { get; init; }
    /// <summary>Stakeholder gaps, table by table.</summary>
    public required ImmutableArray<StakeholderGaps> Stakeholders { get; init; }
    /// <summary>Observations, with no names.</summary>
    public required ImmutableArray<Observation> Observations { get; init; }
    /// <summary>Debrief.</summary>
    public required ImmutableArray<ReportedAnswer> Debrief { get; init; }
    /// <summary>Leads, the most supported first.</summary>
    public required ImmutableArray<ReportedLead> Leads { get; init; }
}
