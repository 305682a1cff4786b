using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;
using Xunit;
using static TousRisques.Analysis.Tests.SmallPack;

namespace TousRisques.Analysis.Tests.Stress;

/// <summary>Drawn years, and what changes are worth in them.</summary>
public sealed class YearTests
{
    [Fact]
    public void Perils_come_as_often_as_they_should_and_in_their_season()
    {
        var model = StressPacks.Model();
        Assert.Equal((TimeSpan.FromDays(59), TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1)), (model.Hazards[0].Earliest, model.Hazards[0].Latest));
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromDays(365) - TimeSpan.FromSeconds(1)), (model.Hazards[1].Earliest, model.Hazards[1].Latest));
        var year = YearOfPerils.Of(model, 20_000, 1);
        Assert.InRange(0.5, year.Functions[0].Touched.Low, year.Functions[0].Touched.High);
        // Half the years lose alert for 8 to 12 hours and an hour of restart, less the masts' twenty minutes.
        Assert.InRange(0.5 * (11 - 1 / 3.0), year.Functions[0].Hours.Low - 0.05, year.Functions[0].Hours.High + 0.05);
    }

    [Fact]
    public void A_season_is_counted_from_the_day_on_which_the_year_begins()
    {
        var pack = StressPacks.Small();
        var model = new StressModel(pack with { Stress = pack.Stress with { YearBegins = new(3, 2), Perils = [pack.Stress.Perils[0] with { Season = new(new(3, 10), new(3, 1)) }] } });
        Assert.Equal((TimeSpan.FromDays(8), TimeSpan.FromDays(365) - TimeSpan.FromSeconds(1)), (model.Hazards[0].Earliest, model.Hazards[0].Latest));
    }

    [Fact]
    public void The_same_seed_gives_the_same_year_and_another_one_another()
    {
        var model = new StressModel(StressPacks.Shipped);
        var (one, same, other) = (YearOfPerils.Of(model, 2000, 7), YearOfPerils.Of(model, 2000, 7, new() { MostThreads = 1 }), YearOfPerils.Of(model, 2000, 8));
        Assert.Equal(one.Mean, same.Mean);
        Assert.NotEqual(one.Mean, other.Mean);
    }

    [Fact]
    public void What_is_spared_or_averted_never_makes_a_year_worse()
    {
        var pack = StressPacks.Shipped;
        var without = Years(pack, WhatIf.Nothing);
        foreach (var lever in Levers.All(pack).Where(w => !w.Spared.IsEmpty || !w.Averted.IsEmpty || !w.Fallbacks.IsEmpty))
        {
            var with = Years(pack, lever);
            for (var i = 0; i < without.Length; i++) Assert.True(with[i] <= without[i], $"{lever} in year {i}: {with[i]} > {without[i]}");
        }
    }

    [Fact]
    public void A_component_switched_off_takes_down_what_it_takes_down_all_year()
    {
        var model = new StressModel(StressPacks.Small(), new() { Out = [new("masts")] });
        var year = YearOfPerils.Of(model, 100, 1);
        Assert.Equal(365 * 24, year.Functions[0].Hours.Value, 6);
    }

    [Fact]
    public void A_reserve_a_substitute_and_a_fallback_each_save_what_they_should()
    {
        Assert.Equal(TimeSpan.Zero, RiverAlert(new() { Reserves = [new(new("masts"), Hours(12))] }));
        Assert.Equal(TimeSpan.Zero, RiverAlert(new() { Substitutes = [new(new("masts"), new("generator"))] }));
        Assert.Equal(TimeSpan.Zero, RiverAlert(new() { Fallbacks = [new("masts")] }));
        Assert.Equal(Hours(11) - TimeSpan.FromMinutes(20), RiverAlert(new() { Fallbacks = [new("server")] }));
        Assert.Equal(Hours(11) - TimeSpan.FromMinutes(20), RiverAlert(new() { Fallbacks = [new("no-such-thing")], Actions = [new("nor-this")] }));
    }

    [Fact]
    public void Actions_lengthen_shorten_and_lift_as_their_cards_say()
    {
        Assert.Equal(TimeSpan.Zero, RiverAlert(new() { Actions = [new("plug-in")] }));
        Assert.Equal(TimeSpan.Zero, RiverAlert(new() { Actions = [new("batteries")] }));
        Assert.Equal(Hours(6) - TimeSpan.FromMinutes(20), RiverAlert(new() { Actions = [new("repair")] })); // five hours of strike, one of restart
        var lifted = new StressModel(StressPacks.Small(), new() { Actions = [new("free-server")] });
        Assert.Equal(TimeSpan.Zero, Exposure.Of(lifted).RowOf([StressPacks.Absence, StressPacks.Mould])!.LostBy(lifted, "find"));
    }

    [Fact]
    public void An_alternative_is_worth_nothing_while_its_action_lacks_what_it_needs()
    {
        // The generator stands ready, but the truck that brings it needs the power that is gone.
        var card = Card("truck", On("server"), null, null, new Effect.AddAlternative(new Selector(new ComponentId("masts")), On("generator")));
        var model = new StressModel(StressPacks.Small(card), new() { Actions = [new("truck")] });
        // The server holds for half an hour, and with it the truck; then masts have their twenty minutes.
        Assert.Equal(Hours(11) - TimeSpan.FromMinutes(50), Exposure.Of(model).RowOf([StressPacks.River])!.LostBy(model, "alert"));
    }

    [Fact]
    public void Common_years_make_levers_comparable()
    {
        var levers = Levers.Ranked(StressPacks.Small(), 2000, 1);
        Assert.Equal(levers.OrderByDescending(l => l.Saved.Value), levers);
        var (river, power) = (levers.OfType<Lever.Avert>().Single(l => l.Peril == StressPacks.River), levers.OfType<Lever.Sound>().Single(l => l.Component == new ComponentId("power")));
        Assert.Equal(river.Saved.Value, power.Saved.Value, 6); // nothing but the river takes power, and it takes nothing else
        Assert.Contains(levers, l => l is Lever.Act { Action.Value: "batteries" });
        Assert.All(levers.OfType<Lever.Fallback>().Where(l => l.Component == new ComponentId("paper")), _ => Assert.Fail("Paper needs nothing."));
    }

    [Fact]
    public void Drawing_again_only_the_years_that_a_lever_touches_changes_no_figure()
    {
        var pack = StressPacks.Shipped;
        var (all, ranked) = (Levers.All(pack), Levers.Ranked(pack, 700, 3));
        var without = Simulator.Run(new StressModel(pack).OfYear(3), 700).LostHours();
        var expected = all.Select(w => Estimate.OfDifference(without, Simulator.Run(new StressModel(pack, w).OfYear(3), 700).LostHours())).OrderByDescending(e => e.Value);
        Assert.Equal(expected, ranked.Select(l => l.Saved));
        Assert.Equal(ranked, Levers.Ranked(pack, 700, 3, how: new() { MostThreads = 1 }));
    }

    [Fact]
    public void A_comparison_says_what_a_change_saves()
    {
        var pack = StressPacks.Shipped;
        var nothing = Comparison.Of(pack, WhatIf.Nothing, new(Draws: 1000));
        Assert.Equal(0, nothing.Saved!.Value.Value);
        var off = Comparison.Of(pack, new() { Out = [new("mobile-service")] }, new(Draws: 1000));
        Assert.True(off.Saved!.Value.High < 0, "Switching the mobile network off saves something.");
        Assert.Equal(off.Saved.Value.Value, off.SavedByFunction.Sum(s => s.Value), 3);
    }

    [Fact]
    public void A_report_that_is_stopped_says_so()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => StressReport.Of(StressPacks.Shipped, new(), new Stopper(stop), stop.Token));
    }

    private static double[] Years(Pack pack, WhatIf whatIf) => Simulator.Run(new StressModel(pack, whatIf).OfYear(1), 320).LostHours();

    private static TimeSpan RiverAlert(WhatIf whatIf)
    {
        var model = new StressModel(StressPacks.Small(), whatIf);
        return Exposure.Of(model).RowOf([StressPacks.River])!.LostBy(model, "alert");
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<StressProgress>
    {
        public void Report(StressProgress value) => stop.Cancel();
    }
}
