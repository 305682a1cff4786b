using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>The console and the wall over HTTP: who may look, what they show, what their forms do.</summary>
public sealed class ConsoleTests : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script>";
    private readonly House house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private async Task<(int Status, string Html)> GetAsync(string path, string? token, string language = "fr")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Language", language } } };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await house.Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<int> PostAsync(string path, string? token, params (string, string)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = House.Form(fields) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (int)(await house.Client.SendAsync(request)).StatusCode;
    }

    [Fact]
    public async Task Only_those_who_lead_or_watch_open_the_console_and_only_those_who_lead_use_its_forms()
    {
        var room = await house.OpenAsync();
        var (_, player, _) = await room.JoinAsync("Pia");
        foreach (var page in new[] { "animate", "screen", "animate/person/p1" })
        {
            Assert.Equal(302, (await GetAsync($"/w/{room.Code}/{page}", null)).Status);
            Assert.Equal(302, (await GetAsync($"/w/{room.Code}/{page}", player)).Status);
            Assert.Equal(200, (await GetAsync($"/w/{room.Code}/{page}", room.Token)).Status);
        }
        Assert.Equal(403, await PostAsync($"/w/{room.Code}/animate/left-out", player));
        Assert.Equal(403, await PostAsync($"/w/{room.Code}/animate/newcomer", player, ("name", "Intrus")));
        Assert.Single((await room.LiveAsync()).State.Participants);
    }

    [Fact]
    public async Task Names_and_words_of_people_never_become_markup()
    {
        var room = await house.OpenAsync("full", Hostile);
        await room.JoinAsync(Hostile);
        await room.DoAsync(new InjectMessage(new("m1"), Hostile, null, new ToRoom(), Hostile, false));
        await room.DoAsync(new NoteObservation(Hostile, null, null, null));
        foreach (var step in new[] { "welcome", "round-table", "stakeholders", "act-1.plan" })
        {
            if (step != "welcome") await room.DoAsync(new JumpTo(new(step)));
            foreach (var page in new[] { "animate", "screen" })
            {
                var (status, html) = await GetAsync($"/w/{room.Code}/{page}", room.Token);
                Assert.Equal(200, status);
                Assert.DoesNotContain(Hostile, html, StringComparison.Ordinal);
                Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            }
        }
        var person = (await room.LiveAsync()).State.Participants[0].Id;
        Assert.DoesNotContain(Hostile, (await GetAsync($"/w/{room.Code}/animate/person/{person}", room.Token)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_out_is_revealed_in_one_click()
    {
        var room = await house.OpenAsync();
        await room.DoAsync(new JumpTo(new("act-2.situation")));
        var before = await room.LiveAsync();
        Assert.NotEmpty(ConsoleView.Of(before.State, before.Pack).LeftOut);
        Assert.Equal(303, await PostAsync($"/w/{room.Code}/animate/left-out", room.Token));
        var after = await room.LiveAsync();
        var view = ConsoleView.Of(after.State, after.Pack);
        Assert.Empty(view.LeftOut);
        Assert.Empty(view.NotImposed);
        Assert.Equal(after.State.Script!.Acts.Take(2).Sum(a => a.Events.Length), after.State.Revealed.Length);
    }

    [Fact]
    public async Task A_newcomer_on_paper_sits_down_once_however_often_the_form_is_sent()
    {
        var room = await house.OpenAsync();
        for (var i = 0; i < 2; i++)
            Assert.Equal(303, await PostAsync($"/w/{room.Code}/animate/newcomer", room.Token, ("name", "Odile"), ("table", "b"), ("id", "once")));
        var sat = Assert.Single((await room.LiveAsync()).State.Participants);
        Assert.Equal(("Odile", true, "b"), (sat.Name, sat.OnPaper, sat.Table.Value));
    }

    [Fact]
    public async Task There_is_one_primary_button_at_every_step_and_the_words_to_say_stand_beside_it()
    {
        var room = await house.OpenAsync("full", "Rouge");
        await room.JoinAsync("Pia");
        for (var presses = 0; ; presses++)
        {
            Assert.True(presses < 120, "The run sheet never ends.");
            var live = await room.LiveAsync();
            var (_, html) = await GetAsync($"/w/{room.Code}/animate", room.Token, presses % 2 == 0 ? "fr" : "en");
            Assert.Equal(2, html.Split("data-next").Length);
            Assert.Contains("class=\"say\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("[console.", html, StringComparison.Ordinal);
            Assert.DoesNotContain("[charts.", html, StringComparison.Ordinal);
            var (status, wall) = await GetAsync($"/w/{room.Code}/screen", room.Token, presses % 2 == 0 ? "en" : "fr");
            Assert.Equal(200, status);
            Assert.DoesNotContain("[screen.", wall, StringComparison.Ordinal);
            Assert.All(live.Pack.Scenario.Characters.Where(c => c.Secret is not null), c =>
                Assert.All(c.Secret!.ByLanguage.Values, secret => Assert.DoesNotContain(secret[..Math.Min(30, secret.Length)], wall, StringComparison.Ordinal)));
            WorkshopCommand? next = NextMove.Of(live.State) switch
            {
                NextMove.Reveal m => new RevealEvent(m.Event),
                NextMove.Impose m => new ImposeConstraint(m.Constraint),
                NextMove.ShowVerdicts m => new RevealVerdicts(m.Act),
                NextMove.Begin or NextMove.GoOn => new Advance(),
                NextMove.Finish => new CloseWorkshop(),
                _ => null,
            };
            if (next is null) break;
            await room.DoAsync(next);
        }
        Assert.NotNull((await room.LiveAsync()).State.ClosedAt);
    }

    [Fact]
    public async Task An_observer_reads_everything_and_commands_nothing_but_a_note()
    {
        var room = await house.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{room.Code}/invitations") { Content = JsonContent.Create(new { role = "observer", name = "Omar" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", room.Token);
        var observer = (string)JsonNode.Parse(await (await house.Client.SendAsync(request)).Content.ReadAsStringAsync())!["token"]!;

        var (status, html) = await GetAsync($"/w/{room.Code}/animate", observer);
        Assert.Equal(200, status);
        Assert.Equal(2, html.Split($"action=\"/w/{room.Code}/").Length); // the note, and nothing else
        Assert.Contains("value=\"note-observation\"", html, StringComparison.Ordinal);
        Assert.Equal(303, await PostAsync($"/w/{room.Code}/do", observer, ("command", "note-observation"), ("hat", "observer"), ("words", "Vu.")));
        Assert.Equal("Vu.", Assert.Single((await room.LiveAsync()).State.Observations).Words);
        Assert.Equal(403, await PostAsync($"/w/{room.Code}/animate/left-out", observer));
        await PostAsync($"/w/{room.Code}/do", observer, ("command", "advance"), ("hat", "observer"));
        Assert.Equal(0, (await room.LiveAsync()).State.StepIndex);
    }
}
