using System.Text.RegularExpressions;

namespace TousRisques.Web.Tests;

/// <summary>The interface says everything in every language.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Every_language_has_the_same_keys()
    {
        var french = Words.In(Domain.Words.Language.French).Keys.Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(french);
        foreach (var language in Words.Languages)
            Assert.Equal(french, Words.In(language).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_text_is_empty_and_arguments_are_the_same_in_every_language()
    {
        var french = Words.In(Domain.Words.Language.French);
        foreach (var language in Words.Languages)
            foreach (var key in french.Keys)
            {
                Assert.NotEqual("", Words.In(language)[key].Trim());
                Assert.True(Arguments(french[key]).SetEquals(Arguments(Words.In(language)[key])), $"{key} in {language}");
            }

        static HashSet<string> Arguments(string text) => [.. Hole().Matches(text).Select(m => m.Value)];
    }

    [Fact]
    public void Every_key_that_code_names_exists()
    {
        var words = Words.In(Domain.Words.Language.French);
        var areas = words.Keys.Select(k => k.Split('.')[0]).ToHashSet();
        var used = Directory.EnumerateFiles(Source(), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Key().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Where(k => areas.Contains(k.Split('.')[0])).Distinct().ToList();
        Assert.True(used.Count > 100);
        Assert.Equal([], used.Where(k => !words.Has(k)).ToList());
    }

    private static string Source()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "src", "TousRisques.Web"))) return Path.Combine(at.FullName, "src");
        throw new DirectoryNotFoundException("The sources are not around the tests.");
    }

    // An indexer with a whole key: ["area.key"] or ["area.key", arguments]; keys put together from parts are not looked at.
    [GeneratedRegex("""\["([a-z][a-z0-9-]*\.[a-z0-9.-]*[a-z0-9])"[\],]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Hole();
}
