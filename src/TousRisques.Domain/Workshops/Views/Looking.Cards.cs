using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

internal sealed partial record Looking
{
    public ImmutableArray<DeckCardView> Deck() => Act is null || !Reached(StepKind.Assessment)
        ? []
        : [.. ToJudge().Select(a => new DeckCardView(a, Judged(a.Id), Shown(a.Id)))];

    public ImmutableArray<StakeView> Stakes() => !Reached(StepKind.Priorities)
        ? []
        : [.. from s in Pack.Scenario.Stakes where Script.Stakes.Contains(s.Id) select new StakeView(s.Id, s.Name, s.Story)];

    public ImmutableArray<Priority> Ranking() =>
        Act is not null && Workshop.Rankings.TryGetValue((Act.Id, Me.Id), out var ranking) ? ranking : [];

    public ImmutableArray<CountedPriority> TablePriorities()
    {
        if (Act is null || !Reached(StepKind.Plan)) return [];
        return
        [
            .. from score in Workshop.CountPriorities(Act.Id, Me.Table).Scores
               where score.Ballots > 0
               let stake = score.Item.Stake is { } id ? Pack.Scenario.Stakes.FirstOrDefault(s => s.Id == id) : null
               select new CountedPriority(stake?.Name ?? Text.Same(score.Item.Own ?? score.Item.Stake?.Value ?? ""), stake is null, score.Points, score.Place),
        ];
    }

    public PlanView? Plan()
    {
        if (Act is null || !Reached(StepKind.Plan) || Workshop.PlanOf(Me.Table, Act.Id) is not { } plan || Workshop.BudgetOf(Me.Table, Act.Id) is not { } budget)
            return null;
        var cards = AllCards().ToDictionary(a => a.Id);
        var inPlan = plan.Actions.ToHashSet();
        return new(
            budget.Slots, budget.SlotsLeft, budget.Effort, budget.EffortLeft, plan.Confirmed,
            [.. plan.Kept.Where(k => cards.ContainsKey(k.Action)).Select(k => cards[k.Action] with { Effort = Workshop.EffortToKeep(k.Action) })],
            [.. plan.Dropped.Where(d => cards.ContainsKey(d.Action)).Select(d => new DroppedView(cards[d.Action], d.Cause, Shown(d.Action)?.Why ?? []))],
            [.. plan.Added.Where(cards.ContainsKey).Select(a => new PlannedView(cards[a], AddedBy(a)))],
            [.. cards.Values.Where(a => !inPlan.Contains(a.Id)).Select(a => new ChoiceView(a, Shown(a.Id), Judged(a.Id)?.Verdict))]);
    }

    private IEnumerable<ActionView> ToJudge()
    {
        var deck = Workshop.DeckFor(Me.Table, Act!.Id).ToHashSet();
        return AllCards().Where(a => deck.Contains(a.Id));
    }

    private IEnumerable<ActionView> AllCards()
    {
        foreach (var card in Pack.Scenario.Actions)
            if (Script.Actions.Any(a => a.Id == card.Id))
                yield return Cards.Action(Pack, card, Me.Character);
        foreach (var own in Workshop.OwnActions.Where(o => o.Table == Me.Table)) yield return Cards.Action(own);
    }

    private Text AddedBy(ActionId action) =>
        Workshop.PlannedBy.TryGetValue((Act!.Id, Me.Table, action), out var who) ? Called(who) : Text.Empty;

    private Judgement? Judged(ActionId action) =>
        Act is not null && Workshop.Judgements.TryGetValue((Act.Id, Me.Id, action), out var mine) ? mine : null;

    /// <summary>
    /// What the model says of an action in this act: null until the facilitator shows it, and for a card that the table proposed, of
    /// which the model knows nothing.
    /// </summary>
    private ShownVerdict? Shown(ActionId action)
    {
        if (Act is null || !Workshop.VerdictsShown.Contains(Act.Id) || Workshop.ModelOn(Me.Table, Act.Id, action) is not { } fact) return null;
        Override? kept = Workshop.Overrides.TryGetValue((Act.Id, Me.Table, action), out var own) ? own : null;
        return new(fact.Verdict, fact.Why, Workshop.CountVerdicts(Me.Table, Act.Id, action), kept);
    }
}
