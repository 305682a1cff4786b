using System.Diagnostics;
using System.Text;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.Packs;

public class BrokenPackTests
{
    public static TheoryData<string> Names => [.. BrokenPacks.All.Select(p => p.Name)];
    public static TheoryData<string> Themes => [.. BrokenPacks.All.Select(p => p.Theme).Distinct()];

    [Theory, MemberData(nameof(Names))]
    public void What_was_broken_is_found_and_nothing_else(string name)
    {
        var broken = BrokenPacks.All.Single(p => p.Name == name);
        var watch = Stopwatch.StartNew();
        var reading = PackReader.Read(broken.Files);
        Assert.Equal(broken.Codes.Order(), reading.Findings.Select(f => f.Code).Order());
        Assert.Equal(reading.Errors > 0, reading.Pack is null);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory, MemberData(nameof(Themes))]
    public void Findings_are_told_in_words_that_people_have_read(string theme)
    {
        var text = new StringBuilder();
        foreach (var broken in BrokenPacks.All.Where(p => p.Theme == theme))
        {
            text.Append("# ").Append(broken.Name).Append('\n');
            foreach (var finding in PackReader.Read(broken.Files).Findings)
                foreach (var language in new[] { Language.French, Language.English })
                    text.Append(FindingText.Line(finding, language)).Append('\n');
            text.Append('\n');
        }
        ShownFile.Verify($"formats/{theme}.txt", text.ToString());
    }

    [Fact]
    public void All_that_is_wrong_in_a_pack_is_told_at_once()
    {
        var changes = new (string, string)[]
        {
            ("for: 30 h", "for: thirty hours"), ("nature: low-tech", "nature: lowtech"), ("component: fibre", "component: fiber"),
            ("until: 200 h", "until: 120 h"), ("{ fr: Chut, en: Hush }", "{ fr: Chut }"), ("slots: 6", "slots: many"),
        };
        Assert.Equal(changes.Length, PackReader.Read(Samples.With(changes)).Errors);
    }

    [Fact]
    public void A_finding_points_at_the_offending_value()
    {
        var finding = Assert.Single(PackReader.Read(Samples.With(("component: fibre", "component: fiber"))).Findings);
        Assert.Equal(("cards.yaml", 20, 76, "fiber", "fibre"), (finding.File, finding.Line, finding.Column, finding.Value, finding.Nearest));
    }

    [Fact]
    public void A_thousand_mistakes_are_cut_to_what_somebody_could_read()
    {
        var junk = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"- {{ id: X{i}, needs: [ y ], at: z }}\n"));
        var reading = PackReader.Read(new PackFiles([new("junk.yaml", "components:\n" + junk)]));
        Assert.Equal(501, reading.Findings.Length);
        Assert.Equal(FindingCode.TooManyFindings, reading.Findings[^1].Code);
        Assert.Null(reading.Pack);
    }

    [Fact]
    public void Every_kind_of_finding_has_an_example_that_shows_it() => Assert.Equal(
        Enum.GetValues<FindingCode>(),
        BrokenPacks.All.SelectMany(p => p.Codes).Concat(PackFolderTests.Codes).Append(FindingCode.TooManyFindings).Distinct().Order());

    [Fact]
    public void Every_kind_of_finding_has_words_of_its_own()
    {
        foreach (var language in new[] { Language.French, Language.English })
        {
            var sentences = Enum.GetValues<FindingCode>()
                .Select(c => FindingText.In(new() { Severity = Severity.Error, Code = c, At = default }, language)).ToList();
            Assert.Equal(sentences.Count - 1, sentences.Distinct().Count()); // without a value, two of them say "not what is expected here"
            Assert.DoesNotContain(sentences, s => Enum.GetNames<FindingCode>().Contains(s));
        }
    }
}
