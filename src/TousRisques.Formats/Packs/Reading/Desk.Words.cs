using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>Texts, names, figures, dates and points.</summary>
internal sealed partial class Desk
{
    /// <summary>A text in every language of the pack, or a plain string that is the same in all.</summary>
    public Text Text(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return Domain.Words.Text.Empty;
            case YamlScalar:
                var same = Plain(node);
                return new(Languages.ToImmutableSortedDictionary(l => l.Code, _ => same, StringComparer.Ordinal));
            case YamlMapping mapping:
                return Text(mapping);
            default:
                Findings.Error(FindingCode.WrongKind, node.At, expected: new Expected.Words());
                return Domain.Words.Text.Empty;
        }
    }

    private Text Text(YamlMapping mapping)
    {
        var texts = Domain.Words.Text.Empty.ByLanguage;
        foreach (var (key, value) in mapping.Entries)
        {
            if (!LanguagePattern().IsMatch(key.Value))
                Findings.Error(FindingCode.TextKey, key.At, key.Value, new Expected.LanguageCode());
            else if (value is YamlScalar { IsNothing: true })
                Findings.Error(FindingCode.EmptyValue, key.At, key.Value);
            else
            {
                if (!Languages.IsEmpty && !Languages.Contains(new(key.Value))) Findings.Warning(FindingCode.ExtraLanguage, key.At, key.Value);
                texts = texts.SetItem(key.Value, Plain(value));
            }
        }
        foreach (var language in Languages)
            if (!mapping.Entries.Any(e => e.Key.Value == language.Code))
                Findings.Error(FindingCode.MissingLanguage, mapping.At, language.Code);
        return new(texts);
    }

    /// <summary>A text that may be absent.</summary>
    public Text? TextOrNull(YamlNode? node) => node is null ? null : Text(node);

    /// <summary>The name of a thing where it is declared.</summary>
    public string Declare(YamlNode? node, Thing thing)
    {
        var name = Identifier(node);
        if (name.Length > 0) Registry.Declare(thing, name, node!.At);
        return name;
    }

    /// <summary>The name of a thing declared elsewhere.</summary>
    public string Name(YamlNode? node, Thing thing)
    {
        var name = Single(node, new Expected.Known(thing));
        if (name is not null) Registry.Name(thing, name, node!.At);
        return name ?? "";
    }

    /// <summary>The name of a thing declared elsewhere, or null when there is none.</summary>
    public string? NameOrNull(YamlNode? node, Thing thing) => node is null ? null : Name(node, thing);

    /// <summary>A name that is not declared among others, such as a pack's.</summary>
    public string Identifier(YamlNode? node)
    {
        var name = Single(node, new Expected.Identifier());
        if (name is null) return "";
        if (name.Length > PackLimits.IdLength || !IdentifierPattern().IsMatch(name))
            Findings.Error(FindingCode.BadValue, node!.At, name, new Expected.Identifier());
        return name;
    }

    /// <summary>A tag or a zone where it is given to something.</summary>
    public string Share(YamlNode node, Thing thing)
    {
        var name = Identifier(node);
        if (name.Length > 0) Registry.Share(thing, name, node.At);
        return name;
    }

    /// <summary>A plain value, or a mapping of value, source and note.</summary>
    public Figure<T> Figure<T>(YamlNode? node, T fallback, Func<YamlNode?, T> read)
    {
        if (node is null) return new(fallback);
        if (node is not YamlMapping) return new(read(node));
        using var fields = Open(node, Shape.Figure);
        return new(
            read(fields.Required("value")),
            NameOrNull(fields.Optional("source"), Thing.Source) is { } source ? new SourceId(source) : null,
            TextOrNull(fields.Optional("note")));
    }

    public DateTimeOffset Instant(YamlNode? node) => Parsed<DateTimeOffset>(node, new Expected.Instant(),
        t => InstantPattern().IsMatch(t) && DateTimeOffset.TryParse(t, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
        DateTimeOffset.UnixEpoch);

    /// <summary>A date or a span of two, each as precise as known: <c>2003</c>, <c>2003-08</c>, <c>2018-01-22</c>, <c>2018-01-31/2018-02-01</c>, <c>1985–1995</c>.</summary>
    public string Date(YamlNode? node)
    {
        var text = Single(node, new Expected.Date());
        if (text is null) return "";
        var parts = text.Split('/', '–');
        if (parts.Length > 2 || !parts.All(IsDate) || (parts.Length == 2 && string.CompareOrdinal(parts[1], parts[0]) < 0))
            Findings.Error(FindingCode.BadValue, node!.At, text, new Expected.Date());
        return text;
    }

    private static bool IsDate(string text) =>
        DatePattern().IsMatch(text)
        && DateTime.TryParseExact(text, ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>A day of any year: <c>09-01</c>; null, with a finding, for anything else.</summary>
    public DayOfYear? DayOfYear(YamlNode? node) => Understood<DayOfYear>(node, new Expected.DayOfYear(), DayOfYear);

    /// <summary>Two days of the year, in the order in which they come: <c>12-01..03-31</c>; null, with a finding, for anything else.</summary>
    public Season? Season(YamlNode? node) => Understood<Season>(node, new Expected.Season(), text =>
        text.Split("..") is [var first, var last] && DayOfYear(first.Trim()) is { } from && DayOfYear(last.Trim()) is { } until ? new(from, until) : null);

    private static DayOfYear? DayOfYear(string text) =>
        DateOnly.TryParseExact("2001-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.Month, day.Day) : null;

    /// <summary>The name of a time zone. Its form alone is checked: which zones are known differs from machine to machine.</summary>
    public string? TimeZone(YamlNode? node)
    {
        if (node is null) return null;
        var text = Single(node, new Expected.TimeZone());
        if (text is not null && !TimeZonePattern().IsMatch(text)) Findings.Error(FindingCode.BadValue, node.At, text, new Expected.TimeZone());
        return text;
    }

    public string? Url(YamlNode? node)
    {
        var text = Single(node, new Expected.Url());
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && text.Length <= 2000))
            Findings.Error(FindingCode.BadValue, node!.At, text, new Expected.Url());
        return text;
    }

    public GeoPoint Point(YamlNode? node)
    {
        if (node is null) return default;
        if (node is YamlSequence { Items: [YamlScalar longitude, YamlScalar latitude] })
            return new(Number(longitude, -180, 180), Number(latitude, -90, 90));
        Findings.Error(FindingCode.BadValue, node.At, node.Quote, new Expected.Point());
        return default;
    }

    public ImmutableArray<GeoPoint> Points(YamlNode? node, int least)
    {
        var points = Values(node, Point);
        if (node is YamlSequence && points.Length < least) Findings.Error(FindingCode.BadValue, node.At, null, new Expected.Points(least));
        return points;
    }

    [GeneratedRegex(@"^(?=.{1,64}\z)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeZonePattern();

    [GeneratedRegex(@"^[a-z]{2}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex LanguagePattern();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdentifierPattern();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex InstantPattern();

    [GeneratedRegex(@"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();
}
