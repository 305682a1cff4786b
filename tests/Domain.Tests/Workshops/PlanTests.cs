using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;
using static TousRisques.Testing.SmallPack;

namespace TousRisques.Domain.Tests.Workshops;

public class PlanTests
{
    /// <summary>A room at the plan of the flood, with actions planned.</summary>
    private static Room Planning(Func<(ActId Act, TableId? Table, ActionId Action), Verdict>? verdicts, params ActionId[] actions)
    {
        var room = Room.Open(answers: Models.Says(verdicts ?? (_ => Verdict.Feasible)));
        room.Join("p1");
        room.GoTo(Flood, StepKind.Plan);
        foreach (var action in actions) Assert.Null(room.As("p1", new AddToPlan(A, action)).Refusal);
        return room;
    }

    [Fact]
    public void At_the_plan_the_verdicts_are_shown_and_each_table_has_a_plan()
    {
        var room = Room.Open(tables: 2);
        room.GoTo(Flood, StepKind.Priorities);
        Assert.Empty(room.State.Plans);
        room.Facilitate(new Advance());
        Assert.Contains(Flood, room.State.VerdictsShown);
        Assert.Equal(2, room.State.Plans.Count);
        Assert.Equal(new PlanBudget(4, 0, 8, 0), room.State.BudgetOf(B, Flood));
    }

    [Fact]
    public void A_plan_waits_for_the_models_answer()
    {
        var room = Room.Open();
        var answers = room.Answers;
        room.Answers = null;
        room.GoTo(Flood, StepKind.Plan);
        Assert.Empty(room.State.Plans);
        Assert.Equal(new NotYet(StepKind.Plan), room.Facilitate(new AddToPlan(A, Radio)).Refusal);
        room.Answers = answers;
        room.Settle();
        Assert.Single(room.State.Plans);
    }

    [Fact]
    public void A_table_laid_in_the_middle_of_planning_gets_a_plan_too()
    {
        var room = Planning(null);
        room.Facilitate(new AddTable("Renfort"));
        Assert.NotNull(room.State.PlanOf(B, Flood));
    }

    [Fact]
    public void What_is_impossible_cannot_be_planned_and_the_refusal_says_why()
    {
        var room = Planning(q => q.Action == Texts ? Verdict.Impossible : Verdict.Degraded);
        var refusal = Assert.IsType<ActionImpossible>(room.As("p1", new AddToPlan(A, Texts)).Refusal);
        Assert.Equal([new StruckBy(new ComponentId("under-texts"), TimeSpan.Zero, null, null)], Assert.Single(refusal.Why).Chain);
        Assert.Null(room.As("p1", new AddToPlan(A, Radio)).Refusal);
    }

    [Fact]
    public void A_fifth_action_finds_no_slot()
    {
        var room = Planning(null, Texts, Sound, Mails, Radio);
        Assert.Equal(new NoSlotLeft(4), room.As("p1", new AddToPlan(A, Knock)).Refusal);
    }

    [Fact]
    public void Effort_that_is_spent_is_spent()
    {
        var room = Planning(null, Knock, Evacuate, Texts);
        Assert.Equal(new NotEnoughEffort(1, 2), room.As("p1", new AddToPlan(A, Radio)).Refusal);
        room.As("p1", new RemoveFromPlan(A, Texts));
        Assert.Null(room.As("p1", new AddToPlan(A, Radio)).Refusal);
    }

    [Fact]
    public void The_same_card_put_in_by_two_people_is_there_once()
    {
        var room = Planning(null, Radio);
        Assert.Equal(Decision.Nothing, room.Facilitate(new AddToPlan(A, Radio)));
    }

    [Fact]
    public void A_confirmed_plan_is_opened_before_it_changes()
    {
        var room = Planning(null, Radio);
        room.As("p1", new ConfirmPlan(A));
        Assert.IsType<PlanIsConfirmed>(room.As("p1", new AddToPlan(A, Texts)).Refusal);
        Assert.IsType<PlanIsConfirmed>(room.As("p1", new RemoveFromPlan(A, Radio)).Refusal);
        room.As("p1", new ReopenPlan(A));
        Assert.Null(room.As("p1", new RemoveFromPlan(A, Radio)).Refusal);
    }

    [Fact]
    public void In_the_next_act_what_is_still_possible_stays_at_half_its_effort()
    {
        var room = Planning(q => q == (Pandemic, A, Radio) ? Verdict.Impossible : Verdict.Feasible, Knock, Radio, Texts);
        room.GoTo(Pandemic, StepKind.Plan);
        var plan = room.State.PlanOf(A, Pandemic)!;
        Assert.Equal([new Commitment(Knock, Flood), new Commitment(Texts, Flood)], plan.Kept);
        Assert.Equal([new Dropped(Radio, DropCause.Impossible)], plan.Dropped);
        Assert.Equal(new PlanBudget(3, 2, 8, 2 + 1), room.State.BudgetOf(A, Pandemic));
    }

    [Fact]
    public void When_slots_run_short_what_was_chosen_last_falls()
    {
        var room = Planning(null, Texts, Sound, Mails, Radio);
        room.GoTo(Pandemic, StepKind.Plan);
        Assert.Equal([new Dropped(Radio, DropCause.Slots)], room.State.PlanOf(A, Pandemic)!.Dropped);
        room.GoTo(Cyber, StepKind.Plan);
        Assert.Equal([new Dropped(Mails, DropCause.Slots)], room.State.PlanOf(A, Cyber)!.Dropped);
        Assert.Equal([new Commitment(Texts, Flood), new Commitment(Sound, Flood)], room.State.PlanOf(A, Cyber)!.Kept);
    }

    [Fact]
    public void A_constraint_on_effort_makes_actions_fall()
    {
        var room = Planning(null, Knock, Evacuate);
        room.GoTo(Pandemic, StepKind.Constraints);
        room.Facilitate(new ImposeConstraint(Curfew)); // 8 x 0.5 = 4, and two heavy actions go on for 2 each
        room.GoTo(Pandemic, StepKind.Plan);
        Assert.Equal(new PlanBudget(3, 2, 4, 4), room.State.BudgetOf(A, Pandemic));
        Assert.Equal(new NotEnoughEffort(0, 1), room.As("p1", new AddToPlan(A, Texts)).Refusal);
        room.GoTo(Cyber, StepKind.Plan); // the curfew has no end: floor(5 x 0.5) = 2
        Assert.Equal([new Dropped(Evacuate, DropCause.Effort)], room.State.PlanOf(A, Cyber)!.Dropped);
    }

    [Fact]
    public void A_constraint_imposed_while_the_plan_is_open_weighs_on_the_next_act()
    {
        var room = Planning(null);
        room.GoTo(Pandemic, StepKind.Plan);
        room.Facilitate(new ImposeConstraint(Curfew));
        Assert.Equal(8, room.State.BudgetOf(A, Pandemic)!.Value.Effort);
        room.GoTo(Cyber, StepKind.Plan);
        Assert.Equal(2, room.State.BudgetOf(A, Cyber)!.Value.Effort);
    }

    [Fact]
    public void A_plan_that_a_later_one_builds_on_no_longer_changes()
    {
        var room = Planning(null, Radio);
        room.GoTo(Pandemic, StepKind.Plan);
        room.GoTo(Flood, StepKind.Plan);
        Assert.Equal(new PlanIsPast(Flood), room.As("p1", new RemoveFromPlan(A, Radio)).Refusal);
        Assert.Equal(new PlanIsPast(Flood), room.Facilitate(new OverrideAvailability(A, Flood, Radio, Verdict.Degraded, "non")).Refusal);
    }

    [Fact]
    public void A_table_takes_out_what_it_kept_and_pays_in_full_to_start_again()
    {
        var room = Planning(null, Knock);
        room.GoTo(Pandemic, StepKind.Plan);
        room.As("p1", new RemoveFromPlan(A, Knock));
        room.As("p1", new AddToPlan(A, Knock));
        Assert.Equal(3, room.State.BudgetOf(A, Pandemic)!.Value.EffortSpent);
        Assert.Equal(
            [new InForce(Knock, Flood, Pandemic), new InForce(Knock, Pandemic, null)],
            room.State.PlansOverTime(A, lastAct: 1));
    }

    [Fact]
    public void A_card_of_ones_own_counts_as_the_table_judges_it_and_as_degraded_unjudged()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Join("p2");
        room.GoTo(Flood, StepKind.Assessment);
        var boats = new ActionId("own-boats");
        var bikes = new ActionId("own-bikes");
        room.As("p1", new ProposeAction(boats, A, "Réquisitionner les barques", 1, Theme.Capacity, CrisisTime.During));
        room.As("p1", new ProposeAction(bikes, A, "Vélos", 1, Theme.Capacity, CrisisTime.During));
        room.As("p1", new AssessAction(P("p1"), Flood, boats, Verdict.Feasible, ""));
        room.As("p2", new AssessAction(P("p2"), Flood, boats, Verdict.Impossible, ""));
        Assert.Equal(Verdict.Impossible, room.State.VerdictOf(A, Flood, boats)); // the more cautious of the two middles
        Assert.Equal(Verdict.Degraded, room.State.VerdictOf(A, Flood, bikes));
        room.GoTo(Flood, StepKind.Plan);
        Assert.IsType<ActionImpossible>(room.As("p1", new AddToPlan(A, boats)).Refusal);
        Assert.Null(room.As("p1", new AddToPlan(A, bikes)).Refusal);
        // The model does not know it, and is not asked about it.
        room.GoTo(Flood, StepKind.Consequences);
        Assert.Empty(room.State.Consequences[(Flood, A)].Inputs.Plans);
    }
}
