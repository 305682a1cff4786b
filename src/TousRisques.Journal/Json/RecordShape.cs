using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Json;

/// <summary>A field of a record: what both the converters and the documents drawn from the code know of it.</summary>
/// <param name="Name">In JSON.</param>
/// <param name="Property">In C#.</param>
/// <param name="Nullable">Whether null is a value of it.</param>
/// <param name="Default">The default its constructor parameter declares, or <see cref="DBNull"/>.</param>
internal sealed record RecordMember(string Name, PropertyInfo Property, bool Nullable, object? Default)
{
    public Type Type => Property.PropertyType;

    /// <summary>Whether the field may be left out, and what it is then.</summary>
    public bool TryAbsent(bool strict, out object? value)
    {
        value = null;
        if (Nullable) return true;
        if (Default is not DBNull)
        {
            value = Default ?? (Type.IsValueType ? Empty(Type) : null);
            return true;
        }
        if (Type == typeof(string)) value = "";
        else if (Type == typeof(Text)) value = Text.Empty;
        else if (Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) value = Empty(Type);
        else if (!strict && (Type == typeof(TimeSpan) || Type.IsPrimitive)) value = Activator.CreateInstance(Type);
        else return false;
        return true;
    }

    private static object Empty(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? type.GetField(nameof(ImmutableArray<>.Empty))!.GetValue(null)!
            : Activator.CreateInstance(type)!;
}

/// <summary>How a record is made and which fields it has.</summary>
internal static class RecordShape
{
    private static readonly ConcurrentDictionary<Type, (ConstructorInfo Constructor, ImmutableArray<RecordMember> Members)> Shapes = new();

    /// <summary>The constructor, and the fields: its parameters in order, then other settable properties.</summary>
    public static (ConstructorInfo Constructor, ImmutableArray<RecordMember> Members) Of(Type type) => Shapes.GetOrAdd(type, static t => Find(t));

    private static (ConstructorInfo, ImmutableArray<RecordMember>) Find(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var constructor = type.GetConstructors()
            .Where(c => c.GetParameters() is var p && !(p.Length == 1 && p[0].ParameterType == type))
            .OrderByDescending(c => c.GetParameters().Length)
            .FirstOrDefault(c => c.GetParameters().All(p => properties.Any(q => q.Name == p.Name && q.PropertyType == p.ParameterType)))
            ?? throw new NotSupportedException($"{type} is no record: no constructor from its properties.");

        var fromParameters = constructor.GetParameters().Select(p => Member(properties.Single(q => q.Name == p.Name), p.HasDefaultValue ? p.DefaultValue : DBNull.Value));
        var others = properties
            .Where(q => q.SetMethod is { IsPublic: true } && constructor.GetParameters().All(p => p.Name != q.Name))
            .Select(q => Member(q, DBNull.Value));
        return (constructor, [.. fromParameters, .. others]);

        RecordMember Member(PropertyInfo property, object? @default) => new(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name), property,
            nullability.Create(property).ReadState == NullabilityState.Nullable, @default);
    }
}
