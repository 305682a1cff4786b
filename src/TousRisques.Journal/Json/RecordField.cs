using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TousRisques.Journal.Json;

/// <summary>One field of a record, read and written.</summary>
internal abstract class RecordField<TOwner>(RecordMember member)
{
    public RecordMember Member { get; } = member;
    public string Name => Member.Name;
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(member.Name);

    public abstract object? Read(ref Utf8JsonReader reader, JsonSerializerOptions options);
    public abstract void Write(Utf8JsonWriter writer, TOwner owner, JsonSerializerOptions options);

    public static RecordField<TOwner> For(RecordMember member, JsonSerializerOptions options) =>
        (RecordField<TOwner>)Activator.CreateInstance(
            typeof(RecordField<,>).MakeGenericType(typeof(TOwner), member.Type), member, options)!;
}

internal sealed class RecordField<TOwner, TValue>(RecordMember member, JsonSerializerOptions options) : RecordField<TOwner>(member)
{
    // Found when first used, so that a record may contain itself.
    private readonly Lazy<JsonConverter<TValue>> converter = new(() => (JsonConverter<TValue>)options.GetConverter(typeof(TValue)));
    private readonly Func<TOwner, TValue> get = Getter(member.Property);

    public override object? Read(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Value.Read(ref reader, converter.Value, Member.Nullable, options);

    public override void Write(Utf8JsonWriter writer, TOwner owner, JsonSerializerOptions options)
    {
        var value = get(owner);
        if (value is null) return;
        writer.WritePropertyName(Encoded);
        converter.Value.Write(writer, value, options);
    }

    private static Func<TOwner, TValue> Getter(PropertyInfo property)
    {
        if (!typeof(TOwner).IsValueType) return property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
        var byReference = property.GetMethod!.CreateDelegate<StructGetter>();
        return owner => byReference(ref owner);
    }

    private delegate TValue StructGetter(ref TOwner owner);
}
