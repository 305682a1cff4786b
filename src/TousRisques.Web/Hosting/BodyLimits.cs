using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TousRisques.Journal.Json;

namespace TousRisques.Web.Hosting;

/// <summary>How much a request may bring. A form or a command has 64 kB, far more than the longest text that the rules take.</summary>
public static class BodyLimits
{
    /// <summary>Kilobytes of a form or a command.</summary>
    public const int Kilobytes = CommandCodec.Limit / 1024;

    /// <summary>Sets the server's limits.</summary>
    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = CommandCodec.Limit;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.MaxRequestLineSize = 4 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.MinRequestBodyDataRate = new MinDataRate(100, TimeSpan.FromSeconds(10)); // slow phones, not slow attacks
    }

    /// <summary>Sets the limits of forms.</summary>
    public static void Apply(FormOptions forms)
    {
        forms.ValueCountLimit = 128;
        forms.KeyLengthLimit = 64;
        forms.ValueLengthLimit = CommandCodec.Limit;
        forms.MultipartBodyLengthLimit = CommandCodec.Limit;
        forms.MultipartHeadersCountLimit = 8;
    }
}
