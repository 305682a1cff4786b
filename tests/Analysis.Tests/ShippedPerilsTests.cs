using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Packs;
using Xunit;

namespace TousRisques.Analysis.Tests;

/// <summary>What the shipped pack's perils must teach on the bench, and what they must not claim.</summary>
public class ShippedPerilsTests
{
    private static readonly Pack Pack = ShippedPackTests.Read();

    [Theory]
    [InlineData("pandemic", "shared-it-ransomware", "locate")] // Marseille, March 2020: the file is locked, and so is the carer who knows by heart
    [InlineData("shared-it-ransomware", "seine-flood", "locate")]
    [InlineData("heat-wave", "industrial-fire", "home-care")] // the same volunteers stand behind both
    [InlineData("heat-wave", "industrial-fire", "childcare")]
    [InlineData("seine-flood", "fibre-cut", "alert")]
    public void Two_perils_take_what_neither_takes_alone(string first, string second, string function)
    {
        var model = new StressModel(Pack);
        TimeSpan Lost(params string[] perils) =>
            CellStory.Of(model, [.. perils.Select(p => new PerilAt(new PerilId(p), Begins(p)))], new ComponentId(function), model.Window).Lost;
        TimeSpan Begins(string peril) => peril == "industrial-fire" ? TimeSpan.FromDays(2) : TimeSpan.Zero; // volunteers stay in from the heat's second day

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (Lost(first), Lost(second)));
        Assert.True(Lost(first, second) > TimeSpan.FromHours(6), $"{Lost(first, second)}");
    }

    [Theory] // the pack says so in a comment beside this strike
    [InlineData(40, true, false)]
    [InlineData(39, false, false)]
    [InlineData(40, false, true)]
    public void A_long_blackout_ends_by_itself_as_long_as_a_road_leads_to_the_crews(int hours, bool road, bool lasts)
    {
        var blackout = Pack.Stress.Perils.Single(p => p.Id.Value == "blackout");
        var spell = new Spell(TimeSpan.FromHours(hours), TimeSpan.FromHours(hours));
        var longer = blackout with { Strikes = [.. blackout.Strikes.Select(s => s with { For = spell })] };
        var model = new StressModel(Pack with { Stress = Pack.Stress with { Perils = Pack.Stress.Perils.Replace(blackout, longer) } },
            road ? WhatIf.Nothing : new() { Out = [new("roads-plateau")] });

        var lost = CellStory.Of(model, [new(longer.Id, TimeSpan.Zero)], new ComponentId("listen"), model.Window).Lost;
        Assert.Equal(lasts, lost > TimeSpan.FromDays(20));
    }

    [Fact] // every blackout of the sources came to an end: a figure of the mean year made of eternal ones would be false
    public void Next_to_no_year_ends_in_a_restart_deadlock()
    {
        var year = YearOfPerils.Of(new StressModel(Pack), 5_000, 1);
        Assert.InRange(year.Deadlocks.Value, 0, 0.0005);
        Assert.InRange(year.Touched.Value, 0.1, 0.6);
    }
}
