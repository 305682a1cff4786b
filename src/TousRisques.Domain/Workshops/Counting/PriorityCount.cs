using System.Collections.Immutable;

namespace TousRisques.Domain.Workshops.Counting;

/// <summary>The priorities of a group, counted.</summary>
/// <param name="Ballots">How many people ranked.</param>
/// <param name="Scores">Every stake and everything put in own words, the most points first.</param>
/// <param name="W">Kendall's W over all of them; null for fewer than two ballots.</param>
public sealed record PriorityCount(int Ballots, ImmutableArray<BordaScore<Priority>> Scores, double? W)
{
    /// <summary>W in a word; null without W.</summary>
    public Agreement? Agreement => W is { } w ? Kendall.Word(w) : null;
}
