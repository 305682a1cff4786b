using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Sheets;

public static partial class SheetText
{
    private static (string French, string English)? Form(SheetFinding f, bool french)
    {
        var v = f.Value is null ? "" : FindingText.Quoted(f.Value, french);
        var near = f.Nearest is null ? "" : FindingText.Quoted(f.Nearest, french);
        var meant = f.Nearest is null ? "" : french ? $" Vouliez-vous dire {near} ?" : $" Did you mean {near}?";
        var there = f.Other is { } other ? (french ? " (déjà : " : " (already: ") + Place(other, french ? Language.French : Language.English) + ")" : "";
        var begun = f.Other is { } begin ? (french ? ", ouvert : " : ", begun: ") + Place(begin, french ? Language.French : Language.English) : "";
        return f.Code switch
        {
            SheetCode.SurveyMissing => ($"il n’y a pas de feuille « survey » : ce n’est pas un formulaire XLSForm.{meant}", $"there is no sheet \"survey\": this is no XLSForm.{meant}"),
            SheetCode.SheetSpelling => ($"la feuille {v} doit s’appeler exactement {near} ; lue quand même.", $"the sheet {v} must be called exactly {near}; read all the same."),
            SheetCode.SheetUnknown => ($"XLSForm ne connaît pas la feuille {v} : gardée telle quelle.", $"XLSForm knows no sheet {v}: kept as it is."),
            SheetCode.ColumnMissing => ($"la colonne {v} manque.", $"the column {v} is missing."),
            SheetCode.ColumnDoubled => ($"les colonnes {near} et {v} sont la même{there} : la première compte, l’autre est gardée.", $"the columns {near} and {v} are the same{there}: the first counts, the other is kept."),
            SheetCode.ColumnUnnamed => ($"cette colonne sans titre contient {v} : gardée, mais sans effet.", $"this column without a header holds {v}: kept, without effect."),
            SheetCode.ColumnUnknown => ($"XLSForm ne connaît pas la colonne {v} : gardée, mais sans effet.{meant}", $"XLSForm knows no column {v}: kept, without effect.{meant}"),
            SheetCode.ChoiceColumnName => ($"le titre de colonne {v} doit commencer par une lettre, sans espace.", $"the header {v} must begin with a letter and hold no blank."),
            SheetCode.TypeMissing => ("cette ligne a un nom ou un libellé, mais pas de type.", "this row has a name or a label, and no type."),
            SheetCode.CommentRow => ("ligne sans type, nom ni libellé : prise pour un commentaire, gardée.", "a row without type, name and label: taken for a comment, kept."),
            SheetCode.TypeUnknown => ($"XLSForm ne connaît pas le type {v} : gardé.{meant}", $"XLSForm knows no type {v}: kept.{meant}"),
            SheetCode.TypeSpelling => ($"le type {v} doit s’écrire {near} ; compris quand même.", $"the type {v} must be spelled {near}; understood all the same."),
            SheetCode.NameMissing => ($"cette ligne ({v}) doit avoir un nom.", $"this row ({v}) must have a name."),
            SheetCode.NameInvalid => ($"le nom {v} doit commencer par une lettre ou un trait bas, puis n’avoir que lettres, chiffres, traits et points.", $"the name {v} must begin with a letter or an underscore, and go on with letters, digits, hyphens, underscores and periods."),
            SheetCode.NameTwice => ($"le nom {v} est déjà pris dans ce groupe{there}.", $"the name {v} is taken in this group{there}."),
            SheetCode.NameTwiceElsewhere => ($"le nom {v} est déjà pris dans un autre groupe{there} : on les confondra.", $"the name {v} is taken in another group{there}: they will be mixed up."),
            SheetCode.NameCase => ($"les noms {v} et {near} ne diffèrent que par les majuscules{there}.", $"the names {v} and {near} differ by their capitals only{there}."),
            SheetCode.NameReserved => ($"le nom {v} est réservé.", $"the name {v} is reserved."),
            SheetCode.RepeatNameTwice => ($"le nom de répétition {v} doit être unique dans tout le formulaire{there}.", $"the name of the repeat, {v}, must be unique in the whole form{there}."),
            SheetCode.EndWithoutBegin => ($"{v} ne ferme rien.", $"{v} closes nothing."),
            SheetCode.EndMismatch => ($"{v} ferme autre chose que ce qui est ouvert : {near}{begun}.", $"{v} closes something else than what is open: {near}{begun}."),
            SheetCode.NeverEnded => ($"{v} n’est jamais fermé.", $"{v} is never closed."),
            SheetCode.GroupEmpty => ($"il n’y a rien dans le groupe {v}.", $"there is nothing in the group {v}."),
            SheetCode.LabelMissing => ($"la question {v} doit avoir un libellé.", $"the question {v} must have a label."),
            SheetCode.ChoicesMissing => ($"il y a des questions à choix, mais pas de feuille « choices ».{meant}", $"there are questions of choices, and no sheet \"choices\".{meant}"),
            SheetCode.ListUnnamed => ($"{v} doit nommer sa liste de choix.", $"{v} must name its list of choices."),
            SheetCode.ListUnknown => ($"il n’y a pas de liste {v} dans la feuille « choices ».{meant}", $"there is no list {v} in the sheet \"choices\".{meant}"),
            SheetCode.ChoiceListMissing => ("ce choix doit nommer sa liste (list_name).", "this choice must name its list (list_name)."),
            SheetCode.ChoiceNameMissing => ($"un choix de la liste {v} n’a pas de nom.", $"a choice of the list {v} has no name."),
            SheetCode.ChoiceLabelMissing => ($"le choix {v} n’a pas de libellé.", $"the choice {v} has no label."),
            SheetCode.ChoiceTwice => ($"le choix {v} est deux fois dans sa liste{there}.", $"the choice {v} is twice in its list{there}."),
            SheetCode.ChoiceNameBlank => ($"le nom de choix {v} contient un espace, qui sépare les réponses.", $"the name of the choice, {v}, holds a blank, which separates answers."),
            SheetCode.FileName => ($"{v} doit être un fichier .csv, .xml ou .geojson.", $"{v} must be a .csv, .xml or .geojson file."),
            SheetCode.FileApart => ($"les choix sont dans le fichier {v}, qui n’est pas dans ce classeur : le type est gardé.", $"the choices are in the file {v}, which is not in this workbook: the type is kept."),
            SheetCode.ExternalChoicesMissing => ($"la liste {v} doit être dans une feuille « external_choices », qui manque.", $"the list {v} must be in a sheet \"external_choices\", which is missing."),
            SheetCode.OrOtherFiltered => ($"{v} ne va pas avec un filtre de choix (choice_filter).", $"{v} does not go with a filter of choices (choice_filter)."),
            SheetCode.ExternalInRepeat => ($"{v} prend ses données dans un fichier : hors de toute répétition.", $"{v} takes its data from a file: outside of any repeat."),
            SheetCode.ReferenceMalformed => ($"la référence {v} doit s’écrire ${{nom}}.", $"the reference {v} must be written ${{name}}."),
            SheetCode.ReferenceUnknown => ($"aucune ligne ne s’appelle {v}.{meant}", $"no row is called {v}.{meant}"),
            SheetCode.ReferenceAmbiguous => ($"plusieurs lignes s’appellent {v} : la référence est ambiguë.", $"several rows are called {v}: the reference is ambiguous."),
            SheetCode.ExpressionUnbalanced => ($"parenthèse, crochet ou guillemet sans sa moitié : {v}.", $"a bracket or a quote without its other half: {v}."),
            SheetCode.ExpressionCharacter => ($"le caractère {v} n’existe pas dans une formule (guillemets droits : ' ou \").", $"the character {v} does not exist in a formula (straight quotes: ' or \")."),
            SheetCode.ExpressionOperator => ($"{v} n’est pas un opérateur : and, or, not(), =, !=, <=, >=.", $"{v} is no operator: and, or, not(), =, !=, <=, >=."),
            SheetCode.CalculationMissing => ($"{v} doit avoir un calcul (calculation).", $"{v} must have a calculation."),
            SheetCode.RequiredOnGroup => ($"un groupe ou une répétition ({v}) ne peut pas être obligatoire.", $"a group or a repeat ({v}) cannot be required."),
            SheetCode.YesOrNo => ($"{v} n’est ni yes, ni no, ni une formule.", $"{v} is neither yes, nor no, nor a formula."),
            SheetCode.MessageAlone => ($"le message {v} n’a pas de contrainte (constraint).", $"the message {v} has no constraint."),
            SheetCode.ParameterMalformed => ($"{v} doit s’écrire clé=valeur.", $"{v} must be written key=value."),
            SheetCode.ParameterUnknown => ($"le paramètre {v} n’existe pas pour ce type.{meant}", $"there is no parameter {v} of this type.{meant}"),
            SheetCode.ParameterValue => ($"la valeur du paramètre {v} n’est pas possible.", $"the value of the parameter {v} is not possible."),
            SheetCode.LanguageMissing => ($"il manque {v}, que d’autres langues ont.", $"{v} is missing, which other languages have."),
            SheetCode.LanguageMixed => ($"la colonne {v} existe avec et sans langue.", $"the column {v} is there with and without a language."),
            SheetCode.LanguageCode => ($"la langue {v} n’a pas de code, comme dans « Français (fr) ».", $"the language {v} has no code, as in \"English (en)\"."),
            SheetCode.DefaultLanguage => ($"la langue par défaut {v} n’est aucune de celles du formulaire.{meant}", $"the default language {v} is none of the form's.{meant}"),
            SheetCode.FormIdMissing => ("le formulaire n’a pas d’identifiant (form_id) : le nom du fichier en tiendra lieu.", "the form has no identifier (form_id): the file's name will stand for it."),
            SheetCode.FormIdInvalid => ($"l’identifiant {v} ne doit contenir ni espace ni signe spécial.", $"the identifier {v} must hold neither blanks nor special signs."),
            SheetCode.VersionMissing => ("le formulaire n’a pas de version.", "the form has no version."),
            SheetCode.VersionInvalid => ($"la version {v} doit avoir dix chiffres au plus, comme 2026030201.", $"the version {v} must be ten figures at most, such as 2026030201."),
            SheetCode.StyleUnknown => ($"le style {v} n’existe pas.{meant}", $"there is no style {v}.{meant}"),
            SheetCode.SettingsRows => ("seule la première ligne de réglages compte : les autres ne sont pas gardées.", "only the first row of settings counts: the others are not kept."),
            _ => null,
        };
    }
}
