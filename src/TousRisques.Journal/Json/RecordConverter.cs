using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Json;

/// <summary>What a union needs of the converter of its cases.</summary>
internal interface IRecordConverter
{
    object ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options, string? discriminator);
    void WriteFields(Utf8JsonWriter writer, object value, JsonSerializerOptions options);
}

/// <summary>A record as an object of its fields: the parameters of its constructor, then its other settable properties.</summary>
internal sealed class RecordConverter<T> : JsonConverter<T>, IRecordConverter
{
    private readonly ConstructorInvoker constructor;
    private readonly RecordField<T>[] fields;
    private readonly int parameters;
    private readonly bool strict;

    public RecordConverter(JsonSerializerOptions options, bool strict)
    {
        this.strict = strict;
        var (made, members) = RecordShape.Of(typeof(T));
        constructor = ConstructorInvoker.Create(made);
        parameters = made.GetParameters().Length;
        fields = [.. members.Select(m => RecordField<T>.For(m, options))];
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => (T)ReadObject(ref reader, options, null);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteFields(writer, value!, options);
        writer.WriteEndObject();
    }

    public void WriteFields(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        foreach (var field in fields) field.Write(writer, (T)value, options);
    }

    public object ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options, string? discriminator)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw WireException.Of(WireProblem.WrongType, Token.Name(ref reader), "an object");
        var values = new object?[fields.Length];
        var seen = new bool[fields.Length];
        var discriminated = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (discriminator is not null && reader.ValueTextEquals(discriminator))
            {
                if (strict && discriminated) throw WireException.Of(WireProblem.FieldTwice, path: discriminator);
                discriminated = true;
                reader.Read();
                continue; // a string: the union has read it
            }
            var i = IndexOf(ref reader);
            if (i < 0)
            {
                if (strict) throw WireException.Of(WireProblem.UnknownField, "", Expected, Short(reader.GetString()!));
                reader.Read();
                reader.TrySkip();
                continue;
            }
            if (strict && seen[i]) throw WireException.Of(WireProblem.FieldTwice, path: fields[i].Name);
            reader.Read();
            try { values[i] = fields[i].Read(ref reader, options); }
            catch (WireException e) { throw e.In(fields[i].Name); }
            seen[i] = true;
        }
        for (var i = 0; i < fields.Length; i++)
            if (!seen[i] && !fields[i].Member.TryAbsent(strict, out values[i]))
                throw WireException.Of(WireProblem.FieldMissing, "", TypeWords.Of(fields[i].Member.Type), fields[i].Name);

        var made = constructor.Invoke(values.AsSpan(0, parameters))!;
        for (var i = parameters; i < fields.Length; i++) fields[i].Member.Property.SetValue(made, values[i]);
        return made;
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < fields.Length; i++)
            if (reader.ValueTextEquals(fields[i].Encoded.EncodedUtf8Bytes)) return i;
        return -1;
    }

    private string Expected => fields.Length == 0 ? "no field here" : "one of " + string.Join(", ", fields.Select(f => f.Name));

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
