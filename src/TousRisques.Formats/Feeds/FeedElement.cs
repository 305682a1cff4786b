using System.Text;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Feeds;

/// <summary>An element of a feed with its place. Children are elements and texts in their order.</summary>
internal sealed class FeedElement(string prefix, string name, Spot at)
{
    public string Prefix { get; } = prefix;
    public string Name { get; } = name;
    public Spot At { get; } = at;
    public FeedElement? Parent { get; init; }
    public string Namespace { get; set; } = "";
    /// <summary>False when the file ended before the element did.</summary>
    public bool IsWhole { get; set; } = true;
    public List<(string Name, string Value)> Attributes { get; } = [];
    public List<object> Content { get; } = [];
    public IEnumerable<FeedElement> Children => Content.OfType<FeedElement>();

    public string? Attribute(string wanted)
    {
        foreach (var (name, value) in Attributes)
            if (name == wanted) return value.Trim();
        return null;
    }

    /// <summary>An attribute of this element or of the nearest around it.</summary>
    public string? Inherited(string wanted)
    {
        for (var e = this; e is not null; e = e.Parent)
            if (e.Attribute(wanted) is { } value) return value;
        return null;
    }

    /// <summary>Elements of the feed's own vocabulary by that name.</summary>
    public IEnumerable<FeedElement> Own(string name) => Children.Where(c => c.Name == name && FeedNames.IsOwn(c.Namespace));

    /// <summary>The text inside, tags apart; blocks of XHTML begin new lines.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Gather(this, text);
        return text.ToString();
    }

    private static void Gather(FeedElement element, StringBuilder text)
    {
        foreach (var part in element.Content)
        {
            if (part is string s) text.Append(s);
            else if (part is FeedElement e && !PlainText.IsUnread(e.Name))
            {
                var block = PlainText.IsBlock(e.Name);
                if (block) text.Append('\n');
                Gather(e, text);
                if (block) text.Append('\n');
            }
        }
    }
}

/// <summary>Namespaces of feeds.</summary>
internal static class FeedNames
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Atom03 = "http://purl.org/atom/ns#";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string Terms = "http://purl.org/dc/terms/";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>RSS in all its ages and Atom: none of them is mixed with another under the same name, but for links, which look different.</summary>
    public static bool IsOwn(string ns) => ns is "" or Atom or Atom03 or "http://purl.org/rss/1.0/" or "http://my.netscape.com/rdf/simple/0.9/" or "http://channel.netscape.com/rdf/simple/0.9/"
        || ns.StartsWith("http://backend.userland.com/rss", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a prefix means in feeds that forget to say it.</summary>
    public static string Usual(string prefix) => prefix switch
    {
        "" => "",
        "atom" => Atom,
        "dc" => DublinCore,
        "dcterms" => Terms,
        "content" => Content,
        "rdf" => Rdf,
        _ => "?" + prefix,
    };
}
