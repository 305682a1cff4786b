using CsCheck;
using TousRisques.Resilience.Explanations;
using TousRisques.Resilience.Timelines;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Explanations;

public sealed class CounterfactualTests
{
    private static readonly Gen<(Model Model, int Node, TimeSpan Time)> Cases =
        from model in Models.Small
        from node in Gen.Int[0, model.Count - 1]
        from tick in Gen.Int[0, (int)model.Horizon.Ticks - 1]
        select (model with { Strikes = [.. model.Strikes.Select((s, i) => s with { Cause = i / 2 })] }, node, new TimeSpan(tick));

    [Fact]
    public void Sufficient_causes_are_enough_and_none_can_be_left_out() => Cases.Sample(x =>
    {
        var timeline = x.Model.Run();
        var causes = Counterfactual.SufficientCauses(timeline, On(x.Node), x.Time);
        Assert.Equal(timeline.RunsAt(x.Node, x.Time), causes is null);
        if (causes is not { } set) return;
        Assert.False(RunsWith(x.Model, x.Node, x.Time, set.Contains));
        foreach (var cause in set) Assert.True(RunsWith(x.Model, x.Node, x.Time, k => k != cause && set.Contains(k)));
    });

    [Fact]
    public void Each_necessary_cause_decides_alone_and_belongs_to_every_sufficient_set() => Cases.Sample(x =>
    {
        var timeline = x.Model.Run();
        if (Counterfactual.NecessaryCauses(timeline, On(x.Node), x.Time) is not { } necessary) return;
        foreach (var cause in x.Model.Strikes.Select(s => s.Cause).Distinct())
            Assert.Equal(RunsWith(x.Model, x.Node, x.Time, k => k != cause), necessary.Contains(cause));
        Assert.Empty(necessary.Except(Counterfactual.SufficientCauses(timeline, On(x.Node), x.Time)!.Value));
    });

    [Fact]
    public void The_only_cause_is_necessary_and_sufficient_and_named()
    {
        var timeline = Reference.Run(Graph(Needing(On(1)), Needing(On(0))), [Hit(1, 2, 3, cause: 5), Hit(0, 9, 10, cause: 6)], H(12));
        Assert.Equal([5], Counterfactual.SufficientCauses(timeline, On(0), H(8))!.Value);
        Assert.Equal([5], Counterfactual.NecessaryCauses(timeline, On(0), H(8))!.Value);
        Assert.Equal([5], timeline.Explain(0, H(8))!.EndingStrikes().Select(s => s.Cause));
        // Later both storms would have done it alone: none is necessary, one is enough.
        Assert.Empty(Counterfactual.NecessaryCauses(timeline, On(0), H(11))!.Value);
        Assert.Single(Counterfactual.SufficientCauses(timeline, On(0), H(11))!.Value);
    }

    private static bool RunsWith(Model model, int node, TimeSpan time, Func<int, bool> cause)
        => (model with { Strikes = [.. model.Strikes.Where(s => cause(s.Cause))] }).Run().RunsAt(node, time);
}
