using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TousRisques.Web.Access;

/// <summary>How many wrong guesses are borne.</summary>
/// <param name="Burst">Wrong guesses in a row from one address.</param>
/// <param name="Every">Time after which one more is borne.</param>
/// <param name="OverallBurst">Wrong guesses in a row from all addresses together.</param>
/// <param name="OverallEvery">Time after which one more is borne from all together.</param>
/// <param name="Spared">Wrong guesses that an address is borne even when all together are over their limit.</param>
public sealed record GuessLimits(int Burst, TimeSpan Every, int OverallBurst, TimeSpan OverallEvery, int Spared);

/// <summary>
/// Limits guessing of secrets: join codes, resume codes, passwords. Only wrong guesses count, so two hundred phones behind one address
/// that type the right code are never slowed; but an address that is over its limit is refused before its guess is looked at, right or
/// wrong. When all addresses together are over theirs, an address with few wrong guesses of its own still gets in: somebody
/// who guesses from many addresses cannot lock an honest room out (docs/adr/0010-guessing.md).
/// </summary>
public sealed class Guesses(GuessLimits limits, TimeProvider time)
{
    private const int MostAddresses = 50_000;

    private readonly ConcurrentDictionary<string, Bucket> addresses = new(StringComparer.Ordinal);
    private readonly Bucket overall = new();

    /// <summary>How long an address must wait before it may guess; zero when it may now.</summary>
    public TimeSpan Wait(string address)
    {
        var now = time.GetUtcNow();
        var own = addresses.TryGetValue(address, out var bucket) ? bucket.Level(now, limits.Every) : 0;
        if (own >= limits.Burst) return Ceiling((own - limits.Burst + 1) * limits.Every);
        var all = overall.Level(now, limits.OverallEvery);
        return own >= limits.Spared && all >= limits.OverallBurst ? Ceiling((all - limits.OverallBurst + 1) * limits.OverallEvery) : TimeSpan.Zero;
    }

    /// <summary>Counts a wrong guess.</summary>
    public void Wrong(string address)
    {
        var now = time.GetUtcNow();
        if (addresses.Count >= MostAddresses) Forget(now);
        addresses.GetOrAdd(address, _ => new Bucket()).Add(now, limits.Every);
        overall.Add(now, limits.OverallEvery);
    }

    /// <summary>Takes a guess back that was counted beforehand and turned out right.</summary>
    public void Right(string address)
    {
        var now = time.GetUtcNow();
        if (addresses.TryGetValue(address, out var bucket)) bucket.Add(now, limits.Every, -1);
        overall.Add(now, limits.OverallEvery, -1);
    }

    /// <summary>The address that a guess comes from: an IPv6 network counts as one, since one house may use any address in it.</summary>
    public static string AddressOf(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out _) ? Convert.ToHexStringLower(bytes[..8]) : address.ToString();
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (address, bucket) in addresses)
            if (bucket.Level(now, limits.Every) <= 0) addresses.TryRemove(address, out _);
        if (addresses.Count >= MostAddresses) addresses.Clear(); // a flood of addresses: the overall limit stands guard
    }

    private static TimeSpan Ceiling(TimeSpan wait) => TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));

    /// <summary>Fills by one a guess and leaks with time.</summary>
    private sealed class Bucket
    {
        private readonly Lock gate = new();
        private double level;
        private DateTimeOffset at;

        public double Level(DateTimeOffset now, TimeSpan every)
        {
            lock (gate)
            {
                if (now > at)
                {
                    level = Math.Max(0, level - (now - at) / every);
                    at = now;
                }
                return level;
            }
        }

        public void Add(DateTimeOffset now, TimeSpan every, double by = 1)
        {
            lock (gate) level = Math.Max(0, Level(now, every) + by);
        }
    }
}
