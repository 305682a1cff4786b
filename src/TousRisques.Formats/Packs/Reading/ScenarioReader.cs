using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>Reads the scenario's head and the territory's memory.</summary>
internal sealed class ScenarioReader(Desk desk)
{
    public Scenario Head(YamlNode? node)
    {
        using var fields = desk.Open(node, Shape.Scenario);
        return new()
        {
            Id = desk.Identifier(fields.Required("id")),
            Title = desk.Text(fields.Required("title")),
            Summary = desk.Text(fields.Required("summary")),
            Origin = desk.Instant(fields.Required("origin")),
            Scale = fields.Optional("scale") is { } scale ? desk.Enum<Scale>(scale) : default,
            Guide = desk.ByKey(fields.Optional("guide"), Shape.Guide, desk.Text),
        };
    }

    public ImmutableArray<ScenarioEvent> Memory(YamlNode? node)
    {
        (string Date, Spot At)? above = null;
        return desk.List(node, item =>
        {
            using var fields = desk.Open(item, Shape.Memory);
            var dateNode = fields.Required("date");
            var date = desk.Date(dateNode);
            if (dateNode is not null && above is { } last && string.CompareOrdinal(date, last.Date) < 0)
                desk.Findings.Error(FindingCode.OutOfOrder, dateNode.At, date, other: last.At);
            if (dateNode is not null) above = (date, dateNode.At);
            return desk.Event(fields) with { Date = date };
        });
    }
}
