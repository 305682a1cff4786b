using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static Outline Outline => new(
        "Vallée numérique", "Que reste-t-il du numérique quand la vallée est coupée ?", "Une **enquête** d'un an.\n\nMenée à plusieurs.", Language.French, Public: true, "contact@exemple.fr");

    private static IEnumerable<ExpeditionFact> Charter => Told(
        "charter",
        (new ExpeditionOpened(new("vallee-numerique"), Outline, Example: true), House),
        (new OutlineRevised(Outline with { Public = false, Description = "", Contact = "" }), Ana),
        (new PartnersListed([new("Syndicat de la vallée", PartnerKind.Field, StakeholderFamily.Authorities, "https://exemple.fr/", "Ouvre ses communes"), new("Labo", PartnerKind.Explorer, null, "", "")]), Ana),
        (new PhasesListed(
        [
            new("Exploration", Start, Start.AddDays(120), "Veille et entretiens", [new("Cahier", Start.AddDays(120), Done: true, "https://exemple.fr/cahier")], "estimate"),
            new("Scénarios", null, null, "", [], ""),
        ]), Ana),
        (new PartGiven("bo", Standing.Moderator), Ana),
        (new PartTaken("bo"), Ana),
        (new InvitationsRevoked(), Ana),
        (new ExpeditionEnded(), Ana),
        (new ExpeditionResumed(), Ana));
}
