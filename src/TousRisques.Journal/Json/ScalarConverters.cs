using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Json;

/// <summary>An identifier as its bare string, also as the name of a field.</summary>
internal sealed class IdConverter<T> : JsonConverter<T> where T : struct, IId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);

    private static T Read(ref Utf8JsonReader reader) =>
        reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) ? throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), "a name")
        : reader.GetString() is { Length: > 0 } name ? T.From(name)
        : throw WireException.Of(WireProblem.UnknownValue, "\"\"", "a name that is not empty");
}

/// <summary>A word of an enumeration in kebab-case. An unknown one is an error, never zero.</summary>
internal sealed class WordConverter<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByWord =
        Enum.GetValues<T>().ToFrozenDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<T, JsonEncodedText> ByValue =
        ByWord.ToFrozenDictionary(pair => pair.Value, pair => JsonEncodedText.Encode(pair.Key));

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(ByValue[value]);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(ByValue[value]);

    private static T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), Expected);
        var word = reader.GetString()!;
        return ByWord.TryGetValue(word, out var value) ? value : throw WireException.Of(WireProblem.UnknownValue, $"\"{word}\"", Expected);
    }

    private static string Expected => "one of " + string.Join(", ", ByValue.OrderBy(pair => pair.Key).Select(pair => pair.Value.Value));
}

/// <summary>A duration in ISO 8601, such as <c>PT1H30M</c>, exact to 100 nanoseconds; days are 24 hours, and there are no months or years.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        const string expected = "a duration such as \"PT1H30M\"";
        if (reader.TokenType != JsonTokenType.String) throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), expected);
        var text = reader.GetString()!;
        // XmlConvert would take a year for 365 days; a duration of ours says what it means.
        if (text.Length <= 40 && !text.Contains('Y') && text.IndexOf('M') is var m && (m < 0 || text.IndexOf('T') is >= 0 and var t && t < m))
        {
            try { return XmlConvert.ToTimeSpan(text); }
            catch (FormatException) { }
            catch (OverflowException) { }
        }
        throw WireException.Of(WireProblem.UnknownValue, $"\"{text}\"", expected);
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));
}

/// <summary>A language by its code.</summary>
internal sealed class LanguageConverter : JsonConverter<Language>
{
    public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), "a language code")
        : reader.GetString() is [>= 'a' and <= 'z', >= 'a' and <= 'z'] code ? new(code)
        : throw WireException.Of(WireProblem.UnknownValue, "", "a language code of two letters");

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

internal static class Token
{
    /// <summary>What stands at the reader, in a word.</summary>
    public static string Name(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => reader.TokenType.ToString(),
    };
}
