namespace TousRisques.Web.Access;

/// <summary>An account as stored.</summary>
/// <param name="Name">Its name, as its owner wrote it; two accounts never differ by case alone.</param>
/// <param name="PasswordHash">From ASP.NET Core Identity's password hasher.</param>
/// <param name="Stamp">Changes with the password.</param>
public sealed record Account(string Name, string PasswordHash, string Stamp);

/// <summary>Accounts of the installation and its one-time links, kept apart from workshops. Only digests of links are stored.</summary>
public interface IAccounts
{
    /// <summary>Whether there is any account yet.</summary>
    bool Any();

    /// <summary>An account by its name, whatever the case; null when there is none.</summary>
    Account? Find(string name);

    /// <summary>Stores an account, new or with a new password.</summary>
    void Put(Account account);

    /// <summary>Stores a new account, unless somebody has its name, whatever the case. Whether it was stored.</summary>
    bool Add(Account account);

    /// <summary>Stores the digest of a one-time link; the ones before stop working.</summary>
    void PutLink(string digest, DateTimeOffset until);

    /// <summary>Whether a one-time link still works.</summary>
    bool HasLink(string digest, DateTimeOffset now);

    /// <summary>Uses a one-time link up: true once, false ever after, whoever else tries at the same time.</summary>
    bool TakeLink(string digest, DateTimeOffset now);
}
