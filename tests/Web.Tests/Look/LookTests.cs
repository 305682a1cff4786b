using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Web.Look;

namespace TousRisques.Web.Tests.Look;

public class LookTests
{
    [Fact] // docs/performance.md has the whole first load; these are its parts that every page carries
    public void What_every_phone_loads_stays_small()
    {
        Assert.InRange(SheetStore.Of(Sheet.Participant).Brotli.Length, 1000, 4200);
        Assert.InRange(SheetStore.Of(Sheet.LiveScript).Brotli.Length, 1000, 3000);
        Assert.InRange(SheetStore.Of(Sheet.LiveScript).Gzip.Length, 1000, 3400);
    }

    [Fact]
    public void Sheets_reach_nothing_outside_the_house()
    {
        foreach (var sheet in Sheet.All)
        {
            var text = System.Text.Encoding.UTF8.GetString(SheetStore.Of(sheet).Plain);
            Assert.NotEmpty(text);
            Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
            // The name of SVG inside a picture written out is a name, not an address.
            Assert.DoesNotContain("http", text.Replace("xmlns='http://www.w3.org/2000/svg'", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("eval(", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_address_names_its_contents() =>
        Assert.All(Sheet.All, s => Assert.Matches(@"^/s/[a-z]+\.[0-9a-f]{12}\.(css|js)$", s.Url));

    [Theory]
    [InlineData("a { color : red ; }", "a{color : red}")]
    [InlineData("/* why */ .a > .b, .c { margin: 0 1px }\n", ".a>.b,.c{margin:0 1px}")]
    [InlineData("p { width: calc(50% - 3rem) }", "p{width:calc(50% - 3rem)}")]
    [InlineData(".x:not(:has(.b)) .y :first-child { top: 0 }", ".x:not(:has(.b)) .y :first-child{top:0}")]
    public void Shrinking_a_sheet_keeps_what_it_says(string css, string shrunk) => Assert.Equal(shrunk, SheetStore.ShrinkCss(css));

    [Fact]
    public void Everything_has_a_drawing_of_its_own()
    {
        Assert.Equal(3, Enum.GetValues<Verdict>().Select(Icons.Of).Distinct().Count());
        Assert.Equal(8, Enum.GetValues<StakeholderFamily>().Select(Icons.Of).Distinct().Count());
        Assert.Equal(Enum.GetValues<Medium>().Length, Enum.GetValues<Medium>().Select(m => Icons.Of((Medium?)m)).Distinct().Count());
        Assert.All(Enum.GetValues<Medium>(), m => Assert.Contains(Icons.Of((Medium?)m), Icons.Names));
        foreach (var code in new[] { "MH0604", "MH0703", "MH0103", "MH0303", "MH0501", "MH0502", "GH0303", "BI0205", "TL0101", "TL0209", "TL0305", "TL0304", "", "?" })
            Assert.Contains(Icons.OfHazard(code), Icons.Names);
    }

    [Fact]
    public void Every_value_of_an_enumeration_has_a_word_in_every_language()
    {
        foreach (var words in Words.Languages.Select(Words.In))
        {
            Assert.All(Enum.GetValues<Verdict>(), v => Assert.DoesNotContain("[", words.Of(v), StringComparison.Ordinal));
            Assert.All(Enum.GetValues<ComponentStatus>(), v => Assert.DoesNotContain("[", words.Of(v), StringComparison.Ordinal));
            Assert.All(Enum.GetValues<StakeholderFamily>(), v => Assert.DoesNotContain("[", words.Of(v), StringComparison.Ordinal));
            Assert.All(Enum.GetValues<StakeholderRole>(), v => Assert.DoesNotContain("[", words.Of(v), StringComparison.Ordinal));
            Assert.All(Enum.GetValues<Domain.Workshops.StepKind>(), v => Assert.DoesNotContain("[", words.Of(v), StringComparison.Ordinal));
            Assert.All(Enum.GetValues<Domain.Workshops.StepKind>(), v => Assert.DoesNotContain("[", words[$"play.title.{v}"], StringComparison.Ordinal));
        }
    }
}
