using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Sheets;

public static partial class SheetText
{
    private static (string French, string English)? Answer(SheetFinding f, bool french)
    {
        var v = f.Value is null ? "" : FindingText.Quoted(f.Value, french);
        var meant = f.Nearest is null ? "" : french ? $" Vouliez-vous dire {FindingText.Quoted(f.Nearest, true)} ?" : $" Did you mean {FindingText.Quoted(f.Nearest, false)}?";
        var there = f.Other is { } other ? (french ? " (déjà : " : " (already: ") + Place(other, french ? Language.French : Language.English) + ")" : "";
        return f.Code switch
        {
            SheetCode.AnswersMissing => ("aucune colonne ne répond à une question de ce formulaire.", "no column answers a question of this form."),
            SheetCode.RepeatApart => ($"la feuille {v} contient des réponses répétées : gardée à part, pas lue.", $"the sheet {v} holds repeated answers: kept apart, not read."),
            SheetCode.SheetApart => ($"la feuille {v} ne contient pas de réponses : gardée à part, pas lue.", $"the sheet {v} holds no answers: kept apart, not read."),
            SheetCode.AnswerColumnUnknown => ($"la colonne {v} ne répond à aucune question : gardée à part.{meant}", $"the column {v} answers no question: kept apart.{meant}"),
            SheetCode.AnswerColumnAmbiguous => ($"la colonne {v} peut répondre à plusieurs questions : gardée à part. Exportez avec les noms et les groupes.", $"the column {v} may answer several questions: kept apart. Export with names and groups."),
            SheetCode.AnswerColumnTwice => ($"la colonne {v} répond à une question qui a déjà sa colonne{there} : la première compte.", $"the column {v} answers a question that has its column{there}: the first counts."),
            SheetCode.FilesApart => ($"les réponses de la colonne {v} sont des fichiers : seuls leurs noms sont ici.", $"the answers of the column {v} are files: only their names are here."),
            SheetCode.InstanceMissing => ("cette ligne n’a pas d’identifiant : il a été calculé à partir des réponses.", "this row has no identifier: it was made from the answers."),
            SheetCode.InstanceTwice => ($"l’envoi {v} est là deux fois{there} : le plus récent compte.", $"the submission {v} is there twice{there}: the latest counts."),
            SheetCode.AnswerUnknown => ($"{v} n’est pas un choix de cette question : gardé tel quel.{meant}", $"{v} is no choice of this question: kept as written.{meant}"),
            SheetCode.NumberUnreadable => ($"{v} n’est pas un nombre : gardé tel quel.", $"{v} is no number: kept as written."),
            SheetCode.DateUnreadable => ($"{v} n’est ni une date ni une heure que nous sachions lire : gardé tel quel.", $"{v} is no day or hour that we can read: kept as written."),
            SheetCode.PlaceUnreadable => ($"{v} n’est pas un lieu (latitude puis longitude) : gardé tel quel.", $"{v} is no place (latitude, then longitude): kept as written."),
            _ => null,
        };
    }
}
