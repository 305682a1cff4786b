using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>
/// Reads single values of a pack and keeps what must be checked at the end. Every method takes null for a value that is absent or
/// was reported, and then answers a harmless default without another word: a pack with errors is never handed out.
/// </summary>
internal sealed partial class Desk
{
    public FindingList Findings { get; }
    public Registry Registry { get; }
    public ImmutableArray<Language> Languages { get; set; } = [Language.French];

    public Desk(FindingList findings) => (Findings, Registry) = (findings, new Registry(findings));

    public Fields Open(YamlNode? node, Shape shape)
    {
        if (node is not (null or YamlMapping)) Findings.Error(FindingCode.WrongKind, node.At, node.Quote, new Expected.Mapping());
        return new(node as YamlMapping, shape, Findings);
    }

    /// <summary>The items of a list, read one by one; those that answer null are left out.</summary>
    public ImmutableArray<T> List<T>(YamlNode? node, Func<YamlNode, T?> read, bool atLeastOne = false) where T : class
    {
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(node, atLeastOne))
            if (read(item) is { } value) items.Add(value);
        return items.ToImmutable();
    }

    /// <summary>The items of a list of values.</summary>
    public ImmutableArray<T> Values<T>(YamlNode? node, Func<YamlNode, T> read, bool atLeastOne = false) =>
        [.. Items(node, atLeastOne).Select(read)];

    /// <summary>The nodes of a list that hold something.</summary>
    public ImmutableArray<YamlNode> Items(YamlNode? node, bool atLeastOne = false)
    {
        if (node is null) return [];
        if (node is not YamlSequence list)
        {
            Findings.Error(FindingCode.WrongKind, node.At, node.Quote, new Expected.Sequence());
            return [];
        }
        if (atLeastOne && list.Items.IsEmpty) Findings.Error(FindingCode.EmptyList, list.At);
        foreach (var item in list.Items.Where(i => i is YamlScalar { IsNothing: true }))
            Findings.Error(FindingCode.EmptyValue, item.At, "-");
        return list.Items.RemoveAll(i => i is YamlScalar { IsNothing: true });
    }

    /// <summary>A single value as written, without spaces around it; null, with a finding, for lists and mappings.</summary>
    public string? Single(YamlNode? node, Expected expected)
    {
        if (node is YamlScalar scalar) return scalar.Value.Trim();
        if (node is not null) Findings.Error(FindingCode.WrongKind, node.At, expected: expected);
        return null;
    }

    /// <summary>A line of text that is the same in all languages.</summary>
    public string Plain(YamlNode? node)
    {
        var text = Single(node, new Expected.SingleValue());
        if (text is "") Findings.Error(FindingCode.BadValue, node!.At, text, new Expected.SingleValue());
        return CheckLength(text ?? "", node);
    }

    /// <summary>A value that one of a reader's parsers understands.</summary>
    private T Parsed<T>(YamlNode? node, Expected expected, Func<string, T?> parse, T fallback) where T : struct => Understood(node, expected, parse) ?? fallback;

    /// <summary>The same, null when the parser does not understand it.</summary>
    private T? Understood<T>(YamlNode? node, Expected expected, Func<string, T?> parse) where T : struct
    {
        if (Single(node, expected) is not { } text) return null;
        if (parse(text) is { } value) return value;
        Findings.Error(FindingCode.BadValue, node!.At, text, expected);
        return null;
    }

    public T Enum<T>(YamlNode? node, params T[] except) where T : struct, Enum
    {
        ImmutableArray<string> words = [.. EnumWords<T>.All.Except(except.Select(EnumWords<T>.Of))];
        return OneOf(node, words) is { } word ? EnumWords<T>.Find(word)!.Value : default;
    }

    /// <summary>One of a few words; null, with a finding, for another.</summary>
    public string? OneOf(YamlNode? node, ImmutableArray<string> words)
    {
        var expected = new Expected.OneOf(words);
        if (Single(node, expected) is not { } text) return null;
        if (words.Contains(text)) return text;
        Findings.Error(FindingCode.BadValue, node!.At, text, expected, Findings.IsFull ? null : Nearest.To(text, words));
        return null;
    }

    public bool Truth(YamlNode? node) =>
        Parsed<bool>(node, new Expected.Truth(), t => t switch { "true" => true, "false" => false, _ => null }, false);

    public double Number(YamlNode? node, double least, double most)
    {
        var expected = new Expected.Number(least, most, Whole: false);
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var value = Parsed<double>(node, expected,
            t => double.TryParse(t, style, CultureInfo.InvariantCulture, out var d) && double.IsFinite(d) ? d : null, least);
        return InRange(value, least, most, node, expected);
    }

    public int Whole(YamlNode? node, int least, int most)
    {
        var expected = new Expected.Number(least, most, Whole: true);
        var value = Parsed<long>(node, expected,
            t => long.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null, least);
        return (int)InRange(value, least, most, node, expected);
    }

    private T InRange<T>(T value, T least, T most, YamlNode? node, Expected expected) where T : IComparable<T>
    {
        if (value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0) return value;
        Findings.Error(FindingCode.OutOfRange, node!.At, node.Quote, expected);
        return least;
    }

    public TimeSpan Duration(YamlNode? node) => Duration(node, TimeSpan.Zero);

    public TimeSpan Duration(YamlNode? node, TimeSpan least)
    {
        var expected = new Expected.Duration(least, Durations.Longest);
        var value = Parsed<TimeSpan>(node, expected, t => Durations.TryParse(t, out var d) ? d : null, least);
        return InRange(value, least, Durations.Longest, node, expected);
    }

    private string CheckLength(string text, YamlNode? node)
    {
        if (text.Length > PackLimits.TextLength)
            Findings.Error(FindingCode.TextTooLong, node!.At, text.Length.ToString(CultureInfo.InvariantCulture));
        return text;
    }
}
