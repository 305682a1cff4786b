using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Somebody at a table, as the round table introduces them.</summary>
public sealed record Seat(string Name, CharacterId? Character);

/// <summary>A table with those who sit there.</summary>
public sealed record SeatedTable(Table Table, ImmutableArray<Seat> Seats);

/// <summary>How far a table is.</summary>
/// <param name="Table">The table.</param>
/// <param name="Task">How far it is as a whole.</param>
/// <param name="Done">Whether it needs no more time.</param>
/// <param name="Finished">How many there have done what the step asks of each.</param>
/// <param name="People">How many are there.</param>
public sealed record TableProgress(Table Table, TaskProgress Task, bool Done, int Finished, int People);

/// <summary>An action under judgement: how many have judged it, never how.</summary>
public sealed record JudgedAction(NamedAction Action, Theme Theme, int Judged);

/// <summary>A card on a stakeholder board.</summary>
public sealed record PlacedCard(Text Name, StakeholderFamily Family, StakeholderRole Role, bool Own);

/// <summary>A table's stakeholder board.</summary>
/// <param name="Table">The table.</param>
/// <param name="Counts">How many cards each role has, in the order of the roles.</param>
/// <param name="Cards">The cards themselves, where the table is the only one; other tables' boards are their own affair.</param>
public sealed record TableBoard(Table Table, ImmutableArray<int> Counts, ImmutableArray<PlacedCard> Cards);

/// <summary>Priorities of an act, counted over the whole room.</summary>
public sealed record PriorityRound(ActId Act, PriorityCount Count);

/// <summary>An action by its title, a table's own card included.</summary>
public sealed record NamedAction(ActionId Action, Text Title);

/// <summary>A table's plan. Its actions are empty while the table is still choosing and others could look.</summary>
public sealed record TablePlan(
    Table Table, PlanBudget Budget, bool Confirmed, ImmutableArray<NamedAction> Kept, ImmutableArray<NamedAction> Added,
    ImmutableArray<NamedDrop> Dropped);

/// <summary>An action that fell when a plan was opened, and why.</summary>
public sealed record NamedDrop(NamedAction Action, DropCause Cause);

/// <summary>What an act's hours did at a table.</summary>
public sealed record TableOutcome(Table Table, ConsequenceFacts Facts);

/// <summary>An answer of the debrief, without its author.</summary>
public sealed record DebriefWords(DebriefQuestion Question, string Words, Theme Theme, CrisisTime Time);

/// <summary>A lead, without its author.</summary>
public sealed record LeadLine(string Title, string Words, Theme Theme, CrisisTime Time, int Supporters);

/// <summary>What the projector shows in its large part: one case for each kind of step.</summary>
public abstract record OnScreen
{
    private protected OnScreen() { }
}

/// <summary>Come in: code and number present.</summary>
public sealed record WelcomeScreen(int Present, int Tables) : OnScreen;
/// <summary>Who is here.</summary>
public sealed record RoundTableScreen(ImmutableArray<SeatedTable> Tables) : OnScreen;
/// <summary>Who decides, acts, informs, is affected.</summary>
/// <param name="Boards">Boards, table by table.</param>
/// <param name="Cards">The cards that every table has to place, in the scenario's order.</param>
public sealed record StakeholdersScreen(ImmutableArray<TableBoard> Boards, ImmutableArray<StakeholderId> Cards) : OnScreen;
/// <summary>What happens: the event revealed last in this act, or null while none is.</summary>
public sealed record EventsScreen(EventId? Latest) : OnScreen;
/// <summary>What the new crisis adds.</summary>
public sealed record ConstraintsScreen(ImmutableArray<ConstraintId> Imposed) : OnScreen;
/// <summary>How things stand: components that are not simply running. Null while the model has not answered.</summary>
/// <param name="At">The hour.</param>
/// <param name="Table">The table whose plans count; null for the territory without any, where tables differ.</param>
/// <param name="Components">Components that are not simply running, functions among them.</param>
public sealed record SituationScreen(TimeSpan? At, TableId? Table, ImmutableArray<ComponentFact> Components) : OnScreen;
/// <summary>Judging, then the model's verdicts.</summary>
/// <param name="Progress">How far tables are.</param>
/// <param name="Shown">Whether the model's verdicts are shown; if not, what follows is empty.</param>
/// <param name="Divergences">Where room and model differ.</param>
/// <param name="Actions">The scenario's actions that at least one table judges; tables' own cards are their own affair.</param>
public sealed record AssessmentScreen(
    ImmutableArray<TableProgress> Progress, bool Shown, ImmutableArray<Divergence> Divergences, ImmutableArray<JudgedAction> Actions) : OnScreen;
/// <summary>What comes first.</summary>
/// <param name="Progress">How far tables are.</param>
/// <param name="Rounds">Counted rounds: earlier acts, and this one once everybody present has ranked or the room has gone on.</param>
/// <param name="Stakes">What can be put in order, in the scenario's order.</param>
public sealed record PrioritiesScreen(ImmutableArray<TableProgress> Progress, ImmutableArray<PriorityRound> Rounds, ImmutableArray<StakeId> Stakes) : OnScreen;
/// <summary>What will be done.</summary>
public sealed record PlansScreen(ImmutableArray<TablePlan> Plans) : OnScreen;
/// <summary>What it was worth; a table is missing while the model has not answered for it.</summary>
public sealed record ConsequencesScreen(ImmutableArray<TableOutcome> Outcomes) : OnScreen;
/// <summary>What held, what surprised, what was missing.</summary>
public sealed record DebriefScreen(ImmutableArray<TableProgress> Progress, ImmutableArray<DebriefWords> Words) : OnScreen;
/// <summary>Leads, the most supported first.</summary>
public sealed record LeadsScreen(ImmutableArray<LeadLine> Leads) : OnScreen;
/// <summary>Thanks, and what the room takes away.</summary>
/// <param name="People">How many took part.</param>
/// <param name="Events">How many events they lived through.</param>
/// <param name="Leads">How many leads they left.</param>
/// <param name="Best">The most supported leads, three at most.</param>
/// <param name="Words">The last words of the debrief on each question, where there are any.</param>
public sealed record CloseScreen(int People, int Events, int Leads, ImmutableArray<LeadLine> Best, ImmutableArray<DebriefWords> Words) : OnScreen;
