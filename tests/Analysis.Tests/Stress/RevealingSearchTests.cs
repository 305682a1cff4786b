using TousRisques.Analysis.Stress;
using TousRisques.Domain.Words;
using Xunit;
using static TousRisques.Analysis.Tests.SmallPack;

namespace TousRisques.Analysis.Tests.Stress;

/// <summary>The search for what reveals most, beside the reference engine and beside itself with less to go by.</summary>
public sealed class RevealingSearchTests
{
    private static readonly StressModel Shipped = new(StressPacks.Shipped);
    private static readonly Revelations Exhaustive = RevealingSearch.Run(Shipped);

    [Fact]
    public void What_it_gives_is_what_the_reference_engine_says()
    {
        Assert.True(Exhaustive.IsExhaustive);
        Assert.All([.. Exhaustive.Pairs.Take(4), .. Exhaustive.Triples.Take(3)], revelation =>
        {
            var whole = Lost(Shipped, [.. revelation.Perils], Exhaustive.Horizon);
            Assert.Equal(whole, revelation.Lost);
            var alone = revelation.Perils.Select(p => Lost(Shipped, [p], Exhaustive.Horizon)).ToList();
            Assert.Equal(Total(whole) - alone.Aggregate(TimeSpan.Zero, (sum, l) => sum + Total(l)), revelation.Beyond);
            var parts = Enumerable.Range(0, revelation.Perils.Length).Select(i => Lost(Shipped, [.. revelation.Perils.RemoveAt(i)], Exhaustive.Horizon)).ToList();
            var surprises = Shipped.Functions.Where((_, f) => whole[f] > TimeSpan.Zero && parts.All(p => p[f] == TimeSpan.Zero));
            Assert.Equal(surprises, revelation.OnlyTogether);
        });
    }

    [Fact]
    public void The_best_come_first_each_set_of_perils_once()
    {
        Assert.Equal(Exhaustive.Pairs.OrderByDescending(p => p.Beyond), Exhaustive.Pairs);
        Assert.Equal(Exhaustive.Triples.OrderByDescending(p => p.Beyond), Exhaustive.Triples);
        var sets = Exhaustive.Pairs.Concat(Exhaustive.Triples).Select(r => string.Join(' ', r.Perils.Select(p => p.Peril.Value).Order())).ToList();
        Assert.Equal(sets.Distinct(), sets);
        Assert.All(Exhaustive.Triples, t => Assert.True(t.BeyondParts > TimeSpan.Zero));
        Assert.All(Exhaustive.Pairs.Concat(Exhaustive.Triples), r => Assert.Contains(r.Perils, p => p.At == TimeSpan.Zero));
    }

    [Fact]
    public void No_pair_at_any_delay_of_the_grid_reveals_more_than_the_first()
    {
        var plays = new List<TimeSpan>();
        foreach (var a in Shipped.Perils.Take(6))
            foreach (var b in Shipped.Perils.Take(6).Where(p => p != a))
                foreach (var delay in RevealingSearch.Delays.Take(3))
                {
                    PerilAt[] pair = [new(a.Id, TimeSpan.Zero), new(b.Id, delay)];
                    plays.Add(Total(Lost(Shipped, pair, Exhaustive.Horizon)) - pair.Aggregate(TimeSpan.Zero, (sum, p) => sum + Total(Lost(Shipped, [p], Exhaustive.Horizon))));
                }
        Assert.True(plays.Max() <= Exhaustive.Pairs[0].Beyond);
    }

    [Fact]
    public void A_guided_search_finds_nearly_as_much()
    {
        var guided = RevealingSearch.Run(Shipped, mostPlays: 4_000);
        Assert.False(guided.IsExhaustive);
        Assert.Equal(Exhaustive.Pairs[0].Beyond, guided.Pairs[0].Beyond);
        Assert.InRange(guided.Triples[0].Beyond / Exhaustive.Triples[0].Beyond, 0.9, 1.0);
    }

    [Fact]
    public void Perils_that_make_each_other_no_worse_reveal_nothing()
    {
        var pack = StressPacks.Small();
        var model = new StressModel(pack with { Stress = pack.Stress with { Perils = [.. pack.Stress.Perils.Where(p => p.Id != StressPacks.Mould)] } });
        var found = RevealingSearch.Run(model);
        Assert.Empty(found.Pairs);
        Assert.Empty(found.Triples);
        Assert.Null(found.Most);
    }

    [Fact]
    public void The_delay_that_reveals_most_is_found_to_the_hour()
    {
        // Paper for a day, the server for ten hours and a half of an outage of power: any time within the day does; paper for six hours only as long as it lasts.
        var model = StressPacks.Model();
        var pair = RevealingSearch.Run(model).Pairs.Single(p => p.Perils.Any(x => x.Peril == StressPacks.River));
        Assert.Equal([new ComponentId("find")], pair.OnlyTogether);
        Assert.Equal(Hours(10.5), pair.Beyond);
    }

    private static TimeSpan[] Lost(StressModel model, PerilAt[] perils, TimeSpan horizon)
    {
        var story = model.Follow(perils, horizon);
        return [.. model.Functions.Select(f => story.OutagesOf(f, TimeSpan.Zero, horizon).Aggregate(TimeSpan.Zero, (sum, o) => sum + (o.Until - o.From)))];
    }

    private static TimeSpan Total(TimeSpan[] lost) => lost.Aggregate(TimeSpan.Zero, (sum, l) => sum + l);
}
