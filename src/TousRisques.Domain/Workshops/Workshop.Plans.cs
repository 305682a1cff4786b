using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

/// <summary>What a plan may hold and what it holds already.</summary>
/// <param name="Slots">Actions it may hold.</param>
/// <param name="SlotsTaken">Actions it holds, kept ones included.</param>
/// <param name="Effort">Effort it may spend.</param>
/// <param name="EffortSpent">Effort it spends, kept ones included.</param>
public readonly record struct PlanBudget(int Slots, int SlotsTaken, int Effort, int EffortSpent)
{
    /// <summary>Slots left.</summary>
    public int SlotsLeft => Slots - SlotsTaken;

    /// <summary>Effort left.</summary>
    public int EffortLeft => Effort - EffortSpent;
}

// A table's plan for an act: what stays in force, what falls, what is chosen.
public sealed partial record Workshop
{
    /// <summary>Effort that a card costs when it is chosen; 0 for an unknown card.</summary>
    public int EffortOf(ActionId action) =>
        Script!.Actions.FirstOrDefault(a => a.Id == action)?.Effort ?? OwnActions.FirstOrDefault(a => a.Id == action)?.Effort ?? 0;

    /// <summary>Effort that a card costs once it is in force from an earlier act: half, rounded up. Going on is easier than starting.</summary>
    public int EffortToKeep(ActionId action) => (EffortOf(action) + 1) / 2;

    /// <summary>
    /// Effort that plans of an act may spend, as things stand: the act's own effort times the share that each imposed constraint leaves
    /// while it holds, rounded down. A plan that is open keeps the effort of the moment when it was opened.
    /// </summary>
    public int EffortFor(ScriptAct act)
    {
        var share = Script!.Acts.SelectMany(a => a.Constraints)
            .Where(c => IsImposed(c.Id) && (c.Until is null || c.Until > act.At))
            .Aggregate(1.0, (product, c) => product * c.EffortShare);
        return (int)Math.Floor(Math.Clamp(act.Effort * share, 0, act.Effort) + 1e-9); // 10 x 0.7 x … must not lose a point to rounding
    }

    /// <summary>A table's plan for an act, or null while it is not open.</summary>
    public Plan? PlanOf(TableId table, ActId act) => Plans.TryGetValue((act, table), out var plan) ? plan : null;

    /// <summary>What a table's plan for an act may hold and holds; null while it is not open.</summary>
    public PlanBudget? BudgetOf(TableId table, ActId act) => PlanOf(table, act) is { } plan ? BudgetOf(plan) : null;

    private PlanBudget BudgetOf(Plan plan) => new(
        plan.Slots, plan.Kept.Length + plan.Added.Length,
        plan.Effort, plan.Kept.Sum(k => EffortToKeep(k.Action)) + plan.Added.Sum(EffortOf));

    private bool IsInPlan(TableId table, ActId act, ActionId action) => PlanOf(table, act)?.Actions.Contains(action) == true;

    /// <summary>Whether a later act's plan of the table builds on that act.</summary>
    private bool IsPast(TableId table, ActId act)
    {
        for (var i = IndexOf(act) + 1; i < Script!.Acts.Length; i++)
            if (Plans.ContainsKey((Script.Acts[i].Id, table))) return true;
        return false;
    }

    /// <summary>The table's latest plan before an act, or null.</summary>
    private Plan? PlanBefore(TableId table, int actIndex) => LatestBefore(table, actIndex)?.Plan;

    private (ActId Act, Plan Plan)? LatestBefore(TableId table, int actIndex)
    {
        for (var i = actIndex - 1; i >= 0; i--)
            if (Plans.TryGetValue((Script!.Acts[i].Id, table), out var plan)) return (Script.Acts[i].Id, plan);
        return null;
    }

    /// <summary>
    /// Lays a table's plan for an act: what was in force stays unless it is impossible now; then, while slots or effort are exceeded, what
    /// was chosen last falls first.
    /// </summary>
    private PlanOpened LayPlan(TableId table, ScriptAct act)
    {
        var kept = new List<Commitment>();
        var dropped = ImmutableArray.CreateBuilder<Dropped>();
        if (LatestBefore(table, IndexOf(act.Id)) is { } before)
        {
            foreach (var commitment in before.Plan.Kept.Concat(before.Plan.Added.Select(a => new Commitment(a, before.Act))))
            {
                if (VerdictOf(table, act.Id, commitment.Action) == Verdict.Impossible) dropped.Add(new(commitment.Action, DropCause.Impossible));
                else kept.Add(commitment);
            }
        }
        var effort = EffortFor(act);
        while (kept.Count > act.Slots) Drop(DropCause.Slots);
        while (kept.Sum(k => EffortToKeep(k.Action)) > effort) Drop(DropCause.Effort);
        return new PlanOpened(table, act.Id, [.. kept], dropped.ToImmutable(), act.Slots, effort);

        void Drop(DropCause cause)
        {
            dropped.Add(new(kept[^1].Action, cause));
            kept.RemoveAt(kept.Count - 1);
        }
    }

    /// <summary>The plan that a table can change now, or why there is none.</summary>
    private Refusal? OpenPlan(TableId table, out ActId act, out Plan plan)
    {
        (act, plan) = (default, null!);
        if (!Has(table)) return No("table", table);
        if (Act is not { } current) return new NotYet(StepKind.Plan);
        if (IsPast(table, current.Id)) return new PlanIsPast(current.Id);
        if (PlanOf(table, current.Id) is not { } open) return new NotYet(StepKind.Plan);
        (act, plan) = (current.Id, open);
        return null;
    }

    private Decision Add(AddToPlan c)
    {
        if (OpenPlan(c.Table, out var act, out var plan) is { } no) return no;
        if (!CardsOf(c.Table).Contains(c.Action)) return No("action", c.Action);
        if (plan.Actions.Contains(c.Action)) return Decision.Nothing; // two people tapped the same card
        if (plan.Confirmed) return new PlanIsConfirmed();
        if (VerdictOf(c.Table, act, c.Action) is null or Verdict.Impossible)
            return new ActionImpossible(c.Action, ModelOn(c.Table, act, c.Action)?.Why ?? []);
        var budget = BudgetOf(plan);
        if (budget.SlotsLeft < 1) return new NoSlotLeft(plan.Slots);
        var effort = EffortOf(c.Action);
        return budget.EffortLeft < effort ? new NotEnoughEffort(budget.EffortLeft, effort) : new ActionPlanned(c.Table, act, c.Action);
    }

    private Decision Remove(RemoveFromPlan c)
    {
        if (OpenPlan(c.Table, out var act, out var plan) is { } no) return no;
        if (!CardsOf(c.Table).Contains(c.Action)) return No("action", c.Action);
        if (!plan.Actions.Contains(c.Action)) return Decision.Nothing;
        return plan.Confirmed ? new PlanIsConfirmed() : new ActionUnplanned(c.Table, act, c.Action);
    }

    private Decision Confirm(ConfirmPlan c) =>
        OpenPlan(c.Table, out var act, out var plan) is { } no ? no
        : plan.Confirmed ? Decision.Nothing
        : new PlanConfirmed(c.Table, act);

    private Decision Reopen(ReopenPlan c) =>
        OpenPlan(c.Table, out var act, out var plan) is { } no ? no
        : plan.Confirmed ? new PlanReopened(c.Table, act)
        : Decision.Nothing;

    private Decision Propose(ProposeAction c)
    {
        if (!Has(c.Table)) return No("table", c.Table);
        if (IdRefusal(c.Action.Value) is { } badId) return badId;
        if (Script!.Actions.Any(a => a.Id == c.Action) || IsOwn(c.Action)) return new AlreadyThere();
        if (OwnActions.Count(a => a.Table == c.Table) >= Limits.OwnActions) return new TooMany("action", Limits.OwnActions);
        if (Clean.Line(c.Title, "title", Limits.Title, out var title) is { } no) return no;
        if (c.Effort is < 1 or > Limits.ActionEffort) return new OutOfRange("effort", 1, Limits.ActionEffort);
        if (CaseRefusal(c.Theme, "theme") is { } badTheme) return badTheme;
        if (CaseRefusal(c.Time, "time") is { } badTime) return badTime;
        return new ActionProposed(c.Action, c.Table, title, c.Effort, c.Theme, c.Time);
    }
}
