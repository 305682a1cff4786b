using System.Collections.Immutable;

namespace TousRisques.Domain.Words;

/// <summary>A language of the interface or of a pack, by its ISO 639-1 code.</summary>
/// <param name="Code">Two lower-case letters, such as <c>fr</c>.</param>
public readonly record struct Language(string Code)
{
    /// <summary>French: the first language everywhere, and the one that texts fall back on.</summary>
    public static readonly Language French = new("fr");

    /// <summary>English.</summary>
    public static readonly Language English = new("en");

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>The same text in several languages, side by side.</summary>
/// <param name="ByLanguage">Language code to text. Empty means that nothing was written.</param>
public sealed record Text(ImmutableSortedDictionary<string, string> ByLanguage)
{
    /// <summary>No text in any language.</summary>
    public static readonly Text Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>A text in French and English.</summary>
    public static Text Of(string french, string english) =>
        new(Empty.ByLanguage.Add(Language.French.Code, french).Add(Language.English.Code, english));

    /// <summary>A text that is the same in every language, such as a proper name or a participant's own words.</summary>
    public static Text Same(string text) => new(Empty.ByLanguage.Add(Language.French.Code, text));

    /// <summary>Whether nothing was written in any language.</summary>
    public bool IsEmpty => ByLanguage.IsEmpty;

    /// <summary>The text in a language; failing that in French; failing that in any language; failing that the empty string.</summary>
    public string In(Language language) =>
        ByLanguage.TryGetValue(language.Code, out var own) ? own
        : ByLanguage.TryGetValue(Language.French.Code, out var french) ? french
        : ByLanguage.Values.FirstOrDefault() ?? "";

    /// <inheritdoc/>
    public bool Equals(Text? other) => other is not null && ByLanguage.SequenceEqual(other.ByLanguage);

    /// <inheritdoc/>
    public override int GetHashCode() => ByLanguage.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    /// <inheritdoc/>
    public override string ToString() => In(Language.French);
}
