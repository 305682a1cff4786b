using TousRisques.Analysis.Stress;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using Xunit;
using static TousRisques.Analysis.Tests.SmallPack;

namespace TousRisques.Analysis.Tests.Stress;

/// <summary>The exposure matrix and the stories of its cells.</summary>
public sealed class ExposureTests
{
    [Fact]
    public void Every_row_of_the_shipped_matrix_is_what_the_reference_engine_says()
    {
        var model = new StressModel(StressPacks.Shipped);
        var matrix = Exposure.Of(model);
        var n = model.Perils.Length;
        Assert.Equal(n + n * (n - 1) / 2 + n * (n - 1) * (n - 2) / 6, matrix.Rows.Length);
        // All single perils, and some of the others: the reference takes its time.
        foreach (var row in matrix.Rows.Where((r, i) => r.Perils.Length == 1 || i % 9 == 0))
        {
            var story = model.Follow(row.Perils.Select(p => new PerilAt(p, TimeSpan.Zero)), model.Window);
            for (var f = 0; f < model.Functions.Length; f++)
            {
                var lost = story.OutagesOf(model.Functions[f], TimeSpan.Zero, model.Window).Aggregate(TimeSpan.Zero, (sum, o) => sum + (o.Until - o.From));
                Assert.Equal(lost, row.Lost[f]);
            }
        }
    }

    [Fact]
    public void Reserves_restarts_and_makeshifts_count()
    {
        var model = StressPacks.Model();
        var matrix = Exposure.Of(model);
        // Ten hours without power and one to restart it; masts hold for twenty minutes.
        Assert.Equal(Hours(11) - TimeSpan.FromMinutes(20), matrix.RowOf([StressPacks.River])!.LostBy(model, "alert"));
        Assert.Equal(TimeSpan.Zero, matrix.RowOf([StressPacks.River])!.LostBy(model, "find"));
        Assert.Equal(TimeSpan.Zero, matrix.RowOf([StressPacks.Mould])!.LostBy(model, "find"));
        // The server is out by the river from the first half hour to the eleventh hour, paper all that time.
        Assert.Equal(Hours(10.5), matrix.RowOf([StressPacks.Mould, StressPacks.River])!.LostBy(model, "find"));
        Assert.Null(matrix.RowOf([new PerilId("meteor")]));
    }

    [Fact]
    public void A_story_tells_each_thing_that_is_lacking_back_to_its_peril()
    {
        var story = CellStory.Of(StressPacks.Model(), [new(StressPacks.River, TimeSpan.Zero), new(StressPacks.Mould, TimeSpan.Zero)], new("find"), Hours(240));
        Assert.Equal(Hours(10.5), story.Lost);
        Assert.Equal(Hours(0.5), story.At);
        Assert.Equal(["peril:mould", "peril:river"], story.Why.Select(w => Assert.IsType<StruckBy>(w.Chain[^1]).Event!.Value.Value).Order());
        Assert.Equal([(StressPacks.River, TimeSpan.Zero), (StressPacks.Mould, TimeSpan.Zero)], story.Without);
    }

    [Fact]
    public void A_function_that_holds_has_no_story()
    {
        var story = CellStory.Of(StressPacks.Model(), [new(StressPacks.Mould, TimeSpan.Zero)], new("find"), Hours(240));
        Assert.Empty(story.Outages);
        Assert.Empty(story.Why);
        Assert.Equal(TimeSpan.Zero, story.Lost);
    }

    [Fact]
    public void Every_cell_of_the_shipped_matrix_tells_why_back_to_a_peril()
    {
        var model = new StressModel(StressPacks.Shipped);
        var matrix = Exposure.Of(model, 1);
        var told = 0;
        foreach (var row in matrix.Rows)
            for (var f = 0; f < model.Functions.Length; f++)
            {
                if (row.Lost[f] == TimeSpan.Zero) continue;
                var story = CellStory.Of(model, [new(row.Perils[0], TimeSpan.Zero)], model.Functions[f], model.Window);
                Assert.Equal(row.Lost[f], story.Lost);
                Assert.NotEmpty(story.Why);
                Assert.All(story.Why, why => Assert.True(why.Chain[^1] is StruckBy { Event: { } e } && e == new EventId("peril:" + row.Perils[0]), $"{row.Perils[0]} {model.Functions[f]}: {why.Chain[^1]}"));
                told++;
            }
        Assert.True(told > 20, $"{told} cells only");
    }

    [Fact]
    public void A_pack_without_perils_is_put_to_its_acts()
    {
        var pack = StressPacks.Small() with { Stress = new() };
        var report = StressReport.Of(pack);
        Assert.Equal(["flood", "pandemic"], report.Perils.Select(p => p.Id.Value));
        Assert.Equal(3, report.Exposure.Rows.Length);
        Assert.Null(report.Year);
        Assert.Empty(report.Levers);
        Assert.NotEmpty(Insight.Of(report));
    }

    [Fact]
    public void An_act_as_a_peril_takes_what_it_takes_in_a_workshop()
    {
        // Two roads to the same figures: the workshop's schedule of strikes with every event of one act, and the bench's drawn hazards.
        var pack = StressPacks.Shipped with { Stress = new() { Window = TimeSpan.FromDays(12) } };
        var model = new StressModel(pack);
        var matrix = Exposure.Of(model, 1);
        foreach (var (act, row) in pack.Scenario.Acts.Zip(matrix.Rows))
        {
            Assert.Equal(act.Id.Value, row.Perils[0].Value);
            var inputs = new ModelInputs(act.Id, null, [.. act.Events.Select(e => e.Id)], [.. act.Constraints.Select(c => c.Id)], []);
            var story = Story.Run(pack, inputs);
            var begins = act.Events.Where(e => !e.Strikes.IsEmpty).Select(e => e.At).Concat(act.Constraints.Where(c => !c.Strikes.IsEmpty).Select(c => c.At)).Min();
            // The workshop's story ends with the scenario; the bench is compared over the same hours.
            var hours = new[] { pack.Scenario.Acts[^1].Until - begins, model.Window }.Min();
            var same = Exposure.Of(new StressModel(pack with { Stress = new() { Window = hours } }), 1).Rows.Single(r => r.Perils[0] == row.Perils[0]);
            for (var f = 0; f < model.Functions.Length; f++)
                Assert.Equal(story.OutagesOf(model.Functions[f], begins, begins + hours).Aggregate(TimeSpan.Zero, (sum, o) => sum + (o.Until - o.From)), same.Lost[f]);
            Assert.True(same.Total > TimeSpan.Zero);
        }
    }

    [Fact]
    public void A_pack_without_anything_that_strikes_gives_an_empty_report()
    {
        var pack = StressPacks.Small();
        pack = pack with { Stress = new(), Scenario = pack.Scenario with { Acts = [.. pack.Scenario.Acts.Select(a => a with { Events = [], Constraints = [] })] } };
        var report = StressReport.Of(pack);
        Assert.Empty(report.Exposure.Rows);
        Assert.Empty(report.Revelations.Pairs);
        Assert.Null(report.Year);
    }
}
