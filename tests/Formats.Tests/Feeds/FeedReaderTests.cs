using System.Text;
using System.Xml;
using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Formats.Feeds;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;
using Xunit;

namespace TousRisques.Formats.Tests.Feeds;

public class FeedReaderTests
{
    private static readonly Uri Here = new("https://example.org/news/feed.xml");

    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
          <channel>
            <title>Veille &amp; crises</title><link>https://example.org/</link><language>fr</language>
            <atom:link rel="self" href="https://example.org/news/feed.xml"/>
            <item>
              <title>Le &lt;b&gt;tocsin&lt;/b&gt; sonne</title>
              <link>/a?x=1&amp;y=2</link>
              <guid isPermaLink="false">a-1</guid>
              <description><![CDATA[<p>Un.</p><script>alert("x")</script><p>Deux &eacute;t&eacute;s, 1 < 2</p>]]></description>
              <pubDate>Tue, 24 Nov 2026 06:00:00 +0100</pubDate>
              <dc:creator>Jeanne</dc:creator><category domain="d">crue</category><category>crue</category>
            </item>
            <item><title>Sans lien</title><content:encoded>&lt;p&gt;Tout le texte&lt;/p&gt;</content:encoded></item>
            <item><guid>https://example.org/b</guid></item>
          </channel>
        </rss>
        """;

    [Fact]
    public void An_RSS_feed_becomes_plain_entries()
    {
        var feed = Fine(Rss);
        Assert.Equal(("Veille & crises", "https://example.org/", "https://example.org/news/feed.xml", "fr"), (feed.Title, feed.Link, feed.Self, feed.Language));
        var first = feed.Entries[0];
        Assert.Equal(("a-1", "Le tocsin sonne", "https://example.org/a?x=1&y=2", "Un.\n\nDeux étés, 1 < 2", "Jeanne", "fr"), (first.Id, first.Title, first.Link, first.Summary, first.Author, first.Language));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.FromHours(1)), first.Published);
        Assert.Equal([new("crue", "d"), new("crue")], first.Categories);
        Assert.Equal("Tout le texte", feed.Entries[1].Summary);
        Assert.StartsWith("urn:sha256:", feed.Entries[1].Id, StringComparison.Ordinal);
        Assert.Equal("https://example.org/b", feed.Entries[2].Link);
    }

    [Fact]
    public void An_RSS_1_feed_keeps_its_items_beside_its_channel()
    {
        var feed = Fine("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://example.org/"><title>T</title><link>https://example.org/</link></channel>
              <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/one</link><dc:date>2026-11-24T05:00Z</dc:date><dc:subject>eau</dc:subject></item>
            </rdf:RDF>
            """);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://example.org/1", "https://example.org/one", "eau"), (entry.Id, entry.Link, entry.Categories[0].Term));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero), entry.Published);
    }

    [Fact]
    public void An_Atom_feed_resolves_its_links_and_reads_each_kind_of_text()
    {
        var feed = Fine("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="/deep/">
              <id>urn:f</id><title type="html">A &amp;amp; B</title><updated>2026-01-02T03:04:05.5Z</updated>
              <entry xml:base="er/"><id>urn:1</id><title>1 &lt;b&gt; 2</title><link rel="enclosure" href="x.mp3"/><link href="page"/><updated>2026-01-02t03:04:05z</updated>
                <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two <em>three</em></p><style>x</style></div></summary>
                <author><name>Ada</name></author><category term="water" scheme="urn:s"/></entry>
              <entry xml:lang="fr"><id>urn:2</id><title/><content type="html">&lt;br&gt;Bonjour</content></entry>
            </feed>
            """);
        Assert.Equal(("A & B", "en"), (feed.Title, feed.Language));
        Assert.Equal(("1 <b> 2", "https://example.org/deep/er/page", "One\n\nTwo three", "Ada"), (feed.Entries[0].Title, feed.Entries[0].Link, feed.Entries[0].Summary, feed.Entries[0].Author));
        Assert.Equal(("Bonjour", "fr"), (feed.Entries[1].Summary, feed.Entries[1].Language));
    }

    [Theory]
    [InlineData("Tue, 24 Nov 2026 06:00:00 GMT", "2026-11-24T06:00:00+00:00")]
    [InlineData("24 Nov 26 06:00 EST", "2026-11-24T06:00:00-05:00")]
    [InlineData("Tues, 24 November 2026 6:00:00 +01:00", "2026-11-24T06:00:00+01:00")]
    [InlineData("Tue, 24 Nov 2026 06:00:00 GMT+0200", "2026-11-24T06:00:00+02:00")]
    [InlineData("mar., 24 févr. 2026 06:00:00 CET", "2026-02-24T06:00:00+01:00")]
    [InlineData("Tue Nov 24 06:00:00 CET 2026", "2026-11-24T06:00:00+01:00")]
    [InlineData("Sun, 6 Nov 1994 08:49:37 GMT (sea)", "1994-11-06T08:49:37+00:00")]
    [InlineData("2026-11-24 06:00:00+0100", "2026-11-24T06:00:00+01:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00")]
    [InlineData("2026-11-24T24:00:00Z", "2026-11-25T00:00:00+00:00")]
    public void Dates_are_read_in_the_forms_found_in_the_wild(string written, string meant) =>
        Assert.Equal((DateTimeOffset.Parse(meant), false), FeedDates.Read(written));

    [Theory]
    [InlineData("2026-11-24", "2026-11-24T00:00:00+00:00")]
    [InlineData("2026-11", "2026-11-01T00:00:00+00:00")]
    [InlineData("Tue, 24 Nov 2026 06:00:00 XYZ", "2026-11-24T06:00:00+00:00")]
    [InlineData("Nov 24, 2026", "2026-11-24T00:00:00+00:00")]
    public void Dates_without_a_known_zone_are_taken_as_UTC_and_say_so(string written, string meant) =>
        Assert.Equal((DateTimeOffset.Parse(meant), true), FeedDates.Read(written));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2026 06:00 GMT")]
    [InlineData("24/11/2026")]
    [InlineData("2026-13-01")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2026-11-24T25:00:00Z")]
    public void What_is_no_date_is_none(string written) => Assert.Null(FeedDates.Read(written));

    [Fact]
    public void Every_instant_that_is_written_in_RFC_3339_or_822_is_read_back() =>
        Gen.Select(Gen.DateTime[new DateTime(1970, 1, 2), new DateTime(2100, 1, 1)], Gen.Int[-48, 48]).Sample((at, quarters) =>
        {
            var date = new DateTimeOffset(DateTime.SpecifyKind(at.Date.AddSeconds((int)at.TimeOfDay.TotalSeconds), DateTimeKind.Unspecified), TimeSpan.FromMinutes(15 * quarters));
            var culture = System.Globalization.CultureInfo.InvariantCulture;
            var mail = date.ToString("ddd, dd MMM yyyy HH:mm:ss ", culture) + date.ToString("zzz", culture).Replace(":", "", StringComparison.Ordinal);
            Assert.Equal((date, false), FeedDates.Read(date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", culture)));
            Assert.Equal((date, false), FeedDates.Read(mail));
        });

    [Fact]
    public void A_broken_feed_is_read_as_far_as_it_goes_and_each_wound_is_told_with_its_place()
    {
        var reading = Read("""
            <rss version=2.0><channel><title>Tom & Jerry</title>
            <item><title>One&nbsp;!</title><link>javascript:alert(1)</link><p>lost</item>
            <item><title>Two</title></b><pubDate>soon</pubDate></item>
            <item><title>Thr
            """);
        Assert.Equal("Tom & Jerry", reading.Feed!.Title);
        Assert.Equal(["One\u00A0!", "Two"], reading.Feed.Entries.Select(e => e.Title));
        Assert.Equal(
            [(IntakeCode.BrokenMarkup, 1, 38), (IntakeCode.UnknownEntity, 2, 17), (IntakeCode.LinkRefused, 2, 32), (IntakeCode.NotClosed, 2, 64), (IntakeCode.StrayEnd, 3, 25),
                (IntakeCode.BadDate, 3, 29), (IntakeCode.EntryCutShort, 4, 1), (IntakeCode.NotClosed, 4, 17)],
            reading.Findings.Select(f => (f.Code, f.At.Line, f.At.Column)));
    }

    [Fact]
    public void Entities_of_a_document_type_are_never_expanded()
    {
        var reading = Read("""
            <!DOCTYPE rss [ <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"> <!ENTITY x SYSTEM "file:///etc/passwd"> ]>
            <rss><channel><title>&b;&x;</title></channel></rss>
            """);
        Assert.Equal("&b;&x;", reading.Feed!.Title);
        Assert.Equal([IntakeCode.DocumentType, IntakeCode.UnknownEntity, IntakeCode.UnknownEntity], reading.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_file_without_an_address_starts_from_where_the_feed_says_it_stands()
    {
        var text = "<rss xml:base='sub/'><channel><title>t</title><link>https://example.org/x/</link><item><link>a</link></item></channel></rss>";
        Assert.Equal("https://example.org/x/sub/a", FeedReader.Read(Encoding.UTF8.GetBytes(text), "f").Feed!.Entries[0].Link);
    }

    [Fact]
    public void The_latest_of_two_entries_with_one_id_counts()
    {
        var reading = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom">
            <entry><id>1</id><title>old</title><updated>2026-01-01T00:00:00Z</updated></entry>
            <entry><id>2</id><title>other</title></entry>
            <entry><id>1</id><title>new</title><updated>2026-01-02T00:00:00Z</updated></entry>
            </feed>
            """);
        Assert.Equal(["new", "other"], reading.Feed!.Entries.Select(e => e.Title));
        Assert.Equal((IntakeCode.EntryTwice, new Spot("f", 2, 1)), Assert.Single(reading.Findings) is var f ? (f.Code, f.Other) : default);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-15")]
    public void Encodings_are_found_whether_or_not_they_are_announced_truly(string announced)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{announced}\"?><rss><channel><title>Été à Fécamp</title></channel></rss>";
        Assert.Equal("Été à Fécamp", FeedReader.Read(Encoding.UTF8.GetBytes(text), "f").Feed!.Title);
        Assert.Equal("Été à Fécamp", FeedReader.Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text), "f").Feed!.Title);
        Assert.Equal("Été à Fécamp", FeedReader.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], "f").Feed!.Title);
        Assert.Equal("Été à Fécamp", FeedReader.Read(Encoding.BigEndianUnicode.GetBytes(text), "f").Feed!.Title);
    }

    [Fact]
    public void What_is_no_feed_says_what_it_is()
    {
        Assert.Equal((IntakeCode.NoFeed, "html"), Read("<html><body/></html>").Findings.Select(f => (f.Code, f.Value)).Last());
        Assert.Equal(IntakeCode.NoFeed, Assert.Single(Read("not even markup").Findings).Code);
        Assert.Equal(IntakeCode.Empty, Assert.Single(Read(" \n").Findings).Code);
    }

    [Fact]
    public void Limits_hold_for_entries_depth_texts_and_links()
    {
        var many = Read("<rss><channel>" + string.Concat(Enumerable.Range(0, FeedLimits.Entries + 1).Select(i => $"<item><title>{i}</title></item>")) + "</channel></rss>");
        Assert.Equal(FeedLimits.Entries, many.Feed!.Entries.Length);
        Assert.Equal(IntakeCode.TooManyEntries, Assert.Single(many.Findings).Code);

        var deep = Read("<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000)) + "<item><title>after</title></item></channel></rss>");
        Assert.Equal("after", Assert.Single(deep.Feed!.Entries).Title);
        Assert.Equal(IntakeCode.TooDeep, Assert.Single(deep.Findings).Code);

        var wide = Read($"<rss><channel><item><title>{new string('é', 10_000)}</title><link>https://x.org/{new string('a', 5_000)}</link></item></channel></rss>");
        Assert.Equal(FeedLimits.Title, wide.Feed!.Entries[0].Title.Length);
        Assert.Equal([IntakeCode.TextTooLong, IntakeCode.LinkRefused], wide.Findings.Select(f => f.Code));
    }

    [Fact]
    public void No_bytes_make_the_reader_throw_or_leave_a_text_unfit_to_show()
    {
        string[] pieces = ["<", ">", "</", "/>", "&", ";", "&#", "&amp;", "\"", "'", "=", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "[", "]", "<?xml", "?>", "rss", "<rss>", "<channel>", "<item>",
            "<title>", "</title>", "</item>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry>", "<link href=", "xml:base=\"", "http://", "\0", "\u202E", "\uD83D", " ", "\n", "x", "é"];
        Gen.Select(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 60], Gen.Byte.Array[0, 6], Gen.Int[0, 60]).Sample((parts, noise, cut) =>
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(parts));
            cut = Math.Min(cut, text.Length);
            byte[] bytes = [.. text[..cut], .. noise, .. text[cut..]];
            var reading = FeedReader.Read(bytes, "f", Here);
            foreach (var finding in reading.Findings)
            {
                Assert.DoesNotContain('\n', IntakeText.Line(finding, Language.French));
                Assert.NotEqual(finding.Code.ToString(), IntakeText.Line(finding, Language.English));
            }
            foreach (var entry in reading.Feed?.Entries ?? [])
            {
                Assert.Equal(PlainText.Line(entry.Title), entry.Title);
                Assert.True(entry.Link is null || entry.Link.StartsWith("http", StringComparison.Ordinal));
            }
        }, iter: 3_000);
    }

    [Theory]
    [InlineData("<a")]
    [InlineData("&")]
    [InlineData("<![CDATA[")]
    [InlineData("<!--")]
    [InlineData("</a>")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='c' ")]
    [InlineData("&lt;a b=\"")]
    [InlineData("&lt;script>")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("\n<x>")]
    [InlineData("<a b b\n=&x;/>")]
    [InlineData("\u0001\n&x;")]
    [InlineData("</description><link xml:base='/a/'>javascript:</link>")]
    public void Four_megabytes_of_malice_take_no_more_than_seconds(string piece)
    {
        var start = "<rss><channel><item><title>t</title><description>";
        var text = start + string.Concat(Enumerable.Repeat(piece, (FeedLimits.Bytes - start.Length) / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{piece} took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_feed_that_never_ends_is_read_up_to_its_budget()
    {
        using var endless = new Endless("<item><title>x</title></item>", delay: false);
        var reading = await FeedReader.ReadAsync(endless, "f", Here, CancellationToken.None);
        Assert.Contains(reading.Findings, f => f.Code == IntakeCode.TooLarge);
        Assert.InRange(endless.Given, FeedLimits.Bytes, FeedLimits.Bytes + 32 * 1024);
    }

    [Fact]
    public async Task A_feed_that_stops_sending_is_left_when_the_caller_has_waited_enough()
    {
        using var stuck = new Endless("x", delay: true);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FeedReader.ReadAsync(stuck, "f", Here, patience.Token));
    }

    [Fact]
    public void Well_formed_markup_is_understood_as_an_XML_parser_understands_it() => AtomWriterTests.Feeds.Sample(feed =>
    {
        var bytes = AtomWriter.Write(feed);
        var parsed = new XmlDocument { XmlResolver = null };
        parsed.Load(new MemoryStream(bytes));
        var names = new XmlNamespaceManager(parsed.NameTable);
        names.AddNamespace("a", "http://www.w3.org/2005/Atom");
        var read = FeedReader.Read(bytes, "f").Feed!;
        Assert.Equal(parsed.SelectNodes("//a:entry/a:title", names)!.Cast<XmlNode>().Select(n => n.InnerText), read.Entries.Select(e => e.Title));
        Assert.Equal(parsed.SelectNodes("//a:entry/a:category/@term", names)!.Cast<XmlNode>().Select(n => n.Value), read.Entries.SelectMany(e => e.Categories).Select(c => c.Term));
    });

    private static Feed Fine(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Findings.Select(f => IntakeText.Line(f, Language.English)));
        return reading.Feed!;
    }

    private static FeedReading Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), "f", Here);

    /// <summary>A server that sends for ever, or never and does not listen.</summary>
    private sealed class Endless(string piece, bool delay) : MemoryStream
    {
        private readonly byte[] piece = Encoding.UTF8.GetBytes(piece);

        public int Given { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (delay) await Task.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
            for (var i = 0; i < buffer.Length; i++) buffer.Span[i] = piece[(Given + i) % piece.Length];
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
