using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Testing;

/// <summary>
/// Any fact, command or refusal that the types allow, whether or not a workshop would ever store it: what the codecs must carry. Follows
/// the types by reflection, so that a new field is covered on the day it is added.
/// </summary>
public static class FactGenerators
{
    /// <summary>Words as people and attackers write them.</summary>
    public static readonly Gen<string> Words = Gen.OneOf(
        Gen.Const(""), Gen.Const("Crue à Elbeuf"), Gen.Const("<script>alert('x')</script> & \"quotes\" \\ /"), Gen.Const("deux\nlignes\tet\u0000rien"),
        Gen.Const("🌊 🧑‍🚒 \u007f\u0085\u2028\ufeff\ufffd"), Gen.Const("שלום"), Gen.String[Gen.Char.AlphaNumeric, 0, 12]);

    /// <summary>Any instant, UTC.</summary>
    public static readonly Gen<DateTimeOffset> Times = Gen.Long[0, DateTimeOffset.MaxValue.Ticks].Select(t => new DateTimeOffset(t, TimeSpan.Zero));

    private static readonly Gen<string> Names = Gen.OneOf(Gen.Const("act-2.assessment"), Gen.Const("é"), Gen.String[Gen.Char.AlphaNumeric, 1, 8]);

    private static readonly ConcurrentDictionary<Type, Gen<object?>> Known = new();

    /// <summary>Any fact.</summary>
    public static readonly Gen<WorkshopEvent> Events = For(typeof(WorkshopEvent)).Select(e => (WorkshopEvent)e!);

    /// <summary>Any command.</summary>
    public static readonly Gen<WorkshopCommand> Commands = For(typeof(WorkshopCommand)).Select(c => (WorkshopCommand)c!);

    /// <summary>Any fact of an expedition.</summary>
    public static readonly Gen<ExpeditionEvent> ExpeditionEvents = For(typeof(ExpeditionEvent)).Select(e => (ExpeditionEvent)e!);

    /// <summary>Any command to an expedition.</summary>
    public static readonly Gen<ExpeditionCommand> ExpeditionCommands = For(typeof(ExpeditionCommand)).Select(c => (ExpeditionCommand)c!);

    /// <summary>Any actor of an expedition.</summary>
    public static readonly Gen<ExpeditionActor> ExpeditionActors = For(typeof(ExpeditionActor)).Select(a => (ExpeditionActor)a!);

    /// <summary>Any refusal.</summary>
    public static readonly Gen<Refusal> Refusals = For(typeof(Refusal)).Select(r => (Refusal)r!);

    /// <summary>Any actor whose name is one line.</summary>
    public static readonly Gen<Actor> Actors = For(typeof(Actor)).Select(a => (Actor)a!);

    /// <summary>Every case of a closed union, or the type itself.</summary>
    public static IEnumerable<Type> CasesOf(Type type) =>
        type.IsAbstract ? type.Assembly.GetTypes().Where(t => !t.IsAbstract && type.IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal) : [type];

    private static Gen<object?> For(Type type) => Known.TryGetValue(type, out var known) ? known : Known[type] = Make(type);

    private static Gen<object?> Make(Type type)
    {
        if (type == typeof(string)) return Words.Select(s => (object?)s);
        if (type == typeof(bool)) return Gen.Bool.Select(b => (object?)b);
        if (type == typeof(int)) return Gen.Int.Select(i => (object?)i);
        if (type == typeof(double)) return Gen.Double.Where(double.IsFinite).Select(d => (object?)d);
        if (type == typeof(TimeSpan)) return Gen.OneOf(Gen.Long, Gen.Int[-10_000, 10_000].Select(m => m * TimeSpan.TicksPerMinute)).Select(t => (object?)new TimeSpan(t));
        if (type == typeof(DateTimeOffset)) return Times.Select(t => (object?)t);
        if (type == typeof(Language)) return Gen.OneOf(Gen.Const((object?)Language.French), Gen.Const((object?)Language.English));
        if (type == typeof(long)) return Gen.Long.Select(l => (object?)l);
        if (type == typeof(Text)) return Gen.Select(Words, Words, Gen.Bool, (fr, en, both) => (object?)(both ? Text.Of(fr, en) : fr.Length == 0 ? Text.Empty : Text.Same(fr)));
        if (type.IsEnum) return Gen.OneOf([.. Enum.GetValues(type).Cast<object?>().Select(v => Gen.Const(v))]);
        if (Nullable.GetUnderlyingType(type) is { } inner) return OrNull(For(inner));
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
            return Names.Select(n => Activator.CreateInstance(type, n));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return List(type.GetGenericArguments()[0]);
        return type.IsAbstract ? Gen.OneOf([.. CasesOf(type).Select(For)]) : Record(type);
    }

    private static Gen<object?> OrNull(Gen<object?> gen) => Gen.Select(gen, Gen.Bool, (value, there) => there ? value : null);

    private static Gen<object?> List(Type item)
    {
        var make = typeof(FactGenerators).GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);
        return For(item).Array[0, 3].Select(items => make.Invoke(null, [items]));
    }

    private static ImmutableArray<T> ListOf<T>(object?[] items) => [.. items.Cast<T>()];

    private static Gen<object?> Record(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var properties = type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).ToArray();
        var values = properties.Select(p => nullability.Create(p).ReadState == NullabilityState.Nullable && !p.PropertyType.IsValueType
            ? OrNull(For(p.PropertyType))
            : For(p.PropertyType));
        return values.Aggregate(Gen.Const(ImmutableList<object?>.Empty), (all, gen) => Gen.Select(all, gen, (list, value) => list.Add(value)))
            .Select(all =>
            {
                var parameters = constructor.GetParameters();
                var made = constructor.Invoke([.. parameters.Select(p => all[Array.FindIndex(properties, q => q.Name == p.Name)])]);
                for (var i = 0; i < properties.Length; i++)
                    if (parameters.All(p => p.Name != properties[i].Name)) properties[i].SetValue(made, all[i]);
                return (object?)made;
            });
    }
}
