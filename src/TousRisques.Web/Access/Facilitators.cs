using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace TousRisques.Web.Access;

/// <summary>Accounts of facilitators: the one-time link that opens the first one, names and passwords, sessions.</summary>
public sealed class Facilitators(IAccounts accounts, TimeProvider time)
{
    /// <summary>How long a one-time link works.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <summary>Shortest password, in characters (ANSSI's guide asks for 12 where attempts are limited and nothing else stands guard).</summary>
    public const int ShortestPassword = 12;

    /// <summary>Longest password and name, in characters: hashing must not become a way to keep the server busy.</summary>
    public const int LongestPassword = 200;

    /// <summary>Longest account name.</summary>
    public const int LongestName = 60;

    private readonly PasswordHasher<Account> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    private readonly Lazy<string> decoy = new(() =>
        new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(null!, "nobody"));

    /// <summary>Whether nobody has an account yet.</summary>
    public bool Nobody => !accounts.Any();

    /// <summary>Makes a new one-time link, whose secret is told once and stored only as a digest; links made before stop working.</summary>
    public string NewLink()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        accounts.PutLink(Digest(secret), time.GetUtcNow() + LinkLife);
        return secret;
    }

    /// <summary>Whether a link still works; looking does not use it up, since mail programs and chats look at links.</summary>
    public bool LinkWorks(string? secret) => secret is { Length: 32 } && accounts.HasLink(Digest(secret), time.GetUtcNow());

    /// <summary>
    /// Uses a link to open an account, or to give one a new password. Null when the link does not work any more.
    /// </summary>
    public Session? Enrol(string? secret, string name, string password)
    {
        if (secret is not { Length: 32 } || !accounts.TakeLink(Digest(secret), time.GetUtcNow())) return null;
        var account = new Account(accounts.Find(name)?.Name ?? name, hasher.HashPassword(null!, password), Draws.Name());
        accounts.Put(account);
        return new Session(account.Name, account.Stamp);
    }

    /// <summary>
    /// Opens an account under a name that nobody has, whatever the case, for somebody who was invited. Null when somebody has it: an account is never taken over. One-time
    /// links are left as they are.
    /// </summary>
    public Session? Open(string name, string password)
    {
        if (accounts.Find(name) is not null) return null;
        var account = new Account(name, hasher.HashPassword(null!, password), Draws.Name());
        return accounts.Add(account) ? new Session(account.Name, account.Stamp) : null;
    }

    /// <summary>Whether somebody has an account of that name.</summary>
    public bool Knows(string name) => name.Length <= LongestName && accounts.Find(name) is not null;

    /// <summary>A session for a name and its password, or null. As slow for a name that does not exist, so that names cannot be probed.</summary>
    public Session? SignIn(string name, string password)
    {
        if (name.Length > LongestName || password.Length > LongestPassword) return null;
        var account = accounts.Find(name);
        var verdict = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? decoy.Value, password);
        if (account is null || verdict == PasswordVerificationResult.Failed) return null;
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            accounts.Put(account with { PasswordHash = hasher.HashPassword(account, password) });
        return new Session(account.Name, account.Stamp);
    }

    /// <summary>Whether a session still holds: its account exists and its password has not changed since.</summary>
    public bool Holds(Session session) => accounts.Find(session.Account)?.Stamp == session.Stamp;

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
