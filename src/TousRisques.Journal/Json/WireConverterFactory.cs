using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Json;

/// <summary>Finds the converter for identifiers, enumerations, lists and records of the house.</summary>
internal sealed class WireConverterFactory(bool strict) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => Converter(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = Converter(typeToConvert)!;
        object[] arguments = converter.GetGenericTypeDefinition() == typeof(RecordConverter<>) ? [options, strict] : [];
        return (JsonConverter)Activator.CreateInstance(converter, arguments)!;
    }

    private static Type? Converter(Type type) =>
        type.IsEnum && IsOurs(type) ? typeof(WordConverter<>).MakeGenericType(type)
        : IsId(type) ? typeof(IdConverter<>).MakeGenericType(type)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? typeof(ListConverter<>).MakeGenericType(type.GetGenericArguments())
        : IsOurs(type) && !type.IsAbstract && !type.IsInterface ? typeof(RecordConverter<>).MakeGenericType(type)
        : null;

    internal static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static bool IsOurs(Type type) => type.Namespace is { } space && (space == "TousRisques" || space.StartsWith("TousRisques.", StringComparison.Ordinal));
}
