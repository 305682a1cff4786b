using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Rules;
using TousRisques.Domain.Words;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class MeetingTests
{
    private static readonly MeetingId Id = new("m1");

    private static readonly MeetingSheet Sheet = new("Chaire", MeetingKind.Research, Camp.Noon, Camp.Noon.AddHours(2), WholeDay: false, "Troyes", "", ["Université, chaire"], [Theme.Governance, Theme.Data, Theme.Data], Public: true);

    private static readonly MeetingRecord Record = new("Dit.", [new("Les cartes manquent.", Theme.Data, CrisisTime.During)], [new("", "https://exemple.fr/")]);

    [Fact]
    public void A_meeting_is_planned_then_held_and_told()
    {
        var camp = new Camp();
        Assert.Null(camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet)).Refusal);
        Assert.Equal(MeetingState.Planned, camp.State.Encounters.All[Id].State);
        Assert.Equal([Theme.Data, Theme.Governance], camp.State.Encounters.All[Id].Sheet.Themes);
        Assert.Null(camp.Ask(Camp.Member, new RecordMeeting(Id, Record)).Refusal);
        var held = camp.State.Encounters.All[Id];
        Assert.Equal((MeetingState.Held, 1), (held.State, held.Changes));
        Assert.Equal("https://exemple.fr/", held.Record.Links[0].Title); // a link without a name is its own
    }

    [Fact]
    public void Saying_the_same_again_stores_nothing()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet));
        Assert.Empty(camp.Ask(Camp.Member, new ReviseMeeting(Id, Sheet)).Events);
        Assert.Empty(camp.Ask(Camp.Member, new RestoreMeeting(Id)).Events);
        Assert.Single(camp.Ask(Camp.Member, new ReviseMeeting(Id, Sheet with { Place = "Rouen" })).Events);
    }

    [Fact]
    public void A_cancelled_meeting_comes_back_as_it_stood()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet));
        camp.Ask(Camp.Member, new CancelMeeting(Id));
        Assert.IsType<MeetingIsCancelled>(camp.Ask(Camp.Member, new RecordMeeting(Id, Record)).Refusal);
        Assert.IsType<MeetingIsCancelled>(camp.Ask(Camp.Member, new ReviseMeeting(Id, Sheet with { Place = "Rouen" })).Refusal);
        Assert.Empty(camp.Ask(Camp.Member, new CancelMeeting(Id)).Events);
        camp.Ask(Camp.Member, new RestoreMeeting(Id));
        Assert.Equal(MeetingState.Planned, camp.State.Encounters.All[Id].State);
        camp.Ask(Camp.Member, new RecordMeeting(Id, MeetingRecord.Empty));
        camp.Ask(Camp.Member, new CancelMeeting(Id));
        camp.Ask(Camp.Member, new RestoreMeeting(Id));
        Assert.Equal(MeetingState.Held, camp.State.Encounters.All[Id].State);
    }

    [Fact]
    public void A_meeting_for_members_is_not_there_for_others()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet with { Public = false }));
        Assert.Null(camp.State.Encounters.Find(Id, Standing.Anyone));
        Assert.Empty(camp.State.Encounters.For(Standing.Anyone));
        Assert.NotNull(camp.State.Encounters.Find(Id, Standing.Member));
    }

    [Fact]
    public void Visitors_and_strangers_plan_none()
    {
        foreach (var actor in new[] { Camp.Visitor, Camp.Stranger }) Assert.Equal(new StandingNeeded(Standing.Member), new Camp().Ask(actor, new PlanMeeting(Id, Sheet)).Refusal);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var camp = new Camp();
        Assert.IsType<TextMissing>(camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet with { Title = " " })).Refusal);
        Assert.IsType<EndsBeforeItBegins>(camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet with { Ends = Camp.Noon.AddMinutes(-1) })).Refusal);
        Assert.IsType<OutOfRange>(camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet with { Ends = Camp.Noon.AddDays(40) })).Refusal);
        Assert.IsType<OutOfRange>(camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet with { Starts = DateTimeOffset.MinValue, Ends = DateTimeOffset.MinValue })).Refusal);
        Assert.IsType<NoWebLink>(camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet with { Online = "javascript:alert(1)" })).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new ReviseMeeting(Id, Sheet)).Refusal);
        camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet));
        Assert.IsType<AlreadyThere>(camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet)).Refusal);
        Assert.IsType<TooMany>(camp.Ask(Camp.Member, new RecordMeeting(Id, new("", [.. Enumerable.Repeat(new Lesson("x", null, null), MeetingLimits.Lines + 1)], []))).Refusal);
        Assert.IsType<NoWebLink>(camp.Ask(Camp.Member, new RecordMeeting(Id, new("", [], [new("x", "ftp://exemple.fr")]))).Refusal);
    }

    [Fact]
    public void A_meeting_is_about_what_was_planned_and_what_was_learned()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new PlanMeeting(Id, Sheet with { Themes = [Theme.Jobs] }));
        camp.Ask(Camp.Member, new RecordMeeting(Id, Record));
        var meeting = camp.State.Encounters.All[Id];
        Assert.True(meeting.IsAbout(Theme.Jobs) && meeting.IsAbout(Theme.Data));
        Assert.False(meeting.IsAbout(Theme.Governance));
    }
}
