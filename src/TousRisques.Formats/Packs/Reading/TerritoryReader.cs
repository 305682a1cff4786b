using System.Text.RegularExpressions;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>Reads sources, hazards, the territory, its components and functions.</summary>
internal sealed partial class TerritoryReader(Desk desk)
{
    public Source Source(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Source);
        return new(
            new(desk.Declare(fields.Required("id"), Thing.Source)),
            desk.Plain(fields.Required("title")),
            desk.Url(fields.Optional("url")),
            fields.Optional("note") is { } note ? desk.Plain(note) : null);
    }

    public Hazard Hazard(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Hazard);
        var code = fields.Required("code");
        var text = desk.Single(code, new Expected.HazardCode());
        if (text is not null)
        {
            if (!HazardCode().IsMatch(text)) desk.Findings.Error(FindingCode.BadValue, code!.At, text, new Expected.HazardCode());
            desk.Registry.Declare(Thing.Hazard, text, code!.At);
        }
        return new(text ?? "", desk.Whole(fields.Required("edition"), 2000, 2200), desk.Text(fields.Required("name")));
    }

    public Territory Territory(YamlNode? node, YamlNode? components, YamlNode? functions)
    {
        using var fields = desk.Open(node, Shape.Territory);
        var unsaid = new Territory { Id = "", Name = Text.Empty };
        return unsaid with
        {
            Id = desk.Identifier(fields.Required("id")),
            Name = desk.Text(fields.Required("name")),
            TimeZone = desk.TimeZone(fields.Optional("timeZone")) ?? unsaid.TimeZone,
            Population = desk.Figure(fields.Optional("population"), 0, n => desk.Number(n, 0, 1e10)),
            Outline = desk.Values(fields.Optional("outline"), ring => desk.Points(ring, 3)),
            Lines = desk.List(fields.Optional("lines"), Line),
            Places = desk.List(fields.Optional("places"), Place),
            Components = [.. desk.List(components, n => Component(n, Shape.Component)), .. desk.List(functions, n => Component(n, Shape.Function))],
        };
    }

    private MapLine Line(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Line);
        return new(desk.Text(fields.Required("name")), desk.Points(fields.Required("path"), 2));
    }

    private Place Place(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Place);
        return new(
            new(desk.Declare(fields.Required("id"), Thing.Place)),
            desk.Text(fields.Required("name")),
            desk.Point(fields.Required("at")),
            desk.Values(fields.Optional("zones"), n => desk.Share(n, Thing.Zone)));
    }

    private Component Component(YamlNode node, Shape shape)
    {
        using var fields = desk.Open(node, shape);
        var isFunction = shape == Shape.Function;
        var component = new Component
        {
            Id = new(desk.Declare(fields.Required("id"), Thing.Component)),
            Name = desk.Text(fields.Required("name")),
            Nature = isFunction ? Nature.Function : ComponentNature(fields.Required("nature")),
            Weight = isFunction ? desk.Number(fields.Required("weight"), 0, 1e10) : 0,
            Place = desk.NameOrNull(fields.Optional("place"), Thing.Place) is { } place ? new PlaceId(place) : null,
            Tags = desk.Values(fields.Optional("tags"), n => desk.Share(n, Thing.Tag)),
            Theme = fields.Optional("theme") is { } theme ? desk.Enum<Theme>(theme) : null,
            Needs = desk.Need(fields.Optional("needs")),
            Autonomy = desk.Figure(fields.Optional("autonomy"), TimeSpan.Zero, desk.Duration),
            Restart = desk.Figure(fields.Optional("restart"), TimeSpan.Zero, desk.Duration),
            Unavailability = desk.Figure(fields.Optional("unavailability"), 0, n => desk.Number(n, 0, 1)),
            Note = desk.Text(fields.Optional("note")),
            Sources = desk.Sources(fields.Optional("sources")),
        };
        if (component.Id.Value.Length > 0 && Mentions(component.Needs, component.Id))
            desk.Findings.Warning(FindingCode.NeedsItself, fields.SpotOf("needs"), component.Id.Value);
        return component;
    }

    private Nature ComponentNature(YamlNode? node)
    {
        if (node is not YamlScalar { Value: "function" }) return desk.Enum(node, Nature.Function);
        desk.Findings.Error(FindingCode.FunctionAmongComponents, node.At, "function");
        return default;
    }

    private static bool Mentions(Need need, ComponentId id) => need switch
    {
        Need.On on => on.Component == id,
        Need.All all => all.Parts.Any(p => Mentions(p, id)),
        Need.Any any => any.Parts.Any(p => Mentions(p, id)),
        Need.AtLeast atLeast => atLeast.Parts.Any(p => Mentions(p, id)),
        Need.Degraded degraded => Mentions(degraded.Makeshift, id),
        _ => false,
    };

    [GeneratedRegex(@"^[A-Z]{2}[0-9]{4}\z")]
    private static partial Regex HazardCode();
}
