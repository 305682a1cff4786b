using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Web.Markdown;

namespace TousRisques.Web.Tests.Markdown;

public sealed class MarkdownTests
{
    private static readonly MarkdownSettings Settings = new()
    {
        Figure = name => name == "f1" ? new ShownFigure("/explorer/vallee/notebook/figures/f1.png", 800, 600, "Un \"pont\"", "Bo <b>") : null,
    };

    private static Written Read(string text) => MarkdownReader.Read(text, Settings);

    private static string Html(string text) => string.Concat(Read(text).Blocks.Select(b => b.Html));

    private static IDocument Page(string html) => new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html + "</body>");

    /// <summary>What browsers would see of a text, held to the lists.</summary>
    private static void AssertSafe(string html)
    {
        foreach (var element in Page(html).Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Allowed);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.LocalName, AllowedAttributes);
                if (attribute.LocalName is not ("href" or "src")) continue;
                var leads = new Url(new Url("https://house.example/explorer/"), attribute.Value); // as browsers read it
                Assert.Contains(leads.Scheme, element.LocalName == "a" ? ["http", "https", "mailto"] : new[] { "https" });
                if (element.LocalName == "img") Assert.StartsWith("https://house.example/explorer/", leads.Href, StringComparison.Ordinal);
            }
        }
    }

    // Written out here, not taken from the wall: the test would else agree with any mistake in it.
    private static readonly HashSet<string> Allowed =
    [
        "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "sup", "a", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption",
        "img", "small", "div",
    ];

    private static readonly HashSet<string> AllowedAttributes =
        ["id", "href", "rel", "title", "class", "src", "alt", "width", "height", "loading", "scope", "start", "role", "tabindex"];

    [Fact]
    public void What_people_write_takes_its_form()
    {
        var page = Page(Html("""
            # Titre

            Un *paragraphe* avec un [lien](https://exemple.fr/ "Voir") et `du code`.

            - un
              - deux
            - trois

            > cité

            | A | B |
            |---|--:|
            | 1 | 2 |

            ```
            <script>
            ```
            """));
        Assert.Equal("Titre", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("paragraphe", page.QuerySelector("p em")!.TextContent);
        Assert.Equal("nofollow noopener", page.QuerySelector("a[href='https://exemple.fr/']")!.GetAttribute("rel"));
        Assert.Equal("deux", page.QuerySelector("ul ul li")!.TextContent.Trim());
        Assert.Equal("cité", page.QuerySelector("blockquote p")!.TextContent);
        Assert.Equal("2", page.QuerySelector("td.md-right")!.TextContent);
        Assert.Equal("col", page.QuerySelector("th")!.GetAttribute("scope"));
        Assert.Equal("<script>\n", page.QuerySelector("pre code")!.TextContent);
    }

    [Fact]
    public void Footnotes_lead_there_and_back_and_two_texts_on_a_page_do_not_mix()
    {
        var html = string.Concat(MarkdownReader.Read("Une note[^a].\n\n[^a]: La voici.", new MarkdownSettings { Prefix = "c1-" }).Blocks.Select(b => b.Html));
        var page = Page(html);
        var note = page.QuerySelector("sup a")!;
        Assert.Equal("#c1-fn-1", note.GetAttribute("href"));
        Assert.Contains("La voici.", page.GetElementById("c1-fn-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#" + note.Id, page.GetElementById("c1-fn-1")!.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_figure_alone_is_a_figure_with_its_credit_and_an_image_from_elsewhere_is_a_link()
    {
        var page = Page(Html("![](figure:f1 \"Le pont, 2018\")\n\n![espion](https://exemple.fr/pixel.png)\n\n![](figure:none)"));
        var image = page.QuerySelector("figure img")!;
        Assert.Equal(("Un \"pont\"", "800"), (image.GetAttribute("alt"), image.GetAttribute("width")));
        Assert.Equal("Le pont, 2018 Bo <b>", page.QuerySelector("figcaption")!.TextContent);
        Assert.Single(page.QuerySelectorAll("img"));
        Assert.Equal("espion", page.QuerySelector("a[href='https://exemple.fr/pixel.png']")!.TextContent);
        Assert.Equal("figure:none", page.QuerySelector(".md-missing code")!.TextContent);
    }

    [Fact]
    public void A_paragraph_keeps_its_anchor_while_others_change()
    {
        var before = Read("# A\n\nPremier.\n\nSecond *paragraphe*.\n\nSecond *paragraphe*.");
        var after = Read("# B\n\nTout autre.\n\nEncore.\n\nSecond  **paragraphe**.");
        Assert.Equal(4, before.Blocks.Select(b => b.Anchor).Distinct().Count());
        Assert.Equal(before.Passages[1].Anchor, after.Passages[2].Anchor);
        Assert.NotEqual(before.Passages[0].Anchor, after.Passages[0].Anchor);
        Assert.Contains($"id=\"{before.Passages[1].Anchor}\"", before.Blocks[2].Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<p style=background:url(//evil)>x</p>")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](<\u0001javascript:alert(1)>)")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](&#x6A;avascript&colon;alert(1))")]
    [InlineData("[x](java&NewLine;script:alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](javascript&#0000058alert(1))")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example/a)")]
    [InlineData("[x](/\\evil.example/a)")]
    [InlineData("[x](https://user:secret@evil.example/)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![\" onerror=\"alert(1)](figure:f1)")]
    [InlineData("![](figure:f1 \"\\\" onload=\\\"alert(1)\")")]
    [InlineData("[x](https://exemple.fr/ \"\\\" onclick=\\\"alert(1)\")")]
    [InlineData("[a]\n\n[a]: javascript:alert(1)")]
    [InlineData("[a]: javascript:alert(1) 'x'\n\n[y][a]")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("# <script>alert(1)</script>")]
    [InlineData("| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |")]
    [InlineData("[^<script>]: <script>alert(1)</script>\n\nx[^<script>]")]
    [InlineData("# T {onclick=alert(1)}")]
    [InlineData("```\" onclick=\"alert(1)\nx\n```")]
    public void An_attack_is_only_words(string attack)
    {
        var html = Html(attack);
        AssertSafe(html);
        var page = Page(html);
        Assert.Empty(page.QuerySelectorAll("script, svg, math, iframe, style"));
        if (attack.Contains("](", StringComparison.Ordinal) && !attack.Contains("figure:", StringComparison.Ordinal) && !attack.Contains("exemple.fr", StringComparison.Ordinal))
            Assert.Empty(page.QuerySelectorAll("a[href], img"));
    }

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.OneOf("<script>", "</script>", "<img src=x onerror=y>", "<svg onload=x>", "<a href='javascript:x'>", "<style>", "<!--", "-->", "<p ", "style=x", "onclick=x", ">", "<", "\"", "'", "&#106;", "&lt;", "&colon;"),
        Gen.OneOf("[x](", "](", "javascript:", "data:text/html,", "https://exemple.fr", "//evil", ")", "![", "figure:f1", "[^1]", "[^1]: ", "[a]: ", "<https://a.b>", "<mailto:a@b>", "mailto:a@b.c"),
        Gen.OneOf("# ", "> ", "- ", "1. ", "| a | b |\n|---|:-:|\n", "|", "```\n", "`", "*", "**", "_", "\n", "\n\n", "    ", "\\", "---\n", "\t", "\0", "\u2028", "\ud800"),
        Gen.String[Gen.Char["abé <>&\"'/:()[]!*_`#|-\n"], 0, 8]);

    [Fact]
    public void Whatever_is_written_a_browser_finds_only_what_is_allowed() => Pieces.Array[0, 40].Select(string.Concat).Sample(text =>
    {
        var written = Read(text);
        AssertSafe(string.Concat(written.Blocks.Select(b => b.Html)));
        Assert.Equal(written.Blocks.Length, written.Blocks.Select(b => b.Anchor).Distinct().Count());
    }, iter: 3_000);

    [Fact]
    public void The_second_wall_stands_by_itself() => Gen.OneOf(
            "<script>x</script>", "<img src=x onerror=y>", "<img src='https://evil/x.png'>", "<img src='/explorer/a.png' srcset='//evil'>", "<a href='java\nscript:x'>a</a>", "<a href=' javascript:x'>", "<svg><a xlink:href='javascript:x'>",
            "<math><mi//xlink:href='data:x'>", "<p onclick=x style='a:b'>", "<form action=x><input>", "<noscript><p title='</noscript><img src=x onerror=y>'>", "<table><td>", "</p>", "text", "<div class='evil md-wide'>", "<base href=//evil>")
        .Array[1, 6].Select(string.Concat).Sample(html => AssertSafe(MarkdownWall.Pass(html)), iter: 1_000);

    public static TheoryData<string> Pathological => new(
    [
        Many("> "), Many(">"), Many("- "), Many("* "), Many("1. "), Many("["), Many("!["), Many("[a]("), Many("]("), Many("*a "), Many("**a"), Many("_a_"), Many("*a_ "), Many("`"), Many("` a"), Many("<"), Many("<a"),
        Many("&"), Many("&#"), Many("\\"), Many("|"), Many("|\n"), Many("a|b\n"), Many("# "), Many("#\n"), Many("~~~\n"), Many("[^1]"), Many("[^1]: "), Many("[a]: b\n"), Many("\n"), Many("\r"), Many(" "), Many("a\n"),
        Many("(("), Many("[a][b]"), Many("![a](figure:f1)"), Many("https://a.b/c "), Many("www.a"), Many("<https://a.b>"), Many("a@b"), Many("---\n"), Many("***bold"), Many("<!--"), Many("\u0301"), Many("👩‍🚒"),
        Many("|a", 20_000) + "\n" + Many("|-", 10_000) + "\n" + Many("|\n", 10_000),
        string.Concat(Enumerable.Range(0, 1_500).Select(i => new string(' ', i % 60) + "- a\n")),
        string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + "- a\n")),
        string.Concat(Enumerable.Range(0, 1_000).Select(i => $"x[^{i}] ")) + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"\n\n[^{i}]: y")),
        "x" + Many("[^1]", 40_000) + "\n\n[^1]: y",
    ]);

    private static string Many(string piece, int length = NotebookLimits.Body) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    [Theory]
    [MemberData(nameof(Pathological), DisableDiscoveryEnumeration = true)]
    public void A_text_made_to_choke_the_parser_does_not(string text)
    {
        var watch = Stopwatch.StartNew();
        var written = Read(text);
        AssertSafe(string.Concat(written.Blocks.Select(b => b.Html)));
        TestContext.Current.SendDiagnosticMessage($"{watch.ElapsedMilliseconds} ms, {written.Trouble}: {text[..Math.Min(20, text.Length)]}");
        Assert.True(written.Blocks.Sum(b => (long)b.Html.Length) < 4_000_000, "The page would be huge.");
    }

    [Theory]
    [InlineData("> ", MarkdownTrouble.TooNested)]
    [InlineData("- ", MarkdownTrouble.TooNested)]
    [InlineData("[", MarkdownTrouble.TooNested)]
    [InlineData("|a", MarkdownTrouble.TooWide)]
    public void A_text_beyond_bounds_is_shown_as_it_was_typed(string piece, MarkdownTrouble trouble)
    {
        var text = Many(piece, 20_000);
        var written = Read(text + "a");
        Assert.Equal(trouble, written.Trouble);
        Assert.Contains(piece.Trim(), Page(written.Blocks[0].Html).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_honest_long_chapter_is_within_bounds()
    {
        var paragraph = "Le **papier** reste lisible ([source](https://exemple.fr/a_b)) quand *tout* tombe ; la `sirène` aussi[^1]. ";
        var text = string.Concat(Enumerable.Range(0, 120).Select(i => $"## Partie {i}\n\n{paragraph}{paragraph}\n\n- un\n  - deux\n    - trois\n\n> cité\n\n")) + "| a | b | c |\n|---|---|---|\n" + Many("| 1 | 2 | 3 |\n", 2_000) + "\n[^1]: Note.";
        Assert.Equal(MarkdownTrouble.None, Read(text).Trouble);
        Assert.Equal(120, Read(text).Headings.Count());
    }
}
