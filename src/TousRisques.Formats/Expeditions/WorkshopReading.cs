using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>Reads workshops to come.</summary>
internal static class WorkshopReading
{
    public static WorkshopEntry Workshop(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Workshop);
        if (f.Has("day") == f.Has("inDays") && f.Exist)
            desk.Findings.Error(f.Has("day") ? FindingCode.OneKeyOnly : FindingCode.MissingKey, f.SpotOf("inDays"), "inDays");
        return new(
            desk.Name(f.Required("id")), desk.Text(f.Required("title")), desk.Choice<Scale>(f.Required("scale")), desk.Text(f.Optional("pack")), desk.Text(f.Optional("place")), desk.Truth(f.Optional("online")),
            desk.Day(f.Optional("day")), desk.Whole(f.Optional("inDays"), 0, 1_000), desk.Hour(f.Required("from")) ?? TimeOnly.MinValue, desk.Whole(f.Required("minutes"), 15, 2_880), desk.Whole(f.Required("places"), 1, 10_000),
            desk.Text(f.Optional("description")), desk.Text(f.Optional("access")));
    }
}
