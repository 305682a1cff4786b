using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs.Reading;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>Reads single values of an expedition's files; a value that is absent or was reported gives a harmless default.</summary>
internal sealed class ExpeditionDesk(FindingList findings)
{
    private readonly Desk desk = new(findings);

    public FindingList Findings => findings;

    public Fields Open(YamlNode? node, Shape shape) => desk.Open(node, shape);

    public ImmutableArray<T> List<T>(YamlNode? node, Func<YamlNode, T> read) => desk.Values(node, read);

    /// <summary>A list of things with names of their own; a second one of the same name is an error.</summary>
    public ImmutableArray<T> Named<T>(YamlNode? node, Func<YamlNode, T> read, Func<T, string> name)
    {
        var seen = new Dictionary<string, Spot>(StringComparer.Ordinal);
        return List(node, n =>
        {
            var item = read(n);
            if (name(item) is { Length: > 0 } id && !seen.TryAdd(id, n.At)) findings.Error(FindingCode.DuplicateKey, n.At, id, other: seen[id]);
            return item;
        });
    }

    /// <summary>Values of an enumeration.</summary>
    public ImmutableArray<T> Choices<T>(YamlNode? node) where T : struct, Enum => List(node, n => Choice<T>(n));

    /// <summary>A whole number in a range; the least one when it is absent.</summary>
    public int Whole(YamlNode? node, int least, int most) => node is null ? least : desk.Whole(node, least, most);

    /// <summary>A longitude and a latitude, or null.</summary>
    public (double Longitude, double Latitude)? Point(YamlNode? node)
    {
        if (node is null) return null;
        var point = desk.Point(node);
        return (point.Longitude, point.Latitude);
    }

    public string Name(YamlNode? node) => desk.Identifier(node);

    public string Text(YamlNode? node) => node is null ? "" : desk.Plain(node);

    public bool Truth(YamlNode? node) => node is not null && desk.Truth(node);

    public string Url(YamlNode? node) => node is null ? "" : desk.Url(node) ?? "";

    public T Choice<T>(YamlNode? node) where T : struct, Enum => desk.Enum<T>(node);

    public T? Optional<T>(YamlNode? node) where T : struct, Enum => node is null ? null : desk.Enum<T>(node);

    public void Format(YamlNode? node) => desk.Whole(node, ExpeditionReader.Format, ExpeditionReader.Format);

    public Language Language(YamlNode? node)
    {
        if (desk.Single(node, new Expected.LanguageCode()) is not { } code) return Domain.Words.Language.French;
        if (Desk.LanguagePattern().IsMatch(code)) return new(code);
        findings.Error(FindingCode.BadValue, node!.At, code, new Expected.LanguageCode());
        return Domain.Words.Language.French;
    }

    /// <summary>A day, or a month, which stands for its first or its last day.</summary>
    public DateOnly? Day(YamlNode? node, bool last = false)
    {
        if (desk.Single(node, new Expected.Date()) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return last ? month.AddMonths(1).AddDays(-1) : month;
        findings.Error(FindingCode.BadValue, node!.At, text, new Expected.Date());
        return null;
    }

    /// <summary>A day as charters keep it: midnight UTC.</summary>
    public DateTimeOffset? Date(YamlNode? node, bool last = false) => Day(node, last) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    /// <summary>An hour: <c>09:30</c>.</summary>
    public TimeOnly? Hour(YamlNode? node)
    {
        if (desk.Single(node, new Expected.SingleValue()) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return hour;
        findings.Error(FindingCode.BadValue, node!.At, text, new Expected.SingleValue());
        return null;
    }
}
