using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Rules;
using TousRisques.Domain.Words;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class WatchTests
{
    private static readonly WatchCard Card = new("La vallée coupée du réseau", "https://exemple.fr/a?id=1", "Trois jours.", WatchTags.None, "Roya", "Le Journal", Language.French, Camp.Noon.AddDays(-3));

    [Fact]
    public void What_a_member_adds_and_publishes_is_on_the_list()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("w1"), Card, Publish: true));
        var item = Assert.Single(new WatchFilter().In(camp.State.Watch, WatchState.Published));
        Assert.Equal((Card, Camp.Member, 0), (item.Card, item.By, camp.State.Watch.Waiting));
    }

    [Fact]
    public void Visitors_and_strangers_add_nothing()
    {
        var camp = new Camp();
        foreach (var actor in new[] { Camp.Visitor, Camp.Stranger })
            Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(actor, new AddWatchItem(new("w1"), Card, true)).Refusal);
    }

    [Fact]
    public void The_same_page_under_another_address_is_in_the_watch_already()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("w1"), Card, true));
        var again = camp.Ask(Camp.Member, new AddWatchItem(new("w2"), Card with { Title = "Autre titre", Link = "http://www.exemple.fr/a/?utm_source=x&id=1#top" }, true));
        Assert.Equal(new WatchedAlready(Card.Title), again.Refusal);
    }

    [Fact]
    public void A_page_may_come_back_once_the_item_leads_elsewhere()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("w1"), Card, true));
        camp.Ask(Camp.Member, new ReviseWatchItem(new("w1"), Card with { Link = "https://exemple.fr/b" }));
        Assert.Null(camp.Ask(Camp.Member, new AddWatchItem(new("w2"), Card, true)).Refusal);
        Assert.IsType<WatchedAlready>(camp.Ask(Camp.Member, new ReviseWatchItem(new("w1"), Card)).Refusal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("exemple.fr/a")]
    [InlineData("https://ana:secret@exemple.fr/")]
    public void A_link_is_on_the_web(string link) => Assert.IsType<NoWebLink>(new Camp().Ask(Camp.Member, new AddWatchItem(new("w1"), Card with { Link = link }, true)).Refusal);

    [Fact]
    public void An_item_without_link_is_welcome_and_one_without_title_is_not()
    {
        var camp = new Camp();
        Assert.Null(camp.Ask(Camp.Member, new AddWatchItem(new("w1"), Card with { Link = " " }, true)).Refusal);
        Assert.Equal(new TextMissing("title"), camp.Ask(Camp.Member, new AddWatchItem(new("w2"), Card with { Title = "\u200B " }, true)).Refusal);
    }

    [Fact]
    public void Sorting_is_undone_by_sorting_back()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("w1"), Card, Publish: false));
        Assert.Equal(1, camp.State.Watch.Waiting);
        foreach (var to in new[] { WatchState.Published, WatchState.SetAside, WatchState.Proposed })
        {
            camp.Ask(Camp.Member, new SortWatchItems([new("w1")], to));
            Assert.Equal(to, camp.State.Watch.Items[new("w1")].State);
        }
        Assert.Equal(1, camp.State.Watch.Waiting);
        Assert.Empty(camp.Ask(Camp.Member, new SortWatchItems([new("w1")], WatchState.Proposed)).Events);
    }

    [Fact]
    public void What_a_feed_brings_twice_comes_in_once_even_under_a_new_link()
    {
        var camp = new Camp();
        var origin = new WatchOrigin(new("f1"), "entry-1");
        var first = new IncomingItem(new("w1"), Card, WatchState.Proposed, origin);
        Assert.Single(camp.Ask(Camp.House, new TakeInWatchItems([first, first with { Item = new("w2") }])).Events);
        Assert.Empty(camp.Ask(Camp.House, new TakeInWatchItems([first with { Item = new("w3"), Card = Card with { Link = "https://exemple.fr/renamed" } }])).Events);
        Assert.Empty(camp.Ask(Camp.House, new TakeInWatchItems([first with { Item = new("w4"), Origin = new(new("f2"), "other") }])).Events);
        Assert.Single(camp.Ask(Camp.House, new TakeInWatchItems([first with { Item = new("w5"), Card = Card with { Link = "" }, Origin = new(new("f2"), "entry-1") }])).Events);
    }

    [Fact]
    public void What_was_set_aside_does_not_come_in_again()
    {
        var camp = new Camp();
        camp.Ask(Camp.House, new TakeInWatchItems([new(new("w1"), Card, WatchState.Proposed, null)]));
        camp.Ask(Camp.Member, new SortWatchItems([new("w1")], WatchState.SetAside));
        Assert.Empty(camp.Ask(Camp.House, new TakeInWatchItems([new(new("w2"), Card, WatchState.Proposed, null)])).Events);
    }

    [Fact]
    public void One_command_takes_in_200_items_and_the_watch_20_000()
    {
        var camp = new Camp();
        IncomingItem Nth(int i) => new(new($"w{i}"), Card with { Link = $"https://exemple.fr/{i}" }, WatchState.Proposed, null);
        Assert.Equal(new TooMany("watch-item", 200), camp.Ask(Camp.Member, new TakeInWatchItems([.. Enumerable.Range(0, 201).Select(Nth)])).Refusal);
        for (var i = 0; i < WatchLimits.Items; i += WatchLimits.Batch)
            Assert.Null(camp.Ask(Camp.Member, new TakeInWatchItems([.. Enumerable.Range(i, WatchLimits.Batch).Select(Nth)])).Refusal);
        Assert.Equal(new TooMany("watch-item", 20_000), camp.Ask(Camp.Member, new TakeInWatchItems([Nth(20_000)])).Refusal);
        Assert.Equal(new TooMany("watch-item", 20_000), camp.Ask(Camp.Member, new AddWatchItem(new("more"), Card, true)).Refusal);
    }

    [Fact]
    public void A_feed_is_followed_once_by_its_site_when_it_has_no_name()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new FollowFeed(new("f1"), new("https://exemple.fr/flux.xml", "", WatchTags.None)));
        Assert.Equal("exemple.fr", camp.State.Watch.Feeds[new("f1")].Outline.Name);
        Assert.Equal(new FollowedAlready("exemple.fr"), camp.Ask(Camp.Member, new FollowFeed(new("f2"), new("http://www.exemple.fr/flux.xml", "Autre", WatchTags.None))).Refusal);
        Assert.IsType<NoWebLink>(camp.Ask(Camp.Member, new FollowFeed(new("f2"), new("file:///etc/passwd", "", WatchTags.None))).Refusal);
        camp.Ask(Camp.Member, new DropFeed(new("f1")));
        Assert.Null(camp.Ask(Camp.Member, new FollowFeed(new("f2"), new("http://www.exemple.fr/flux.xml", "Autre", WatchTags.None))).Refusal);
    }

    [Fact]
    public void A_wrong_date_does_not_stay_on_top()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("future"), Card with { Link = "", Published = Camp.Noon.AddYears(70) }, true), at: Camp.Noon);
        camp.Ask(Camp.Member, new AddWatchItem(new("today"), Card with { Published = null }, true), at: Camp.Noon.AddHours(1));
        Assert.Equal(["today", "future"], new WatchFilter().In(camp.State.Watch, WatchState.Published).Select(i => i.Id.Value));
    }

    [Fact]
    public void A_filter_keeps_what_answers_whatever_accents_and_plurals()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("w1"), Card with { Summary = "Les crues éclairs.", Tags = new([Theme.Jobs, Theme.Data], [CrisisTime.After], [HazardTag.Flood], Scale.National) }, true));
        bool Finds(WatchFilter filter) => filter.In(camp.State.Watch, WatchState.Published).Length == 1;
        Assert.True(Finds(new(Theme.Data, CrisisTime.After, HazardTag.Flood, Scale.National, "CRUE eclair roya journal vallées")));
        Assert.False(Finds(new(Theme: Theme.Governance)) || Finds(new(Time: CrisisTime.Before)) || Finds(new(Hazard: HazardTag.Heat)) || Finds(new(Scale: Scale.Territorial)) || Finds(new(Text: "canicule")));
    }

    [Fact]
    public void Near_titles_are_found_without_looking_at_all_and_none_is_missed() => Gen.Select(
        Any("la", "crue", "de", "vallée", "réseau", "12", "13", "radio").Array[0, 9].Select(w => string.Join(' ', w)).Array[1, 30],
        Any("la", "crue", "de", "vallée", "réseau", "12", "13", "radio").Array[0, 9].Select(w => string.Join(' ', w))).Sample((titles, sought) =>
        {
            var camp = new Camp();
            camp.Ask(Camp.Member, new TakeInWatchItems([.. titles.Select((t, i) => new IncomingItem(new($"w{i}"), Card with { Link = "", Title = t.Length == 0 ? "…" : t }, WatchState.Proposed, null))]));
            var expected = camp.State.Watch.Items.Values.Where(i => WatchTitle.AreNear(i.Card.Title, sought)).Select(i => i.Id).ToHashSet();
            Assert.True(expected.SetEquals(camp.State.Watch.Near(sought, most: 100).Select(i => i.Id)));
        }, iter: 500);

    [Fact]
    public void A_title_that_was_changed_is_near_no_more()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("w1"), Card, true));
        camp.Ask(Camp.Member, new ReviseWatchItem(new("w1"), Card with { Title = "Tout autre chose" }));
        Assert.Empty(camp.State.Watch.Near(Card.Title));
        Assert.Single(camp.State.Watch.Near("Tout autre chose"));
        Assert.Empty(camp.State.Watch.Near("Tout autre chose", but: new("w1")));
    }

    [Fact]
    public void Whatever_members_ask_of_the_watch_its_counts_are_right_and_replay_equals_live()
    {
        var id = Any("a", "b", "c").Select(n => new WatchItemId(n));
        var feed = Any("f", "g").Select(n => new WatchFeedId(n));
        var card = Gen.Select(Any("", "https://exemple.fr/1", "http://www.exemple.fr/1/", "https://exemple.fr/2"), Any("Un", "Deux"), (l, t) => Card with { Link = l, Title = t });
        var state = Any(Enum.GetValues<WatchState>());
        var command = Gen.OneOf<ExpeditionCommand>(
            Gen.Select(id, card, Gen.Bool, (i, c, p) => (ExpeditionCommand)new AddWatchItem(i, c, p)),
            Gen.Select(id, card, (i, c) => (ExpeditionCommand)new ReviseWatchItem(i, c)),
            Gen.Select(id.Array[0, 3], state, (i, s) => (ExpeditionCommand)new SortWatchItems([.. i], s)),
            Gen.Select(id, card, state, feed, (i, c, s, f) => new IncomingItem(i, c, s, new(f, c.Title))).Array[0, 3].Select(i => (ExpeditionCommand)new TakeInWatchItems([.. i])),
            Gen.Select(feed, card, (f, c) => (ExpeditionCommand)new FollowFeed(f, new(c.Link, c.Title, WatchTags.None))),
            feed.Select(f => (ExpeditionCommand)new DropFeed(f)));
        command.Array[0, 20].Sample(commands =>
        {
            var camp = new Camp();
            foreach (var c in commands) camp.Ask(Camp.Member, c);
            var watch = camp.State.Watch;
            Assert.Equal(watch.Items.Values.Count(i => i.State == WatchState.Proposed), watch.Waiting);
            Assert.Equal(watch.Items.Count, watch.Items.Values.Select(i => WatchLink.Canonical(i.Card.Link) ?? i.Id.Value).Distinct().Count());
            Assert.Equal(watch.Items.Values.Where(i => i.Card.Link.Length > 0), watch.Items.Values.Where(i => i.Card.Link.Length > 0).Select(i => watch.Same(i.Card.Link)));
            Assert.Equal(Canonical.Dump(camp.State), Canonical.Dump(camp.Replayed));
        }, iter: 500);
    }

    [Fact]
    public void An_expedition_that_is_over_takes_nothing_in()
    {
        var camp = new Camp();
        camp.Ask(Camp.Lead, new EndExpedition());
        Assert.IsType<ExpeditionIsOver>(camp.Ask(Camp.House, new TakeInWatchItems([new(new("w1"), Card, WatchState.Proposed, null)])).Refusal);
    }

    private static Gen<T> Any<T>(params T[] of) => Gen.OneOf([.. of.Select(v => Gen.Const(v))]);
}
