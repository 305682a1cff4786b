using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static IEnumerable<ExpeditionFact> Catalogue => Told(
        "catalogue",
        (new DeviceDeclared(new("sirene-mobile-1"), new(
            "Sirène à manivelle", "Alerte un hameau sans électricité.\nUne personne suffit.", [StakeholderFamily.Authorities, StakeholderFamily.Residents], [Theme.Capacity],
            [CrisisTime.During], [HazardTag.Flood, HazardTag.Blackout], Scale.Territorial, Maturity.Tried, CostOrder.Hundreds, "400 € pièce",
            [new("Elbeuf", 49.28669, 1.00288), new("Rouen", null, null)], "https://exemple.fr/sirene", [Dependence.Volunteers, Dependence.Roads], "une clé du local",
            "Tout", "Tout", "Rien : il faut quelqu'un", "Essai du 3 mars")), Visitor),
        (new DeviceAdded(new("registre-papier"), DeviceSheet.Of("Registre papier", "Recense les personnes à prévenir.")), Ana),
        (new DeviceRevised(new("registre-papier"), DeviceSheet.Of("Registre papier", "Recense les personnes à prévenir.") with { DependsOn = [Dependence.Nothing] }), Ana),
        (new DeviceAccepted(new("sirene-mobile-1")), Ana),
        (new DeviceRefused(new("registre-papier"), "Déjà dans le catalogue"), Ana),
        (new DeviceChangeUndone(new("registre-papier")), Ana));
}
