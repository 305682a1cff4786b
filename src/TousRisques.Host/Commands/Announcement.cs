using System.Net.NetworkInformation;
using System.Net.Sockets;
using QRCoder;
using TousRisques.Web;

namespace TousRisques.Host.Commands;

/// <summary>What a server says in the terminal when it has started: where it is, how phones find it, and how the first facilitator comes in.</summary>
internal static class Announcement
{
    /// <summary>Writes it.</summary>
    /// <param name="output">The terminal.</param>
    /// <param name="words">Words in the reader's language.</param>
    /// <param name="addresses">Addresses that the server listens on.</param>
    /// <param name="path">Path to show, from <c>/</c>.</param>
    /// <param name="link">Secret of the one-time link, or null.</param>
    public static void Write(TextWriter output, Words words, IEnumerable<string> addresses, string path, string? link)
    {
        var bound = Bound(addresses);
        var here = IsEverywhere(bound) ? new UriBuilder(bound) { Host = "localhost" }.Uri : bound;
        output.WriteLine();
        output.WriteLine(words["cli.here", new Uri(here, path)]);
        if (ForPhones(bound) is { } lan)
        {
            output.WriteLine(words["cli.lan", lan]);
            output.WriteLine();
            output.WriteLine(Qr(lan.ToString()));
        }
        if (link is not null)
        {
            output.WriteLine();
            output.WriteLine(words["cli.first", new Uri(here, "/first?k=" + link)]);
        }
        output.WriteLine();
        output.WriteLine(words["cli.stop"]);
    }

    /// <summary>The address by which phones in the room reach the server; null when it listens to this machine alone, or there is no network.</summary>
    public static string? ForPhones(IEnumerable<string> addresses) => ForPhones(Bound(addresses))?.ToString();

    private static Uri? ForPhones(Uri bound) =>
        IsEverywhere(bound) && LanAddress() is { } address ? new UriBuilder(bound) { Host = address }.Uri : null;

    private static Uri Bound(IEnumerable<string> addresses) =>
        new(addresses.First().Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal));

    private static bool IsEverywhere(Uri bound) => bound.Host is "0.0.0.0" or "[::]";

    private static string Qr(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        return new AsciiQRCode(data).GetGraphicSmall(drawQuietZones: true);
    }

    /// <summary>The address of this machine on the network that leads out of it, or null when it has none.</summary>
    private static string? LanAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .Select(n => n.GetIPProperties())
        .OrderByDescending(p => p.GatewayAddresses.Count)
        .SelectMany(p => p.UnicastAddresses)
        .FirstOrDefault(a => a.Address.AddressFamily == AddressFamily.InterNetwork)?.Address.ToString();
}
