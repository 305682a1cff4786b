using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

// What people think of actions, and what they put first.
public sealed partial record Workshop
{
    /// <summary>Cards that a table can put into a plan: the scenario's, then its own.</summary>
    public IEnumerable<ActionId> CardsOf(TableId table) =>
        Script!.Actions.Select(a => a.Id).Concat(OwnActions.Where(a => a.Table == table).Select(a => a.Id));

    /// <summary>
    /// Cards that a table judges at an act. In brief play, from the second act on: the table's latest plan and its own cards only, or
    /// every card when it has no plan.
    /// </summary>
    public IEnumerable<ActionId> DeckFor(TableId table, ActId act)
    {
        if (Script!.Mode != PlayMode.Brief || PlanBefore(table, IndexOf(act)) is not { } plan || !plan.Actions.Any()) return CardsOf(table);
        var planned = plan.Actions.ToHashSet();
        return CardsOf(table).Where(a => planned.Contains(a) || IsOwn(a));
    }

    /// <summary>
    /// The verdict that holds for an action at a table in an act: the table's own verdict, else the model's, else (a card that the table
    /// proposed) the median of the table's judgements, else degraded. Null while the model has not answered.
    /// Holds whether or not the verdicts are shown: mind who asks.
    /// </summary>
    public Verdict? VerdictOf(TableId table, ActId act, ActionId action) =>
        Overrides.TryGetValue((act, table, action), out var own) ? own.Verdict : VerdictBeforeOverride(table, act, action);

    /// <summary>What the model said of an action at a table in an act; null while it has not answered, and for a card that the table proposed.</summary>
    public ActionFact? ModelOn(TableId table, ActId act, ActionId action) =>
        Situations.TryGetValue((act, table), out var situation) ? situation.Facts.Actions.FirstOrDefault(f => f.Action == action) : null;

    /// <summary>Judgements of an action given at a table, in the order in which people joined; those who left or moved since count.</summary>
    public IEnumerable<(Participant By, Judgement Judgement)> JudgementsOf(TableId table, ActId act, ActionId action)
    {
        foreach (var p in Participants)
            if (Judgements.TryGetValue((act, p.Id, action), out var judgement) && judgement.Table == table) yield return (p, judgement);
    }

    private Verdict? VerdictBeforeOverride(TableId table, ActId act, ActionId action)
    {
        if (!Situations.ContainsKey((act, table))) return null;
        if (ModelOn(table, act, action) is { } fact) return fact.Verdict;
        return Verdicts.Median(JudgementsOf(table, act, action).Select(j => j.Judgement.Verdict)) ?? Verdict.Degraded;
    }

    private bool IsOwn(ActionId action) => OwnActions.Any(a => a.Id == action);

    private Decision Assess(AssessAction c, bool enteredFor)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (IndexOf(c.Act) < 0) return No("act", c.Act);
        if (CaseRefusal(c.Verdict, "verdict") is { } badVerdict) return badVerdict;
        if (!HasReached(c.Act, StepKind.Assessment)) return new NotYet(StepKind.Assessment);
        if (VerdictsShown.Contains(c.Act)) return new VerdictsAreShown();
        if (!DeckFor(p.Table, c.Act).Contains(c.Action)) return No("action", c.Action);
        if (Clean.Optional(c.Reason, "reason", Limits.Reason, lines: true, out var reason) is { } no) return no;
        return Judgements.TryGetValue((c.Act, p.Id, c.Action), out var said) && said == new Judgement(c.Verdict, reason, enteredFor) { Table = p.Table }
            ? Decision.Nothing
            : new ActionAssessed(p.Id, c.Act, c.Action, c.Verdict, reason);
    }

    private Decision Overrule(OverrideAvailability c)
    {
        if (!Has(c.Table)) return No("table", c.Table);
        if (IndexOf(c.Act) < 0) return No("act", c.Act);
        if (c.Verdict is { } wanted && CaseRefusal(wanted, "verdict") is { } badVerdict) return badVerdict;
        if (!CardsOf(c.Table).Contains(c.Action)) return No("action", c.Action);
        if (!VerdictsShown.Contains(c.Act) || VerdictBeforeOverride(c.Table, c.Act, c.Action) is not { } before) return new VerdictsAreHidden();
        if (IsPast(c.Table, c.Act)) return new PlanIsPast(c.Act);
        if (Clean.Optional(c.Reason, "reason", Limits.Reason, lines: true, out var reason) is { } no) return no;

        // To say what holds anyway is to take one's own verdict back.
        var verdict = c.Verdict == before ? null : c.Verdict;
        if (verdict is null) reason = "";
        else if (reason.Length == 0) return new ReasonWanted();
        Override? standing = Overrides.TryGetValue((c.Act, c.Table, c.Action), out var held) ? held : null;
        if (standing is null ? verdict is null : standing == (verdict is { } v ? new Override(v, reason) : null)) return Decision.Nothing;
        if ((verdict ?? before) == Verdict.Impossible && IsInPlan(c.Table, c.Act, c.Action)) return new ActionInPlan(c.Action);
        return new AvailabilityOverridden(c.Table, c.Act, c.Action, verdict, reason);
    }

    private Decision Rank(RankPriorities c)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (IndexOf(c.Act) < 0) return No("act", c.Act);
        if (!HasReached(c.Act, StepKind.Priorities)) return new NotYet(StepKind.Priorities);
        ImmutableArray<Priority> given = c.Ranking.IsDefault ? [] : c.Ranking;
        if (given.Length > Limits.Priorities) return new BadRanking(Limits.Priorities);

        var ranking = ImmutableArray.CreateBuilder<Priority>(given.Length);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var priority in given)
        {
            if (priority.Stake is { } stake)
            {
                if (priority.Own is not null) return new BadRanking(Limits.Priorities);
                if (!Script!.Stakes.Contains(stake)) return No("stake", stake);
                if (!seen.Add("stake:" + stake)) return new BadRanking(Limits.Priorities);
                ranking.Add(priority);
            }
            else
            {
                if (Clean.Line(priority.Own, "priority", Limits.Priority, out var own) is { } no) return no;
                if (!seen.Add("own:" + own)) return new BadRanking(Limits.Priorities);
                ranking.Add(new Priority(null, own));
            }
        }
        var standing = Rankings.TryGetValue((c.Act, p.Id), out var held) ? held : [];
        return standing.SequenceEqual(ranking) ? Decision.Nothing : new PrioritiesRanked(p.Id, c.Act, ranking.ToImmutable());
    }
}
