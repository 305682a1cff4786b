using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using TousRisques.Formats.Feeds;

namespace TousRisques.Web.Watching;

/// <summary>
/// Fetches feeds from addresses that people typed. Whatever the other side does, it ends: in time (<see cref="WatchSettings.Patience"/>), in size (<see cref="FeedLimits.Bytes"/>,
/// counted after decompression), in redirects. No connection is opened into private networks: what is checked is the address that is really connected to, so that a name which
/// changes its mind between two look-ups gains nothing. No cookie, no password, no proxy.
/// </summary>
public sealed class FeedFetcher : IDisposable
{
    private readonly WatchSettings settings;
    private readonly HttpClient http;

    /// <summary>A fetcher.</summary>
    public FeedFetcher(WatchSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0, // what is not read is not waited for
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("TousRisques-watch", "1.0"));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
    }

    /// <summary>Fetches and reads a feed. Never throws on what the other side does.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="marks">What was said the last time.</param>
    /// <param name="cancel">The caller gives up.</param>
    public async Task<FeedFetch> FetchAsync(string address, FeedMarks marks, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(marks);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Patience);
        try
        {
            return await FollowAsync(address, marks, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(FeedTrouble.TooSlow);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return Failed(TroubleOf(e));
        }
        catch (InvalidDataException)
        {
            return Failed(FeedTrouble.NoFeed); // compressed by somebody who cannot
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<FeedFetch> FollowAsync(string address, FeedMarks marks, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at)) return Failed(FeedTrouble.NotOnTheWeb);
        for (var hop = 0; hop <= settings.Redirects; hop++)
        {
            if (at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0 || at.Host.Length == 0) return Failed(FeedTrouble.NotOnTheWeb);
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (marks.Tag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (marks.Modified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
            {
                at = new Uri(at, location);
                continue;
            }
            if (answer.StatusCode == HttpStatusCode.NotModified) return new(null, "", null, marks);
            if (!answer.IsSuccessStatusCode) return Failed(FeedTrouble.Refused, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
            await using var body = await answer.Content.ReadAsStreamAsync(cancel);
            var reading = await FeedReader.ReadAsync(body, at.Host, at, cancel);
            return reading.Feed is null ? Failed(FeedTrouble.NoFeed) : new(null, "", reading, MarksOf(answer));
        }
        return Failed(FeedTrouble.TooManyRedirects);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        // A number is not looked up: the resolver would throw on some, such as 0.0.0.0.
        var found = IPAddress.TryParse(host, out var number) ? [number] : await Dns.GetHostAddressesAsync(host, cancel);
        var addresses = Array.FindAll(found, settings.Addresses.Allows);
        if (addresses.Length == 0) throw new InsideAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static FeedMarks MarksOf(HttpResponseMessage answer) => new(Short("ETag", answer.Headers), Short("Last-Modified", answer.Content.Headers));

    private static string? Short(string header, HttpHeaders headers) =>
        headers.NonValidated.TryGetValues(header, out var values) && values.ToString() is { Length: > 0 and <= 500 } value ? value : null;

    private static FeedTrouble TroubleOf(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is InsideAddressException) return FeedTrouble.Inside;
            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery }) return FeedTrouble.NoSuchSite;
            if (inner is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }) return FeedTrouble.NotSafe;
        }
        return FeedTrouble.NoAnswer;
    }

    private static FeedFetch Failed(FeedTrouble trouble, string detail = "") => new(trouble, detail, null, FeedMarks.None);
}
