using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TousRisques.Journal.Json;

namespace TousRisques.Web.Hosting;

/// <summary>
/// Refuses bodies over the limit so that the refusal is read. A browser sends a whole form before it looks at the answer: cut off in the
/// middle, it shows a broken line and not what to do. So what a person may have pasted is taken in and thrown away first, within
/// bounds of size and time; nothing of it is kept. Addresses that take files say so (<see cref="LargeBody"/>). Larger floods, and callers that asked before sending, are answered at once.
/// </summary>
public static class Oversize
{
    /// <summary>Most that is taken in and thrown away, in bytes.</summary>
    public const long Most = 4 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Passes a request on, or takes in what it brings and refuses it.</summary>
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        var own = http.GetEndpoint()?.Metadata.GetMetadata<LargeBody>();
        own?.Allow(http);
        if (http.Request.ContentLength is not { } length || length <= (own?.Bytes ?? CommandCodec.Limit))
        {
            await next(http);
            return;
        }
        if (length <= Most && http.Request.Headers.Expect.Count == 0) await ThrowAwayAsync(http, length);
        throw new BadHttpRequestException($"A body of {length} bytes.", StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task ThrowAwayAsync(HttpContext http, long length)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit) return;
        limit.MaxRequestBodySize = length;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await http.Request.Body.ReadAsync(buffer, patience.Token) > 0) { }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested) { } // too slow: answered as it stands
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
