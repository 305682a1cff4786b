using TousRisques.Testing;
using Xunit;

namespace TousRisques.Journal.Tests.Golden;

public class CatalogueTests
{
    private static readonly string Path = System.IO.Path.Combine(ShownFile.Repository, "docs", "event-catalogue.md");

    [Fact]
    public void The_catalogue_says_what_the_code_stores()
    {
        var drawn = CatalogueText.Draw().TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(ShownFile.Switch) == "1") File.WriteAllText(Path, drawn);
        Assert.Equal(drawn, File.ReadAllText(Path).ReplaceLineEndings("\n"));
    }
}
