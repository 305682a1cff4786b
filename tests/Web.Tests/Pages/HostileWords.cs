using System.Text.RegularExpressions;

namespace TousRisques.Web.Tests.Pages;

/// <summary>What people may type to hurt a page, and what a page must look like all the same.</summary>
internal static partial class HostileWords
{
    public static readonly string[] All =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)", "</textarea><script>alert(2)</script>", "<!--", "]]>",
        "\u202Eevil\u202C", "&lt;b&gt;", "javascript:alert(1)", "{{7*7}}", "𝕏\u0000\u0007",
    ];

    /// <summary>Holds a page to the house's policy: no script but the file, no style attribute, no handler.</summary>
    public static void AssertHarmless(string html)
    {
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
        foreach (Match script in Scripts().Matches(html)) Assert.Matches("^<script defer src=\"/s/live\\.[0-9a-f]+\\.js\"", script.Value);
        foreach (Match tag in Tags().Matches(html))
        {
            Assert.DoesNotMatch(@"(?i)\son[a-z]+\s*=", Values().Replace(tag.Value, "\"\""));
            Assert.DoesNotMatch(@"(?i)\sstyle\s*=", Values().Replace(tag.Value, "\"\""));
            Assert.DoesNotMatch("(?i)(href|action|src|formaction)=\"\\s*javascript:", tag.Value);
        }
    }

    [GeneratedRegex("<script[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();

    [GeneratedRegex("<[a-z][^<>]*(?:\"[^\"]*\"[^<>]*)*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Values();
}
