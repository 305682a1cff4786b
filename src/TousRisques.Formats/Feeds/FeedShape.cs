using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Feeds;

/// <summary>Finds a feed in markup.</summary>
internal sealed class FeedShape(IntakeFindings findings, Uri? address)
{
    private static readonly string[] Moments = ["pubDate", "published", "issued", "date", "created"];
    private static readonly string[] Changes = ["updated", "modified", "lastBuildDate"];

    private const int MostLinks = 50;
    private readonly Dictionary<FeedElement, Uri?> bases = [];

    public Feed? Read(FeedElement root)
    {
        var isAtom = root.Name == "feed";
        var channel = isAtom ? root : root.Name is "rss" or "RDF" or "rdf" ? root.Own("channel").FirstOrDefault() ?? root : root.Name == "channel" ? root : null;
        if (channel is null)
        {
            findings.Error(IntakeCode.NoFeed, root.At, root.Name);
            return null;
        }
        var self = Link(channel, "self");
        StartFrom(self);
        var link = Link(channel, "alternate");
        StartFrom(link);
        var language = Language(channel) ?? Word(channel, "language", FeedLimits.Name);
        var updated = Date(channel, Changes) ?? Date(channel, Moments);
        return new()
        {
            Id = Word(channel, "id", FeedLimits.Link) ?? link ?? "",
            Title = Short(channel, "title", FeedLimits.Title) ?? "",
            Link = link,
            Self = self,
            Author = Author(channel),
            Language = language,
            Updated = updated,
            Entries = Entries(root, channel, language),
        };
    }

    /// <summary>A file without an address starts from where the feed says that it stands: bases found so far no longer hold.</summary>
    private void StartFrom(string? link)
    {
        if (address is not null || link is null) return;
        address = new Uri(link);
        bases.Clear();
    }

    private ImmutableArray<FeedEntry> Entries(FeedElement root, FeedElement channel, string? language)
    {
        var found = new List<(FeedEntry Entry, Spot At)>();
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        // RSS 0.90 and 1.0 keep items beside their channel.
        var elements = channel.Children.Concat(root == channel ? [] : root.Children).Where(c => c.Name is "item" or "entry" && FeedNames.IsOwn(c.Namespace));
        foreach (var element in elements)
        {
            if (found.Count == FeedLimits.Entries)
            {
                findings.Limit(IntakeCode.TooManyEntries, element.At, FeedLimits.Entries);
                break;
            }
            if (!element.IsWhole) findings.Error(IntakeCode.EntryCutShort, element.At);
            else if (Entry(element, language) is not { } entry) findings.Error(IntakeCode.EntryEmpty, element.At);
            else if (byId.TryGetValue(entry.Id, out var first))
            {
                findings.Warning(IntakeCode.EntryTwice, element.At, entry.Id, other: found[first].At);
                if (When(entry) > When(found[first].Entry)) found[first] = (entry, found[first].At);
            }
            else
            {
                byId.Add(entry.Id, found.Count);
                found.Add((entry, element.At));
            }
        }
        return [.. found.Select(f => f.Entry)];

        static DateTimeOffset When(FeedEntry e) => e.Updated ?? e.Published ?? DateTimeOffset.MinValue;
    }

    private FeedEntry? Entry(FeedElement element, string? language)
    {
        var title = Short(element, "title", FeedLimits.Title) ?? "";
        var summary = Summary(element);
        var link = Link(element, "alternate");
        var guid = element.Own("guid").FirstOrDefault();
        if (link is null && guid is not null && guid.Attribute("isPermaLink") != "false" && guid.Text().Trim() is ['h' or 'H', ..] permanent) link = Web(permanent, guid);
        if (title.Length == 0 && summary.Length == 0 && link is null) return null;
        var id = Word(element, "id", FeedLimits.Link) ?? Word(element, "guid", FeedLimits.Link) ?? element.Attribute("rdf:about") ?? link
            ?? "urn:sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + summary)));
        return new()
        {
            Id = PlainText.Cut(id, FeedLimits.Link),
            Link = link,
            Title = title,
            Summary = summary,
            Published = Date(element, Moments),
            Updated = Date(element, Changes),
            Author = Author(element),
            Language = Language(element) ?? Dublin(element, "language") ?? language,
            Categories = Categories(element),
        };
    }

    private string Summary(FeedElement element)
    {
        foreach (var e in element.Own("summary").Concat(element.Own("description")).Concat(element.Own("content"))
            .Concat(element.Children.Where(c => c is { Namespace: FeedNames.Content, Name: "encoded" })))
        {
            if (e.Attribute("src") is not null || e.Attribute("type") is { } type && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal)) continue;
            if (Capped(Plain(e), FeedLimits.Summary, e) is { Length: > 0 } text) return text;
        }
        return "";
    }

    /// <summary>The text of an element, reduced as its type asks: Atom says it, RSS means HTML.</summary>
    private static string Plain(FeedElement e)
    {
        var isAtom = e.Namespace is FeedNames.Atom or FeedNames.Atom03;
        var type = e.Attribute("type") ?? (isAtom ? "text" : "html");
        return type is "text" or "text/plain" || type.Contains("xhtml", StringComparison.Ordinal) ? PlainText.Lines(e.Text()) : PlainText.FromHtml(e.Text());
    }

    private string Capped(string text, int most, FeedElement e)
    {
        if (text.Length > most) findings.Warning(IntakeCode.TextTooLong, e.At, most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return PlainText.Cut(text, most);
    }

    private string? Short(FeedElement parent, string name, int most) =>
        (parent.Own(name).FirstOrDefault() ?? parent.Children.FirstOrDefault(c => c.Namespace == FeedNames.DublinCore && c.Name == name)) is { } e
            && Capped(PlainText.Line(Plain(e)), most, e) is { Length: > 0 } text ? text : null;

    private string? Word(FeedElement parent, string name, int most) =>
        parent.Own(name).FirstOrDefault() is { } e && Capped(PlainText.Line(e.Text()), most, e) is { Length: > 0 } text ? text : null;

    private string? Dublin(FeedElement parent, string name) =>
        parent.Children.FirstOrDefault(c => c.Name == name && c.Namespace == FeedNames.DublinCore) is { } e && Capped(PlainText.Line(e.Text()), FeedLimits.Name, e) is { Length: > 0 } text ? text : null;

    private static string? Language(FeedElement e) => e.Attribute("xml:lang") is { Length: > 0 } own ? PlainText.Cut(PlainText.Line(own), FeedLimits.Name) : null;

    private string? Author(FeedElement parent)
    {
        if (parent.Own("author").FirstOrDefault() is { } author)
            return Word(author, "name", FeedLimits.Name) ?? (author.Children.Any() ? null : Word(parent, "author", FeedLimits.Name));
        return Dublin(parent, "creator");
    }

    private DateTimeOffset? Date(FeedElement parent, string[] names)
    {
        foreach (var e in parent.Children.Where(c => names.Contains(c.Name) && (FeedNames.IsOwn(c.Namespace) || c.Namespace is FeedNames.DublinCore or FeedNames.Terms)))
        {
            var text = e.Text().Trim();
            if (text.Length == 0) continue;
            if (FeedDates.Read(text) is not { } date) findings.Warning(IntakeCode.BadDate, e.At, text);
            else
            {
                if (date.ZoneAssumed && text.Contains(':', StringComparison.Ordinal)) findings.Warning(IntakeCode.ZoneAssumed, e.At, text);
                return date.At;
            }
        }
        return null;
    }

    private ImmutableArray<FeedCategory> Categories(FeedElement parent)
    {
        var all = ImmutableArray.CreateBuilder<FeedCategory>();
        foreach (var e in parent.Children.Where(c => c.Name == "category" && FeedNames.IsOwn(c.Namespace) || c is { Name: "subject", Namespace: FeedNames.DublinCore }))
        {
            var term = Capped(PlainText.Line(e.Attribute("term") ?? e.Text()), FeedLimits.Name, e);
            var scheme = PlainText.Cut(PlainText.Line(e.Attribute("scheme") ?? e.Attribute("domain") ?? ""), FeedLimits.Name);
            var category = new FeedCategory(term, scheme.Length == 0 ? null : scheme);
            if (term.Length == 0 || all.Contains(category)) continue;
            if (all.Count == FeedLimits.Categories)
            {
                findings.Limit(IntakeCode.TooManyCategories, e.At, FeedLimits.Categories);
                break;
            }
            all.Add(category);
        }
        return all.ToImmutable();
    }

    private string? Link(FeedElement parent, string rel)
    {
        foreach (var e in parent.Own("link").Take(MostLinks))
        {
            var own = e.Attribute("rel") is { Length: > 0 } r ? r : "alternate";
            var text = e.Attribute("href") ?? e.Text().Trim();
            if (own == rel && text.Length > 0 && Web(text, e) is { } link) return link;
        }
        return null;
    }

    /// <summary>An absolute address on the web, without a user's name or password; null for anything else.</summary>
    private string? Web(string text, FeedElement e)
    {
        var link = text.Length > FeedLimits.Link ? null
            : Base(e) is { } from ? (Uri.TryCreate(from, text, out var joined) ? joined : null)
            : Uri.TryCreate(text, UriKind.Absolute, out var alone) ? alone : null;
        if (link is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 } && link.AbsoluteUri.Length <= FeedLimits.Link) return link.AbsoluteUri;
        findings.Warning(IntakeCode.LinkRefused, e.At, text);
        return null;
    }

    private Uri? Base(FeedElement? e)
    {
        if (e is null) return address;
        if (bases.TryGetValue(e, out var known)) return known;
        var outer = Base(e.Parent);
        var found = outer;
        if (e.Attribute("xml:base") is { Length: > 0 and <= FeedLimits.Link } own)
        {
            var made = outer is not null ? (Uri.TryCreate(outer, own, out var joined) ? joined : null) : Uri.TryCreate(own, UriKind.Absolute, out var alone) ? alone : null;
            if (made is { Scheme: "http" or "https" } && made.AbsoluteUri.Length <= FeedLimits.Link) found = made;
        }
        return bases[e] = found;
    }
}
