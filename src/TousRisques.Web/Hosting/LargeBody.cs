using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TousRisques.Web.Hosting;

/// <summary>Says of an address that it takes more than the usual form: a file, or a table with many fields.</summary>
/// <param name="Bytes">Most bytes of the whole body.</param>
/// <param name="Fields">Most fields of the form.</param>
public sealed record LargeBody(long Bytes, int Fields)
{
    /// <summary>Widens the limits of one request. Nothing has been read of it yet.</summary>
    public void Allow(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Bytes;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions
        {
            ValueCountLimit = Fields,
            KeyLengthLimit = 128,
            ValueLengthLimit = (int)Math.Min(Bytes, int.MaxValue),
            MultipartBodyLengthLimit = Bytes,
            MultipartHeadersCountLimit = 8,
            MemoryBufferThreshold = 256 * 1024,
        }));
    }
}

/// <summary>Gives addresses their limits.</summary>
public static class LargeBodies
{
    /// <summary>Lets an address take more than the usual form.</summary>
    /// <param name="builder">The address.</param>
    /// <param name="kilobytes">Most kilobytes of the whole body.</param>
    /// <param name="fields">Most fields of the form.</param>
    public static TBuilder TakesLarge<TBuilder>(this TBuilder builder, int kilobytes, int fields = 128) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new LargeBody(kilobytes * 1024L, fields));
}
