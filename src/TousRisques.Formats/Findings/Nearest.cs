namespace TousRisques.Formats.Findings;

/// <summary>Finds the known name that a mistyped one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary>Longer names are not compared: nobody mistypes them, and comparing costs their length squared.</summary>
    public const int LongestName = 80;

    /// <summary>
    /// The known name with the smallest <see cref="Distance"/> to a name, case apart; null when even that one differs in more
    /// than a third of the letters (one letter in short names). Of two equally near, the first in ordinal order.
    /// </summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        if (name.Length is 0 or > LongestName) return null;
        var folded = name.ToUpperInvariant();
        string? best = null;
        var bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in known)
        {
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) > bestDistance) continue;
            var distance = Distance(folded, candidate.ToUpperInvariant());
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>
    /// How many letters must be added, removed, changed or swapped with their neighbour to turn one name into another
    /// (optimal string alignment distance).
    /// </summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (above2, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], above2[j - 2] + 1);
            }
            (above2, above, row) = (above, row, above2);
        }
        return above[b.Length];
    }
}
