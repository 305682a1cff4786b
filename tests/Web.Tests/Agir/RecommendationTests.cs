using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Agir;

/// <summary>Recommendations on their pages, in the calendar, and where their owners arrive.</summary>
public sealed class RecommendationTests(House house) : IClassFixture<House>
{
    private static readonly (string, string)[] Sheet =
    [
        ("title", "Imprimer la liste chaque mois"), ("words", "Deux copies, deux lieux."), ("for", "commune"), ("for", "rescue"), ("source-title", "Rapport"), ("source-link", "https://exemple.fr/"), ("organisation", "Ville d'Elbeuf"),
        ("horizon", "2027-06-30"), ("do", "save"),
    ];

    [Fact]
    public async Task A_recommendation_is_written_adopted_followed_and_told()
    {
        var (ada, name, at) = await house.CampAsync();
        var (page, html) = await ada.SendAsync(at + "/recommendations/new", [.. Sheet, ("owner", name)]);
        Assert.Contains("projet", html, StringComparison.Ordinal);
        Assert.Equal(404, await house.Client.StatusAsync(page));
        Assert.DoesNotContain("Imprimer la liste", await house.Client.ReadAsync(at + "/recommendations"), StringComparison.Ordinal);
        await ada.SendAsync(page + "/adopt", ("on", "2026-01-15"));
        html = await house.Client.ReadAsync(page);
        foreach (var told in new[] { "Imprimer la liste chaque mois", "Ville d'Elbeuf", "30 juin 2027", "15 avril 2026", "15 juillet 2026", "15 janvier 2027", "https://exemple.fr/", "Secours et santé" }) Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.InRange(AgirHouse.Elements(html), 20, 150);
        await ada.SendAsync(page + "/follow", ("months", "3"), ("outcome", "under-way"), ("why", "La première copie est faite."));
        Assert.Contains("La première copie est faite.", await house.Client.ReadAsync(page), StringComparison.Ordinal);
        html = await house.Client.ReadAsync(at + "/recommendations?for=commune");
        Assert.Contains("Imprimer la liste", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Imprimer la liste", await house.Client.ReadAsync(at + "/recommendations?for=media"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{page}\"", await house.Client.ReadAsync(at.Replace("/agir/", "/explorer/", StringComparison.Ordinal) + "/search?q=imprimer+liste"), StringComparison.Ordinal);
        Assert.Contains("Imprimer la liste", await house.Client.ReadAsync(at.Replace("/agir/", "/explorer/", StringComparison.Ordinal) + "/news.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_and_a_visitor_change_no_recommendation()
    {
        var (ada, _, at) = await house.CampAsync();
        var (page, _) = await ada.SendAsync(at + "/recommendations/new", Sheet);
        await ada.SendAsync(page + "/adopt", ("on", "2026-01-15"));
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        foreach (var client in new[] { zoe, house.Client })
        {
            foreach (var form in new[] { page + "/edit", page + "/follow", page + "/adopt", page + "/withdraw", page + "/restore", at + "/recommendations/new" })
                Assert.Equal("403", (await client.SendAsync(form, [.. Sheet, ("on", "2026-01-01"), ("months", "3"), ("outcome", "done"), ("why", "x")])).To);
            Assert.DoesNotContain("/edit", await client.ReadAsync(page), StringComparison.Ordinal);
        }
        Assert.Equal(403, await zoe.StatusAsync(page + "/edit"));
        Assert.Equal(303, await house.Client.StatusAsync(page + "/edit"));
        var kept = Assert.Single((await house.ExpeditionAsync(at)).Recommendations.All);
        Assert.Equal(("Imprimer la liste chaque mois", false), (kept.Sheet.Title, kept.Withdrawn));
    }

    [Fact]
    public async Task A_member_writes_and_follows_and_a_moderator_adopts()
    {
        var (ada, _, at) = await house.CampAsync();
        var bo = "Bo " + Guid.NewGuid().ToString("n")[..8];
        using var member = await house.FacilitatorAsync(bo);
        await house.AskAsync(at, new GivePart(bo, Standing.Member));
        var (page, _) = await member.SendAsync(at + "/recommendations/new", Sheet);
        Assert.Equal("403", (await member.SendAsync(page + "/adopt", ("on", "2026-01-15"))).To);
        await house.AskAsync(at, new GivePart(bo, Standing.Moderator));
        Assert.Equal(page, (await member.SendAsync(page + "/adopt", ("on", "2026-01-15"))).To);
        var (back, html) = await member.SendAsync(page + "/adopt", ("on", "2126-01-15"));
        Assert.Contains("note no", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2126-01-15\"", html, StringComparison.Ordinal);
        Assert.Equal(page, back);
        (_, html) = await ada.SendAsync(page + "/follow", ("months", "6"), ("outcome", "abandoned"), ("why", " "));
        Assert.Contains("value=\"abandoned\" selected", html, StringComparison.Ordinal);
        Assert.Contains("value=\"6\" selected", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recommendation_for_nobody_or_from_nothing_comes_back_as_typed()
    {
        var (ada, name, at) = await house.CampAsync();
        var (to, html) = await ada.SendAsync(at + "/recommendations/new", [.. Sheet.Where(f => f.Item1 != "for"), ("owner", name)]);
        Assert.Equal(at + "/recommendations/new", to);
        foreach (var kept in new[] { "value=\"Imprimer la liste chaque mois\"", "Deux copies", "value=\"2027-06-30\"", $"value=\"{name}\" selected", "value=\"https://exemple.fr/\"" }) Assert.Contains(kept, html, StringComparison.Ordinal);
        (_, html) = await ada.SendAsync(at + "/recommendations/new", [.. Sheet.Where(f => !f.Item1.StartsWith("source", StringComparison.Ordinal))]);
        Assert.Contains("sans appui", html, StringComparison.Ordinal);
        Assert.Contains("value=\"rescue\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_that_is_late_is_told_to_its_owner_where_they_arrive_and_to_nobody_else()
    {
        var (ada, name, at) = await house.CampAsync(isPublic: false);
        var (page, _) = await ada.SendAsync(at + "/recommendations/new", [.. Sheet, ("owner", name)]);
        await ada.SendAsync(page + "/adopt", ("on", "2025-01-15"));
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        var notices = at.Replace("/agir/", "/explorer/", StringComparison.Ordinal) + "/notices";
        foreach (var arrival in new[] { "/animate", "/agir", at, notices }) Assert.Contains("Un suivi vous attend", await ada.ReadAsync(arrival), StringComparison.Ordinal);
        foreach (var elsewhere in new[] { "/animate", "/agir" }) Assert.DoesNotContain("Un suivi vous attend", await zoe.ReadAsync(elsewhere), StringComparison.Ordinal);
        Assert.DoesNotContain("Un suivi vous attend", await house.Client.ReadAsync("/agir"), StringComparison.Ordinal);
        await ada.SendAsync(page + "/follow", ("months", "12"), ("outcome", "done"), ("why", "En place."));
        foreach (var arrival in new[] { "/animate", "/agir", at, notices }) Assert.DoesNotContain("Un suivi vous attend", await ada.ReadAsync(arrival), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_has_the_three_follow_ups_and_lets_go_of_what_is_settled()
    {
        var (ada, _, at) = await house.CampAsync();
        var (page, _) = await ada.SendAsync(at + "/recommendations/new", Sheet);
        await ada.SendAsync(page + "/adopt", ("on", "2026-01-15"));
        var calendar = await (await house.Client.GetAsync(at + "/recommendations.ics")).Content.ReadAsStringAsync();
        foreach (var day in new[] { "20260415T090000", "20260715T090000", "20270115T090000" }) Assert.Contains("DTSTART;TZID=Europe/Paris:" + day, calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
        await ada.SendAsync(page + "/follow", ("months", "3"), ("outcome", "done"), ("why", ""));
        calendar = await (await house.Client.GetAsync(at + "/recommendations.ics")).Content.ReadAsStringAsync();
        Assert.Equal(2, calendar.Split("STATUS:CANCELLED").Length - 1);
    }
}
