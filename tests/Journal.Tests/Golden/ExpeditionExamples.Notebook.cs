using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static ReactionId FirstReaction => new("r2k4m8p3");

    private static ReactionId SecondReaction => new("r7c5t9w2");

    private static ChapterText ChapterText => new(
        "Ce qui tient quand tout tombe", "La sirène, le registre, la voix.", "Le papier **reste**[^1].\n\n![](figure:f3h7k2 \"Le registre\")\n\n[^1]: Entretien.",
        [new("Plan communal de sauvegarde, 2024", "https://exemple.fr/pcs", "pour l'annexe 3"), new("Entretien", "", "")]);

    private static IEnumerable<ExpeditionFact> Notebook => Told(
        "notebook",
        (new ChapterBegun(new("ce-qui-tient"), ChapterText with { Summary = "", Body = "", References = [] }), Ana),
        (new ChapterWritten(new("ce-qui-tient"), 3, ChapterText, 1), Ana),
        (new ChapterPublished(new("ce-qui-tient"), 2, 3, "Ajoute le cas d'Elbeuf", [FirstReaction]), Ana),
        (new ChapterWithdrawn(new("ce-qui-tient")), Ana),
        (new ChaptersOrdered([new("ce-qui-tient"), new("autre")]), Ana),
        (new FigureAdded(new("f3h7k2"), new Image(new string('a', 64), ImageKind.Jpeg, 1600, 900, 183_204), "Un registre ouvert", "Photo : commune d'Elbeuf, CC BY"), Ana),
        (new FigureDescribed(new("f3h7k2"), "Un registre", "Elbeuf"), Ana),
        (new FigureRemoved(new("f3h7k2")), Ana),
        (new ReactionSent(FirstReaction, new("ce-qui-tient"), 1, new Passage("p-0a1b2c3d4e", "Le papier reste."),
            new Remark(ReactionKind.Case, "À Elbeuf, en 2018, le registre a servi.", "Elbeuf", HazardTag.Flood, Theme.Data, CrisisTime.During, "https://exemple.fr/2018", StakeholderFamily.Authorities, "Riveraine"), "k3v9"), Visitor),
        (new ReactionsAccepted([FirstReaction]), Ana),
        (new ReactionsRefused([FirstReaction, SecondReaction], "Hors sujet"), Ana),
        (new ReactionsReopened([SecondReaction]), Ana),
        (new ReactionAnswered(FirstReaction, "Merci : le cas est dans la version 2."), Ana));
}
