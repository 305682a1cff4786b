using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Futures;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static BoxSheet Uncertain => new("La vallée en 2035", "Que devient l'alerte si l'eau et le courant changent ?", "seine-maritime",
    [
        new("La Seine", [new("crue ordinaire", ["seine-flood"]), new("crue qui noie le poste", ["great-seine-flood", "blackout"])]),
        new("Le cuivre", [new("gardé", []), new("éteint", [])]),
    ]);

    private static ImmutableArray<ChosenState> Combination => [new("La Seine", "crue ordinaire"), new("Le cuivre", "éteint")];

    private static IEnumerable<ExpeditionFact> Boxes => Told(
        "boxes",
        (new BoxDrawn(new("b1"), Uncertain), Ana),
        (new BoxRedrawn(new("b1"), Uncertain with { Question = "", Territory = "" }), Ana),
        (new ImpactsJudged(new("b1"), "La Seine", "Le cuivre", [new("crue ordinaire", "gardé", 1), new("crue ordinaire", "éteint", -1), new("crue qui noie le poste", "gardé", 0), new("crue qui noie le poste", "éteint", 3)]), Ana),
        (new FutureChosen(new("b1"), new("f1"), Combination, "Sans le cuivre", "L'eau monte, et le fil n'est plus là."), Ana),
        (new FutureRetold(new("b1"), new("f1"), "Sans fil", "L'eau **monte**."), Ana),
        (new FutureDropped(new("b1"), new("f1")), Ana),
        (new ImpactsBrought(new("b1"), "Une mairie", "La Seine", "Le cuivre", [new("crue ordinaire", "gardé", 0), new("crue ordinaire", "éteint", 0), new("crue qui noie le poste", "gardé", -2), new("crue qui noie le poste", "éteint", 2)]), House),
        (new BoxPutAway(new("b1"), Away: true), Ana));
}
