using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static StatementSheet Said => new("La liste des personnes fragiles se perd la nuit.", Theme.Data, CrisisTime.During,
    [
        new WorkshopEvidence(WorkshopFinding.BlindSpot, "KMPRTZ", "Atelier de Rouen, 12 mars 2026", "La salle compte sur l'alerte par SMS, tombée à 21 h."),
        new VerbatimEvidence(new("i1"), new("x1")), new ReactionEvidence(new("r1")), new WatchEvidence(new("w1")), new DeviceEvidence(new("d1")),
        new LessonEvidence(new("m1"), "Il faut un lieu."), new PassageEvidence(new("constats"), new("p-3f2a", "Le registre est sur papier.")),
        new StressEvidence("rouen", "points", "Sans le poste source, cinq fonctions tombent."), new SourceEvidence("Cour des comptes, 2021", "https://exemple.fr/rapport", "Trois communes sur dix."),
    ]);

    private static IEnumerable<ExpeditionFact> Statements => Told(
        "statements",
        (new StatementWritten(new("s1"), Said), Ana),
        (new StatementRevised(new("s1"), Said with { Words = "La liste se perd.", Theme = Theme.Governance, Time = CrisisTime.After, Evidence = [new ReactionEvidence(new("r1"))] }), Ana),
        (new StatementMoved(new("s1"), new("s2")), Ana),
        (new StatementWithdrawn(new("s1")), Ana),
        (new StatementRestored(new("s1")), Ana));

    private static LeadSheet Idea => new(
        "Écran communal partagé", "Un écran que **chacun** peut lire.", [Theme.Data, Theme.Capacity], [CrisisTime.Before, CrisisTime.During], [ActorKind.Commune, ActorKind.Association, ActorKind.Residents],
        [new SourceEvidence("Fing", "https://exemple.fr/pistes", "")]);

    private static IEnumerable<ExpeditionFact> Leads => Told(
        "leads",
        (new LeadAdded(new("ecran"), Idea, new(LeadSource.Workshop, "KMPRTZ", "Atelier de Rouen", "Table B, la maire", 7)), Ana),
        (new LeadRevised(new("ecran"), Idea with { Description = "", Themes = [], Times = [], Actors = [], Evidence = [] }), Ana),
        (new LeadSorted(new("ecran"), LeadState.SetAside, "Un autre l'a fait."), Ana),
        (new LeadsRelated(new("ecran"), new("radio"), Cousins: true), Ana),
        (new LeadJudged(new("ecran"), 2, 4), Ana),
        (new LeadCarried(new("ecran"), Carry: true, "a1b2c3d4e5"), Visitor));

    private static RecommendationSheet Advice => new(
        "Imprimer la liste chaque mois", "Deux copies, **deux lieux**.", [ActorKind.Commune, ActorKind.Rescue], [new("ecran")], [new ReactionEvidence(new("r1"))], new("ana", "Ville d'Elbeuf"), Start.AddMonths(9));

    private static IEnumerable<ExpeditionFact> Recommendations => Told(
        "recommendations",
        (new RecommendationWritten(new("r1"), Advice), Ana),
        (new RecommendationRevised(new("r1"), Advice with { Words = "", Leads = [], Owner = Owner.Nobody, Horizon = null }), Ana),
        (new RecommendationAdopted(new("r1"), Start), Ana),
        (new RecommendationWithdrawn(new("r1"), "Remplacée."), Ana),
        (new RecommendationRestored(new("r1")), Ana),
        (new RecommendationFollowed(new("r1"), 6, FollowUpOutcome.UnderWay, "La première copie est faite."), Ana));
}
