using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>Needs and selectors: the two small languages of a pack.</summary>
internal sealed partial class Desk
{
    private static readonly Expected NeedKeys = new Expected.OneKeyOf(["all", "any", "atLeast", "degraded"], Thing.Component);
    private static readonly Expected SelectorKeys = new Expected.OneKeyOf(Shape.Selector.Keys, Thing.Component);
    private readonly List<(Selector Selector, Spot At)> selectors = [];

    /// <summary>Selectors read so far, to be tried on the territory at the end.</summary>
    public IEnumerable<(Selector Selector, Spot At)> Selectors => selectors;

    /// <summary>What a component or an action needs. Recursion is as deep as the file, which <see cref="YamlLimits.Depth"/> bounds.</summary>
    public Need Need(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return Domain.Territories.Need.Nothing;
            case YamlScalar:
                return new Need.On(new(Name(node, Thing.Component)));
            case YamlSequence:
                Findings.Error(FindingCode.WrongKind, node.At, expected: NeedKeys);
                return Domain.Territories.Need.Nothing;
        }
        using var fields = Open(node, Shape.Need);
        var (all, any, atLeast, of, degraded) =
            (fields.Optional("all"), fields.Optional("any"), fields.Optional("atLeast"), fields.Optional("of"), fields.Optional("degraded"));
        OneOnly(fields, NeedKeys, "all", "any", "atLeast", "degraded");
        if (of is not null && !fields.Has("atLeast")) Findings.Error(FindingCode.OneKeyOnly, fields.SpotOf("of"), "of", NeedKeys);
        if (all is not null) return new Need.All([.. Parts(all)]);
        if (any is not null) return new Need.Any([.. Parts(any)]);
        if (degraded is not null) return new Need.Degraded(Need(degraded));
        if (atLeast is null) return Domain.Territories.Need.Nothing;
        if (of is null && !fields.Has("of")) Findings.Error(FindingCode.MissingKey, fields.At, "of");
        var parts = Parts(of);
        return new Need.AtLeast(Whole(atLeast, 1, Math.Max(1, parts.Count)), [.. parts]);
    }

    private List<Need> Parts(YamlNode? node)
    {
        if (node is YamlSequence { Items.IsEmpty: true }) Findings.Error(FindingCode.NeedOfNothing, node.At);
        return [.. Items(node).Select(Need)];
    }

    /// <summary>Which components: a component's name, or parts that must all agree.</summary>
    public Selector Selector(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return new();
            case YamlScalar:
                return new(Component: new(Name(node, Thing.Component)));
            case YamlSequence:
                Findings.Error(FindingCode.WrongKind, node.At, expected: SelectorKeys);
                return new();
        }
        using var fields = Open(node, Shape.Selector);
        var selector = new Selector(
            NameOrNull(fields.Optional("component"), Thing.Component) is { } component ? new ComponentId(component) : null,
            NameOrNull(fields.Optional("tag"), Thing.Tag),
            NameOrNull(fields.Optional("place"), Thing.Place) is { } place ? new PlaceId(place) : null,
            NameOrNull(fields.Optional("zone"), Thing.Zone),
            fields.Optional("nature") is { } nature ? Enum<Nature>(nature) : null);
        if (selector == new Selector()) Findings.Error(FindingCode.BadValue, node.At, "{}", SelectorKeys);
        else selectors.Add((selector, node.At));
        return selector;
    }

    /// <summary>Reports a mapping that holds none, or more than one, of keys that exclude each other.</summary>
    private void OneOnly(Fields fields, Expected expected, params ReadOnlySpan<string> keys)
    {
        var found = 0;
        foreach (var key in keys)
            if (fields.Has(key) && ++found > 1) Findings.Error(FindingCode.OneKeyOnly, fields.SpotOf(key), key, expected);
        if (found == 0 && fields.Exist) Findings.Error(FindingCode.BadValue, fields.At, "{}", expected);
    }

    /// <summary>A strike; how long it lasts is a duration or a range of two.</summary>
    private Strike Strike(YamlNode node)
    {
        using var fields = Open(node, Shape.Strike);
        return new(
            Selector(fields.Required("on")),
            Duration(fields.Optional("from")),
            fields.Optional("for") is { } spell ? Spell(spell) : null,
            fields.Optional("probability") is { } probability ? Number(probability, 0, 1) : 1);
    }

    private Spell Spell(YamlNode node) => Parsed<Spell>(node, new Expected.Spell(), text =>
    {
        var cut = text.IndexOf("..", StringComparison.Ordinal);
        var (first, last) = cut < 0 ? (text, text) : (text[..cut].Trim(), text[(cut + 2)..].Trim());
        return Durations.TryParse(first, out var least) && Durations.TryParse(last, out var most) && least > TimeSpan.Zero && most >= least
            ? new Spell(least, most) : null;
    }, default);
}
