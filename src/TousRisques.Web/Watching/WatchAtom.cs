using System.Security.Cryptography;
using System.Text;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Formats.Feeds;
using TousRisques.Web.Look;

namespace TousRisques.Web.Watching;

/// <summary>The reading list as a feed, so that others can follow it.</summary>
internal static class WatchAtom
{
    /// <summary>Entries of the feed.</summary>
    public const int Entries = 50;

    /// <summary>The feed of an expedition.</summary>
    /// <param name="state">The expedition.</param>
    /// <param name="filter">What of it.</param>
    /// <param name="page">The full address of the reading list.</param>
    /// <param name="self">The full address of the feed.</param>
    public static byte[] Write(Expedition state, WatchFilter filter, string page, string self)
    {
        var outline = state.Charter.Outline!;
        var words = Words.In(outline.Language);
        // The latest on the list first: that is what is new to those who follow it.
        var items = filter.In(state.Watch, WatchState.Published).OrderByDescending(i => i.ListedAt).ThenBy(i => i.Id.Value, StringComparer.Ordinal).Take(Entries).ToList();
        return AtomWriter.Write(new Feed
        {
            Id = Urn(state.Id.Value),
            Title = words["explorer-watch.feed-title", outline.Name],
            Link = page,
            Self = self,
            Author = outline.Name,
            Language = outline.Language.Code,
            Updated = items.Count == 0 ? state.Charter.OpenedAt : items.Max(Updated),
            Entries = [.. items.Select(i => new FeedEntry
            {
                Id = Urn(state.Id.Value + "/" + i.Id.Value),
                Link = i.Card.Link.Length > 0 ? i.Card.Link : $"{page}/item/{i.Id.Value}",
                Title = i.Card.Title,
                Summary = i.Card.Summary,
                Published = i.Dated,
                Updated = Updated(i),
                Author = i.Card.Source.Length > 0 ? i.Card.Source : null,
                Language = i.Card.Language?.Code,
                Categories =
                [
                    .. i.Card.Tags.Themes.Select(t => new FeedCategory(words.Of(t))), .. i.Card.Tags.Times.Select(t => new FeedCategory(words.Of(t))),
                    .. i.Card.Tags.Hazards.Select(h => new FeedCategory(words.Of(h))),
                ],
            })],
        });
    }

    private static DateTimeOffset Updated(WatchItem item) => item.ListedAt is { } listed && listed > item.ChangedAt ? listed : item.ChangedAt;

    /// <summary>An id that stays the same for ever, whatever the server is called: a UUID made from the name [RFC9562, version 8].</summary>
    private static string Urn(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes("watch/" + name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(hash[..16], bigEndian: true);
    }
}
