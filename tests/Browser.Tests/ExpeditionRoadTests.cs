using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>
/// The example expedition as four people live it: somebody who reads and contributes with an old phone and no script, who moderates and leads with a laptop; from the first reading to a workshop signed up
/// for, joined and played.
/// </summary>
public partial class ExpeditionRoadTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const string Example = ExampleExpedition.Path;

    [Fact]
    public async Task From_the_first_reading_to_a_workshop_signed_up_for_joined_and_played()
    {
        await ExampleExpedition.ReadyAsync(Server);
        var visitor = await (await DeviceAsync(Device.Phone with { Scripts = false })).NewPageAsync();

        // Somebody comes in by the front door and reads.
        await visitor.GotoAsync(Server.Address + "/");
        await visitor.Locator("a[href='/explorer']").First.ClickAsync();
        await visitor.Locator($"a[href='{Example}']").First.ClickAsync();
        await LookAsync(visitor, "road-front");
        await visitor.Locator($"a[href='{Example}/notebook']").First.ClickAsync();
        await visitor.Locator("a[href$='/notebook/vingt-minutes-de-batterie']").First.ClickAsync();
        await LookAsync(visitor, "road-chapter");

        // Reacts to a passage, without an account and without a script.
        await visitor.Locator("a[href*='/react?p=']").First.ClickAsync();
        await visitor.Locator("input[name=kind][value=nuance]").CheckAsync();
        await visitor.Locator("textarea[name=words]").FillAsync("Chez nous l’antenne du clocher a tenu deux heures : un agriculteur y avait mis un groupe.");
        await visitor.Locator("main form.card button.btn.wide, main form.dv-form button.btn.wide").ClickAsync();
        Assert.Contains("/thanks", visitor.Url, StringComparison.Ordinal);
        // What strangers send is not shown before somebody has read it.
        await visitor.GotoAsync(Server.Address + Example + "/notebook/reactions");
        Assert.DoesNotContain("antenne du clocher", await visitor.ContentAsync(), StringComparison.Ordinal);

        // Declares a device.
        await visitor.GotoAsync(Server.Address + Example + "/devices/declare");
        await visitor.Locator("input[name=name]").FillAsync("Le tableau noir de la place");
        await visitor.Locator("textarea[name=does]").FillAsync("Un tableau sous le préau de la mairie, tenu à jour à la craie quand plus rien ne marche.");
        await LookAsync(visitor, "road-declare");
        await visitor.Locator("main form.card button.btn.wide, main form.dv-form button.btn.wide").ClickAsync();
        await Assertions.Expect(visitor.Locator("h1")).ToHaveTextAsync("Merci, c’est reçu");

        // Somebody of the installation takes the lead, reads what waits, and decides.
        var facilitator = await FacilitatorAsync();
        var lead = facilitator.Page;
        await lead.GotoAsync(Server.Address + Example);
        await lead.Locator($"form[action='{Example}/people/lead'] button").ClickAsync();
        await lead.GotoAsync(Server.Address + Example + "/moderation");
        await Assertions.Expect(lead.Locator("main")).ToContainTextAsync("Le tableau noir de la place");
        await LookAsync(lead, "road-moderation");
        await lead.GotoAsync(Server.Address + Example + "/devices/pending");
        await lead.Locator("button[name=decision][value=accept]").First.ClickAsync();
        await lead.GotoAsync(Server.Address + Example + "/notebook/reactions");
        await lead.Locator("button[value^=accept]").First.ClickAsync();
        await visitor.GotoAsync(Server.Address + Example + "/notebook/reactions");
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("antenne du clocher");
        await visitor.GotoAsync(Server.Address + Example + "/search?q=craies");
        await visitor.Locator("main ol a").First.ClickAsync();
        await Assertions.Expect(visitor.Locator("h1")).ToContainTextAsync("Le tableau noir de la place");

        // Announces a workshop that begins in ten minutes; the visitor signs up, without a mail address.
        await lead.GotoAsync(Server.Address + Example + "/workshops/new");
        await lead.Locator("input[name=title]").FillAsync("Jouer la vallée ce soir");
        await lead.Locator("select[name=pack]").SelectOptionAsync("seine-maritime");
        await lead.Locator("input[name=zone]").FillAsync("UTC");
        await lead.Locator("input[name=start]").FillAsync(DateTime.UtcNow.AddMinutes(10).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await lead.Locator("input[name=place]").FillAsync("Salle des mariages");
        await lead.Locator("input[name=open]").CheckAsync();
        await lead.Locator($"form[action='{Example}/workshops'] button.btn").ClickAsync();
        var planned = PlannedAddress().Match(lead.Url).Value;
        Assert.NotEqual("", planned);

        await visitor.GotoAsync(Server.Address + planned);
        await visitor.Locator("#sign-up input[name=name]").FillAsync("Awa");
        await visitor.Locator("#sign-up input[name=consent]").CheckAsync();
        await LookAsync(visitor, "road-sign-up");
        await visitor.Locator("#sign-up button.btn.wide").ClickAsync();
        Assert.Contains("/workshops/s/", visitor.Url, StringComparison.Ordinal);
        var mine = visitor.Url;
        await LookAsync(visitor, "road-personal");

        // The hour has come: the workshop is opened, the link appears, somebody joins and plays.
        await lead.GotoAsync(Server.Address + planned);
        await lead.Locator($"form[action='{planned}/open'] button").ClickAsync();
        await lead.WaitForURLAsync(WorkshopAddress());
        await visitor.GotoAsync(mine);
        await visitor.Locator("a[href^='/join?code=']").ClickAsync();
        await visitor.Locator("#name").FillAsync("Awa");
        await visitor.Locator("form[action='/join'] button").ClickAsync();
        await Assertions.Expect(visitor.Locator("nav.dock")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        var code = CodeAddress().Match(visitor.Url).Groups[1].Value;
        await lead.GotoAsync($"{Server.Address}/w/{code}/animate");
        await Assertions.Expect(lead.Locator("[data-next]")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await lead.Locator("[data-next]").ClickAsync();
        await lead.WaitForTimeoutAsync(300);
        await visitor.GotoAsync($"{Server.Address}/w/{code}");
        await Assertions.Expect(visitor.Locator("h1")).ToHaveTextAsync("Qui êtes-vous ?", new() { Timeout = 90_000 });

        // What happened is told to those who work in the expedition; and the person can be forgotten.
        await lead.GotoAsync(Server.Address + Example + "/notices");
        await Assertions.Expect(lead.Locator("main")).ToContainTextAsync("Jouer la vallée ce soir");
        await visitor.GotoAsync(mine);
        await visitor.Locator("details:has(form[action$='/erase']) > summary").ClickAsync();
        await visitor.Locator("form[action$='/erase'] input[name=sure]").CheckAsync();
        await visitor.Locator("form[action$='/erase'] button").ClickAsync();
        Assert.DoesNotContain("Awa", await visitor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task LookAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Folders.Screens, name + ".png"), FullPage = true });

    [GeneratedRegex("/explorer/numerique-tous-risques/workshops/[A-Za-z0-9_-]+")]
    private static partial Regex PlannedAddress();

    [GeneratedRegex("/w/[A-Z]{6}|/workshops/")]
    private static partial Regex WorkshopAddress();

    [GeneratedRegex("/w/([A-Z]{6})")]
    private static partial Regex CodeAddress();
}
