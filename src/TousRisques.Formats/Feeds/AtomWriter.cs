using System.Globalization;
using System.Text;
using System.Xml;

namespace TousRisques.Formats.Feeds;

/// <summary>Writes Atom 1.0 [RFC4287]. What is written is read back as it was, when its texts are as the reader leaves them.</summary>
public static class AtomWriter
{
    /// <summary>The feed in UTF-8.</summary>
    /// <exception cref="ArgumentException">Atom requires an id, a date and an author, and an id and a date of every entry.</exception>
    public static byte[] Write(Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        if (feed.Id.Length == 0 || feed.Updated is null || feed.Author is null) throw new ArgumentException("Atom requires an id, a date and an author.", nameof(feed));
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            xml.WriteStartElement("feed", FeedNames.Atom);
            if (feed.Language is not null) xml.WriteAttributeString("xml", "lang", null, feed.Language);
            Element("id", feed.Id);
            Element("title", feed.Title);
            Element("updated", Date(feed.Updated.Value));
            Person(feed.Author);
            Link("alternate", feed.Link);
            Link("self", feed.Self);
            foreach (var entry in feed.Entries) Entry(entry);
            xml.WriteEndElement();

            void Entry(FeedEntry entry)
            {
                var updated = entry.Updated ?? entry.Published ?? throw new ArgumentException($"Atom requires a date of the entry {entry.Id}.", nameof(feed));
                if (entry.Id.Length == 0) throw new ArgumentException("Atom requires an id of every entry.", nameof(feed));
                xml.WriteStartElement("entry", FeedNames.Atom);
                if (entry.Language is not null && entry.Language != feed.Language) xml.WriteAttributeString("xml", "lang", null, entry.Language);
                Element("id", entry.Id);
                Element("title", entry.Title);
                Element("updated", Date(updated));
                if (entry.Published is { } published) Element("published", Date(published));
                if (entry.Author is not null) Person(entry.Author);
                Link("alternate", entry.Link);
                foreach (var category in entry.Categories)
                {
                    xml.WriteStartElement("category", FeedNames.Atom);
                    xml.WriteAttributeString("term", category.Term);
                    if (category.Scheme is not null) xml.WriteAttributeString("scheme", category.Scheme);
                    xml.WriteEndElement();
                }
                if (entry.Summary.Length > 0) Element("summary", entry.Summary);
                else if (entry.Link is null) Element("content", ""); // 4.1.2: an entry without a link must have content
                xml.WriteEndElement();
            }

            void Element(string name, string text) => xml.WriteElementString(name, FeedNames.Atom, text);

            void Person(string name)
            {
                xml.WriteStartElement("author", FeedNames.Atom);
                Element("name", name);
                xml.WriteEndElement();
            }

            void Link(string rel, string? href)
            {
                if (href is null) return;
                xml.WriteStartElement("link", FeedNames.Atom);
                xml.WriteAttributeString("rel", rel);
                xml.WriteAttributeString("href", href);
                xml.WriteEndElement();
            }
        }
        return stream.ToArray();
    }

    private static string Date(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}
