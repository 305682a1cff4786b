using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using Xunit;
using static TousRisques.Analysis.Tests.SmallPack;

namespace TousRisques.Analysis.Tests;

public class ConsequenceTests
{
    private static ConsequenceFacts After(params InForce[] plans) => Model.Consequences(Build(), Asked(Flood, plans));

    [Fact]
    public void Without_a_plan_both_counts_agree()
    {
        var alert = After().Function("alert");

        Assert.Equal(Hours(7), alert.LostWithout);
        Assert.Equal(alert.LostWithout, alert.LostWith);
        Assert.IsType<StruckBy>(alert.Why[0].Chain[^1]);
    }

    [Fact]
    public void An_alternative_in_force_from_the_hour_of_the_plan_brings_the_function_back()
    {
        var alert = After(new InForce(new("plug-in"), Flood, null)).Function("alert");

        Assert.Equal(TimeSpan.Zero, alert.LostWith);
        Assert.Equal(Hours(7), alert.LostWithout);
        Assert.Empty(alert.Why);
    }

    [Fact]
    public void A_repair_halves_what_remains_of_a_strike()
    {
        // Struck from 2 h to 12 h; in force from 3 h: 9 h remain, 4.5 h are left, then 1 h of restart: back at 8.5 h.
        var alert = After(new InForce(new("repair"), Flood, null)).Function("alert");
        Assert.Equal(Hours(5.5), alert.LostWith);
    }

    [Fact]
    public void A_repair_counts_from_the_true_end_of_a_strike_that_outlasts_the_story()
    {
        var pack = Build();
        var flood = pack.Scenario.Acts[0];
        var river = flood.Events[0] with { Strikes = [flood.Events[0].Strikes[0] with { For = new(Hours(1000), Hours(1000)) }] };
        pack = pack with { Scenario = pack.Scenario with { Acts = [flood with { Events = [river] }, .. pack.Scenario.Acts[1..]] } };

        // In force from 3 h: half of 999 h remains, far beyond the second act, however short the story is.
        var alert = Model.Consequences(pack, Asked(Pandemic, new InForce(new("repair"), Flood, null))).Function("alert");
        Assert.Equal(Hours(10), alert.LostWith);
    }

    [Fact]
    public void Batteries_that_come_after_the_stop_change_nothing() =>
        Assert.Equal(Hours(7), After(new InForce(new("batteries"), Flood, null)).Function("alert").LostWith);

    [Theory]
    [InlineData(CrisisTime.During, false)]
    [InlineData(CrisisTime.Before, true)]
    public void Only_what_was_prepared_outlasts_its_drop(CrisisTime time, bool outlasts)
    {
        var pack = Build();
        var actions = pack.Scenario.Actions.Select(a => a.Id == new ActionId("free-server") ? a with { Time = time } : a);
        pack = pack with { Scenario = pack.Scenario with { Actions = [.. actions] } };
        var facts = Model.Situation(pack, Asked(Pandemic, new InForce(new("free-server"), Flood, Pandemic)));
        Assert.Equal(outlasts, facts.Component("server") is null);
    }

    [Fact]
    public void A_card_of_the_tables_own_has_no_effect_on_the_model() =>
        Assert.Equal(Hours(7), After(new InForce(new("own-1"), Flood, null)).Function("alert").LostWith);

    [Fact]
    public void A_hastened_strike_never_ends_later_nor_before_the_action_began() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[1, 50], Gen.Int[0, 80], Gen.Int[1, 50], Gen.Double[0, 1]).Sample((from, length, start, tenure, share) =>
        {
            var until = Hours(from + length);
            var effort = new Tenure(Build().Scenario.Actions[0], Hours(start), Hours(start + tenure));
            var end = StrikeSchedule.Hastened(Hours(from), until, effort, share);
            return end <= until && end >= (Hours(start) < until ? Hours(Math.Max(from, start)) : until)
                && (share > 0 || end == until);
        });

    [Fact]
    public void A_repair_dropped_half_way_keeps_what_it_gained()
    {
        // Ten hours remain at 0 h, at double pace until 2 h: four hours of work done, six left.
        var effort = new Tenure(Build().Scenario.Actions[0], Hours(0), Hours(2));
        Assert.Equal(Hours(8), StrikeSchedule.Hastened(Hours(0), Hours(10), effort, 0.5));
    }
}
