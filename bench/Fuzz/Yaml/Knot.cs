using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TousRisques.Fuzz.Yaml;

/// <summary>A YAML value that can be changed at will, also into what is no pack: a scalar, a list or a mapping, with whatever is written before it.</summary>
internal sealed class Knot
{
    private const int MostLevels = 150;

    public string? Scalar { get; set; }
    public List<Knot>? Items { get; set; }
    public List<(Knot Key, Knot Value)>? Entries { get; set; }

    /// <summary>An anchor or a tag.</summary>
    public string Before { get; set; } = "";

    public static Knot Of(string scalar) => new() { Scalar = scalar };

    public static Knot List(params IEnumerable<Knot> items) => new() { Items = [.. items] };

    public static Knot Map(params ReadOnlySpan<(string Key, Knot? Value)> entries)
    {
        var map = new Knot { Entries = [] };
        foreach (var (key, value) in entries)
            if (value is not null) map.Entries.Add((Of(key), value));
        return map;
    }

    public static implicit operator Knot(string scalar) => Of(scalar);

    public Knot Copy() => new()
    {
        Scalar = Scalar,
        Before = Before,
        Items = Items?.Select(i => i.Copy()).ToList(),
        Entries = Entries?.Select(e => (e.Key.Copy(), e.Value.Copy())).ToList(),
    };

    /// <summary>This one and all below, keys too.</summary>
    public IEnumerable<Knot> All()
    {
        var pending = new Stack<Knot>([this]);
        while (pending.TryPop(out var knot))
        {
            yield return knot;
            foreach (var item in knot.Items ?? []) pending.Push(item);
            foreach (var (key, value) in knot.Entries ?? [])
            {
                pending.Push(value);
                pending.Push(key);
            }
        }
    }

    /// <summary>Null when the text is no YAML, or too deep.</summary>
    public static Knot? Parse(string text)
    {
        try
        {
            if (IsTooDeep(text)) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? null : Of(stream.Documents[0].RootNode, 0);
        }
#pragma warning disable CA1031 // Strange text makes the parser throw all sorts of things; there is nothing to mutate then.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>The parser's tree is built by recursion, and a worker's stack is small.</summary>
    private static bool IsTooDeep(string text)
    {
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        while (parser.MoveNext())
            if ((depth += parser.Current!.NestingIncrease) > MostLevels) return true;
        return false;
    }

    private static Knot? Of(YamlNode node, int depth) => depth > 100 ? null : node switch
    {
        YamlScalarNode s => Of(s.Value ?? ""),
        YamlSequenceNode list => List(list.Children.Select(c => Of(c, depth + 1)).OfType<Knot>()),
        YamlMappingNode map => new() { Entries = [.. map.Children.Select(c => (Of(c.Key, depth + 1) ?? Of(""), Of(c.Value, depth + 1) ?? Of("")))] },
        _ => null,
    };

    /// <summary>As text, in a manner that the dice choose: blocks on the outside, braces within.</summary>
    public string Write(Dice dice)
    {
        var text = new StringBuilder();
        if (dice.OneIn(20)) text.Append(dice.Of("---\n", "%YAML 1.2\n---\n", "# a comment\n", "\ufeff"));
        Block(text, this, 0, dice.From(0, 4), dice);
        if (dice.OneIn(40)) text.Append(dice.Of("...\n", "---\n", "---\na: b\n", "\r\n"));
        return dice.OneIn(30) ? text.Replace("\n", "\r\n").ToString() : text.ToString();
    }

    private static void Block(StringBuilder to, Knot knot, int indent, int levels, Dice dice)
    {
        if (levels > 0 && knot.Before.Length == 0 && knot.Entries is { Count: > 0 } entries)
        {
            foreach (var (key, value) in entries)
            {
                to.Append(' ', indent);
                Flow(to, key, dice);
                to.Append(':');
                Below(value);
            }
        }
        else if (levels > 0 && knot.Before.Length == 0 && knot.Items is { Count: > 0 } items)
        {
            foreach (var item in items)
            {
                to.Append(' ', indent).Append('-');
                Below(item);
            }
        }
        else
        {
            to.Append(' ', indent);
            Flow(to, knot, dice);
            to.Append('\n');
        }

        void Below(Knot value)
        {
            if (levels > 1 && value.Before.Length == 0 && (value.Entries is { Count: > 0 } || value.Items is { Count: > 0 }))
            {
                to.Append('\n');
                Block(to, value, indent + 2, levels - 1, dice);
                return;
            }
            to.Append(' ');
            Flow(to, value, dice);
            to.Append('\n');
        }
    }

    private static void Flow(StringBuilder to, Knot knot, Dice dice)
    {
        to.Append(knot.Before);
        if (knot.Items is { } items)
        {
            to.Append('[');
            for (var i = 0; i < items.Count; i++)
            {
                if (i > 0) to.Append(", ");
                Flow(to, items[i], dice);
            }
            to.Append(']');
        }
        else if (knot.Entries is { } entries)
        {
            to.Append("{ ");
            for (var i = 0; i < entries.Count; i++)
            {
                if (i > 0) to.Append(", ");
                Flow(to, entries[i].Key, dice);
                to.Append(": ");
                Flow(to, entries[i].Value, dice);
            }
            to.Append(" }");
        }
        else to.Append(Scalarly(knot.Scalar ?? "", dice));
    }

    private static string Scalarly(string value, Dice dice)
    {
        var isPlain = value.Length is > 0 and < 200 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ' ' or '/' or '+') && char.IsAsciiLetterOrDigit(value[0]) && value[^1] != ' ';
        if (isPlain ? !dice.OneIn(30) : dice.OneIn(60)) return value; // now and then what must not stand there without quotes
        if (dice.OneIn(4) && !value.AsSpan().ContainsAny('\n', '\r')) return "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
        var text = new StringBuilder("\"");
        foreach (var c in value)
            text.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", < ' ' => $"\\x{(int)c:x2}", _ => c.ToString() });
        return text.Append('"').ToString();
    }
}
