using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>A paragraph, a list, a table or a figure of a chapter, as it was in one version.</summary>
/// <param name="Anchor">Its name within the page, drawn from its contents: it stays as long as they do, whatever happens around.</param>
/// <param name="Text">Its words, without marks; cut when it is long.</param>
public sealed record Passage(string Anchor, string Text)
{
    /// <summary>Characters of a passage that are kept with a reaction to it.</summary>
    public const int Length = 1_200;

    /// <summary>Share of common words (Dice's coefficient) from which a passage is taken for another one that was rewritten.</summary>
    public const double Near = 0.5;

    /// <summary>
    /// Where a passage of an older version is now: the same one, or the one nearest in words, or null when nothing left resembles it.
    /// </summary>
    public Passage? Among(ImmutableArray<Passage> now)
    {
        foreach (var candidate in now)
            if (candidate.Anchor == Anchor) return candidate;
        var own = WordsOf(Text);
        Passage? nearest = null;
        var most = 0.0;
        foreach (var candidate in now)
        {
            var other = WordsOf(candidate.Text);
            if (own.Count == 0 || other.Count == 0) continue;
            var share = 2.0 * own.Count(other.Contains) / (own.Count + other.Count);
            if (share < Near || share <= most) continue;
            (nearest, most) = (candidate, share);
        }
        return nearest;
    }

    private static HashSet<string> WordsOf(string text) => [.. WatchTitle.Words(text)];
}
