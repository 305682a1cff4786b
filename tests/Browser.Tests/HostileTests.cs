using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>People who try things, seen from the browsers of the others.</summary>
public class HostileTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const string Script = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'><svg onload=alert(3)>";
    private const string Short = "<b onclick=alert(4)>B</b>";

    [Fact]
    public async Task Script_in_names_messages_reasons_and_titles_is_shown_as_the_text_it_is()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync(Short + "<script>alert(5)</script>", "<i>M</i>");
        var mallory = await JoinAsync(facilitator, Short);
        var victim = await JoinAsync(facilitator, "Awa");
        var screen = await ProjectAsync(facilitator);
        var dialogs = new List<string>();
        foreach (var page in new[] { facilitator.Page, screen }) page.Dialog += (_, d) => { dialogs.Add(d.Message); _ = d.DismissAsync(); };
        await Holds(victim.Page, Short);

        await facilitator.JumpAsync("round-table");
        await Task.WhenAll(mallory.AtAsync("Qui êtes-vous ?"), victim.AtAsync("Qui êtes-vous ?"));
        await mallory.IntroduceAsync(Script);
        await Assertions.Expect(victim.Page.Locator("ul.people")).ToContainTextAsync(Script, new() { Timeout = 90_000 });
        await mallory.WriteAsync(Script);
        await Assertions.Expect(victim.Page.Locator("#messages")).ToContainTextAsync(Script, new() { Timeout = 90_000 });

        await facilitator.JumpAsync("stakeholders");
        await mallory.AtAsync("Qui compte, ici ?");
        await mallory.Page.Locator("#stakeholder-name").FillAsync(Short);
        await mallory.PressAsync(mallory.Page.Locator("#add-stakeholder button"));
        await Assertions.Expect(victim.Page.Locator(".zones summary", new() { HasText = Short }).First).ToBeVisibleAsync(new() { Timeout = 90_000 });

        await facilitator.JumpAsync("act-1.assessment");
        await mallory.AtAsync("Encore possible ?");
        var card = (await mallory.DeckAsync())[0];
        await mallory.Page.Locator($"#{card} details summary").ClickAsync();
        await mallory.Page.Locator($"#{card} textarea").FillAsync(Script);
        await mallory.JudgeAsync(card, "impossible");
        await facilitator.DoAsync("reveal-verdicts");
        await facilitator.JumpAsync("leads");
        await Task.WhenAll(mallory.AtAsync("Et maintenant ?"), victim.AtAsync("Et maintenant ?"));
        await mallory.ProposeLeadAsync(Short, Script);
        await Assertions.Expect(victim.Page.Locator("li[id^='l-']")).ToContainTextAsync(Script, new() { Timeout = 90_000 });
        await facilitator.JumpAsync("close");
        await facilitator.DoAsync("close-workshop");

        var report = await victim.Context.NewPageAsync();
        await report.GotoAsync(victim.Home + "/report");
        await Holds(report, Short);
        foreach (var page in new[] { victim.Page, mallory.Page, facilitator.Page, screen, report })
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.querySelectorAll('[onerror],[onload],[onclick],script:not([src]),main b[onclick],main i:not([class])').length"));
        Assert.Empty(dialogs);
        Assert.Empty(victim.Dialogs);
        Assert.Empty(mallory.Dialogs);

        static async Task Holds(IPage page, string text) => Assert.Contains(text, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_forbids_scripts_that_are_not_files_of_ours()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Politique");
        var awa = await JoinAsync(facilitator, "Awa");
        foreach (var (context, path) in new[]
        {
            (awa.Context, "/"), (awa.Context, $"/join?code={facilitator.Code}"), (awa.Context, $"/w/{facilitator.Code}"), (facilitator.Context, "/animate"),
            (facilitator.Context, $"/w/{facilitator.Code}/animate"), (facilitator.Context, $"/w/{facilitator.Code}/screen"), (facilitator.Context, $"/w/{facilitator.Code}/report"),
        })
        {
            var answer = await context.APIRequest.GetAsync(Server.Address + path);
            Assert.Equal(200, answer.Status);
            var policy = answer.Headers["content-security-policy"];
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_participants_page_and_stream_never_hold_anothers_secret_nor_a_hidden_verdict()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Secrets", "Mairie");
        var (awa, bruno) = (await JoinAsync(facilitator, "Awa"), await JoinAsync(facilitator, "Bruno"));
        // Everything that Bruno's browser receives from now on, page and stream, as it came over the wire.
        var heard = new System.Text.StringBuilder();
        await bruno.Page.ExposeFunctionAsync<string, bool>("hear", text => { lock (heard) heard.Append(text); return true; });
        await bruno.Page.EvaluateAsync("""
            () => { const line = new EventSource(document.querySelector('[data-live]').dataset.live);
                    line.addEventListener('part', e => window.hear(e.data)); return new Promise(open => line.onopen = () => open()); }
            """);
        await facilitator.JumpAsync("round-table");
        await Task.WhenAll(awa.AtAsync("Qui êtes-vous ?"), bruno.AtAsync("Qui êtes-vous ?"));

        // Awa takes a character with a secret; her own page shows it.
        var secret = await TakeOneWithASecretAsync(awa);
        await Assertions.Expect(bruno.Page.Locator("main")).ToContainTextAsync(secret.Character, new() { Timeout = 90_000 });
        await awa.IntroduceAsync("C’est fait.");
        await Assertions.Expect(bruno.Page.Locator("main")).ToContainTextAsync("C’est fait.", new() { Timeout = 90_000 });

        await facilitator.JumpAsync("act-3.assessment");
        await Task.WhenAll(awa.AtAsync("Encore possible ?"), bruno.AtAsync("Encore possible ?"));
        var card = (await awa.DeckAsync())[0];
        await awa.Page.Locator($"#{card} details summary").ClickAsync();
        await awa.Page.Locator($"#{card} textarea").FillAsync("Une raison qui n’est qu’à moi.");
        await awa.JudgeAsync(card, "impossible");
        await bruno.JudgeAsync(card, "feasible");
        lock (heard) heard.Append("\n— page —\n");
        var source = await (await bruno.Context.APIRequest.GetAsync(bruno.Home)).TextAsync();
        string all;
        lock (heard) all = heard + source;

        Assert.Contains("C’est fait.", all, StringComparison.Ordinal); // the ear works
        Assert.Contains(secret.Words, await (await awa.Context.APIRequest.GetAsync(awa.Home)).TextAsync(), StringComparison.Ordinal); // it would be seen
        Assert.DoesNotContain(secret.Words, all, StringComparison.Ordinal);
        Assert.DoesNotContain("Une raison qui n’est qu’à moi.", all, StringComparison.Ordinal);
        // Before they are shown, nothing tells what the model thinks: every verdict on the page is a button of one's own.
        Assert.Equal(1, await bruno.Page.Locator("#deck [aria-pressed=true]").CountAsync());
        Assert.DoesNotContain("class=\"why", source, StringComparison.Ordinal);
        Assert.Equal(0, await bruno.Page.Locator("#deck .chip, #deck .why").CountAsync());
    }

    private static async Task<(string Character, string Words)> TakeOneWithASecretAsync(Participant somebody)
    {
        var picks = somebody.Page.Locator("#choose .pick");
        for (var i = 0; i < await picks.CountAsync(); i++)
        {
            await somebody.PressAsync(picks.Nth(i));
            var card = somebody.Page.Locator("[data-part=mine] .secret");
            await Assertions.Expect(somebody.Page.Locator("#choose")).ToHaveCountAsync(0, new() { Timeout = 90_000 });
            if (await card.CountAsync() > 0)
            {
                var name = await somebody.Page.Locator("#me > summary b").InnerTextAsync();
                var words = (await card.Locator("p").First.TextContentAsync())!.Trim();
                return (name, words[Math.Max(0, words.Length - 60)..]);
            }
            await somebody.Page.Locator("[data-part=mine] details summary").First.ClickAsync();
            await somebody.PressAsync(somebody.Page.Locator("[data-part=mine] form:has(input[name=character][value='']) button"));
            await Assertions.Expect(somebody.Page.Locator("#choose")).ToHaveCountAsync(1, new() { Timeout = 90_000 });
        }
        throw new InvalidOperationException("No character of the shipped pack has a secret.");
    }
}
