using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static WatchCard Card => new(
        "La vallée coupée du réseau pendant trois jours", "https://exemple.fr/journal/2026/02/vallee-coupee", "Le pylône a cédé le premier soir.\nLes radios amateurs ont pris le relais.",
        new([Theme.Data, Theme.Governance], [CrisisTime.During, CrisisTime.After], [HazardTag.Flood, HazardTag.Telecom], Scale.Territorial), "Vallée de la Roya", "Le Journal",
        Language.French, Start.AddDays(-10));

    private static IEnumerable<ExpeditionFact> Watch => Told(
        "watch",
        (new FeedFollowed(new("f1"), new("https://exemple.fr/journal.atom", "Le Journal", new([Theme.Data], [], [HazardTag.Flood], null))), Ana),
        (new FeedRevised(new("f1"), new("https://exemple.fr/journal.atom", "Le Journal de la vallée", WatchTags.None)), Ana),
        (new WatchItemAdded(new("w1"), Card, WatchState.Proposed, new WatchOrigin(new("f1"), "tag:exemple.fr,2026:12")), House),
        (new WatchItemRevised(new("w2"), Card with { Link = "", Language = Language.English, Published = null }), Ana),
        (new WatchItemsSorted([new("w1"), new("w2")], WatchState.SetAside), Ana),
        (new FeedDropped(new("f1")), Ana));
}
