using System.Net;
using System.Net.Sockets;

namespace TousRisques.Web.Watching;

/// <summary>
/// Which machines this server may be sent to by an address that somebody typed: those of the public Internet, and nothing inside: neither itself, nor the local network, nor what
/// only looks public because a private address is wrapped in it.
/// </summary>
/// <param name="Loopback">Whether this machine itself may be reached: for tests alone.</param>
public sealed record AddressPolicy(bool Loopback = false)
{
    /// <summary>Networks that are not the public Internet: this host, private, shared by a carrier, link-local, for examples and tests, multicast, reserved.</summary>
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>What is public in IPv6: everything else is local, private, multicast or reserved.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3"), SixToFour = IPNetwork.Parse("2002::/16"), Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether a connection may be opened to an address.</summary>
    public bool Allows(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) return Allows(address.MapToIPv4());
        if (IPAddress.IsLoopback(address)) return Loopback;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // An IPv4 address inside an IPv6 one: what counts is where it leads.
            if (Nat64.Contains(address)) return Allows(new IPAddress(address.GetAddressBytes().AsSpan(12, 4)));
            if (SixToFour.Contains(address)) return Allows(new IPAddress(address.GetAddressBytes().AsSpan(2, 4)));
            if (!Global.Contains(address)) return false;
        }
        else if (address.AddressFamily != AddressFamily.InterNetwork) return false;
        return !Array.Exists(Inside, network => network.Contains(address));
    }
}

/// <summary>An address leads inside.</summary>
internal sealed class InsideAddressException : Exception;
