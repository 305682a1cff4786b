using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>A phone whose scripts are off plays like any other: forms, links, and looking again.</summary>
public class WithoutScriptsTests(ServerOfTheClass served) : BrowserTest(served)
{
    [Fact]
    public async Task Somebody_without_scripts_joins_judges_ranks_plans_and_reads_the_report()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Sans script", "Mairie");
        var ida = await JoinAsync(facilitator, "Ida", device: Device.Phone with { Scripts = false });
        await ida.AtAsync("Bienvenue");
        await Assertions.Expect(ida.Page.Locator(".resume")).ToBeVisibleAsync();

        await facilitator.JumpAsync("round-table");
        await ida.AtAsync("Qui êtes-vous ?");
        await ida.DrawCharacterAsync();
        await ida.IntroduceAsync("Je suis là sans script.");
        await Assertions.Expect(ida.Page.Locator("ul.people")).ToContainTextAsync("Je suis là sans script.");

        await facilitator.JumpAsync("stakeholders");
        await ida.AtAsync("Qui compte, ici ?");
        var first = await ida.Page.Locator("ul.board > li").First.GetAttributeAsync("id");
        await ida.PressAsync(ida.Page.Locator($"#{first} button").First);
        await Assertions.Expect(ida.Page.Locator($"#{first} button[aria-pressed=true]")).ToHaveCountAsync(1);

        await facilitator.JumpAsync("act-1.events");
        await ida.AtAsync("Ce qui arrive");
        await facilitator.DoAsync("reveal-event", ("event", "orange-watch"));
        await ida.PressAsync(ida.Page.Locator("noscript a.btn, a.btn[href$='" + facilitator.Code + "']").First);
        await Assertions.Expect(ida.Page.Locator("main")).ToContainTextAsync("Vigilance orange");

        await facilitator.JumpAsync("act-1.assessment");
        await ida.AtAsync("Encore possible ?");
        var deck = await ida.Page.Locator("#deck > article").EvaluateAllAsync<string[]>("cards => cards.map(c => c.id)");
        await ida.Page.Locator($"#{deck[0]} details summary").ClickAsync();
        await ida.Page.Locator($"#{deck[0]} textarea").FillAsync("Parce que le quai est sous l’eau.");
        await ida.JudgeAsync(deck[0], "impossible");
        await Assertions.Expect(ida.Page.Locator($"#{deck[0]} textarea")).ToHaveValueAsync("Parce que le quai est sous l’eau.");
        var judged = 1 + await ida.JudgeAllAsync(1);
        Assert.True(judged >= 30, $"Only {judged} cards.");
        await Assertions.Expect(ida.Page.Locator("#judged li")).ToHaveCountAsync(judged);
        await ida.Page.Locator("#judged > summary").ClickAsync();
        await ida.Page.Locator("#judged a").First.ClickAsync();
        await Assertions.Expect(ida.Page.Locator($"#{deck[0]} .takes")).ToBeVisibleAsync(); // a card can be read again

        await facilitator.DoAsync("reveal-verdicts");
        await ida.AtAsync("Encore possible ?");
        await Assertions.Expect(ida.Page.Locator("#deck")).ToHaveCountAsync(0);
        await facilitator.JumpAsync("act-1.priorities");
        await ida.AtAsync("Vos priorités");
        await ida.RankAsync(2, 3);
        await facilitator.JumpAsync("act-1.plan");
        await ida.AtAsync("Votre plan d’action");
        Assert.True(await ida.PutInPlanAsync());
        Assert.True(await ida.PutInPlanAsync());
        await ida.ConfirmPlanAsync();
        await facilitator.JumpAsync("debrief");
        await ida.AtAsync("À chaud");
        await ida.AnswerAsync("held", "Le papier a tenu.");
        await Assertions.Expect(ida.Page.Locator("#q-held")).ToContainTextAsync("Le papier a tenu.");
        await facilitator.JumpAsync("leads");
        await ida.AtAsync("Et maintenant ?");
        await ida.ProposeLeadAsync("Un registre", "Imprimé chaque mois.");
        await ida.PressAsync(ida.Page.Locator("li[id^='l-'] button").First);
        await facilitator.JumpAsync("close");
        await facilitator.DoAsync("close-workshop");
        await ida.AtAsync("C’est fini. Merci !");
        await ida.Page.Locator(".now a.btn[href$='/report']").ClickAsync();
        await Assertions.Expect(ida.Page.Locator("main")).ToContainTextAsync("Un registre");
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_refused_on_a_page_that_says_what_to_do_and_going_back_finds_it_again()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Un mégaoctet");
        var ida = await JoinAsync(facilitator, "Ida", device: Device.Phone with { Scripts = false });
        await facilitator.JumpAsync("leads");
        await ida.AtAsync("Et maintenant ?");
        await ida.Page.Locator("#lead-title").FillAsync("Trop long");
        await ida.Page.EvaluateAsync("() => document.querySelector('#lead-words').removeAttribute('maxlength')"); // as a browser that knows no such thing
        await ida.Page.Locator("#lead-words").FillAsync(new string('a', 1_000_000));
        await ida.Page.Locator("#propose-lead form button").ClickAsync();
        await Assertions.Expect(ida.Page.Locator("h1")).ToContainTextAsync("C’est trop long", new() { Timeout = 60_000 });
        await Assertions.Expect(ida.Page.Locator("main")).ToContainTextAsync("Revenez en arrière");
        await ida.Page.GoBackAsync();
        Assert.Equal(1_000_000, await ida.Page.EvaluateAsync<int>("() => document.querySelector('#lead-words').value.length"));
    }

    [Fact]
    public async Task A_form_refused_without_scripts_says_why_and_keeps_what_was_typed()
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Refus");
        var ida = await JoinAsync(facilitator, "Ida", device: Device.Phone with { Scripts = false });
        await facilitator.JumpAsync("leads");
        await ida.AtAsync("Et maintenant ?");
        // Meanwhile the room has moved on: the page still shows a form that no longer fits.
        await ida.Page.Locator("#lead-title").FillAsync("Trop tard");
        await ida.Page.Locator("#lead-words").FillAsync("Mais pas perdu.");
        await facilitator.JumpAsync("close");
        await facilitator.DoAsync("close-workshop");
        await ida.PressAsync(ida.Page.Locator("#propose-lead form button"));
        await Assertions.Expect(ida.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }
}
