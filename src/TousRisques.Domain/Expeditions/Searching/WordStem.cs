using System.Globalization;
using System.Text;

namespace TousRisques.Domain.Expeditions.Searching;

/// <summary>
/// Words as a search compares them: lower case, without accents, ligatures in two letters, plurals as singulars. Light on purpose: a stem is taken from spelling alone, and text
/// and question go through the same. What it confuses (« cours » and « cour ») costs a result too many, never one too few.
/// </summary>
public static class WordStem
{
    /// <summary>Words of a text in order, as a search compares them: <c>Les Aléas numériques</c> is <c>les alea numerique</c>.</summary>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = new StringBuilder();
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) Append(word, rune);
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark) && word.Length > 0)
            {
                yield return Of(word);
                word.Clear();
            }
        }
        if (word.Length > 0) yield return Of(word);
    }

    private static void Append(StringBuilder word, Rune rune)
    {
        switch (rune.Value)
        {
            case 'œ' or 'Œ': word.Append("oe"); break;
            case 'æ' or 'Æ': word.Append("ae"); break;
            case 'ß' or 'ẞ': word.Append("ss"); break;
            default: word.Append(Rune.ToLowerInvariant(rune).ToString()); break;
        }
    }

    /// <summary>The singular, as far as spelling tells: French plurals in -s, -x and -aux, English ones in -s, -es and -ies.</summary>
    private static string Of(StringBuilder folded)
    {
        var word = folded.ToString();
        if (word.Length < 4 || char.IsDigit(word[^1])) return word;
        if (word.EndsWith("aux", StringComparison.Ordinal)) return word.EndsWith("eaux", StringComparison.Ordinal) ? word[..^1] : word[..^3] + "al";
        if (word.EndsWith("oux", StringComparison.Ordinal) || word.EndsWith("eux", StringComparison.Ordinal)) return word[..^1];
        if (word.EndsWith("ies", StringComparison.Ordinal)) word = word[..^3] + "i"; // pluies, cities
        else if (word.EndsWith("ie", StringComparison.Ordinal)) word = word[..^2] + "i"; // pluie
        else if (word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal)) word = word[..^1] + "i"; // city
        else if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) word = word[..^1];
        return word;
    }

    /// <summary>Normalisation throws on halves of characters and on what is no character.</summary>
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.Replace('\uFFFE', ' ').Replace('\uFFFF', ' ').ToString();
    }
}
