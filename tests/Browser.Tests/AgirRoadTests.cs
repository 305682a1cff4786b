using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>
/// What an expedition leaves behind, from the rooms where it was heard to a key on a table without network: a workshop played, people asked, a notebook reacted to and a territory put on the bench become a
/// synthesis, leads, recommendations and a kit. The ground is laid by forms sent without their pages; what comes of it is written, read, printed and opened on screens.
/// </summary>
public partial class AgirRoadTests(ServerOfTheClass served) : BrowserTest(served)
{
    [Fact]
    public async Task From_what_was_played_heard_and_computed_to_a_kit_that_opens_from_the_disk()
    {
        var bench = BenchAsync();
        var facilitator = await FacilitatorAsync();
        await LayGroundAsync(facilitator);
        var workshop = await PlayWorkshopAsync(facilitator);
        var lead = facilitator.Page;

        await StateAsync(lead, "Le repli sur papier vit dans quelques mémoires.", workshop: workshop, picks: ["angle mort", Debriefed]);
        await StateAsync(lead, "La nuit, la liste ne se retrouve pas.", search: "liste", picks: Said);
        await StateAsync(lead, "Le courant perdu, on s’arrange entre voisins.", search: "voisins", picks: Reacted);
        await bench;
        await StateAsync(lead, "Deux crises ordinaires en font une troisième.", territory: "seine-maritime", picks: ["le plus révélateur"]);

        var visitor = await (await DeviceAsync(Device.Phone with { Scripts = false })).NewPageAsync();
        await FollowEvidenceAsync(visitor);

        var (first, second, third) = (await ProposeAsync(lead, "Un registre sur papier"), await LeadAsync(facilitator, "La radio des quartiers"), await LeadAsync(facilitator, "Le mur d’affichage"));
        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
        await RecommendAsync(lead, first, "Imprimer la liste chaque mois", "Ville de Valmorin");
        await RecommendationAsync(facilitator, second, "Essayer la radio deux fois l’an", "Radio-club de Valmorin");
        await ComposeAsync(facilitator);

        await visitor.GotoAsync(At("/recommendations"));
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("Imprimer la liste chaque mois");
        await PrintAsync(visitor);
        await TakeAwayAsync(visitor);
    }
}
