using System.Collections.Immutable;
using System.Text.Json;
using TousRisques.Domain.Words;
using TousRisques.Journal.Json;

namespace TousRisques.Journal.Names;

/// <summary>What a type is called in the event catalogue and in messages for programmers.</summary>
internal static class TypeWords
{
    /// <summary>A few words, such as <c>list of names</c>.</summary>
    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner);
        if (type == typeof(string)) return "text";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(int) || type == typeof(long)) return "whole number";
        if (type == typeof(double)) return "number";
        if (type == typeof(TimeSpan)) return "duration";
        if (type == typeof(DateTimeOffset)) return "time";
        if (type == typeof(Text)) return "texts by language";
        if (WireConverterFactory.IsId(type)) return $"{Kebab(type.Name[..^2])} name";
        if (type.IsEnum) return "one of " + string.Join(", ", Enum.GetNames(type).Select(Kebab));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return $"list of: {Of(type.GetGenericArguments()[0])}";
        return Kebab(type.Name);
    }

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
