using System.Collections.Immutable;
using System.Text;
using CsCheck;
using TousRisques.Formats.Feeds;
using TousRisques.Formats.Intake;
using Xunit;

namespace TousRisques.Formats.Tests.Feeds;

public class AtomWriterTests
{
    private const string Sharp = "<&>\"' \n\r\t]é—\u00A0";
    private static readonly Gen<string> Words = Gen.OneOf(Gen.Char, Gen.Int[0, Sharp.Length - 1].Select(i => Sharp[i])).Array[0, 25].Select(c => new string(c));
    private static readonly Gen<string> Line = Words.Select(PlainText.Line);
    private static readonly Gen<string> Name = Line.Select(l => l.Length == 0 ? "n" : l);
    private static readonly Gen<string?> Link = Gen.OneOf(new string?[] { null, "https://example.org/a?b=1&c=%22", "http://t-bga.example/#x", "https://example.org/%C3%A9'%3C" }.Select(l => Gen.Const(l)).ToArray());
    private static readonly Gen<DateTimeOffset> Moment = Gen.Select(Gen.DateTime[new DateTime(1980, 1, 1), new DateTime(2100, 1, 1)], Gen.Int[-12, 14])
        .Select((at, hours) => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.FromHours(hours)));

    private static readonly Gen<FeedEntry> Entry = Gen.Select(Gen.Select(Name, Link, Line, Words.Select(PlainText.Lines)), Gen.Select(Moment, Moment, Gen.Bool), Gen.Select(Name, Gen.Select(Name, Name, Gen.Bool).Array[0, 4], Gen.Bool))
        .Select((texts, times, more) => new FeedEntry
        {
            Id = texts.Item1,
            Link = texts.Item2,
            Title = texts.Item3.Length == 0 ? "t" : texts.Item3,
            Summary = texts.Item4,
            Updated = times.Item1,
            Published = times.Item3 ? times.Item2 : null,
            Author = more.Item3 ? more.Item1 : null,
            Language = "fr",
            Categories = [.. more.Item2.Select(c => new FeedCategory(c.Item1, c.Item3 ? c.Item2 : null)).Distinct()],
        });

    /// <summary>Feeds as the reader would leave them.</summary>
    public static readonly Gen<Feed> Feeds = Gen.Select(Name, Name, Link, Link, Name, Moment, Entry.Array[0, 5]).Select((id, title, link, self, author, updated, entries) => new Feed
    {
        Id = id,
        Title = title,
        Link = link,
        Self = self,
        Author = author,
        Language = "fr",
        Updated = updated,
        Entries = [.. entries.DistinctBy(e => e.Id)],
    });

    [Fact]
    public void What_is_written_is_read_back_as_it_was() => Feeds.Sample(feed =>
    {
        var reading = FeedReader.Read(AtomWriter.Write(feed), "f");
        Assert.Empty(reading.Findings);
        var read = reading.Feed!;
        Assert.Equal(feed with { Entries = [] }, read with { Entries = [] });
        Assert.Equal(feed.Entries.Length, read.Entries.Length);
        foreach (var (expected, actual) in feed.Entries.Zip(read.Entries))
        {
            Assert.Equal(expected with { Categories = [] }, actual with { Categories = [] });
            Assert.Equal(expected.Categories, actual.Categories);
            Assert.Equal(expected.Updated!.Value.Offset, actual.Updated!.Value.Offset);
        }
    });

    [Fact]
    public void Reducing_to_plain_text_twice_changes_nothing_more() => Words.Sample(text =>
    {
        Assert.Equal(PlainText.Lines(text), PlainText.Lines(PlainText.Lines(text)));
        Assert.Equal(PlainText.Line(text), PlainText.Lines(PlainText.Line(text)));
    });

    [Fact]
    public void A_feed_that_Atom_would_refuse_is_not_written()
    {
        var feed = new Feed { Id = "urn:x", Title = "", Author = "a", Updated = DateTimeOffset.UnixEpoch };
        Assert.Contains("<id>urn:x</id>", Encoding.UTF8.GetString(AtomWriter.Write(feed)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AtomWriter.Write(feed with { Author = null }));
        Assert.Throws<ArgumentException>(() => AtomWriter.Write(feed with { Updated = null }));
        Assert.Throws<ArgumentException>(() => AtomWriter.Write(feed with { Entries = [new() { Id = "1", Title = "no date" }] }));
    }

    [Theory]
    [InlineData("a<script>b</script>c", "ac")]
    [InlineData("a<SCRIPT src=x>b", "a")]
    [InlineData("<a title=\"1 > 0\">x</a>", "x")]
    [InlineData("<a title=\"broken>x</a> y", "x y")]
    [InlineData("a<br/>b<p>c", "a\nb\nc")]
    [InlineData("3 < 4 &amp; 5 &gt; 4", "3 < 4 & 5 > 4")]
    [InlineData("a<!-- <b> -->c", "ac")]
    [InlineData("x\u202Ey\u0007", "xy")]
    [InlineData("&lt;script&gt;", "<script>")]
    [InlineData("<img src=x onerror=alert(1)>ok", "ok")]
    public void HTML_is_reduced_to_text(string html, string text) => Assert.Equal(text, PlainText.FromHtml(html));
}
