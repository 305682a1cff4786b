using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TousRisques.Domain.Words;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Json;

/// <summary>A text in several languages: an object from language code to text.</summary>
internal sealed class TextConverter : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), "texts by language");
        var byLanguage = Text.Empty.ByLanguage.ToBuilder();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            if (language is not [>= 'a' and <= 'z', >= 'a' and <= 'z']) throw WireException.Of(WireProblem.UnknownField, "", "a language code of two letters", language);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String) throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), "a text", language);
            byLanguage[language] = reader.GetString()!;
        }
        return byLanguage.Count == 0 ? Text.Empty : new(byLanguage.ToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        // French first, as everywhere in the house; the others by code.
        writer.WriteStartObject();
        foreach (var (code, text) in value.ByLanguage.OrderBy(pair => pair.Key != Language.French.Code)) writer.WriteString(code, text);
        writer.WriteEndObject();
    }
}

/// <summary>A list. One that was never filled is written as empty.</summary>
internal sealed class ListConverter<T> : JsonConverter<ImmutableArray<T>>
{
    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), "a list");
        var converter = (JsonConverter<T>)options.GetConverter(typeof(T));
        var items = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            try { items.Add(Value.Read(ref reader, converter, default(T) is null && Nullable.GetUnderlyingType(typeof(T)) is not null, options)!); }
            catch (WireException e) { throw e.In($"[{items.Count}]"); }
        }
        return items.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
    {
        var converter = (JsonConverter<T>)options.GetConverter(typeof(T));
        writer.WriteStartArray();
        if (!value.IsDefault)
            foreach (var item in value) converter.Write(writer, item, options);
        writer.WriteEndArray();
    }
}

/// <summary>A case of a closed union: an object whose discriminator names the case. Names come from a table, never from class names.</summary>
internal sealed class UnionConverter<T>(string discriminator, Kinds<T> kinds) : JsonConverter<T> where T : class
{
    private readonly JsonEncodedText discriminatorText = JsonEncodedText.Encode(discriminator);

    /// <summary>The field that names the case.</summary>
    public string Discriminator => discriminator;

    /// <summary>The table of its cases.</summary>
    public Kinds<T> Kinds => kinds;

    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(T);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), "an object");
        var name = Name(reader);
        return kinds.Find(name) is { } type
            ? (T)((IRecordConverter)options.GetConverter(type)).ReadObject(ref reader, options, discriminator)
            : throw WireException.Of(WireProblem.UnknownValue, $"\"{name}\"", "one of " + string.Join(", ", kinds.Names), discriminator);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(discriminatorText, kinds.NameOf(value));
        ((IRecordConverter)options.GetConverter(value.GetType())).WriteFields(writer, value, options);
        writer.WriteEndObject();
    }

    /// <summary>Looks ahead for the discriminator on a copy of the reader, since clients may write it anywhere in the object.</summary>
    private string Name(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var here = ahead.ValueTextEquals(discriminator);
            ahead.Read();
            if (!here) ahead.TrySkip();
            else if (ahead.TokenType == JsonTokenType.String) return ahead.GetString()!;
            else throw WireException.Of(WireProblem.WrongType, Token.Name(ref ahead), "one of " + string.Join(", ", kinds.Names), discriminator);
        }
        throw WireException.Of(WireProblem.FieldMissing, "", "one of " + string.Join(", ", kinds.Names), discriminator);
    }
}

internal static class Value
{
    /// <summary>Reads one value; whatever the library throws for a wrong one becomes a fault.</summary>
    public static T? Read<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, bool nullable, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return nullable ? default : throw WireException.Of(WireProblem.WrongType, "null", TypeWords.Of(typeof(T)));
        try { return converter.Read(ref reader, typeof(T), options); }
        catch (Exception e) when (e is InvalidOperationException or FormatException or OverflowException)
        {
            throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), TypeWords.Of(typeof(T)));
        }
    }
}
