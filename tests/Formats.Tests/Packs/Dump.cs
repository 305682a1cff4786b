using System.Collections;
using System.Globalization;
using System.Text;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>Writes a value of the domain out in full, so that two can be compared whatever their collections' equality.</summary>
internal static class Dump
{
    public static string Of(object value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    /// <summary>Calls back for every property of every object reachable, with its owner.</summary>
    public static void Visit(object value, Action<object, System.Reflection.PropertyInfo, object?> visit)
    {
        if (value is IEnumerable items and not string)
        {
            foreach (var item in items) Visit(item, visit);
            return;
        }
        if (!IsOurs(value)) return;
        foreach (var property in value.GetType().GetProperties().Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic))
        {
            var own = property.GetValue(value);
            visit(value, property, own);
            if (own is not null) Visit(own, visit);
        }
    }

    private static bool IsOurs(object value) =>
        value.GetType() is { IsEnum: false } type && type.Namespace?.StartsWith("TousRisques", StringComparison.Ordinal) == true;

    private static void Write(StringBuilder text, object? value, int depth)
    {
        var indent = new string(' ', depth * 2);
        switch (value)
        {
            case null: text.Append("null\n"); break;
            case string s: text.Append('"').Append(s).Append("\"\n"); break;
            case IEnumerable items:
                text.Append('\n');
                foreach (var item in items)
                {
                    text.Append(indent).Append("- ");
                    Write(text, item, depth + 1);
                }
                break;
            case var ours when IsOurs(ours):
                text.Append(ours.GetType().Name).Append('\n');
                foreach (var property in ours.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic).OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append(indent).Append(property.Name).Append(": ");
                    Write(text, property.GetValue(ours), depth + 1);
                }
                break;
            default: text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\n'); break;
        }
    }
}
