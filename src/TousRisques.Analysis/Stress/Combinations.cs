using System.Collections.Immutable;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>Sets of numbers, in order.</summary>
internal static class Combinations
{
    /// <summary>Every set of 1, then 2… then <paramref name="most"/> of the numbers below <paramref name="count"/>.</summary>
    public static IEnumerable<ImmutableArray<int>> UpTo(int most, int count) => Enumerable.Range(1, Math.Max(0, most)).SelectMany(size => Of(size, count));

    /// <summary>Every set of that many of the numbers below <paramref name="count"/>.</summary>
    public static IEnumerable<ImmutableArray<int>> Of(int size, int count) => After([], size, 0, count);

    private static IEnumerable<ImmutableArray<int>> After(ImmutableArray<int> begun, int size, int from, int count)
    {
        if (begun.Length == size)
        {
            yield return begun;
            yield break;
        }
        for (var i = from; i < count; i++)
            foreach (var set in After(begun.Add(i), size, i + 1, count)) yield return set;
    }

    /// <summary>What each function lost in a draw.</summary>
    public static ImmutableArray<TimeSpan> TimesLost(this Outcome outcome, int draw)
    {
        var lost = ImmutableArray.CreateBuilder<TimeSpan>(outcome.Study.Watched.Length);
        foreach (var seconds in outcome.LostSeconds(draw)) lost.Add(TimeSpan.FromSeconds(seconds));
        return lost.MoveToImmutable();
    }
}
