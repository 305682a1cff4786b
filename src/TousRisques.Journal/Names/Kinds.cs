using System.Collections.Frozen;
using System.Diagnostics;

namespace TousRisques.Journal.Names;

/// <summary>The names of the cases of a closed union, written down one by one: renaming a class never renames what is stored or sent.</summary>
/// <typeparam name="T">The union.</typeparam>
internal sealed class Kinds<T> where T : class
{
    private readonly List<(string Name, Type Type)> cases = [];
    private readonly Lazy<(FrozenDictionary<string, Type> Types, FrozenDictionary<Type, string> Names)> tables;

    public Kinds() => tables = new(() => (
        cases.ToFrozenDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal),
        cases.ToFrozenDictionary(c => c.Type, c => c.Name)));

    /// <summary>Gives a case its name. Only while the table is being written.</summary>
    public Kinds<T> With<TCase>(string name) where TCase : T
    {
        Debug.Assert(!tables.IsValueCreated, "A table of names is complete before it is used.");
        cases.Add((name, typeof(TCase)));
        return this;
    }

    /// <summary>All names, in the order of the table.</summary>
    public IEnumerable<string> Names => cases.Select(c => c.Name);

    /// <summary>All cases with their names, in the order of the table.</summary>
    public IReadOnlyList<(string Name, Type Type)> Cases => cases;

    /// <summary>The case of a name, or null.</summary>
    public Type? Find(string name) => tables.Value.Types.GetValueOrDefault(name);

    /// <summary>The name of a case.</summary>
    public string NameOf(T value) => tables.Value.Names.TryGetValue(value.GetType(), out var name)
        ? name
        : throw new UnreachableException($"{value.GetType().Name} has no name in the table of {typeof(T).Name}.");
}
