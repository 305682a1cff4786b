using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TousRisques.Domain.Expeditions;

/// <summary>Tells whether two titles are near enough to be one article told twice.</summary>
public static class WatchTitle
{
    /// <summary>Shorter titles must be equal: with so few words, one more says something else.</summary>
    public const int FewestWords = 5;

    /// <summary>Share of common words (Dice's coefficient) from which titles are near.</summary>
    public const double Near = 0.85;

    /// <summary>The words of a title: letters and digits, in lower case, accents and punctuation apart.</summary>
    public static ImmutableArray<string> Words(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var rune in Whole(title).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark) && word.Length > 0) End();
        }
        if (word.Length > 0) End();
        return words.ToImmutable();

        void End()
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>
    /// Whether two titles have the same words, or from <see cref="FewestWords"/> on nearly the same and exactly the same numbers: bulletin 12 is not bulletin 13. A title without
    /// words is near to none.
    /// </summary>
    public static bool AreNear(string a, string b) => AreNear(Words(a), Words(b));

    /// <summary>The same for titles whose words are known.</summary>
    public static bool AreNear(ImmutableArray<string> first, ImmutableArray<string> second)
    {
        if (first.IsEmpty || second.IsEmpty) return false;
        if (first.SequenceEqual(second)) return true;
        if (Math.Min(first.Length, second.Length) < FewestWords) return false;
        if (!Numbers(first).SequenceEqual(Numbers(second))) return false;
        var (x, y) = (first.ToHashSet(StringComparer.Ordinal), second.ToHashSet(StringComparer.Ordinal));
        return 2.0 * x.Count(y.Contains) / (x.Count + y.Count) >= Near;
    }

    private static IEnumerable<string> Numbers(ImmutableArray<string> words) => words.Where(w => w.Any(char.IsDigit)).Order(StringComparer.Ordinal);

    /// <summary>Normalisation throws on halves of characters.</summary>
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.Replace('\uFFFE', ' ').Replace('\uFFFF', ' ').ToString();
    }
}
