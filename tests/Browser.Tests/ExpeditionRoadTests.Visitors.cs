using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>Stations of who comes from outside: each by links and buttons, as a person does it.</summary>
public partial class ExpeditionRoadTests
{
    private const string Example = ExampleExpedition.Path;

    private string At(string more = "") => Server.Address + Example + more;

    /// <summary>Comes in by the front door and reads a chapter.</summary>
    private async Task ReadAsync(IPage visitor)
    {
        await visitor.GotoAsync(Server.Address + "/");
        await visitor.Locator("a[href='/explorer']").First.ClickAsync();
        await visitor.Locator($"main a[href='{Example}']").First.ClickAsync();
        await LookAsync(visitor, "front");
        await visitor.Locator(".xf-cover a.btn").First.ClickAsync();
        await visitor.Locator("a[href$='/notebook/vingt-minutes-de-batterie']").First.ClickAsync();
        await LookAsync(visitor, "chapter");
    }

    /// <summary>Reacts to the first passage of the chapter that is open.</summary>
    private static async Task ReactAsync(IPage visitor, string words)
    {
        await visitor.Locator("a[href*='/react?p=']").First.ClickAsync();
        await visitor.Locator("input[name=kind][value=nuance]").CheckAsync();
        await visitor.Locator("textarea[name=words]").FillAsync(words);
        await LookAsync(visitor, "react");
        await visitor.Locator("form.nb-form button.btn.wide").ClickAsync();
        await Assertions.Expect(visitor).ToHaveURLAsync(ThanksAddress());
        await LookAsync(visitor, "thanks");
    }

    private async Task DeclareAsync(IPage visitor, string name, string does)
    {
        await visitor.GotoAsync(At("/devices"));
        await visitor.Locator($"main a[href='{Example}/devices/declare']").ClickAsync();
        await visitor.Locator("input[name=name]").FillAsync(name);
        await visitor.Locator("textarea[name=does]").FillAsync(does);
        await LookAsync(visitor, "declare");
        // There is more to say: what was typed is still there.
        await visitor.Locator("button[name=more]").ClickAsync();
        await Assertions.Expect(visitor.Locator("input[name=name]")).ToHaveValueAsync(name);
        await visitor.Locator("select[name=maturity]").SelectOptionAsync("in-use");
        await visitor.Locator("form.dv-form button.btn.wide").ClickAsync();
        await Assertions.Expect(visitor.Locator("h1")).ToHaveTextAsync("Merci, c’est reçu");
    }

    /// <summary>Signs up without a mail address and gives the address of the personal page.</summary>
    private async Task<string> SignUpAsync(IPage visitor, string planned, string name)
    {
        await visitor.GotoAsync(At("/workshops"));
        await LookAsync(visitor, "workshops");
        await visitor.Locator($"main a[href='{planned}']").ClickAsync();
        await visitor.Locator("#sign-up input[name=name]").FillAsync(name);
        await visitor.Locator("#sign-up input[name=consent]").CheckAsync();
        await LookAsync(visitor, "sign-up");
        await visitor.Locator("#sign-up button.btn.wide").ClickAsync();
        await Assertions.Expect(visitor).ToHaveURLAsync(PersonalAddress());
        return visitor.Url;
    }

    /// <summary>Takes a character, sees what happens, and says what is still possible.</summary>
    private static async Task PlayAsync(Facilitator facilitator, Participant somebody)
    {
        await WalkAsync("Tour de table");
        await somebody.AtAsync("Qui êtes-vous ?");
        await somebody.DrawCharacterAsync();
        await WalkAsync("Événements");
        await somebody.AtAsync("Ce qui arrive");
        var before = await somebody.Page.Locator("main").InnerTextAsync();
        await facilitator.PressAsync();
        await somebody.AtAsync("Ce qui arrive");
        Assert.DoesNotContain("Vigilance orange", before, StringComparison.Ordinal);
        await Assertions.Expect(somebody.Page.Locator("main")).ToContainTextAsync("Vigilance orange");
        await WalkAsync("Ré-évaluation");
        await somebody.AtAsync("Encore possible ?");
        await LookAsync(somebody.Page, "judge");
        await somebody.JudgeAsync((await somebody.Page.Locator("#deck > article").First.GetAttributeAsync("id"))!, "impossible");
        await Assertions.Expect(somebody.Page.Locator("#judged li")).ToHaveCountAsync(1);

        async Task WalkAsync(string step)
        {
            for (var presses = 0; await facilitator.StepAsync() != step; presses++)
            {
                Assert.True(presses < 30, $"The console did not come to « {step} ».");
                await facilitator.PressAsync();
            }
        }
    }

    private static async Task BeForgottenAsync(IPage visitor, string mine, string name)
    {
        await visitor.GotoAsync(mine);
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync(name);
        await visitor.Locator("details:has(form[action$='/erase']) > summary").ClickAsync();
        await visitor.Locator("form[action$='/erase'] input[name=sure]").CheckAsync();
        await visitor.Locator("form[action$='/erase'] button").ClickAsync();
        await Assertions.Expect(visitor.Locator("main")).Not.ToContainTextAsync(name);
        await Assertions.Expect(visitor.Locator("form[action$='/erase']")).ToHaveCountAsync(0);
        await LookAsync(visitor, "forgotten");
    }

    private static Task LookAsync(IPage page, string name) => Pictures.TakeBothAsync(page, "road-" + name);

    [GeneratedRegex("/workshops/s/")]
    private static partial Regex PersonalAddress();

    [GeneratedRegex("/thanks")]
    private static partial Regex ThanksAddress();
}
