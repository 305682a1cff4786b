using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static KitSheet Checklist => new(
        "Les dix premières minutes", CrisisTime.During, "Radio, papier, porte-voix.",
        new ActionsContent([new("Ouvrir la main courante", "Permanence", new("r1"), ""), new("Sortir le porte-voix", "", null, "rouen/porte-voix")]), [new ReactionEvidence(new("r1"))], Estimate: false);

    private static IEnumerable<ExpeditionFact> Kit => Told(
        "kit",
        (new KitCovered(new("Kit d'Elbeuf", "Elbeuf-sur-Seine", "La permanence", "Trois temps, **une page**.", "Licence Ouverte 2.0")), Ana),
        (new KitSheetAdded(new("k1"), Checklist), Ana),
        (new KitSheetRevised(new("k1"), Checklist with { Brief = "", Content = new DataContent("Registre", "Mairie", "CSV", "Serveur", "Accès restreint", "Pompiers", "CCAS", "Copie papier chaque mois."), Evidence = [], Estimate = true }), Ana),
        (new KitSheetMoved(new("k1"), new("k3")), Ana),
        (new KitSheetWithdrawn(new("k2")), Ana),
        (new KitSheetRestored(new("k2")), Ana),
        (new KitPublished(1, "Première version."), Ana));

    /// <summary>A sheet of every kind, as facts.</summary>
    public static IEnumerable<ExpeditionFact> KitSheets => Told("kit-sheets", [.. new KitContent[]
    {
        new TextContent("Un texte, **simple**."), Checklist.Content, new DeviceContent(new("d1"), "Au standard."), new ContactsContent([new("Permanence", "Ville d'Elbeuf", "Standard de la mairie ; à défaut, y aller")]),
        new FallbackContent("Téléphone", ["Envoyer un coursier.", "Afficher sur la porte."]), new DataContent("Registre", "", "", "", "", "", "", "Copie papier."),
    }.Select((c, i) => ((ExpeditionEvent)new KitSheetAdded(new($"k{i}"), Checklist with { Content = c }), Ana))]);
}
