using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Web.Pages.Explorer.Settings;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Opening an expedition, and saying what it is.</summary>
public sealed class OpeningTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("Vallée numérique : l’épreuve", "vallee-numerique-l-epreuve")]
    [InlineData("  Cœur -- de ville 2026 !", "coeur-de-ville-2026")]
    [InlineData("Été", "ete")]
    [InlineData("日本", "")]
    [InlineData("A", "")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_name_proposes_its_address(string name, string address) => Assert.Equal(address, CharterFields.Propose(name));

    [Fact]
    public async Task Whoever_is_signed_in_opens_one_and_leads_it()
    {
        using var ada = await house.FacilitatorAsync("Ada ouvre");
        var at = await ada.OpenExpeditionAsync("Ville d’essai");
        Assert.Equal("/explorer/ville-d-essai", at);
        Assert.Equal(Domain.Expeditions.Standing.Lead, (await house.ExpeditionAsync(at)).Charter.People["Ada ouvre"]);
        Assert.Contains("Ville d’essai", await house.Client.ReadAsync("/explorer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_name_comes_back_with_all_that_was_typed()
    {
        using var ada = await house.FacilitatorAsync("Ada double");
        await ada.OpenExpeditionAsync("Deux fois");
        var (to, html) = await ada.SendAsync("/explorer", ("name", "Deux fois"), ("question", "Et ma question ?"), ("language", "de"), ("public", "true"));
        Assert.Equal("/explorer#open", to);
        Assert.Contains("« deux-fois »", html.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("value=\"Et ma question ?\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"de\" lang=\"de\" selected", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_opens_one()
    {
        using var ada = await house.FacilitatorAsync("Ada insiste");
        (string, string)[] form = [("id", "sent-twice"), ("name", "Une seule fois"), ("question", "?"), ("language", "fr"), ("public", "true")];
        Assert.Equal("/explorer/une-seule-fois/settings", (await ada.SendAsync("/explorer", form)).To);
        Assert.Equal("/explorer/une-seule-fois/settings", (await ada.SendAsync("/explorer", form)).To);
    }

    [Fact]
    public async Task Visitors_and_strangers_change_nothing()
    {
        using var ada = await house.FacilitatorAsync("Ada seule");
        using var zoe = await house.FacilitatorAsync("Zoé dehors");
        var at = await ada.OpenExpeditionAsync("Chez Ada");
        (string, string)[] outline = [("name", "Pris"), ("question", "?"), ("language", "fr"), ("public", "true")];
        Assert.Equal("403", (await zoe.SendAsync(at + "/settings/outline", outline)).To);
        Assert.Equal("403", (await house.Client.SendAsync(at + "/settings/outline", outline)).To);
        Assert.Equal("403", (await zoe.SendAsync(at + "/settings/end", ("sure", "true"))).To);
        Assert.Equal(403, await zoe.StatusAsync(at + "/settings"));
        Assert.Equal(303, await house.Client.StatusAsync(at + "/settings"));
        Assert.Equal(303, (int)(await house.Client.PostAsync("/explorer", House.Form(outline))).StatusCode);
        Assert.Equal("Chez Ada", (await house.ExpeditionAsync(at)).Charter.Outline!.Name);
    }

    [Fact]
    public async Task A_form_without_a_form_is_refused_like_an_empty_one()
    {
        using var ada = await house.FacilitatorAsync("Ada vide");
        var at = await ada.OpenExpeditionAsync("Sans rien");
        foreach (var path in new[] { "/explorer", at + "/settings/outline", at + "/settings/end", at + "/people/invite", at + "/people/lead", at + "/contribute" })
            Assert.InRange((int)(await ada.PostAsync(path, null)).StatusCode, 303, 403);
    }

    [Fact]
    public async Task A_private_one_is_not_there_for_others()
    {
        using var ada = await house.FacilitatorAsync("Ada secrète");
        using var zoe = await house.FacilitatorAsync("Zoé curieuse");
        var at = await ada.OpenExpeditionAsync("Rien à voir", isPublic: false);
        foreach (var page in new[] { "", "/settings", "/people" })
        {
            Assert.Equal(404, await zoe.StatusAsync(at + page));
            Assert.Equal(404, await house.Client.StatusAsync(at + page));
        }
        Assert.DoesNotContain("Rien à voir", await zoe.ReadAsync("/explorer"), StringComparison.Ordinal);
        Assert.Contains("Rien à voir", await ada.ReadAsync("/explorer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_are_added_ordered_and_removed_without_scripts()
    {
        using var ada = await house.FacilitatorAsync("Ada partenaires");
        var at = await ada.OpenExpeditionAsync("Avec partenaires");
        await ada.SendAsync(at + "/settings/partners", ("rows", "3"), ("name0", "Second"), ("kind0", "field"), ("family0", ""), ("order0", "20"), ("link0", "https://exemple.fr/"),
            ("name1", ""), ("kind1", "explorer"), ("order1", "15"), ("name2", "Premier"), ("kind2", "support"), ("family2", "research"), ("role2", "prête une salle"), ("order2", "10"));
        var partners = (await house.ExpeditionAsync(at)).Charter.Partners;
        Assert.Equal(["Premier", "Second"], partners.Select(p => p.Name));
        Assert.Equal(new Partner("Premier", PartnerKind.Support, Domain.Words.StakeholderFamily.Research, "", "prête une salle"), partners[0]);
        var (to, html) = await ada.SendAsync(at + "/settings/partners", ("rows", "1"), ("name0", "Tiers"), ("kind0", "field"), ("order0", "1"), ("link0", "javascript:alert(1)"));
        Assert.Equal(at + "/settings", to);
        Assert.Contains("javascript:alert(1)", html, StringComparison.Ordinal); // what was typed is still there, and not stored
        Assert.Equal(2, (await house.ExpeditionAsync(at)).Charter.Partners.Length);
    }

    [Fact]
    public async Task Phases_keep_their_dates_and_deliverables_through_their_form()
    {
        using var ada = await house.FacilitatorAsync("Ada phases");
        var at = await ada.OpenExpeditionAsync("Avec phases");
        await ada.SendAsync(at + "/settings/phases", ("rows", "2"), ("name0", "Après"), ("order0", "2"), ("deliverables0", "0"), ("name1", "Avant"), ("from1", "2026-01-05"), ("to1", "2026-03-31"), ("order1", "1"), ("purpose1", "Lire\net rencontrer"),
            ("deliverables1", "2"), ("what1-0", "Cahier"), ("due1-0", "2026-03-01"), ("done1-0", "true"), ("where1-0", "https://exemple.fr/"), ("what1-1", ""));
        var phases = (await house.ExpeditionAsync(at)).Charter.Phases;
        Assert.Equal(["Avant", "Après"], phases.Select(p => p.Name));
        Assert.Equal(new Deliverable("Cahier", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), true, "https://exemple.fr/"), Assert.Single(phases[0].Deliverables));
        var html = await ada.ReadAsync(at + "/settings");
        Assert.Contains("value=\"2026-03-31\"", html, StringComparison.Ordinal);
        Assert.Equal(at + "/settings", (await ada.SendAsync(at + "/settings/phases", ("rows", "1"), ("name0", "À l’envers"), ("from0", "2026-05-01"), ("to0", "2026-04-01"))).To);
        Assert.Equal(2, (await house.ExpeditionAsync(at)).Charter.Phases.Length);
    }

    [Fact]
    public async Task Ending_must_be_meant_and_can_be_undone()
    {
        using var ada = await house.FacilitatorAsync("Ada finit");
        var at = await ada.OpenExpeditionAsync("Qui finit");
        await ada.SendAsync(at + "/settings/end");
        Assert.Null((await house.ExpeditionAsync(at)).Charter.EndedAt);
        await ada.SendAsync(at + "/settings/end", ("sure", "true"));
        Assert.NotNull((await house.ExpeditionAsync(at)).Charter.EndedAt);
        await ada.SendAsync(at + "/settings/resume", ("sure", "true"));
        Assert.Null((await house.ExpeditionAsync(at)).Charter.EndedAt);
    }
}
