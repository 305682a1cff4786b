using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Web.Devices;

namespace TousRisques.Web.Expeditions.Searching;

/// <summary>What somebody may find in an expedition. A part that has things to find is a method here; what they may not read is not among them.</summary>
internal static class Findables
{
    /// <summary>Everything that a visitor may find.</summary>
    public static IEnumerable<(object Item, Func<Findable> Shown)> For(Visit visit) =>
        Partners(visit).Concat(Phases(visit)).Concat(Devices(visit));

    private static IEnumerable<(object, Func<Findable>)> Partners(Visit visit) => visit.State.Charter.Partners.Select(p => Found(p, () => Of(p, visit)));

    private static IEnumerable<(object, Func<Findable>)> Phases(Visit visit) => visit.State.Charter.Phases.Select(p => Found(p, () => Of(p, visit)));

    private static IEnumerable<(object, Func<Findable>)> Devices(Visit visit) => DeviceShelf.Of(visit.State.Catalogue).Devices.Select(d => Found(d.Device, () => Of(d.Device)));

    private static Findable Of(Partner partner, Visit visit) => new(FindableKind.Charter, partner.Name, partner.Role, "partners", visit.State.Charter.OpenedAt);

    private static Findable Of(Phase phase, Visit visit) =>
        new(FindableKind.Charter, phase.Name, Words([phase.Purpose, .. phase.Deliverables.Select(d => d.Name)]), "", phase.From ?? visit.State.Charter.OpenedAt);

    private static Findable Of(Device device) => new(
        FindableKind.Device, device.Sheet.Name,
        Words([device.Sheet.Does, .. device.Sheet.Places.Select(p => p.Name), device.Sheet.DependsOnMore, device.Sheet.WithoutPower, device.Sheet.WithoutNetwork, device.Sheet.WithoutStaff, device.Sheet.Cost, device.Sheet.Source]),
        $"devices/{device.Id}", device.DeclaredAt);

    private static (object, Func<Findable>) Found(object item, Func<Findable> shown) => (item, shown);

    private static string Words(IEnumerable<string> texts) => string.Join('\n', texts.Where(t => t.Length > 0));
}
