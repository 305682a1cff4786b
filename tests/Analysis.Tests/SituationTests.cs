using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using Xunit;
using static TousRisques.Analysis.Tests.SmallPack;

namespace TousRisques.Analysis.Tests;

public class SituationTests
{
    private static readonly SituationFacts Flooded = Model.Situation(Build(), Asked(Flood));
    private static readonly SituationFacts Sick = Model.Situation(Build(), Asked(Pandemic));

    [Fact]
    public void An_impossible_action_tells_the_chain_back_to_the_event()
    {
        var text = Flooded.Of("text");

        Assert.Equal(Verdict.Impossible, text.Verdict);
        var chain = Assert.Single(text.Why).Chain;
        var masts = Assert.IsType<StarvedOf>(chain[0]);
        Assert.Equal((new ComponentId("masts"), Hours(2) + TimeSpan.FromMinutes(20), Hours(2), TimeSpan.FromMinutes(20)),
            (masts.Component, masts.Since, masts.UnmetSince, masts.Autonomy));
        Assert.Equal([new ComponentId("power")], masts.For);
        Assert.Equal(new StruckBy(new("power"), Hours(2), River, null), chain[1]);
        Assert.Equal(2, chain.Length);
    }

    [Fact]
    public void What_holds_only_through_a_makeshift_is_degraded_and_says_what_it_replaces()
    {
        var call = Flooded.Of("call");

        Assert.Equal(Verdict.Degraded, call.Verdict);
        var link = Assert.IsType<ThroughMakeshift>(Assert.Single(call.Why).Chain[0]);
        Assert.Equal([new ComponentId("paper")], link.Makeshift);
        Assert.Equal([new ComponentId("server")], link.For);
        Assert.Equal(ComponentStatus.Makeshift, Flooded.Component("find")!.Status);
    }

    [Fact]
    public void A_share_of_staff_spares_large_margins_and_takes_small_ones()
    {
        Assert.Equal(Verdict.Impossible, Sick.Of("door-to-door").Verdict);
        var why = Assert.IsType<CappedBy>(Assert.Single(Sick.Of("door-to-door").Why).Chain[0]);
        Assert.Equal((Resource.Staff, 10, 7), (why.Resource, why.Wanted, why.Granted));
        Assert.Equal([Absent], why.Constraints);
        Assert.Equal(Verdict.Degraded, Sick.Of("patrol").Verdict);
        Assert.Equal(Verdict.Feasible, Flooded.Of("patrol").Verdict);
    }

    [Fact]
    public void A_gathering_larger_than_the_cap_is_impossible() => Assert.Equal(Verdict.Impossible, Sick.Of("shelter").Verdict);

    [Fact]
    public void What_runs_is_not_listed_and_what_is_down_says_why()
    {
        Assert.Null(Flooded.Component("paper"));
        Assert.Equal(ComponentStatus.Struck, Flooded.Component("power")!.Status);
        Assert.True(Flooded.Works(new("find")));
        Assert.False(Flooded.Works(new("alert")));
    }

    [Fact]
    public void An_event_that_was_not_revealed_has_not_happened()
    {
        var calm = Model.Situation(Build(), new ModelInputs(Flood, null, [], [], []));

        Assert.Empty(calm.Components);
        Assert.All(calm.Actions, a => Assert.Equal((Verdict.Feasible, true), (a.Verdict, a.Why.IsEmpty)));
    }

    [Fact]
    public void A_cancelled_constraint_frees_what_it_struck_from_the_hour_of_the_plan()
    {
        var freed = Model.Situation(Build(), Asked(Pandemic, new InForce(new("free-server"), Flood, null)));

        Assert.Equal(ComponentStatus.Struck, Sick.Component("server")!.Status);
        Assert.Null(freed.Component("server"));
    }

    [Fact]
    public void A_strike_plays_the_middle_of_its_range_and_an_unlikely_one_is_not_played()
    {
        var pack = Build();
        var act = pack.Scenario.Acts[0];
        var unlikely = act.Events[0] with { Strikes = [act.Events[0].Strikes[0] with { Probability = 0.4 }] };
        var mild = pack with { Scenario = pack.Scenario with { Acts = [act with { Events = [unlikely] }, pack.Scenario.Acts[1]] } };

        Assert.Empty(Model.Situation(mild, Asked(Flood)).Components);
        var story = Story.Run(pack, Asked(Flood));
        Assert.Equal(Hours(13), story.OutagesOf(new("power"), TimeSpan.Zero, Hours(30)).Single().Until); // 2 h + 10 h struck + 1 h restart
    }

    [Fact]
    public void The_model_answers_with_the_command_that_records_the_answer()
    {
        var command = Assert.IsType<Domain.Workshops.RecordSituation>(new Model().Answer(Build(), new ModelQuestion.Situation(Asked(Flood))));
        Assert.Equal(Asked(Flood), command.Inputs);
    }
}
