using System.Security.Cryptography;
using System.Text;

namespace TousRisques.Web.Notebooks;

/// <summary>
/// Tells reactions of one sender from others' without telling who it is: a digest of the address (or account) under a key that is drawn each day, never written down and
/// forgotten the next. So a moderator can refuse a flood with one decision, and nobody can ever find the address behind a key (docs/adr/0022-senders.md).
/// </summary>
public sealed class SenderKeys(TimeProvider time)
{
    private readonly Lock gate = new();
    private byte[] key = [];
    private DateOnly day;

    /// <summary>The key of a sender, today.</summary>
    /// <param name="address">Where the request comes from.</param>
    /// <param name="account">Who is signed in, or null.</param>
    public string Of(string address, string? account)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        byte[] now;
        lock (gate)
        {
            if (key.Length == 0 || day != today) (key, day) = (RandomNumberGenerator.GetBytes(32), today);
            now = key;
        }
        return Convert.ToHexStringLower(HMACSHA256.HashData(now, Encoding.UTF8.GetBytes(account is null ? "address:" + address : "account:" + account)))[..10];
    }
}
