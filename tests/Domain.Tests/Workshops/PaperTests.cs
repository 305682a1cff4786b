using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Workshops;

/// <summary>The rules against what a facilitator would keep on a sheet of paper for the first act of the small pack: four slots, eight of effort.</summary>
public class PaperTests
{
    private sealed class Paper
    {
        public int Step;
        public readonly HashSet<EventId> Told = [];
        public bool Begun, PlanOnTable, Done;
        public readonly List<ActionId> Plan = [];
        public bool CanPlan => PlanOnTable && Step >= Events; // before the first act there is nothing to plan for
    }

    private static readonly string[] Steps = [.. SmallPack.Script().Steps.TakeWhile(s => s.Act is null || s.Act == SmallPack.Flood).Select(s => s.Id.Value)];
    private static readonly int Events = Array.IndexOf(Steps, "act-1.events"), Plan = Array.IndexOf(Steps, "act-1.plan");
    private static readonly Dictionary<ActionId, int> Costs = SmallPack.Script().Actions.ToDictionary(a => a.Id, a => a.Effort);

    // The model says that nobody can be evacuated; everything else can be done, and costs eight in all, but takes five slots.
    private static Room NewRoom() => Room.Open(answers: Models.Says(q => q.Action == SmallPack.Evacuate ? Verdict.Impossible : Verdict.Feasible));

    [Fact]
    public void The_rules_agree_with_a_sheet_of_paper() => Check.SampleModelBased(
        Gen.Const(() => (NewRoom(), new Paper())),
        // The paper ends with the first act: beyond it the room stays where it is.
        Gen.Operation<Room, Paper>(
            r => { if (r.State.StepIndex < Steps.Length - 1) r.Facilitate(new Advance()); },
            p =>
            {
                p.Step = Math.Min(p.Step + 1, Steps.Length - 1);
                p.Begun |= p.Step >= Events;
                p.PlanOnTable |= p.Step >= Plan;
            }),
        Gen.Operation<Room, Paper>(r => r.Facilitate(new GoBack()), p => p.Step = Math.Max(p.Step - 1, 0)),
        Gen.OneOf(SmallPack.Rain, SmallPack.Surge, SmallPack.FirstCases).Operation<Room, Paper>(
            (r, e) => r.Facilitate(new RevealEvent(e)),
            (p, e) => { if (p.Begun && e != SmallPack.FirstCases) p.Told.Add(e); }),
        Gen.OneOf([.. Costs.Keys]).Operation<Room, Paper>(
            (r, a) => r.Facilitate(new AddToPlan(Room.A, a)),
            (p, a) =>
            {
                if (!p.CanPlan || p.Done || p.Plan.Contains(a) || a == SmallPack.Evacuate) return;
                if (p.Plan.Count < 4 && p.Plan.Sum(x => Costs[x]) + Costs[a] <= 8) p.Plan.Add(a);
            }),
        Gen.OneOf([.. Costs.Keys]).Operation<Room, Paper>(
            (r, a) => r.Facilitate(new RemoveFromPlan(Room.A, a)),
            (p, a) => { if (p.CanPlan && !p.Done) p.Plan.Remove(a); }),
        Gen.Bool.Operation<Room, Paper>(
            (r, done) => r.Facilitate(done ? new ConfirmPlan(Room.A) : new ReopenPlan(Room.A)),
            (p, done) => { if (p.CanPlan) p.Done = done; }),
        equal: (r, p) =>
            r.State.StepIndex == p.Step
            && r.State.Revealed.Select(x => x.Event).ToHashSet().SetEquals(p.Told)
            && r.State.VerdictsShown.Contains(SmallPack.Flood) == p.PlanOnTable
            && (r.State.PlanOf(Room.A, SmallPack.Flood) is { } plan
                ? p.PlanOnTable && plan.Confirmed == p.Done && plan.Added.SequenceEqual(p.Plan)
                : !p.PlanOnTable),
        iter: 2000);
}
