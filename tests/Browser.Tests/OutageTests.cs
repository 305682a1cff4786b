using System.Collections.Concurrent;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>The server dies as machines die, and comes back. Nothing said is lost, and nobody has to do anything.</summary>
public class OutageTests(ServerOfTheClass served) : BrowserTest(served), IAsyncLifetime
{
    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (!Server.Runs) await Server.StartAsync(); // a test that failed may have left it dead
    }

    /// <summary>Verdicts on a participant's page as the server tells them now, without touching the page that is open.</summary>
    private const string Pressed = """
        async () => {
          const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
          return [...page.querySelectorAll('#judged li')].map(li => 'a-' + /card=([^#]+)/.exec(li.querySelector('a').getAttribute('href'))[1] + '=' +
            { ok: 'feasible', mid: 'degraded', no: 'impossible' }[li.querySelector('b').className]);
        }
        """;

    [Fact]
    public async Task Killed_in_the_middle_of_re_assessment_the_server_has_every_acknowledged_verdict_and_every_browser_goes_on_by_itself()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Coupure", "Mairie", "Préfecture");
        var people = new List<Participant>();
        foreach (var name in new[] { "Awa", "Bruno", "Chloé", "Driss" }) people.Add(await JoinAsync(facilitator, name));
        var screen = await ProjectAsync(facilitator);
        await facilitator.JumpAsync("act-1.assessment");
        await Task.WhenAll(people.Select(p => p.AtAsync("Encore possible ?")));

        // What the server said yes to.
        var acknowledged = new ConcurrentQueue<(string Who, string Verdict)>();
        foreach (var p in people)
            p.Page.Response += (_, answer) =>
            {
                if (!answer.Url.EndsWith("/do", StringComparison.Ordinal) || answer.Status != 200 || answer.Request.PostData is not { } sent) return;
                var fields = System.Web.HttpUtility.ParseQueryString(sent);
                acknowledged.Enqueue((p.Name, $"a-{fields["action"]}={fields["verdict"]}"));
            };

        // Commands flow: everybody judges card after card, two or three ahead of the answers; once it is dark, they go on regardless.
        var deck = await people[0].DeckAsync();
        var dark = false;
        var fingers = Task.WhenAll(people.Select((p, who) => Task.Run(async () =>
        {
            foreach (var (i, card) in deck.Index())
            {
                if (!Volatile.Read(ref dark)) await p.Page.WaitForFunctionAsync("() => window.dark || (JSON.parse(localStorage['tr:' + location.pathname] || '{}').queue || []).length < 3");
                await p.Page.Locator($"#{card} button[value={Participant.Verdicts[(i + who) % 3]}]").ClickAsync();
            }
        })));
        await Until(() => acknowledged.Count >= people.Count * deck.Length / 3 || fingers.IsCompleted);
        Assert.False(fingers.IsCompleted, "Everything was said before the kill: the test shows nothing.");
        await Server.KillAsync();
        Volatile.Write(ref dark, true);
        foreach (var p in people) await p.Page.EvaluateAsync("() => { window.dark = true }");
        var known = acknowledged.ToArray();
        await fingers;
        foreach (var p in people) await Assertions.Expect(p.Page.Locator("#band")).ToContainTextAsync("Hors ligne", new() { Timeout = 60_000 });

        await Server.StartAsync();
        await Task.WhenAll(people.Select(p => p.SentAsync()));

        foreach (var (who, p) in people.Index())
        {
            var kept = await p.Page.EvaluateAsync<string[]>(Pressed);
            Assert.All(known.Where(k => k.Who == p.Name), k => Assert.Contains(k.Verdict, kept));
            // And what was said while it was away has come too, each once.
            Assert.Equal(deck.Select((card, i) => $"{card}={Participant.Verdicts[(i + who) % 3]}").Order(), kept.Order());
        }

        // Every browser goes on by itself: the verdicts are shown to all who never touched their page.
        await facilitator.DoAsync("reveal-verdicts");
        foreach (var p in people)
        {
            await Assertions.Expect(p.Page.Locator("#deck")).ToHaveCountAsync(0, new() { Timeout = 90_000 });
            Assert.True(await p.StayedAsync());
        }
        await facilitator.JumpAsync("act-1.priorities");
        await Task.WhenAll(people.Select(p => p.AtAsync("Vos priorités")));
        await Assertions.Expect(screen.Locator("h1")).ToHaveTextAsync("Priorités", new() { Timeout = 90_000 });
    }

    [Fact]
    public async Task What_was_typed_while_the_server_was_down_is_still_there_and_arrives_once()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Hors ligne");
        var (awa, bruno) = (await JoinAsync(facilitator, "Awa"), await JoinAsync(facilitator, "Bruno"));
        await facilitator.JumpAsync("round-table");
        await Task.WhenAll(awa.AtAsync("Qui êtes-vous ?"), bruno.AtAsync("Qui êtes-vous ?"));

        await Server.KillAsync();
        await awa.Page.Locator("#introduction").FillAsync("Dite pendant la coupure.");
        await awa.Page.Locator("#introduce button").ClickAsync();
        await awa.OpenLetterAsync("Écrit pendant la coupure.");
        await awa.Page.Locator("#write form button").ClickAsync();
        await Assertions.Expect(awa.Page.Locator("#mail-body")).ToHaveValueAsync("Écrit pendant la coupure.");
        await Assertions.Expect(awa.Page.Locator("#introduction")).ToHaveValueAsync("Dite pendant la coupure.");
        await Assertions.Expect(awa.Page.Locator("#band")).ToContainTextAsync("Hors ligne", new() { Timeout = 60_000 });

        await Server.StartAsync();
        await awa.SentAsync();
        await Assertions.Expect(awa.Page.Locator("#mail-body")).ToHaveValueAsync("", new() { Timeout = 60_000 });
        await Assertions.Expect(bruno.Page.Locator("ul.people")).ToContainTextAsync("Dite pendant la coupure.", new() { Timeout = 90_000 });
        await Assertions.Expect(bruno.Page.Locator("#messages .body", new() { HasText = "Écrit pendant la coupure." })).ToHaveCountAsync(1, new() { Timeout = 90_000 });
        Assert.True(await awa.StayedAsync() && await bruno.StayedAsync());
    }

    [Fact]
    public async Task A_reason_typed_but_not_sent_outlasts_the_kill_a_redrawn_page_and_a_reload_and_goes_with_its_verdict()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Brouillon");
        var awa = await JoinAsync(facilitator, "Awa");
        await facilitator.JumpAsync("act-1.assessment");
        await awa.AtAsync("Encore possible ?");
        var card = (await awa.DeckAsync())[0];
        var reason = awa.Page.Locator($"#{card} textarea");
        await awa.Page.Locator($"#{card} details summary").ClickAsync();

        await Server.KillAsync();
        await reason.FillAsync("Le pont est fermé depuis midi.");
        await Server.StartAsync();
        await JoinAsync(facilitator, "Bruno"); // the page is redrawn under the draft
        await awa.Page.ReloadAsync();
        await Assertions.Expect(reason).ToHaveValueAsync("Le pont est fermé depuis midi.");

        await awa.JudgeAsync(card, "degraded");
        var said = await awa.Page.EvaluateAsync<string>(
            "async id => new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html').querySelector('#' + id + ' textarea').textContent", card);
        Assert.Equal("Le pont est fermé depuis midi.", said);
    }

    private static async Task Until(Func<bool> done)
    {
        for (var i = 0; i < 30_000 && !done(); i++) await Task.Delay(5);
    }
}
