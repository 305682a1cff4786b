using TousRisques.Domain.Words;

namespace TousRisques.Web.Look;

/// <summary>Short ways to say common things in a language.</summary>
public static class Speaking
{
    /// <summary>The word for a value of an enumeration: the key <c>enum.{Type}.{Value}</c>.</summary>
    public static string Of<T>(this Words words, T value) where T : struct, Enum => words[$"enum.{typeof(T).Name}.{value}"];

    /// <summary>A text of a pack in this language.</summary>
    public static string Of(this Words words, Text text) => text.In(words.Language);

    /// <summary>A text, or null, in this language.</summary>
    public static string OfAny(this Words words, Text? text) => text?.In(words.Language) ?? "";
}
