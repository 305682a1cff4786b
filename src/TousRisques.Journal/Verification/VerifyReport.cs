using System.Collections.Immutable;

namespace TousRisques.Journal.Verification;

/// <summary>One thing that is wrong in a journal.</summary>
/// <param name="Stream">The stream, or empty when it cannot be told.</param>
/// <param name="Version">The event of that stream, or 0.</param>
/// <param name="Place">Its position in the file (SQLite) or its line (portable file), or 0 when it has none.</param>
/// <param name="Flaw">What is wrong.</param>
/// <param name="Count">How many events in a row it concerns.</param>
/// <param name="Detail">What the store's library said, or empty.</param>
public sealed record Damage(string Stream, long Version, long Place, ChainFlaw Flaw, long Count = 1, string Detail = "");

/// <summary>What a check of a journal found.</summary>
/// <param name="Streams">How many streams were seen.</param>
/// <param name="Records">How many events were read.</param>
/// <param name="Damages">What is wrong, events that can be named first, each in the order of the file; at most <see cref="MostListed"/>.</param>
/// <param name="Total">How many damages there are in all.</param>
public sealed record VerifyReport(long Streams, long Records, ImmutableArray<Damage> Damages, long Total)
{
    /// <summary>How many damages are listed one by one.</summary>
    public const int MostListed = 100;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Total == 0;
}
