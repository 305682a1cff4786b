using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TousRisques.Formats.Feeds;
using TousRisques.Formats.Intake;
using TousRisques.Web.Watching;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Fetching feeds from servers that lie, loop, drip, never end or lead inside: it always ends, and says how.</summary>
public sealed class FeedFetcherTests
{
    private const string Rss = "<rss version='2.0'><channel><title>Le Journal</title><item><title>La crue</title><link>https://exemple.fr/a</link></item></channel></rss>";

    /// <summary>This machine, and more patience than a busy one could use up: how long is tried where it is the question.</summary>
    private static readonly WatchSettings Near = new() { Addresses = new AddressPolicy(Loopback: true), Patience = TimeSpan.FromMinutes(3) };

    [Theory]
    [InlineData("Content-Type: image/png", "")]
    [InlineData("Content-Type: text/html; charset=klingon", "")]
    [InlineData("X: no type at all", "")]
    public async Task A_feed_is_read_whatever_it_says_it_is(string header, string more)
    {
        await using var liar = new Liar($"HTTP/1.1 200 OK\r\n{header}{more}", Encoding.UTF8.GetBytes(Rss));
        Assert.Equal("La crue", Read(await FetchAsync(liar)).Entries.Single().Title);
    }

    [Fact]
    public async Task A_length_that_is_not_reached_costs_only_what_did_not_come()
    {
        await using var liar = new Liar("HTTP/1.1 200 OK\r\nContent-Length: 100000", Encoding.UTF8.GetBytes(Rss[..^"</channel></rss>".Length]));
        var fetch = await FetchAsync(liar);
        Assert.Equal("La crue", Read(fetch).Entries.Single().Title);
        Assert.Contains(fetch.Reading!.Findings, f => f.Code == IntakeCode.CutOff);
    }

    [Fact]
    public async Task A_length_that_is_too_short_hides_the_rest()
    {
        await using var liar = new Liar("HTTP/1.1 200 OK\r\nContent-Length: 60", Encoding.UTF8.GetBytes(Rss));
        Assert.Empty(Read(await FetchAsync(liar)).Entries);
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        await using var liar = new Liar("HTTP/1.1 302 Found\r\nLocation: /feed\r\nContent-Length: 0");
        Assert.Equal(FeedTrouble.TooManyRedirects, (await FetchAsync(liar)).Trouble);
        Assert.Equal(6, liar.Requests.Count);
    }

    [Fact]
    public async Task Five_redirects_are_followed()
    {
        var hops = 0;
        await using var liar = new Liar((_, stream, cancel) => stream.WriteAsync(Encoding.UTF8.GetBytes(Interlocked.Increment(ref hops) <= 5
            ? $"HTTP/1.1 308 Permanent Redirect\r\nLocation: hop{hops}\r\nConnection: close\r\n\r\n" : $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{Rss}"), cancel).AsTask());
        Assert.Equal("La crue", Read(await FetchAsync(liar)).Entries.Single().Title);
    }

    [Theory]
    [InlineData("http://10.0.0.1/feed", FeedTrouble.Inside)]
    [InlineData("http://[::ffff:192.168.1.1]/feed", FeedTrouble.Inside)]
    [InlineData("http://169.254.169.254/latest/meta-data/", FeedTrouble.Inside)]
    [InlineData("http://0x0a000001/", FeedTrouble.Inside)]
    [InlineData("http://167772161/", FeedTrouble.Inside)]
    [InlineData("file:///etc/passwd", FeedTrouble.NotOnTheWeb)]
    [InlineData("gopher://127.0.0.1/", FeedTrouble.NotOnTheWeb)]
    [InlineData("http://ana:secret@127.0.0.1/", FeedTrouble.NotOnTheWeb)]
    public async Task A_redirect_is_looked_at_like_the_first_address(string to, FeedTrouble trouble)
    {
        await using var liar = new Liar($"HTTP/1.1 301 Moved\r\nLocation: {to}\r\nContent-Length: 0");
        Assert.Equal(trouble, (await FetchAsync(liar)).Trouble);
        using var fetcher = new FeedFetcher(Near);
        Assert.Equal(trouble, (await fetcher.FetchAsync(to, FeedMarks.None, CancellationToken.None)).Trouble);
    }

    [Fact]
    public async Task This_very_machine_is_not_asked_by_any_of_its_names()
    {
        await using var liar = new Liar("HTTP/1.1 200 OK", Encoding.UTF8.GetBytes(Rss));
        var port = new Uri(liar.Address).Port;
        using var fetcher = new FeedFetcher(new WatchSettings());
        foreach (var host in new[] { "127.0.0.1", "localhost", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "[64:ff9b::7f00:1]" })
            Assert.Equal(FeedTrouble.Inside, (await fetcher.FetchAsync($"http://{host}:{port}/feed", FeedMarks.None, CancellationToken.None)).Trouble);
        Assert.Empty(liar.Requests);
    }

    [Fact]
    public async Task A_body_without_end_is_read_up_to_the_limit()
    {
        var sent = 0L;
        await using var liar = new Liar(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\n\r\n" + Rss[..^"</channel></rss>".Length]), cancel);
            for (var spaces = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024)); ; sent += spaces.Length) await stream.WriteAsync(spaces, cancel);
        });
        var fetch = await FetchAsync(liar);
        Assert.Equal("La crue", Read(fetch).Entries.Single().Title);
        Assert.Contains(fetch.Reading!.Findings, f => f.Code == IntakeCode.TooLarge);
        Assert.InRange(sent, 1, 32L * 1024 * 1024); // what the machine's own buffers hold beyond the limit
    }

    [Fact]
    public async Task A_bomb_that_swells_is_read_up_to_the_limit()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Rss[..^"</channel></rss>".Length]));
            for (var i = 0; i < 100; i++) await gzip.WriteAsync(new byte[1024 * 1024]);
        }
        await using var liar = new Liar("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", bomb.ToArray());
        Assert.Contains((await FetchAsync(liar)).Reading!.Findings, f => f.Code == IntakeCode.TooLarge);
    }

    [Fact]
    public async Task What_is_not_really_compressed_is_no_feed()
    {
        await using var liar = new Liar("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", Encoding.UTF8.GetBytes(Rss));
        Assert.Equal(FeedTrouble.NoFeed, (await FetchAsync(liar)).Trouble);
    }

    [Theory]
    [InlineData("")] // not a word
    [InlineData("HTTP/1.1 200 OK\r\nX-Drip: ")] // a head that drips
    [InlineData("HTTP/1.1 200 OK\r\n\r\n<rss>")] // a body that drips
    public async Task Whoever_lets_one_wait_is_left(string begins)
    {
        await using var liar = new Liar(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(begins), cancel);
            while (begins.Length > 0)
            {
                await Task.Delay(50, cancel);
                await stream.WriteAsync("a"u8.ToArray(), cancel);
            }
            await Task.Delay(Timeout.Infinite, cancel);
        });
        Assert.Equal(FeedTrouble.TooSlow, (await FetchAsync(liar, Near with { Patience = TimeSpan.FromSeconds(1) })).Trouble);
    }

    [Fact]
    public async Task Heads_without_end_are_refused()
    {
        await using var liar = new Liar(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancel);
            while (true) await stream.WriteAsync(Encoding.ASCII.GetBytes($"X: {new string('a', 4000)}\r\n"), cancel);
        });
        Assert.Equal(FeedTrouble.NoAnswer, (await FetchAsync(liar)).Trouble);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 Later", FeedTrouble.Refused, "503")]
    [InlineData("HTTP/1.1 304 Not Modified", null, "")]
    [InlineData("HTTP/1.1 200 OK", FeedTrouble.NoFeed, "")]
    [InlineData("SSH-2.0-hello", FeedTrouble.NoAnswer, "")]
    public async Task What_is_no_feed_has_its_trouble(string head, FeedTrouble? trouble, string detail)
    {
        await using var liar = new Liar(head, head.Contains("304", StringComparison.Ordinal) ? [] : "<html><p>Bonjour"u8.ToArray());
        var fetch = await FetchAsync(liar);
        Assert.Equal((trouble, detail), (fetch.Trouble, fetch.Detail));
        Assert.Null(fetch.Reading);
    }

    [Fact]
    public async Task Nobody_there_is_no_answer()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var fetcher = new FeedFetcher(Near);
        Assert.Equal(FeedTrouble.NoAnswer, (await fetcher.FetchAsync($"http://127.0.0.1:{port}/", FeedMarks.None, CancellationToken.None)).Trouble);
    }

    [Fact]
    public async Task The_next_time_only_what_is_newer_is_asked_for_and_no_cookie_comes_back()
    {
        await using var liar = new Liar("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nLast-Modified: Thu, 26 Nov 2026 10:00:00 GMT\r\nSet-Cookie: who=me", Encoding.UTF8.GetBytes(Rss));
        using var fetcher = new FeedFetcher(Near);
        var first = await fetcher.FetchAsync(liar.Address, FeedMarks.None, CancellationToken.None);
        Assert.Equal(new FeedMarks("\"v1\"", "Thu, 26 Nov 2026 10:00:00 GMT"), first.Marks);
        await fetcher.FetchAsync(liar.Address, first.Marks, CancellationToken.None);
        Assert.Contains("If-None-Match: \"v1\"", liar.Requests[1], StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Thu, 26 Nov 2026 10:00:00 GMT", liar.Requests[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", liar.Requests[1], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b:1::808:808", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001:0:808:808::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_the_public_internet_is_outside(string address, bool allowed)
    {
        Assert.Equal(allowed, new AddressPolicy().Allows(IPAddress.Parse(address)));
        Assert.Equal(allowed || IPAddress.Parse(address) is var a && (IPAddress.IsLoopback(a) || address == "64:ff9b::7f00:1"), new AddressPolicy(Loopback: true).Allows(IPAddress.Parse(address)));
    }

    private static async Task<FeedFetch> FetchAsync(Liar liar, WatchSettings? settings = null)
    {
        using var fetcher = new FeedFetcher(settings ?? Near);
        return await fetcher.FetchAsync(liar.Address, FeedMarks.None, CancellationToken.None);
    }

    private static Feed Read(FeedFetch fetch)
    {
        Assert.Null(fetch.Trouble);
        return fetch.Reading!.Feed!;
    }
}
