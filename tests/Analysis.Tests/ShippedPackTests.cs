using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Formats.Packs;
using Xunit;

namespace TousRisques.Analysis.Tests;

/// <summary>What the shipped Seine-Maritime pack must do in play.</summary>
public class ShippedPackTests
{
    private static readonly Pack Pack = Read();

    public static TheoryData<string> Acts => [.. Pack.Scenario.Acts.Select(a => a.Id.Value)];

    /// <summary>Everything revealed and imposed up to an act.</summary>
    internal static ModelInputs Everything(ActId act, params InForce[] plans)
    {
        var acts = Pack.Scenario.Acts.TakeWhile(a => a.Id != act).Append(Pack.Scenario.Acts.First(a => a.Id == act)).ToArray();
        return new(act, null, [.. acts.SelectMany(a => a.Events).Select(e => e.Id)], [.. acts.SelectMany(a => a.Constraints).Select(c => c.Id)], [.. plans]);
    }

    [Fact]
    public void Fewer_actions_are_possible_from_act_to_act()
    {
        var possible = Pack.Scenario.Acts
            .Select(a => Model.Situation(Pack, Everything(a.Id)).Actions.Count(x => x.Verdict != Verdict.Impossible)).ToArray();

        Assert.True(possible[0] < Pack.Scenario.Actions.Length, $"Act 1 takes nothing away: {possible[0]}");
        for (var i = 1; i < possible.Length; i++)
            Assert.True(possible[i] <= possible[i - 1] - 4, $"Act {i + 1} takes too little away: {string.Join(" -> ", possible)}");
        Assert.True(possible[^1] >= 8, $"Nothing is left to play with: {string.Join(" -> ", possible)}");
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void Whatever_is_not_feasible_says_why_back_to_a_card(string act)
    {
        var facts = Model.Situation(Pack, Everything(new(act)));

        Assert.All(facts.Actions.Where(a => a.Verdict != Verdict.Feasible), a =>
        {
            Assert.NotEmpty(a.Why);
            Assert.All(a.Why, why => Assert.True(IsRoot(why.Chain[^1]), $"{a.Action}: {why.Chain[^1]}"));
        });
        Assert.All(facts.Components, c => Assert.All(c.Why, why => Assert.True(IsRoot(why.Chain[^1]), $"{c.Component}: {why.Chain[^1]}")));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void A_good_plan_saves_hours_at_every_act(string act)
    {
        var inputs = Everything(new(act));
        var after = Model.Consequences(Pack, inputs with { Plans = GreedyPlan(inputs) });

        Assert.True(after.Functions.Any(f => f.LostWithout > TimeSpan.Zero), "No function is lost at all.");
        Assert.True(after.Functions.Any(f => f.LostWith < f.LostWithout), "No plan could save anything.");
    }

    [Fact]
    public void No_plan_saves_everything_in_the_first_act_nor_in_the_last() =>
        Assert.All(new[] { Pack.Scenario.Acts[0], Pack.Scenario.Acts[^1] }, act =>
        {
            var inputs = Everything(act.Id);
            Assert.Contains(Model.Consequences(Pack, inputs with { Plans = GreedyPlan(inputs) }).Functions, f => f.LostWith > TimeSpan.Zero);
        });

    /// <summary>What a clever table would choose: the action that saves most, again and again, within slots and effort.</summary>
    private static ImmutableArray<InForce> GreedyPlan(ModelInputs inputs)
    {
        var act = Pack.Scenario.Acts.First(a => a.Id == inputs.Act);
        var possible = Model.Situation(Pack, inputs).Actions.Where(a => a.Verdict != Verdict.Impossible).Select(a => a.Action).ToHashSet();
        var cards = Pack.Scenario.Actions.Where(a => possible.Contains(a.Id)).ToList();
        var plan = inputs.Plans;
        for (var effort = act.Effort; plan.Length < act.Slots;)
        {
            var affordable = cards.Where(c => c.Effort <= effort && plan.All(p => p.Action != c.Id)).ToArray();
            if (affordable.Length == 0) break;
            var best = affordable.MinBy(c => Cost(plan.Add(new(c.Id, act.Id, null))))!;
            effort -= best.Effort;
            plan = plan.Add(new(best.Id, act.Id, null));
        }
        return plan;

        double Cost(ImmutableArray<InForce> plans) =>
            Model.Consequences(Pack, inputs with { Plans = plans }).Functions.Sum(f => f.LostWith.TotalHours * f.Weight);
    }

    private static bool IsRoot(Cause cause) => cause is StruckBy or CappedBy
        // A makeshift by design replaces nothing that fell: it says so by naming no component.
        or ThroughMakeshift { For.IsEmpty: true };

    internal static Pack Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root!.FullName, "scenarios"))) root = root.Parent;
        var reading = PackReader.Read(Path.Combine(root.FullName, "scenarios", "seine-maritime"));
        return reading.Pack ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }
}
