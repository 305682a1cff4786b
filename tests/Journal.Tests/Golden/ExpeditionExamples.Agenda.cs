using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static Announcement Announcement => new(
        "Crue, pandémie, cyberattaque", Scale.Territorial, "seine-maritime", "Salle des fêtes, Elbeuf", Online: true, Start.AddDays(30), "Europe/Paris", TimeSpan.FromMinutes(150), 24,
        SignUpsOpen: true, Start.AddDays(29), "Trois actes, **deux** pauses.\n\nVenez à plusieurs.", "Rampe à l’arrière ; boucle magnétique.", Language.French, LinkOnCard: true);

    private static IEnumerable<ExpeditionFact> Agenda => Told(
        "agenda",
        (new WorkshopAnnounced(new("w1"), Announcement), Ana),
        (new AnnouncementRevised(new("w1"), Announcement with { Pack = "", Place = "", SignUpsOpen = false, SignUpsUntil = null, Description = "", Access = "", LinkOnCard = false }), Ana),
        (new SignedUp(new("w1"), new("s1"), StakeholderFamily.CivilSociety, Waiting: true), Visitor),
        (new SignUpCancelled(new("w1"), new("s1")), Visitor),
        (new PlaceGiven(new("w1"), new("s2")), Visitor),
        (new SignUpErased(new("w1"), new("s1")), Ana),
        (new CircularSent(new("w1"), new("n1"), "Venez un quart d’heure plus tôt.\nL’entrée est à l’arrière."), Ana),
        (new ReminderSent(new("w1"), ReminderKind.DayBefore, Start.AddDays(30)), House),
        (new WorkshopBound(new("w1"), new("KMPRTZ")), Ana),
        (new AttendanceTaken(new("w1"), [new("s2")], 3), Ana),
        (new PlannedWorkshopCancelled(new("w1"), "La salle est inondée."), Ana));
}
