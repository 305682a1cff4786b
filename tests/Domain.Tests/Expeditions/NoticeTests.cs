using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Notices;
using TousRisques.Domain.Words;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class NoticeTests
{
    private static readonly Outline Outline = new("Vallée", "Et après ?", "", Language.French, Public: true, "");

    [Fact]
    public void People_are_told_what_others_did_and_not_what_they_did_themselves()
    {
        var camp = new Camp();
        camp.Ask(Camp.Lead, new ReviseOutline(Outline));
        Assert.Contains(camp.State.Notices.Of("bo", Standing.Member), n => n.Kind == NoticeKind.OutlineRevised);
        Assert.DoesNotContain(camp.State.Notices.Of("ANA", Standing.Lead), n => n.Kind == NoticeKind.OutlineRevised);
    }

    [Fact]
    public void The_same_news_within_a_day_is_one_notice_that_counts()
    {
        var camp = new Camp();
        for (var i = 0; i < 3; i++) camp.Ask(Camp.Lead, new ReviseOutline(Outline with { Name = $"Vallée {i}" }), at: Camp.Noon.AddHours(1 + i));
        Assert.Equal(3, camp.State.Notices.Latest.Single(n => n.Kind == NoticeKind.OutlineRevised).Count);
        camp.Ask(Camp.Lead, new ReviseOutline(Outline), at: Camp.Noon.AddDays(3));
        Assert.Equal(1, camp.State.Notices.Latest.Single(n => n.Kind == NoticeKind.OutlineRevised).Count);
    }

    [Fact]
    public void What_was_seen_is_not_new_any_more_and_what_comes_later_is()
    {
        var camp = new Camp();
        camp.Ask(Camp.Lead, new ReviseOutline(Outline), at: Camp.Noon.AddHours(1));
        Assert.True(camp.State.Notices.NewFor("bo", Standing.Member) > 0);
        camp.Ask(Camp.Member, new MarkNoticesSeen(Camp.Noon.AddHours(1)), at: Camp.Noon.AddHours(2));
        Assert.Equal(0, camp.State.Notices.NewFor("bo", Standing.Member));
        Assert.True(camp.State.Notices.NewFor("mo", Standing.Moderator) > 0);
        camp.Ask(Camp.Lead, new ReviseOutline(Outline with { Name = "Autre" }), at: Camp.Noon.AddHours(3));
        Assert.Equal(1, camp.State.Notices.NewFor("bo", Standing.Member));
    }

    [Fact]
    public void Nobody_sees_the_future() => Assert.Empty(new Camp().Ask(Camp.Member, new MarkNoticesSeen(Camp.Noon.AddYears(1))).Events);

    [Fact]
    public void The_board_stays_small()
    {
        var camp = new Camp();
        for (var i = 0; i < NoticeBoard.Most + 20; i++) camp.Ask(Camp.Lead, new GivePart($"p{i}", Standing.Member));
        Assert.Equal(NoticeBoard.Most, camp.State.Notices.Latest.Count);
    }
}
