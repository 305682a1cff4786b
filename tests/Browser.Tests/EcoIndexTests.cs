using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>What pages that anybody may open cost the world. Counts, not times: they may be held to their budget anywhere.</summary>
public class EcoIndexTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const string Example = "/explorer/numerique-tous-risques", Agir = "/agir/numerique-tous-risques";

    [Theory]
    [InlineData("/")]
    [InlineData("/join")]
    [InlineData("/sign-in")]
    [InlineData("/stress")]
    [InlineData("/explorer")]
    [InlineData(Example)]
    [InlineData(Example + "/notebook")]
    [InlineData(Example + "/notebook/vingt-minutes-de-batterie")]
    [InlineData(Example + "/notebook/reactions")]
    [InlineData(Example + "/watch")]
    [InlineData(Example + "/watch/item/antennes-20-minutes")]
    [InlineData(Example + "/devices")]
    [InlineData(Example + "/devices/declare")]
    [InlineData(Example + "/devices/map")]
    [InlineData(Example + "/devices/radioamateurs-adrasec")]
    [InlineData(Example + "/workshops")]
    [InlineData(Example + "/workshops/jouer-la-vallee")]
    [InlineData(Example + "/meetings")]
    [InlineData(Example + "/partners")]
    [InlineData(Example + "/search?q=crise")]
    [InlineData("/agir")]
    [InlineData(Agir)]
    [InlineData(Agir + "/synthesis")]
    [InlineData(Agir + "/leads")]
    [InlineData(Agir + "/leads/plateforme-de-competences")]
    [InlineData(Agir + "/recommendations")]
    [InlineData(Agir + "/recommendations/liste-sur-papier")]
    [InlineData(Agir + "/scenarios")]
    [InlineData(Agir + "/scenarios/actors")]
    [InlineData(Agir + "/kit")]
    [InlineData(Agir + "/kit/sheets/ce-qui-s-arrete")]
    [InlineData(Agir + "/kit/sheets/dix-premieres-minutes")]
    [InlineData(Agir + "/kit/sources")]
    public async Task A_public_page_has_an_ecoindex_of_90_at_least(string path)
    {
        var device = await DeviceAsync(Device.Laptop);
        await ExampleExpedition.ReadyAsync(Server);
        var index = await EcoIndex.MeasureAsync(device, Server.Address + path);
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {index.Score:0.0} ({index})");
        Assert.True(index.Score >= 90, $"{path}: {index.Score:0.0} ({index})");
    }
}
