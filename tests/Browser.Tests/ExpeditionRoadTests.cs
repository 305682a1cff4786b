using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>
/// The example expedition as four people live it: somebody who reads and contributes with an old phone and no script, a member with an account and no script either, who moderates, and who leads; from
/// the first reading to a workshop signed up for, joined and played, and to being forgotten.
/// </summary>
public partial class ExpeditionRoadTests(ServerOfTheClass served) : BrowserTest(served)
{
    [Fact]
    public async Task From_the_first_reading_to_a_workshop_signed_up_for_joined_and_played()
    {
        await ExampleExpedition.ReadyAsync(Server);
        var visitor = await (await DeviceAsync(Device.Phone with { Scripts = false })).NewPageAsync();
        await ReadAsync(visitor);
        await ReactAsync(visitor, "Chez nous l’antenne du clocher a tenu deux heures : un agriculteur y avait mis un groupe.");
        await DeclareAsync(visitor, "Le tableau noir de la place", "Un tableau sous le préau de la mairie, tenu à jour à la craie quand plus rien ne marche.");
        // What strangers send is not shown before somebody has read it.
        await visitor.GotoAsync(At("/notebook/reactions"));
        Assert.DoesNotContain("antenne du clocher", await visitor.ContentAsync(), StringComparison.Ordinal);

        // Somebody of the installation takes the lead and invites two people, who make their accounts as they come in.
        var facilitator = await FacilitatorAsync();
        var lead = facilitator.Page;
        await lead.GotoAsync(At());
        await lead.Locator($"form[action='{Example}/people/lead'] button").ClickAsync();
        var moderator = await (await DeviceAsync(Device.Laptop)).NewPageAsync();
        await ComeInAsync(moderator, await InviteAsync(lead, "moderator"), "Mona");
        var member = await (await DeviceAsync(Device.Phone with { Scripts = false })).NewPageAsync();
        await ComeInAsync(member, await InviteAsync(lead, "member"), "Driss");

        await ModerateAsync(moderator);
        await visitor.GotoAsync(At("/notebook/reactions"));
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("antenne du clocher");
        await visitor.GotoAsync(At("/search?q=craies"));
        await LookAsync(visitor, "search");
        await visitor.Locator("main ol a").First.ClickAsync();
        await Assertions.Expect(visitor.Locator("h1")).ToContainTextAsync("Le tableau noir de la place");
        await LookAsync(visitor, "device");

        // What a member puts on the reading list is news for everybody, at once.
        await AddArticleAsync(member, "La sirène de Sainte-Opportune a sonné sans réseau");
        await visitor.GotoAsync(At());
        await visitor.Locator(".xf-news a", new() { HasText = "La sirène de Sainte-Opportune" }).ClickAsync();
        await Assertions.Expect(visitor.Locator("h1")).ToContainTextAsync("La sirène de Sainte-Opportune");

        var planned = await AnnounceAsync(lead, "Jouer la vallée ce soir");
        var mine = await SignUpAsync(visitor, planned, "Awa");
        await WriteToAllAsync(lead, planned, "L’entrée est derrière la mairie.");
        await visitor.GotoAsync(mine);
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("L’entrée est derrière la mairie.");
        await LookAsync(visitor, "personal");

        await OpenAsync(facilitator, planned);
        await visitor.GotoAsync(mine);
        await LookAsync(visitor, "personal-open");
        await visitor.Locator("a[href^='/join?code=']").ClickAsync();
        await PlayAsync(facilitator, await Participant.ComeInAsync(Server, visitor, facilitator.Code, "Awa", scripts: false));

        await ReadNewsAsync(lead, "Jouer la vallée ce soir");
        await BeForgottenAsync(visitor, mine, "Awa");
        await lead.GotoAsync(Server.Address + planned + "/people");
        await Assertions.Expect(lead.Locator("table.xw-people")).ToContainTextAsync("effacé à sa demande");
        Assert.DoesNotContain("Awa", await lead.ContentAsync(), StringComparison.Ordinal);
        await LookAsync(lead, "sign-ups");
    }
}
