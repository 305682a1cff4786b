using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace TousRisques.Testing;

/// <summary>
/// Writes a value out in full, dictionaries and sets sorted, so that two values are the same if and only if their dumps are. Needed because
/// records compare immutable collections by reference.
/// </summary>
public static class Canonical
{
    public static string Dump(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case string s: text.Append('"').Append(s.Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"'); break;
            case DateTimeOffset at: text.Append(at.ToString("O", CultureInfo.InvariantCulture)); break;
            case IFormattable f when value.GetType().IsPrimitive || value is Enum or TimeSpan: text.Append(f.ToString(null, CultureInfo.InvariantCulture)); break;
            case bool b: text.Append(b); break;
            case IDictionary d: Bag(text, '{', '}', Entries(d).Order(StringComparer.Ordinal)); break;
            case IEnumerable set when IsSet(value): Bag(text, '{', '}', set.Cast<object?>().Select(Dump).Order(StringComparer.Ordinal)); break;
            case IEnumerable when value.GetType().GetProperty("IsDefault")?.GetValue(value) is true: text.Append("[]"); break; // never filled
            case IEnumerable list: Bag(text, '[', ']', list.Cast<object?>().Select(Dump)); break;
            case ITuple tuple: Bag(text, '(', ')', Enumerable.Range(0, tuple.Length).Select(i => Dump(tuple[i]))); break;
            default: Members(text, value); break;
        }
    }

    private static void Members(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name);
        // Only what is held: members without a setter are computed.
        Bag(text, '(', ')', value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => p.Name + "=" + Dump(p.GetValue(value))));
    }

    private static IEnumerable<string> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return Dump(entry.Key) + ": " + Dump(entry.Value);
    }

    private static bool IsSet(object value) =>
        value.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static void Bag(StringBuilder text, char open, char close, IEnumerable<string> parts) =>
        text.Append(open).AppendJoin(", ", parts).Append(close).AppendLine();
}
