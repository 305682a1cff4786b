using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Reports;

/// <summary>
/// The play of actors in a workshop, after the method MACTOR: what each character holds to among the stakes, and how far two of them pull together. Source: docs/references.md [Godet]. A ranking says
/// what somebody holds to most, never what they are against: positions have no sign, so that what MACTOR calls divergence cannot be read from them. In its place stands the gap: what one puts first and the
/// other leaves out, where both ask for the same scarce means.
/// </summary>
public sealed class ActorsPlay
{
    /// <summary>Points of a first place; each place below has one less, down to 1.</summary>
    public const int First = 5;

    private readonly double[,] positions;

    private ActorsPlay(ImmutableArray<CharacterId> actors, ImmutableArray<StakeId> stakes, double[,] positions) => (Actors, Stakes, this.positions) = (actors, stakes, positions);

    /// <summary>Characters that somebody ranked for, in the order of their names.</summary>
    public ImmutableArray<CharacterId> Actors { get; }

    /// <summary>Stakes that somebody ranked, the one held to most first. Priorities in people's own words have no counterpart at others' and are left out.</summary>
    public ImmutableArray<StakeId> Stakes { get; }

    /// <summary>Reads it from the priorities of an act: several people who play one character count as their mean.</summary>
    public static ActorsPlay Of(ActPriorities act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var rankings = act.Each.Where(r => r.Voice.Character is not null).GroupBy(r => r.Voice.Character!.Value).OrderBy(g => g.Key.Value, StringComparer.Ordinal).ToList();
        var stakes = rankings.SelectMany(g => g).SelectMany(r => r.Ranking).Select(p => p.Stake).OfType<StakeId>().Distinct().ToList();
        var points = new double[rankings.Count, stakes.Count];
        for (var a = 0; a < rankings.Count; a++)
        {
            foreach (var ranking in rankings[a])
                for (var place = 0; place < Math.Min(First, ranking.Ranking.Length); place++)
                    if (ranking.Ranking[place].Stake is { } stake) points[a, stakes.IndexOf(stake)] += First - place;
            for (var s = 0; s < stakes.Count; s++) points[a, s] /= rankings[a].Count();
        }
        var order = Enumerable.Range(0, stakes.Count).OrderByDescending(s => Enumerable.Range(0, rankings.Count).Sum(a => points[a, s])).ThenBy(s => stakes[s].Value, StringComparer.Ordinal).ToList();
        var ordered = new double[rankings.Count, stakes.Count];
        for (var a = 0; a < rankings.Count; a++)
            for (var s = 0; s < order.Count; s++) ordered[a, s] = points[a, order[s]];
        return new([.. rankings.Select(g => g.Key)], [.. order.Select(s => stakes[s])], ordered);
    }

    /// <summary>How much an actor holds to a stake: 0 not at all, up to <see cref="First"/>.</summary>
    public double Position(int actor, int stake) => positions[actor, stake];

    /// <summary>How far two actors pull together: over the stakes that both hold to, half the sum of what they give them (MACTOR's valued convergence).</summary>
    public double Convergence(int one, int other) => Sum(one, other, (a, b) => a > 0 && b > 0 ? (a + b) / 2 : 0);

    /// <summary>How far apart two actors stand: over the stakes that one holds to and the other leaves out, half of what the one gives them.</summary>
    public double Gap(int one, int other) => Sum(one, other, (a, b) => a > 0 != b > 0 ? (a + b) / 2 : 0);

    /// <summary>Whether two actors stand rather apart than together.</summary>
    public bool AreApart(int one, int other) => Gap(one, other) > Convergence(one, other);

    private double Sum(int one, int other, Func<double, double, double> of)
    {
        var sum = 0.0;
        for (var s = 0; s < Stakes.Length; s++) sum += of(positions[one, s], positions[other, s]);
        return sum;
    }
}
