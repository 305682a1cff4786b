using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Chooses what the wall's large part shows, step by step.</summary>
internal sealed record Projecting(Workshop Workshop, Pack Pack)
{
    private const int MostWords = 60;

    public OnScreen Main() => (Workshop.Step.Kind, Workshop.Step.Act) switch
    {
        (StepKind.Welcome, _) => new WelcomeScreen(Workshop.Present.Count(), Workshop.Tables.Length),
        (StepKind.RoundTable, _) => new RoundTableScreen(
            [.. Workshop.Tables.Select(t => new SeatedTable(t, [.. Workshop.MembersOf(t.Id).Select(p => new Seat(p.Name, p.Character))]))]),
        (StepKind.Stakeholders, _) => new StakeholdersScreen([.. Workshop.Tables.Select(Board)], [.. Workshop.Script!.Stakeholders]),
        (StepKind.Events, { } act) => new EventsScreen(LatestOf(act)),
        (StepKind.Constraints, { } act) => new ConstraintsScreen(
            [.. Workshop.Imposed.Select(i => i.Constraint).Where(c => Scripted(act).Constraints.Any(s => s.Id == c))]),
        (StepKind.Situation, { } act) => Situation(act),
        (StepKind.Assessment, { } act) => Assessment(act),
        (StepKind.Priorities, { } act) => new PrioritiesScreen(Far(), Rounds(act), [.. Workshop.Script!.Stakes]),
        (StepKind.Plan, { } act) => new PlansScreen([.. Workshop.Tables.Select(t => Plan(t, act)).OfType<TablePlan>()]),
        (StepKind.Consequences, { } act) => new ConsequencesScreen(
            [
                .. from t in Workshop.Tables
                   let told = Workshop.Consequences.GetValueOrDefault((act, t.Id))
                   where told is not null
                   select new TableOutcome(t, told.Facts),
            ]),
        (StepKind.Debrief, _) => new DebriefScreen(
            Far(), [.. Workshop.Debrief.TakeLast(MostWords).Select(Said)]),
        (StepKind.Leads, _) => new LeadsScreen([.. Leads()]),
        (StepKind.Close, _) => new CloseScreen(
            Workshop.Participants.Length, Workshop.Revealed.Length, Workshop.Leads.Length, [.. Leads().Take(3)],
            [.. Enum.GetValues<DebriefQuestion>().SelectMany(q => Workshop.Debrief.Where(d => d.Question == q).TakeLast(1)).Select(Said)]),
        var (kind, _) => throw new UnreachableException($"No screen for {kind}."),
    };

    private ScriptAct Scripted(ActId act) => Workshop.Script!.Acts.First(a => a.Id == act);

    private EventId? LatestOf(ActId act)
    {
        var own = Scripted(act).Events;
        for (var i = Workshop.Revealed.Length - 1; i >= 0; i--)
            if (own.Contains(Workshop.Revealed[i].Event)) return Workshop.Revealed[i].Event;
        return null;
    }

    private TableBoard Board(Table table)
    {
        var cards = Workshop.Board.Where(b => b.Key.Table == table.Id).Select(b => Card(b.Key.Stakeholder, b.Value)).OfType<PlacedCard>()
            .OrderBy(c => c.Role).ThenBy(c => c.Name.ToString(), StringComparer.Ordinal).ToImmutableArray();
        return new(table, [.. Enum.GetValues<StakeholderRole>().Select(r => cards.Count(c => c.Role == r))], Workshop.Tables.Length == 1 ? cards : []);
    }

    private PlacedCard? Card(StakeholderId id, StakeholderRole role) =>
        Pack.Find(id) is { } card ? new(card.Name, card.Family, role, false)
        : Workshop.OwnStakeholders.FirstOrDefault(s => s.Id == id) is { } own ? new(Text.Same(own.Name), own.Family, role, true)
        : null;

    private SituationScreen Situation(ActId act)
    {
        TableId? table = Workshop.Tables is [var only] ? only.Id : null;
        var facts = Survival.SituationOf(Workshop, act, table);
        return new(facts?.At, table, facts?.Components ?? []);
    }

    private AssessmentScreen Assessment(ActId act)
    {
        var shown = Workshop.VerdictsShown.Contains(act);
        var deck = Workshop.Tables.SelectMany(t => Workshop.DeckFor(t.Id, act)).ToHashSet();
        return new(
            Far(), shown, shown ? [.. Workshop.Tables.SelectMany(t => Workshop.Divergences(t.Id, act))] : [],
            [
                .. from scripted in Workshop.Script!.Actions
                   where deck.Contains(scripted.Id)
                   let card = Pack.Find(scripted.Id)
                   where card is not null
                   select new JudgedAction(Named(card.Id), card.Theme, Workshop.Present.Count(p => Workshop.Judgements.ContainsKey((act, p.Id, card.Id)))),
            ]);
    }

    private static DebriefWords Said(DebriefAnswer d) => new(d.Question, d.Words, d.Theme, d.Time);

    private IEnumerable<LeadLine> Leads() =>
        Workshop.Leads.Select(l => new LeadLine(l.Title, l.Words, l.Theme, l.Time, l.Supporters.Count)).OrderByDescending(l => l.Supporters);

    private ImmutableArray<TableProgress> Far() =>
        [.. Progress.Of(Workshop).Select(t => new TableProgress(t.Table, t.Task, t.Done, t.Finished, t.People.Length))];

    // A count before the last ballot would sway those who are still thinking.
    private ImmutableArray<PriorityRound> Rounds(ActId current)
    {
        var steps = Workshop.Script!.Steps;
        var at = Workshop.StepIndex;
        var all = Workshop.FurthestStep > at || Workshop.Present.All(p => Workshop.Rankings.TryGetValue((current, p.Id), out var r) && !r.IsEmpty);
        return
        [
            .. Workshop.Script.Acts.Select(a => a.Id)
                .Where(a => a == current ? all : steps.Select((s, i) => (s, i)).Any(s => s.s.Act == a && s.s.Kind is StepKind.Priorities && s.i < at))
                .Select(a => new PriorityRound(a, Workshop.CountPriorities(a))).Where(r => r.Count.Ballots > 0),
        ];
    }

    private TablePlan? Plan(Table table, ActId act)
    {
        if (Workshop.PlanOf(table.Id, act) is not { } plan || Workshop.BudgetOf(table.Id, act) is not { } budget) return null;
        var open = plan.Confirmed || Workshop.Tables.Length == 1;
        return new(
            table, budget, plan.Confirmed,
            open ? [.. plan.Kept.Select(k => Named(k.Action))] : [],
            open ? [.. plan.Added.Select(Named)] : [],
            open ? [.. plan.Dropped.Select(d => new NamedDrop(Named(d.Action), d.Cause))] : []);
    }

    private NamedAction Named(ActionId action) => new(action,
        Pack.Find(action)?.Title
        ?? (Workshop.OwnActions.FirstOrDefault(o => o.Id == action) is { } own ? Text.Same(own.Title) : Text.Same(action.Value)));
}
