using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>What pages that anybody may open cost the world. Counts, not times: they may be held to their budget anywhere.</summary>
public class EcoIndexTests(ServerOfTheClass served) : BrowserTest(served)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/join")]
    [InlineData("/sign-in")]
    [InlineData("/stress")]
    [InlineData("/explorer")]
    public async Task A_public_page_has_an_ecoindex_of_90_at_least(string path)
    {
        var device = await DeviceAsync(Device.Laptop);
        var index = await EcoIndex.MeasureAsync(device, Server.Address + path);
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {index.Score:0.0} ({index})");
        Assert.True(index.Score >= 90, $"{path}: {index.Score:0.0} ({index})");
    }
}
