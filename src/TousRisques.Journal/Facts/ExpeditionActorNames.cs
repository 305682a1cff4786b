using System.Diagnostics;
using TousRisques.Domain.Expeditions;

namespace TousRisques.Journal.Facts;

/// <summary>Who caused a fact of an expedition, as one short text: <c>account:Ada</c>, <c>visitor</c>, <c>house</c>.</summary>
public static class ExpeditionActorNames
{
    private const string Account = "account:";

    /// <summary>Writes an actor.</summary>
    public static string Write(ExpeditionActor actor) => actor switch
    {
        AccountHolder a => Account + a.Account,
        PasserBy => "visitor",
        TheHouse => "house",
        _ => throw new UnreachableException($"No stored name for {actor?.GetType().Name}."),
    };

    /// <summary>Reads one, or null when it is none.</summary>
    public static ExpeditionActor? Read(string stored) => stored switch
    {
        "visitor" => new PasserBy(),
        "house" => new TheHouse(),
        _ when stored is not null && stored.StartsWith(Account, StringComparison.Ordinal) => new AccountHolder(stored[Account.Length..]),
        _ => null,
    };
}
