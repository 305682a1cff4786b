using System.Buffers;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TousRisques.Web.Live;

/// <summary>
/// A line of server-sent events to one browser, compressed as one stream: a part drawn again costs little more than what changed in it.
/// </summary>
internal sealed class EventLine : IAsyncDisposable
{
    private readonly Stream stream;
    private readonly Stream? compressed;
    private readonly ArrayBufferWriter<byte> buffer = new();

    private EventLine(HttpResponse response, bool gzip)
    {
        stream = response.Body;
        // gzip and not brotli: its memory is a quarter of a megabyte a browser, where brotli takes several.
        if (gzip) stream = compressed = new GZipStream(response.Body, CompressionLevel.Optimal, leaveOpen: true);
    }

    /// <summary>Opens the line.</summary>
    /// <param name="http">The request.</param>
    /// <param name="retry">After how long a browser comes back when the line breaks.</param>
    /// <param name="cancel">Ends with the request, or with the server.</param>
    public static async Task<EventLine> OpenAsync(HttpContext http, TimeSpan retry, CancellationToken cancel)
    {
        var gzip = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no"; // a proxy in front must not hold events back
        if (gzip) headers.ContentEncoding = "gzip";
        var line = new EventLine(http.Response, gzip);
        line.Write($"retry: {(int)retry.TotalMilliseconds}\n\n");
        await line.FlushAsync(cancel);
        return line;
    }

    /// <summary>Adds a part: its name in the first line of data, its HTML in the others.</summary>
    public void Part(string name, string html, string id)
    {
        Write($"event: part\nid: {id}\ndata: {name}\n");
        foreach (var row in html.AsSpan().EnumerateLines())
        {
            Write("data: ");
            Write(row);
            Write("\n");
        }
        Write("\n");
    }

    /// <summary>Adds an event without content.</summary>
    public void Bare(string name) => Write($"event: {name}\ndata:\n\n");

    /// <summary>Adds a comment, which browsers pass over: it keeps the line open, and shows whether anybody is still there.</summary>
    public void Heartbeat() => Write(":\n\n");

    /// <summary>Sends what was added.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        if (buffer.WrittenCount == 0) return;
        await stream.WriteAsync(buffer.WrittenMemory, cancel);
        await stream.FlushAsync(cancel);
        buffer.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (compressed is null) return;
        try
        {
            await compressed.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException) { } // nobody is there any more
    }

    private void Write(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, buffer);
}
