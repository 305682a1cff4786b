using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>Reads devices of the catalogue.</summary>
internal static class DeviceReading
{
    public static DeviceEntry Device(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Device);
        return new(desk.Name(f.Required("id")), new DeviceSheet(
            desk.Text(f.Required("name")), desk.Text(f.Required("does")), desk.Choices<StakeholderFamily>(f.Optional("for")), desk.Choices<Theme>(f.Optional("themes")), desk.Choices<CrisisTime>(f.Optional("times")),
            desk.Choices<HazardTag>(f.Optional("hazards")), desk.Optional<Scale>(f.Optional("scale")), desk.Optional<Maturity>(f.Optional("maturity")), desk.Optional<CostOrder>(f.Optional("costOrder")),
            desk.Text(f.Optional("cost")), desk.List(f.Optional("places"), n => Place(desk, n)), desk.Url(f.Optional("link")), desk.Choices<Dependence>(f.Optional("dependsOn")), desk.Text(f.Optional("dependsOnMore")),
            desk.Text(f.Optional("withoutPower")), desk.Text(f.Optional("withoutNetwork")), desk.Text(f.Optional("withoutStaff")), desk.Text(f.Optional("source"))));
    }

    private static DevicePlace Place(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Place);
        var at = desk.Point(f.Optional("at"));
        return new(desk.Text(f.Required("name")), at?.Latitude, at?.Longitude);
    }
}
