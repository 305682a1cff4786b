using System.Collections.Immutable;
using System.Text;

namespace TousRisques.Formats;

/// <summary>The words that files use for an enumeration: its names in lower case, parts joined by hyphens (<c>LowTech</c> is <c>low-tech</c>).</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public static class EnumWords<T> where T : struct, Enum
{
    private static readonly ImmutableArray<(string Word, T Value)> Pairs = [.. Enum.GetValues<T>().Select(v => (Hyphened(v.ToString()), v))];

    /// <summary>All words, in the order of the enumeration.</summary>
#pragma warning disable CA1000 // Static members on generic types: EnumWords<Nature>.All says what it is
    public static ImmutableArray<string> All { get; } = [.. Pairs.Select(p => p.Word)];

    /// <summary>The word of a value.</summary>
    public static string Of(T value) => Pairs.First(p => p.Value.Equals(value)).Word;

    /// <summary>The value of a word; null for an unknown word.</summary>
    public static T? Find(string word)
    {
        foreach (var pair in Pairs)
            if (pair.Word == word) return pair.Value;
        return null;
    }
#pragma warning restore CA1000

    private static string Hyphened(string name)
    {
        var word = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    }
}
