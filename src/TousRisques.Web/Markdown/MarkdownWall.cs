using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace TousRisques.Web.Markdown;

/// <summary>
/// The second wall: whatever the writer made is parsed as browsers parse it, and everything goes that is not on these lists. It should never have
/// anything to take away; a text that gets past the first wall by a mistake of ours stops here.
/// </summary>
internal static class MarkdownWall
{
    /// <summary>Elements that texts are made of.</summary>
    public static readonly IReadOnlySet<string> Elements = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "sup", "a",
        "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img", "small", "div",
    };

    /// <summary>Attributes that they may have.</summary>
    public static readonly IReadOnlySet<string> Attributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "id", "href", "rel", "title", "class", "src", "alt", "width", "height", "loading", "scope", "start", "role", "tabindex",
    };

    private static readonly HtmlSanitizer Sanitizer = Build();

    /// <summary>What is left of some HTML.</summary>
    public static string Pass(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        });
        sanitizer.AllowedClasses.UnionWith(["md-wide", "md-notes", "md-ref", "md-right", "md-center", "md-missing"]);
        // Images come from our own figures alone: nobody's server learns who reads.
        sanitizer.FilterUrl += (_, e) =>
        {
            if (e.Tag is IHtmlImageElement && !e.OriginalUrl.StartsWith("/explorer/", StringComparison.Ordinal)) e.SanitizedUrl = null;
        };
        return sanitizer;
    }
}
