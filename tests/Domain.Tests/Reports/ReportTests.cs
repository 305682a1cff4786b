using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Reports;

public class ReportTests
{
    private static Report Write(Room room) => ReportWriter.Write(room.Facts, SmallPack.Pack);

    /// <summary>Two players at one table, an act in which knocking is impossible for the model and feasible for the room.</summary>
    private static Room Played()
    {
        var room = Room.Open(answers: Models.Says(q => q.Action == SmallPack.Knock ? Verdict.Impossible : Verdict.Feasible));
        room.Join("mia");
        room.Join("noe");
        room.As("mia", new AssignCharacter(Room.P("mia"), SmallPack.Mayor));
        room.GoTo(SmallPack.Flood, StepKind.Events);
        room.Facilitate(new RevealEvent(SmallPack.Rain));
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        foreach (var who in new[] { "mia", "noe" })
            room.As(who, new AssessAction(Room.P(who), SmallPack.Flood, SmallPack.Knock, Verdict.Feasible, who == "mia" ? "by bicycle" : ""));
        room.Facilitate(new RevealVerdicts(SmallPack.Flood));
        return room;
    }

    [Fact]
    public void People_appear_by_character_and_by_name_only_if_they_asked()
    {
        var room = Room.Open();
        room.Join("mia");
        room.Send(Room.Visitor, new JoinWorkshop(Room.P("noe"), "Noé", "key", ShowName: true, OnPaper: false, null));
        room.Join("zoe");
        room.As("mia", new AssignCharacter(Room.P("mia"), SmallPack.Mayor));

        var cast = Write(room).Cast;

        Assert.Equal([(SmallPack.Mayor, null, 0), (null, "Noé", 0), ((CharacterId?)null, (string?)null, 1)], cast.Select(v => (v.Character, v.Name, v.Number)));
    }

    [Fact]
    public void A_room_more_confident_than_the_model_is_a_blind_spot_until_the_table_gives_its_reason()
    {
        var room = Played();
        var before = Assert.Single(Write(room).Divergences);
        room.Facilitate(new OverrideAvailability(Room.A, SmallPack.Flood, SmallPack.Knock, Verdict.Degraded, "we have bicycles"));
        var after = Assert.Single(Write(room).Divergences);

        Assert.Equal(DivergenceKind.BlindSpot, before.Divergence.Kind);
        Assert.Equal(["by bicycle"], before.Reasons);
        Assert.NotEmpty(before.Why);
        Assert.Equal(DivergenceKind.HiddenCapacity, after.Divergence.Kind);
        var standing = Write(room).Survival.Single(s => s.Action == SmallPack.Knock).Standings.Single(s => s.Act == SmallPack.Flood);
        Assert.Equal((Verdict.Impossible, Verdict.Feasible, Verdict.Degraded), (standing.Model, standing.Room, standing.InForce));
    }

    [Fact]
    public void The_timeline_tells_what_was_revealed_and_decided_in_order()
    {
        var kinds = Write(Played()).Timeline.Select(e => e.Kind).ToArray();
        Assert.Equal(EntryKind.Opened, kinds[0]);
        Assert.True(Array.IndexOf(kinds, EntryKind.Event) < Array.IndexOf(kinds, EntryKind.Verdicts));
        Assert.DoesNotContain(EntryKind.Constraint, kinds);
    }

    [Fact]
    public void Cards_that_were_never_placed_are_the_ones_forgotten()
    {
        var room = Room.Open();
        room.GoTo(StepKind.Stakeholders);
        room.Facilitate(new PlaceStakeholder(Room.A, SmallPack.Prefect, StakeholderRole.Affected));
        room.Facilitate(new AddStakeholder(new("own-1"), Room.A, "The baker", StakeholderFamily.Businesses, StakeholderRole.Acts));

        var gaps = Assert.Single(Write(room).Stakeholders);

        Assert.Equal(SmallPack.Pack.Scenario.Stakeholders.Select(s => s.Id).Except([SmallPack.Prefect]), gaps.Forgotten);
        Assert.Equal("The baker", Assert.Single(gaps.Added).Name);
    }

    [Fact]
    public void A_workshop_that_has_only_opened_has_a_report_too()
    {
        var report = Write(Room.Open());
        Assert.Empty(report.Acts);
        Assert.Empty(report.Divergences);
        Assert.Null(report.ClosedAt);
    }

    [Fact]
    public void Facts_that_do_not_begin_with_an_opening_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => ReportWriter.Write([], SmallPack.Pack));
}
