using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Rules;
using TousRisques.Domain.Words;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class RecommendationTests
{
    private static readonly RecommendationId Id = new("r1");
    private static readonly DateTimeOffset Day = new(2026, 3, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly RecommendationSheet Sheet = new(
        "Imprimer la liste chaque mois", "", [ActorKind.Rescue, ActorKind.Commune, ActorKind.Commune], [], [new SourceEvidence("Rapport", "https://exemple.fr/", "")], new("bo", ""), Day.AddMonths(9).AddHours(7));

    [Fact]
    public void A_recommendation_says_to_whom_and_from_what()
    {
        var camp = new Camp();
        Assert.IsType<TextMissing>(camp.Ask(Camp.Member, new WriteRecommendation(Id, Sheet with { For = [] })).Refusal);
        Assert.IsType<EvidenceMissing>(camp.Ask(Camp.Member, new WriteRecommendation(Id, Sheet with { Evidence = [] })).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new WriteRecommendation(Id, Sheet with { Leads = [new("none")] })).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new WriteRecommendation(Id, Sheet with { Owner = new("zoe", "") })).Refusal);
        camp.Ask(Camp.Member, new AddLead(new("l"), new("Piste", "", [], [], [], []), LeadOrigin.OfMember));
        Assert.Null(camp.Ask(Camp.Member, new WriteRecommendation(Id, Sheet with { Evidence = [], Leads = [new("l"), new("l")] })).Refusal);
        var written = camp.State.Recommendations.Find(Id)!;
        Assert.Equal([ActorKind.Commune, ActorKind.Rescue], written.Sheet.For);
        Assert.Equal(new LeadId("l"), Assert.Single(written.Sheet.Leads));
        Assert.Equal(Day.AddMonths(9), written.Sheet.Horizon);
        Assert.Empty(camp.Ask(Camp.Member, new ReviseRecommendation(Id, written.Sheet)).Events);
    }

    [Fact]
    public void An_owner_who_left_stays_until_somebody_says_otherwise()
    {
        var camp = Written();
        camp.Ask(Camp.Lead, new TakePart("bo"));
        Assert.Null(camp.Ask(Camp.Moderator, new ReviseRecommendation(Id, Sheet with { Title = "Autrement dit" })).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Moderator, new WriteRecommendation(new("r2"), Sheet)).Refusal);
    }

    [Fact]
    public void Drafts_are_for_members_and_a_moderator_adopts_them()
    {
        var camp = Written();
        Assert.Empty(camp.State.Recommendations.For(Standing.Anyone));
        Assert.IsType<NotAdopted>(camp.Ask(Camp.Member, new FollowRecommendation(Id, 3, FollowUpOutcome.Done, "")).Refusal);
        Assert.Equal(new StandingNeeded(Standing.Moderator), camp.Ask(Camp.Member, new AdoptRecommendation(Id, Day)).Refusal);
        Assert.IsType<DayToCome>(camp.Ask(Camp.Moderator, new AdoptRecommendation(Id, Camp.Noon.AddDays(3))).Refusal);
        Assert.Null(camp.Ask(Camp.Moderator, new AdoptRecommendation(Id, Day)).Refusal);
        Assert.Single(camp.State.Recommendations.For(Standing.Anyone));
        Assert.Empty(camp.Ask(Camp.Moderator, new AdoptRecommendation(Id, Day.AddHours(9))).Events);
    }

    [Fact]
    public void It_is_looked_at_again_after_three_six_and_twelve_months()
    {
        var camp = Adopted();
        Assert.Equal([(3, new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero)), (6, new(2026, 9, 30, 0, 0, 0, TimeSpan.Zero)), (12, new(2027, 3, 31, 0, 0, 0, TimeSpan.Zero))], Of(camp).Appointments.Select(a => (a.Months, a.On)));
        Assert.Null(Of(camp).Overdue(Day.AddMonths(3).AddTicks(-1)));
        Assert.Equal(3, Of(camp).Overdue(Day.AddMonths(3))!.Months);
        Assert.Equal(6, Of(camp).Overdue(Day.AddMonths(7))!.Months); // one look serves for both
        Assert.Equal(Id, Assert.Single(camp.State.Recommendations.OverdueOf("BO", Later)).Recommendation.Id);
        Assert.Empty(camp.State.Recommendations.OverdueOf("ana", Later));
        Assert.Empty(camp.State.Recommendations.OverdueOf("", Later));
        camp.Ask(Camp.Member, new FollowRecommendation(Id, 6, FollowUpOutcome.UnderWay, ""));
        Assert.Null(Of(camp).Overdue(Day.AddMonths(7)));
        Assert.Equal(12, Assert.Single(Of(camp).Waiting).Months);
        camp.Ask(Camp.Member, new FollowRecommendation(Id, 12, FollowUpOutcome.Done, "En place."));
        Assert.True(Of(camp).IsSettled);
        Assert.Empty(camp.State.Recommendations.Overdue(Later));
    }

    [Fact]
    public void What_is_abandoned_says_why_and_what_was_recorded_can_be_recorded_anew()
    {
        var camp = Adopted();
        Assert.IsType<ReasonWanted>(camp.Ask(Camp.Member, new FollowRecommendation(Id, 3, FollowUpOutcome.Abandoned, " ")).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new FollowRecommendation(Id, 4, FollowUpOutcome.Done, "")).Refusal);
        camp.Ask(Camp.Member, new FollowRecommendation(Id, 3, FollowUpOutcome.Abandoned, "Trop cher."));
        Assert.Empty(Of(camp).Waiting);
        Assert.Empty(camp.Ask(Camp.Member, new FollowRecommendation(Id, 3, FollowUpOutcome.Abandoned, "Trop cher.")).Events);
        camp.Ask(Camp.Member, new FollowRecommendation(Id, 3, FollowUpOutcome.UnderWay, "Un don."));
        Assert.Equal([6, 12], Of(camp).Waiting.Select(a => a.Months));
        Assert.Equal("Un don.", Assert.Single(Of(camp).FollowUps).Why);
    }

    [Fact]
    public void What_is_withdrawn_is_followed_no_more_until_it_is_brought_back()
    {
        var camp = Adopted();
        Assert.IsType<ReasonWanted>(camp.Ask(Camp.Moderator, new WithdrawRecommendation(Id, "")).Refusal);
        camp.Ask(Camp.Moderator, new WithdrawRecommendation(Id, "Remplacée."));
        Assert.Empty(camp.State.Recommendations.Overdue(Later));
        Assert.Empty(camp.State.Recommendations.For(Standing.Anyone));
        Assert.IsType<RecommendationIsWithdrawn>(camp.Ask(Camp.Member, new FollowRecommendation(Id, 3, FollowUpOutcome.Done, "")).Refusal);
        Assert.IsType<RecommendationIsWithdrawn>(camp.Ask(Camp.Member, new ReviseRecommendation(Id, Sheet)).Refusal);
        camp.Ask(Camp.Moderator, new RestoreRecommendation(Id));
        Assert.Equal((false, ""), (Of(camp).Withdrawn, Of(camp).Why));
        Assert.Single(camp.State.Recommendations.Overdue(Later));
    }

    [Fact]
    public void A_contributor_changes_no_recommendation()
    {
        var camp = Adopted();
        ExpeditionCommand[] refused = [new WriteRecommendation(new("r2"), Sheet), new ReviseRecommendation(Id, Sheet with { Title = "x" }), new FollowRecommendation(Id, 3, FollowUpOutcome.Done, "")];
        foreach (var actor in new[] { Camp.Visitor, Camp.Stranger })
            foreach (var command in refused) Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(actor, command).Refusal);
        Assert.IsType<NoSuchExpedition>(new Camp(isPublic: false).Ask(Camp.Stranger, new ReviseRecommendation(Id, Sheet)).Refusal);
    }

    [Fact]
    public void Nobody_waits_for_what_is_settled_and_nothing_waits_before_what_was_kept() =>
        Gen.Select(Gen.Int[0, 2].Select(i => Recommendation.Appointed[i]), Gen.Enum<FollowUpOutcome>(), Gen.Int[0, 900]).Array[0, 8].Sample(looks =>
        {
            var camp = Adopted();
            foreach (var (months, outcome, _) in looks) camp.Ask(Camp.Member, new FollowRecommendation(Id, months, outcome, "parce que"));
            var recommendation = Of(camp);
            Assert.Equal(recommendation.FollowUps.Select(f => f.Months), recommendation.FollowUps.Select(f => f.Months).Distinct().Order());
            if (recommendation.IsSettled) Assert.Empty(recommendation.Waiting);
            Assert.All(recommendation.Waiting, a => Assert.True(a.Found is null && recommendation.FollowUps.All(f => f.Months < a.Months)));
            foreach (var (_, _, days) in looks) Assert.True((recommendation.Overdue(Day.AddDays(days))?.On ?? Day) <= Day.AddDays(days));
        }, iter: 300);

    private static Camp Written()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new WriteRecommendation(Id, Sheet));
        return camp;
    }

    private static Camp Adopted()
    {
        var camp = Written();
        camp.Ask(Camp.Moderator, new AdoptRecommendation(Id, Day));
        return camp;
    }

    private static Recommendation Of(Camp camp) => camp.State.Recommendations.Find(Id)!;
}
