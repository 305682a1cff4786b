using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static MeetingSheet Sheet => new(
        "Chaire de gestion de crise", MeetingKind.Research, Start.AddDays(10), Start.AddDays(10).AddHours(2), WholeDay: false, "Troyes", "https://exemple.fr/salle",
        ["Université, chaire de gestion de crise", "Préfecture, service de protection civile"], [Theme.Data, Theme.Governance], Public: true);

    private static IEnumerable<ExpeditionFact> Encounters => Told(
        "encounters",
        (new MeetingPlanned(new("m1"), Sheet), Ana),
        (new MeetingRevised(new("m1"), Sheet with { Kind = MeetingKind.Field, WholeDay = true, Place = "", Online = "", With = [], Themes = [], Public = false }), Ana),
        (new MeetingRecorded(new("m1"), new("On a parlé de **données**.\n\nEt de cartes.", [new("La donnée circule mal la nuit.", Theme.Data, CrisisTime.During), new("Il faut un lieu.", null, null)], [new("Article", "https://exemple.fr/article")])), Ana),
        (new MeetingCancelled(new("m1")), Ana),
        (new MeetingRestored(new("m1")), Ana));
}
