using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class CharterTests
{
    private static readonly Outline Outline = new("Vallée", "Que reste-t-il ?", "", Language.French, Public: true, "");

    [Fact]
    public void Whoever_opens_an_expedition_leads_it() => Assert.Equal(Standing.Lead, new Camp().State.StandingOf(Camp.Lead));

    [Fact]
    public void A_visitor_opens_none() =>
        Assert.IsType<StandingNeeded>(Expedition.Decide(Expedition.Initial, new(new("c"), Camp.Visitor, Camp.Noon, new OpenExpedition(new("a-b"), Outline, false))).Refusal);

    [Theory]
    [InlineData("a")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a--b")]
    [InlineData("Été")]
    [InlineData("a/b")]
    public void A_name_that_is_no_address_is_refused(string name) =>
        Assert.IsType<Unknown>(Expedition.Decide(Expedition.Initial, new(new("c"), Camp.Lead, Camp.Noon, new OpenExpedition(new(name), Outline, false))).Refusal);

    [Fact]
    public void A_name_is_taken_once() => Assert.IsType<NameTaken>(new Camp().Ask(Camp.Stranger, new OpenExpedition(new("vallee"), Outline, false)).Refusal);

    [Fact]
    public void Only_who_leads_says_what_it_is()
    {
        var camp = new Camp();
        foreach (var actor in new[] { Camp.Moderator, Camp.Member, Camp.Stranger, Camp.Visitor })
            Assert.Equal(new StandingNeeded(Standing.Lead), camp.Ask(actor, new ReviseOutline(Outline with { Name = "Autre" })).Refusal);
        Assert.Null(camp.Ask(Camp.Lead, new ReviseOutline(Outline with { Name = "Autre" })).Refusal);
    }

    [Fact]
    public void A_private_expedition_is_not_there_for_others()
    {
        var camp = new Camp(isPublic: false);
        Assert.IsType<NoSuchExpedition>(camp.Ask(Camp.Stranger, new LeaveExpedition()).Refusal);
        Assert.False(camp.State.IsVisibleTo(Camp.Visitor));
        Assert.True(camp.State.IsVisibleTo(Camp.Member));
    }

    [Fact]
    public void An_expedition_never_loses_its_last_lead()
    {
        var camp = new Camp();
        Assert.IsType<LastLead>(camp.Ask(Camp.Lead, new LeaveExpedition()).Refusal);
        Assert.IsType<LastLead>(camp.Ask(Camp.Lead, new GivePart("ANA", Standing.Member)).Refusal);
        camp.Ask(Camp.Lead, new GivePart("mo", Standing.Lead));
        Assert.Null(camp.Ask(Camp.Lead, new LeaveExpedition()).Refusal);
        Assert.Equal(Standing.Anyone, camp.State.StandingOf(Camp.Lead));
    }

    [Fact]
    public void A_phase_does_not_end_before_it_begins() =>
        Assert.IsType<EndsBeforeItBegins>(new Camp().Ask(Camp.Lead, new ListPhases([new("P", Camp.Noon, Camp.Noon.AddDays(-1), "", [], "")])).Refusal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://exemple.fr")]
    [InlineData("exemple.fr")]
    [InlineData("https://ana:secret@exemple.fr")]
    public void A_partners_link_is_on_the_web(string link) =>
        Assert.IsType<NoWebLink>(new Camp().Ask(Camp.Lead, new ListPartners([new("P", PartnerKind.Field, null, link, "")])).Refusal);

    [Fact]
    public void An_expedition_that_is_over_may_go_on()
    {
        var camp = new Camp();
        camp.Ask(Camp.Lead, new EndExpedition());
        Assert.NotNull(camp.State.Charter.EndedAt);
        camp.Ask(Camp.Lead, new ResumeExpedition());
        Assert.Null(camp.State.Charter.EndedAt);
    }

    [Fact]
    public void The_same_command_twice_has_effect_once()
    {
        var camp = new Camp();
        camp.Ask(Camp.Lead, new RevokeInvitations(), "again");
        Assert.Empty(camp.Ask(Camp.Lead, new RevokeInvitations(), "again").Events);
    }

    [Fact]
    public void Whatever_is_asked_by_whomever_replay_equals_live_and_rules_never_throw() => Gen.Select(
        Gen.OneOf(Gen.Const(Camp.Lead), Gen.Const(Camp.Moderator), Gen.Const(Camp.Member), Gen.Const(Camp.Stranger), Gen.Const(Camp.Visitor), Gen.Const(Camp.House)), FactGenerators.ExpeditionCommands).Array[0, 12].Sample(asked =>
        {
            var camp = new Camp();
            foreach (var (by, command) in asked)
            {
                var decision = camp.Ask(by, command);
                Assert.True(decision.Refusal is null || decision.Events.IsEmpty);
                if (camp.State.StandingOf(by) == Standing.Anyone && command is not OpenExpedition) Assert.True(decision.Events.All(e => e is not CharterEvent) || decision.Events.Any(e => e is PartTaken));
            }
            Assert.Equal(Canonical.Dump(camp.State), Canonical.Dump(camp.Replayed));
        }, iter: 400);
}
