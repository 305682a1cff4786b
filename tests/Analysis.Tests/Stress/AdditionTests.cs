using CsCheck;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using Xunit;
using static TousRisques.Analysis.Tests.SmallPack;

namespace TousRisques.Analysis.Tests.Stress;

/// <summary>Components that a territory does not have, tried on the bench.</summary>
public sealed class AdditionTests
{
    private static readonly StressSettings Few = new(Draws: 400, LeverDraws: 1);

    [Fact]
    public void What_is_added_counts_as_if_the_pack_said_it()
    {
        var pack = StressPacks.Small();
        var siren = new Addition("Siren", [new("generator"), new("power")], Hours(5), [new("masts")]);
        // The same, written by hand: the siren is a component, and who needs the masts takes either.
        var written = pack with
        {
            Territory = pack.Territory with
            {
                Components =
                [
                    .. pack.Territory.Components.Select(c => c.Id.Value == "alert" ? c with { Needs = new Need.Any([On("masts"), On("siren")]) } : c),
                    Part("siren", new Need.All([On("generator"), On("power")]), autonomyHours: 5, nature: Nature.LowTech),
                ],
            },
        };
        var compared = Comparison.Of(pack, new WhatIf { Added = [siren] }, Few);
        Same(written, compared);
        // Ten hours without power, and one to come back: the masts hold for twenty minutes, the siren for five hours.
        var alert = compared.Before.Functions.IndexOf(new ComponentId("alert"));
        Assert.Equal(Hours(11) - TimeSpan.FromMinutes(20), compared.Before.RowOf([StressPacks.River])!.Lost[alert]);
        Assert.Equal(Hours(6), compared.After.RowOf([StressPacks.River])!.Lost[alert]);
    }

    [Fact]
    public void What_needs_nothing_keeps_up_all_that_counted_on_what_it_stands_in_for()
    {
        var compared = Comparison.Of(StressPacks.Small(), new WhatIf { Added = [new("Runner", [], TimeSpan.Zero, [new("masts"), new("nowhere")])] }, Few);
        var alert = compared.After.Functions.IndexOf(new ComponentId("alert"));
        Assert.All(compared.After.Rows, row => Assert.Equal(TimeSpan.Zero, row.Lost[alert]));
        Assert.True(compared.SavedByFunction[alert].Low > 0);
    }

    [Theory]
    [InlineData(false, 240)] // what stands in for the masts needs power: both go, and nobody stands in for oneself
    [InlineData(true, 0)] // a second one stands in for the power
    public void What_is_added_may_lean_on_what_else_is_added_and_never_on_itself(bool second, double lost)
    {
        Addition[] added = [new("Siren", [new("power"), new("masts")], TimeSpan.Zero, [new("masts"), new("power")]), new("Sun", [], TimeSpan.Zero, [new("power")])];
        var compared = Comparison.Of(StressPacks.Small(), new WhatIf { Added = second ? [.. added] : [added[0] with { StandsInFor = [new("masts")] }], Out = [new("power")] }, Few);
        Assert.Equal(Hours(lost), compared.After.RowOf([StressPacks.Mould])!.Lost[compared.After.Functions.IndexOf(new ComponentId("alert"))]);
    }

    [Fact]
    public void A_strike_at_all_that_is_digital_takes_what_is_added_when_it_is_digital()
    {
        var pack = StressPacks.Small();
        pack = pack with { Stress = pack.Stress with { Perils = [.. pack.Stress.Perils, new Peril { Id = new("malware"), Name = Text.Same("Malware"), PerYear = new(0.2), Strikes = [new(new Selector(Nature: Nature.Digital), TimeSpan.Zero, new Spell(Hours(10), Hours(10)), 1)] }] } };
        foreach (var (nature, lost) in new[] { (Nature.Digital, 10.0), (Nature.LowTech, 0) })
        {
            var model = new StressModel(pack, new WhatIf { Added = [new("Siren", [], TimeSpan.Zero, [new("masts")], nature)] });
            Assert.Equal(Hours(lost), Exposure.Of(model, 1).RowOf([new("malware")])!.LostBy(model, "alert"));
        }
    }

    [Fact]
    public void Whatever_is_added_to_the_shipped_territory_makes_no_cell_worse()
    {
        var before = Exposure.Of(new StressModel(StressPacks.Shipped), 1);
        var parts = StressPacks.Shipped.Territory.Components.Where(c => c.Nature != Nature.Function).Select(c => c.Id).ToArray();
        var additions = Gen.Select(Gen.Shuffle(parts, 0, 3), Gen.Int[0, 200], Gen.Shuffle(parts, 1, 4), (needs, hours, standsIn) => new Addition("X", [.. needs], Hours(hours), [.. standsIn]));
        additions.Array[1, 3].Sample(added =>
        {
            var after = Exposure.Of(new StressModel(StressPacks.Shipped, new WhatIf { Added = [.. added] }), 1);
            Assert.All(before.Rows.Zip(after.Rows), pair => Assert.All(pair.First.Lost.Zip(pair.Second.Lost), lost => Assert.True(lost.Second <= lost.First)));
        }, iter: 20);
    }

    private static void Same(Pack written, Comparison compared)
    {
        var plain = new StressModel(written);
        Assert.Equal(Exposure.Of(plain, 2).Rows.SelectMany(r => r.Lost), compared.After.Rows.SelectMany(r => r.Lost));
        var year = YearOfPerils.Of(plain, Few.Draws, Few.Seed);
        Assert.Equal(year.Mean, compared.YearAfter!.Mean);
        Assert.Equal(year.Functions.Select(f => f.Hours), compared.YearAfter.Functions.Select(f => f.Hours));
        Assert.NotEqual(compared.YearBefore!.Mean, compared.YearAfter.Mean);
    }
}
