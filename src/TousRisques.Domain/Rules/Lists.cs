using System.Collections.Immutable;

namespace TousRisques.Domain.Rules;

/// <summary>Changes to lists of named things whose order people choose. What is not there changes nothing: facts of it are passed over.</summary>
internal static class Lists
{
    /// <summary>The list with one thing changed.</summary>
    public static ImmutableArray<T> Change<T>(ImmutableArray<T> all, Func<T, bool> which, Func<T, T> change) =>
        IndexOf(all, which) is >= 0 and var at ? all.SetItem(at, change(all[at])) : all;

    /// <summary>The list with two things in each other's places.</summary>
    public static ImmutableArray<T> Swap<T>(ImmutableArray<T> all, Func<T, bool> one, Func<T, bool> other) =>
        (IndexOf(all, one), IndexOf(all, other)) is (>= 0 and var a, >= 0 and var b) ? all.SetItem(a, all[b]).SetItem(b, all[a]) : all;

    /// <summary>The thing before or after another among those that it stands with; null at the end, or when it is not among them.</summary>
    public static T? Beside<T>(IEnumerable<T> among, T it, bool earlier) where T : class
    {
        var all = among.ToList();
        var at = all.IndexOf(it);
        var beside = earlier ? at - 1 : at + 1;
        return at < 0 || beside < 0 || beside >= all.Count ? null : all[beside];
    }

    private static int IndexOf<T>(ImmutableArray<T> all, Func<T, bool> which)
    {
        for (var i = 0; i < all.Length; i++)
            if (which(all[i])) return i;
        return -1;
    }
}
