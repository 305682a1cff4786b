using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

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

    public PlanView? Plan()
    {
        if (Act is null || !Reached(StepKind.Plan) || !Workshop.Plans.TryGetValue((Act.Id, Me.Table), out var plan)) return null;
        var cards = AllCards().ToDictionary(a => a.Id);
        var inPlan = plan.Actions.ToHashSet();
        return new(
            Act.Slots, EffortOf(Act), plan.Actions.Sum(a => cards.GetValueOrDefault(a)?.Effort ?? 0), plan.Confirmed,
            [.. plan.Kept.Select(k => cards.GetValueOrDefault(k.Action)).OfType<ActionView>()],
            [.. plan.Dropped.Where(d => cards.ContainsKey(d.Action)).Select(d => new DroppedView(cards[d.Action], d.Cause, Shown(d.Action)?.Why ?? []))],
            [.. plan.Added.Where(cards.ContainsKey).Select(a => new PlannedView(cards[a], AddedBy(a)))],
            [.. cards.Values.Where(a => !inPlan.Contains(a.Id)).Select(a => new ChoiceView(a, Shown(a.Id), Judged(a.Id)?.Verdict))]);
    }

    /// <summary>Every card of the deck; in a brief workshop, from the second act on, only what the table had in force before.</summary>
    private IEnumerable<ActionView> ToJudge()
    {
        var all = AllCards().Where(a => !a.Own);
        var number = Act is null ? 0 : Script.Acts.IndexOf(Act);
        if (Script.Mode != PlayMode.Brief || number <= 0) return all;
        var before = Workshop.Plans.GetValueOrDefault((Script.Acts[number - 1].Id, Me.Table))?.Actions.ToHashSet() ?? [];
        return before.Count == 0 ? all : AllCards().Where(a => before.Contains(a.Id));
    }

    private IEnumerable<ActionView> AllCards()
    {
        foreach (var card in Pack.Scenario.Actions)
            if (Script.Actions.Any(a => a.Id == card.Id))
                yield return Cards.Action(Pack, card, Me.Character);
        foreach (var own in Workshop.OwnActions.Where(o => o.Table == Me.Table)) yield return Cards.Action(own);
    }

    /// <summary>Effort that the act leaves to a table once the constraints imposed have taken their share.</summary>
    private int EffortOf(ScriptAct act)
    {
        var imposed = Workshop.Imposed.Select(i => i.Constraint).ToHashSet();
        var share = Script.Acts.SelectMany(a => a.Constraints).Where(c => imposed.Contains(c.Id)).Aggregate(1.0, (left, c) => left * c.EffortShare);
        return (int)Math.Floor(act.Effort * share + 1e-9);
    }

    private Text AddedBy(ActionId action) =>
        Workshop.PlannedBy.TryGetValue((Act!.Id, Me.Table, action), out var who) ? Called(who) : Text.Empty;

    private Judgement? Judged(ActionId action) =>
        Act is not null && Workshop.Judgements.TryGetValue((Act.Id, Me.Id, action), out var mine) ? mine : null;

    /// <summary>What the model says of an action in this act: null until the facilitator shows it.</summary>
    private ShownVerdict? Shown(ActionId action)
    {
        if (Act is null || !Workshop.VerdictsShown.Contains(Act.Id)) return null;
        if (FactsOf(Act.Id)?.Actions.FirstOrDefault(a => a.Action == action) is not { } fact) return null;
        var table = Workshop.Participants.Where(p => p.Table == Me.Table).Select(p => p.Id).ToHashSet();
        Verdict[] said =
        [
            .. from j in Workshop.Judgements
               where j.Key.Act == Act.Id && j.Key.Action == action && table.Contains(j.Key.Participant)
               orderby j.Value.Verdict
               select j.Value.Verdict,
        ];
        Override? kept = Workshop.Overrides.TryGetValue((Act.Id, Me.Table, action), out var own) ? own : null;
        return new(fact.Verdict, fact.Why, said.Length == 0 ? null : said[(said.Length - 1) / 2], (Count(Verdict.Impossible), Count(Verdict.Degraded), Count(Verdict.Feasible)), kept);

        int Count(Verdict verdict) => said.Count(v => v == verdict);
    }
}
