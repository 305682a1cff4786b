using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Sheets;

public static partial class SheetText
{
    private static (string French, string English)? Grid(SheetFinding f, bool french)
    {
        var v = f.Value is null ? "" : FindingText.Quoted(f.Value, french);
        var n = f.Value is null ? "" : FindingText.Clean(f.Value, 100);
        var near = f.Nearest is null ? "" : FindingText.Quoted(f.Nearest, french);
        return f.Code switch
        {
            SheetCode.GridTypeKept => ($"le type {v} ne se pose pas ici : gardé pour repartir tel quel.", $"the type {v} is not asked here: kept, to leave as it came."),
            SheetCode.GridRepeat => ($"la répétition {v} ne se pose qu’une fois ici.", $"the repeat {v} is asked only once here."),
            SheetCode.GridNested => ($"le groupe {v} est dans un autre : ses questions se posent avec celui-ci, sans sa propre condition.", $"the group {v} is inside another: its questions are asked with that one, without its own condition."),
            SheetCode.GridOrOther => ($"la réponse « autre » de {v} ne se demande pas ici ; elle repartira avec le formulaire.", $"the other answer of {v} is not asked here; it leaves again with the form."),
            SheetCode.GridConditionKept => ($"obligatoire sous condition ({v}) : facultatif ici.", $"required under a condition ({v}): optional here."),
            SheetCode.GridColumnKept => ($"la colonne {v} ne sert pas ici : gardée pour repartir telle quelle.", $"the column {v} is not used here: kept, to leave as it came."),
            SheetCode.GridColumnDropped => ($"une grille ne peut pas garder la colonne {v}.", $"a grid cannot keep the column {v}."),
            SheetCode.GridRowDropped => ("une grille ne peut pas garder cette ligne.", "a grid cannot keep this row."),
            SheetCode.GridChoiceDropped => ($"le choix {v} est déjà dans sa liste : le premier compte.", $"the choice {v} is in its list already: the first counts."),
            SheetCode.GridListDropped => ($"aucune question ne se sert de la liste {v} : elle n’est pas gardée.", $"no question uses the list {v}: it is not kept."),
            SheetCode.GridSheetDropped => ($"une grille ne peut pas garder la feuille {v}.", $"a grid cannot keep the sheet {v}."),
            SheetCode.GridRenamed when f.Value is { Length: 0 } => ($"sans nom : s’appelle ici {near}.", $"without a name: called {near} here."),
            SheetCode.GridRenamed => ($"le nom {v} n’est pas possible ici, ou déjà pris : devenu {near}.", $"the name {v} is not possible here, or taken: now {near}."),
            SheetCode.GridLabelMade => ($"la question {v} n’a pas de libellé : son aide ou son nom en tient lieu.", $"the question {v} has no label: its hint or name stands for it."),
            SheetCode.GridTextCut => ($"texte trop long pour une grille, coupé ({n} caractères au plus).", $"text too long for a grid, cut ({n} characters at most)."),
            SheetCode.GridTooMany => ($"trop de sections, de questions ou de choix ({n} au plus) : la suite est laissée de côté.", $"too many sections, questions or choices ({n} at most): the rest is left out."),
            SheetCode.GridAnswerUnfit => ($"{v} n’est pas une réponse possible à {near} : laissée de côté.", $"{v} is no possible answer to {near}: left out."),
            _ => null,
        };
    }
}
