using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using Xunit;

namespace TousRisques.Formats.Tests;

public class PackReaderTests
{
    [Fact]
    public void The_full_sample_has_no_finding()
    {
        var reading = PackReader.Read(Samples.Folder("full"));
        Assert.Equal("", string.Join('\n', reading.Findings.Select(f => FindingText.Line(f, Language.English))));
        Assert.NotNull(reading.Pack);
    }
}
