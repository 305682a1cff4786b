using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Searching;

/// <summary>What somebody looks for: every word must begin a word of what is found, whatever its accents and number.</summary>
public sealed class SearchQuery
{
    /// <summary>Most characters of a question that are read.</summary>
    public const int LongestText = 200;

    /// <summary>Most words of a question that are looked for.</summary>
    public const int MostWords = 12;

    private readonly ImmutableArray<string> needles;

    private SearchQuery(ImmutableArray<string> needles) => this.needles = needles;

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => needles.IsEmpty;

    /// <summary>Reads a question as typed.</summary>
    public static SearchQuery Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > LongestText) text = text[..LongestText];
        return new([.. WordStem.Words(text).Distinct(StringComparer.Ordinal).Take(MostWords).Select(w => " " + w)]);
    }

    /// <summary>A text made ready to be searched: prepare once, search often.</summary>
    public static string Prepare(string text) => " " + string.Join(' ', WordStem.Words(text));

    /// <summary>Whether all words are in a prepared text. An empty question is in every text.</summary>
    public bool IsIn(string prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        foreach (var needle in needles)
            if (!prepared.Contains(needle, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>
    /// How well something answers, or 0 when it does not: each word must be in the title or in the text; one in the title counts ten times as much, a whole word more than a beginning.
    /// </summary>
    /// <param name="title">Its title, prepared.</param>
    /// <param name="text">Its text, prepared.</param>
    public int Score(string title, string text)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var score = 0;
        foreach (var needle in needles)
        {
            var inTitle = Worth(title, needle);
            var inText = inTitle > 0 ? 0 : Worth(text, needle);
            if (inTitle + inText == 0) return 0;
            score += 10 * inTitle + inText;
        }
        return score;
    }

    private static int Worth(string prepared, string needle)
    {
        var at = prepared.IndexOf(needle, StringComparison.Ordinal);
        return at < 0 ? 0 : at + needle.Length == prepared.Length || prepared[at + needle.Length] == ' ' ? 2 : 1;
    }
}
