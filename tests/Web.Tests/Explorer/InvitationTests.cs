using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Parts in an expedition: handed out by links, taken up with and without an account, changed, taken back.</summary>
public sealed partial class InvitationTests(House house) : IClassFixture<House>
{
    private const string Password = "une phrase assez longue";

    [Fact]
    public async Task Somebody_without_an_account_makes_one_and_joins_in_one_step()
    {
        var (ada, at) = await ExpeditionAsync("Accueil", isPublic: false);
        var link = await InviteAsync(ada, at, "moderator");
        using var newcomer = house.NewClient(cookies: true);
        Assert.Contains("Accueil", await newcomer.ReadAsync(link), StringComparison.Ordinal);
        var (to, html) = await newcomer.SendAsync(link, ("name", "Nouvelle Venue"), ("password", Password));
        Assert.Equal(at, to);
        Assert.Contains("Bienvenue", html, StringComparison.Ordinal);
        Assert.Equal(Standing.Moderator, await PartAsync(at, "Nouvelle Venue"));
        // The account is a whole one: it signs in elsewhere, with its password alone.
        using var elsewhere = house.NewClient(cookies: true);
        await elsewhere.SendAsync("/sign-in", ("name", "nouvelle venue"), ("password", Password), ("back", at));
        Assert.Equal(200, await elsewhere.StatusAsync(at));
    }

    [Fact]
    public async Task Somebody_who_has_an_account_joins_with_it()
    {
        var (ada, at) = await ExpeditionAsync("Compte");
        var link = await InviteAsync(ada, at, "member");
        using var bo = await house.FacilitatorAsync("Bo");
        Assert.Contains("Bo", await bo.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal(at, (await bo.SendAsync(link)).To);
        Assert.Equal(Standing.Member, await PartAsync(at, "Bo"));
        Assert.Equal(303, await bo.StatusAsync(link)); // there is nothing more to take up
    }

    [Theory]
    [InlineData("Zoé")]
    [InlineData("ZOÉ")]
    [InlineData("  zoé ")]
    [InlineData("Zoe\u0301")]
    public async Task A_name_that_somebody_has_is_never_taken_over(string typed)
    {
        var name = "Zoé " + Guid.NewGuid().ToString("n")[..6];
        using var owner = await house.FacilitatorAsync(name);
        var (ada, at) = await ExpeditionAsync("Nom pris");
        var link = await InviteAsync(ada, at, "lead");
        using var thief = house.NewClient(cookies: true);
        var (to, html) = await thief.SendAsync(link, ("name", typed.TrimEnd() + name[3..]), ("password", "un autre mot de passe"));
        Assert.Equal(link, to);
        Assert.Contains("Quelqu’un a déjà un compte", html, StringComparison.Ordinal);
        Assert.Equal(Standing.Anyone, await PartAsync(at, name));
        var facilitators = house.Services.GetRequiredService<Facilitators>();
        Assert.NotNull(facilitators.SignIn(name, Password));
        Assert.Null(facilitators.SignIn(name, "un autre mot de passe"));
    }

    [Fact]
    public async Task Two_people_at_once_never_get_one_name()
    {
        var (ada, at) = await ExpeditionAsync("À deux");
        var link = await InviteAsync(ada, at, "member");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            using var client = house.NewClient(cookies: true);
            return (await client.SendAsync(link, ("name", i % 2 == 0 ? "Éva à deux" : "ÉVA À DEUX"), ("password", Password + i))).To;
        }));
        Assert.Single(answers, to => to == at);
        Assert.Single((await house.ExpeditionAsync(at)).Charter.People, p => p.Value == Standing.Member);
    }

    [Fact]
    public async Task A_short_password_comes_back_with_the_name_but_not_the_password()
    {
        var (ada, at) = await ExpeditionAsync("Court");
        var link = await InviteAsync(ada, at, "member");
        using var client = house.NewClient(cookies: true);
        var (to, html) = await client.SendAsync(link, ("name", "Pressé"), ("password", "azerty"));
        Assert.Equal(link, to);
        Assert.Contains("value=\"Pressé\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("azerty", html, StringComparison.Ordinal);
        Assert.Equal(Standing.Anyone, await PartAsync(at, "Pressé"));
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_is_dead_and_later_ones_are_not()
    {
        var (ada, at) = await ExpeditionAsync("Repris");
        var before = await InviteAsync(ada, at, "member");
        await ada.SendAsync(at + "/people/revoke");
        var after = await InviteAsync(ada, at, "member");
        using var client = house.NewClient(cookies: true);
        Assert.Equal(410, await client.StatusAsync(before));
        Assert.Equal("410", (await client.SendAsync(before, ("name", "Trop tard"), ("password", Password))).To);
        Assert.False(house.Services.GetRequiredService<Facilitators>().Knows("Trop tard"));
        Assert.Equal(200, await client.StatusAsync(after));
    }

    [Fact]
    public async Task An_invitation_that_expired_was_changed_or_was_made_for_something_else_is_dead()
    {
        var (ada, at) = await ExpeditionAsync("Périmé");
        var seals = house.Services.GetRequiredService<Seals>();
        var id = new ExpeditionId(at.Split('/')[2]);
        var expired = "/e/" + seals.Seal(new PartInvitation(id, Standing.Member), TimeSpan.FromSeconds(-1));
        var forged = (await InviteAsync(ada, at, "member"))[..^4] + "AAAA";
        var other = "/e/" + seals.Seal(new Session("Ada", "stamp"));
        var tooMuch = "/e/" + seals.Seal(new PartInvitation(id, Standing.House));
        foreach (var link in new[] { expired, forged, other, tooMuch, "/e/x" }) Assert.Equal(410, await house.Client.StatusAsync(link));
    }

    [Fact]
    public async Task Nobody_loses_by_taking_up_a_lesser_part()
    {
        var (ada, at) = await ExpeditionAsync("Moindre");
        var link = await InviteAsync(ada, at, "member");
        Assert.Equal(at, (await ada.SendAsync(link)).To);
        Assert.Single((await house.ExpeditionAsync(at)).Charter.People, p => p.Value == Standing.Lead);
    }

    [Fact]
    public async Task Only_who_leads_invites_changes_and_removes()
    {
        var (ada, at) = await ExpeditionAsync("Réservé");
        using var bo = await house.FacilitatorAsync("Bo modère");
        await bo.SendAsync(await InviteAsync(ada, at, "moderator"));
        Assert.Equal("403", (await bo.SendAsync(at + "/people/invite", ("part", "lead"))).To);
        Assert.Equal("403", (await bo.SendAsync(at + "/people/part", ("account", "Bo modère"), ("part", "lead"))).To);
        Assert.Equal("403", (await bo.SendAsync(at + "/people/revoke")).To);
        Assert.Equal("403", (await bo.SendAsync(at + "/people/lead")).To);
        Assert.DoesNotContain("/people/invite", await bo.ReadAsync(at + "/people"), StringComparison.Ordinal);
        Assert.Equal(at + "/people", (await ada.SendAsync(at + "/people/part", ("account", "bo modère"), ("part", "member"))).To);
        Assert.Equal(Standing.Member, await PartAsync(at, "Bo modère"));
        await ada.SendAsync(at + "/people/part", ("account", "Personne ici"), ("part", "lead"));
        Assert.Equal(Standing.Anyone, await PartAsync(at, "Personne ici"));
        await ada.SendAsync(at + "/people/remove", ("account", "Bo modère"));
        Assert.Equal(Standing.Member, await PartAsync(at, "Bo modère"));
        await ada.SendAsync(at + "/people/remove", ("account", "Bo modère"), ("sure", "true"));
        Assert.Equal(Standing.Anyone, await PartAsync(at, "Bo modère"));
    }

    [Fact]
    public async Task The_last_lead_stays()
    {
        var (ada, at) = await ExpeditionAsync("Dernier");
        var (to, html) = await ada.SendAsync(at + "/people/leave", ("sure", "true"));
        Assert.Equal(at + "/people", to);
        Assert.Contains("plus de responsable", html, StringComparison.Ordinal);
    }

    private async Task<(HttpClient Ada, string At)> ExpeditionAsync(string name, bool isPublic = true)
    {
        var ada = await house.FacilitatorAsync("Ada " + Guid.NewGuid().ToString("n")[..8]);
        return (ada, await ada.OpenExpeditionAsync($"{name} {Guid.NewGuid().ToString("n")[..6]}", isPublic));
    }

    private static async Task<string> InviteAsync(HttpClient lead, string at, string part)
    {
        var (_, html) = await lead.SendAsync(at + "/people/invite", ("part", part));
        return Link().Match(html).Groups[1].Value;
    }

    private async Task<Standing> PartAsync(string at, string account) => (await house.ExpeditionAsync(at)).StandingOf(new AccountHolder(account));

    [GeneratedRegex("value=\"https?://[^/]+(/e/[^\"]+)\"")]
    private static partial Regex Link();
}
