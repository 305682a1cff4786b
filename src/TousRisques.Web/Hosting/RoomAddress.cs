using Microsoft.AspNetCore.Http;

namespace TousRisques.Web.Hosting;

/// <summary>
/// The address at which phones in the room reach this server, for codes on the wall. The host tells it at the start (the laptop's address on
/// the local network); until then it is the one by which a facilitator came.
/// </summary>
public sealed class RoomAddress
{
    private string? seen;

    /// <summary>Told by the host, such as <c>http://192.168.1.20:5000</c>; null when it does not know.</summary>
    public string? Told { get; set; }

    /// <summary>The best address known, without a slash at its end; null before the first request.</summary>
    public string? Best => Told?.TrimEnd('/') ?? seen;

    /// <summary>Where a workshop is joined, for a QR code; null before any address is known.</summary>
    public string? Join(string code) => Best is { } address ? $"{address}/join?code={code}" : null;

    /// <summary>The address without its scheme, as people type it.</summary>
    public string? Typed => Best is { } address ? address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..] : null;

    /// <summary>Learns from a request of somebody who leads a workshop; an address that only this machine reaches gives way to any other.</summary>
    public void Learn(HttpRequest request)
    {
        if (!request.Host.HasValue) return;
        var local = request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
        if (seen is null || !local) seen = $"{request.Scheme}://{request.Host}";
    }
}
