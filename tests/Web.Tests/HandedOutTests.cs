using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Access;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>What is handed out, opens what it should, once if once, and can be taken back.</summary>
public sealed class HandedOutTests(House house) : IClassFixture<House>
{
    private Seals Seals => house.Services.GetRequiredService<Seals>();

    [Fact]
    public async Task An_observer_comes_by_invitation_notes_and_leads_nothing()
    {
        var room = await house.OpenAsync();
        var code = new WorkshopId(room.Code);
        using var guest = house.NewClient(cookies: true);
        var link = "/i/" + Seals.Seal(new Invitation(code, Role.Observer));
        Assert.Contains("<form", await guest.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal($"/w/{code}/animate", (await guest.PostAsync(link, House.Form(("name", "Olga")))).Headers.Location!.ToString());
        Assert.Equal(303, (int)(await guest.PostAsync($"/w/{code}/do", House.Form(("command", "note-observation"), ("words", "La salle est calme")))).StatusCode);
        Assert.Equal(new ObserverActor("Olga"), (await room.LiveAsync()).State.Observations.Single().By);
        using var advance = new HttpRequestMessage(HttpMethod.Post, $"/w/{code}/do") { Content = House.Form(("command", "advance")), Headers = { { "Accept", "application/json" } } };
        var answer = await guest.SendAsync(advance);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("facilitators-only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(403, (int)(await guest.PostAsync($"/w/{code}/invite", House.Form(("role", "facilitator")))).StatusCode);
    }

    [Fact]
    public async Task A_screen_looks_and_can_do_nothing()
    {
        var room = await house.OpenAsync();
        using var wall = house.NewClient(cookies: true);
        Assert.Equal($"/w/{room.Code}/screen", (await wall.GetAsync("/i/" + Seals.Seal(new Invitation(new WorkshopId(room.Code), Role.Screen)))).Headers.Location!.ToString());
        Assert.Equal(200, (int)(await wall.GetAsync($"/w/{room.Code}/screen")).StatusCode);
        Assert.Equal(302, (int)(await wall.GetAsync($"/w/{room.Code}/animate")).StatusCode);
        Assert.Equal(403, (int)(await wall.PostAsync($"/w/{room.Code}/do", House.Form(("command", "advance")))).StatusCode);
    }

    [Theory]
    [InlineData(Role.Observer, "/animate")]
    [InlineData(Role.Screen, "/screen")]
    [InlineData(Role.Facilitator, "/animate")]
    public async Task What_was_handed_out_can_be_taken_back_link_cookie_and_token_and_given_again(Role role, string page)
    {
        var room = await house.OpenAsync();
        var code = new WorkshopId(room.Code);
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
        var link = "/i/" + Seals.Seal(new Invitation(code, role));
        using var guest = house.NewClient(cookies: true);
        await guest.PostAsync(link, House.Form(("name", "Olga")));
        if (role == Role.Screen) await guest.GetAsync(link);
        Assert.Equal(200, (int)(await guest.GetAsync($"/w/{code}{page}")).StatusCode);
        var token = Seals.Seal(new Grant(code, role, null, "Olga"));
        Assert.Equal(200, await ReadAsync(token));
        if (role != Role.Facilitator)
            Assert.Equal(403, (int)(await guest.PostAsync($"/w/{code}/revoke", House.Form(("role", kind)))).StatusCode); // not theirs to take

        using var leader = house.NewClient(cookies: true);
        await leader.PostAsync("/i/" + Seals.Seal(new Invitation(code, Role.Facilitator)), House.Form(("name", "Ada")));
        var answer = await leader.PostAsync($"/w/{code}/revoke", House.Form(("role", kind)));
        Assert.Equal($"/w/{code}/animate", answer.Headers.Location!.ToString());
        Assert.Equal(302, (int)(await guest.GetAsync($"/w/{code}{page}")).StatusCode);
        Assert.Equal(403, await ReadAsync(token));
        Assert.Equal(410, (int)(await house.Client.GetAsync(link)).StatusCode);
        Assert.Equal(410, (int)(await house.Client.PostAsync(link, House.Form(("name", "Olga")))).StatusCode);
        var console = await leader.GetAsync($"/w/{code}/animate"); // who took it back still leads
        Assert.Equal(200, (int)console.StatusCode);

        Assert.Equal(200, await ReadAsync(Seals.Seal(new Grant(code, role, null, "Olga"))));
        var facts = await house.Services.GetRequiredService<TousRisques.Sessions.WorkshopFacts>().ReadAsync(code, CancellationToken.None);
        Assert.Single(facts, f => f.Event is AccessRevoked && f.By == new FacilitatorActor("Ada"));

        async Task<int> ReadAsync(string bearer)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{code}") { Headers = { Authorization = new("Bearer", bearer) } };
            return (int)(await house.Client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Access_taken_back_stays_so_after_a_restart_and_players_play_on()
    {
        var folder = Directory.CreateTempSubdirectory("tousrisques-revoked-").FullName;
        string link, token, mine;
        WorkshopId code;
        await using (var before = new House { Folder = folder, KeepFolder = true })
        {
            await before.InitializeAsync();
            var room = await before.OpenAsync();
            code = new(room.Code);
            var seals = before.Services.GetRequiredService<Seals>();
            (link, token) = ("/i/" + seals.Seal(new Invitation(code, Role.Observer)), seals.Seal(new Grant(code, Role.Observer, null, "Olga")));
            (_, mine, _) = await room.JoinAsync("Ida");
            await room.DoAsync(new RevokeAccess(AccessRole.Observer));
        }
        await using var after = new House { Folder = folder };
        await after.InitializeAsync();
        Assert.Equal(410, (int)(await after.Client.GetAsync(link)).StatusCode);
        Assert.Equal(403, await ReadAsync(token));
        Assert.Equal(200, await ReadAsync(mine));

        async Task<int> ReadAsync(string bearer)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{code}") { Headers = { Authorization = new("Bearer", bearer) } };
            return (int)(await after.Client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Dead_invitations_open_nothing()
    {
        var old = Seals.Seal(new Invitation(new WorkshopId("BCDFGH"), Role.Facilitator), TimeSpan.FromMilliseconds(1));
        await Task.Delay(20);
        foreach (var seal in new[] { old, "x", Seals.Seal(new Session("Ada", "stamp")) })
            Assert.Equal(410, (int)(await house.Client.PostAsync("/i/" + seal, House.Form(("name", "Mallory")))).StatusCode);
    }

    [Fact]
    public async Task A_one_time_link_works_once()
    {
        var secret = house.Services.GetRequiredService<Facilitators>().NewLink();
        using var first = house.NewClient();
        Assert.Equal(303, (int)(await first.PostAsync("/first", House.Form(("k", secret), ("name", "Une"), ("password", "une phrase assez longue")))).StatusCode);
        Assert.Equal(410, (int)(await first.PostAsync("/first", House.Form(("k", secret), ("name", "Deux"), ("password", "une phrase assez longue")))).StatusCode);
        var sign = await house.Client.PostAsJsonAsync("/api/v1/sign-in", new { name = "une", password = "une phrase assez longue" });
        Assert.Equal(HttpStatusCode.OK, sign.StatusCode);
        var wrong = await house.Client.PostAsJsonAsync("/api/v1/sign-in", new { name = "une", password = "une phrase assez longuE" });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_sessions_opened_with_the_old_one()
    {
        using var old = await house.FacilitatorAsync("Perdue");
        Assert.Equal(303, (int)(await old.PostAsync("/open", House.Form(("pack", "seine-maritime")))).StatusCode);
        using var fresh = await house.FacilitatorAsync("Perdue");
        var answer = await old.PostAsync("/open", House.Form(("pack", "seine-maritime")));
        Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
