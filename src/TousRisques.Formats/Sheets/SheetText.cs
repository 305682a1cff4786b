using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Sheets;

/// <summary>Puts findings about workbooks into words, French or English.</summary>
public static partial class SheetText
{
    /// <summary>One line with place and severity: "feuille « survey », cellule C12 : erreur : …".</summary>
    public static string Line(SheetFinding finding, Language language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var french = language == Language.French;
        var severity = (finding.Severity == Severity.Error, french) switch
        {
            (true, true) => "erreur : ",
            (true, false) => "error: ",
            (_, true) => "avertissement : ",
            _ => "warning: ",
        };
        return Place(finding.At, language) + (french ? " : " : ": ") + severity + In(finding, language);
    }

    /// <summary>What is the matter, without its place.</summary>
    public static string In(SheetFinding finding, Language language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Text is { } text) return IntakeText.In(text, language);
        var french = language == Language.French;
        var (fr, en) = Reading(finding, french) ?? Form(finding, french) ?? Answer(finding, french) ?? Grid(finding, french) ?? (finding.Code.ToString(), finding.Code.ToString());
        return french ? fr : en;
    }

    /// <summary>A place: "feuille « survey », cellule C12", "réponses.csv, ligne 12, colonne 3".</summary>
    public static string Place(SheetSpot at, Language language)
    {
        var french = language == Language.French;
        var sheet = FindingText.Clean(at.Sheet, 100);
        if (at.IsText)
            return sheet + (at.Row, at.Column) switch
            {
                (0, _) => "",
                (var r, 0) => string.Create(CultureInfo.InvariantCulture, $"{(french ? ", ligne " : ", line ")}{r}"),
                var (r, c) => string.Create(CultureInfo.InvariantCulture, $"{(french ? ", ligne " : ", line ")}{r}{(french ? ", colonne " : ", column ")}{c}"),
            };
        var named = (french ? "feuille " : "sheet ") + FindingText.Quoted(sheet, french);
        return named + (at.Row, at.Column) switch
        {
            (0, 0) => "",
            (0, var c) => (french ? ", colonne " : ", column ") + SheetSpot.ColumnName(c),
            (var r, 0) => string.Create(CultureInfo.InvariantCulture, $"{(french ? ", ligne " : ", row ")}{r}"),
            _ => (french ? ", cellule " : ", cell ") + at.Cell,
        };
    }

    private static (string French, string English)? Reading(SheetFinding f, bool french)
    {
        var v = f.Value is null ? "" : FindingText.Quoted(f.Value, french);
        var n = f.Value is null ? "" : FindingText.Clean(f.Value, 100);
        return f.Code switch
        {
            SheetCode.TooLarge => ($"le fichier est trop grand ({n} octets au plus) : il n’a pas été lu.", $"the file is too large ({n} bytes at most): it was not read."),
            SheetCode.Empty => ("le fichier est vide.", "the file is empty."),
            SheetCode.NoWorkbook => ("ce n’est ni un classeur (.xlsx) ni un tableau en texte (.csv).", "this is neither a workbook (.xlsx) nor a table in text (.csv)."),
            SheetCode.OldWorkbook => ("c’est un classeur d’un ancien format (.xls) ou protégé par un mot de passe : enregistrez-le en .xlsx, sans mot de passe.", "this is a workbook of an older kind (.xls) or one with a password: save it as .xlsx, without a password."),
            SheetCode.OpenDocument => ("c’est un classeur OpenDocument (.ods) : enregistrez-le en .xlsx ou en .csv.", "this is an OpenDocument workbook (.ods): save it as .xlsx or .csv."),
            SheetCode.BrokenZip when f.Value is null => ("le fichier est abîmé ou incomplet : il n’a pas pu être ouvert.", "the file is damaged or incomplete: it could not be opened."),
            SheetCode.BrokenZip => ($"la partie {v} du fichier est abîmée : la suite n’a pas été lue.", $"the part {v} of the file is damaged: the rest of it was not read."),
            SheetCode.BrokenPart => ($"la partie {v} du classeur est mal écrite : la suite n’a pas été lue.", $"the part {v} of the workbook is badly written: the rest of it was not read."),
            SheetCode.PartMissing => ($"la partie {v} du classeur manque.", $"the part {v} of the workbook is missing."),
            SheetCode.DocumentType => ($"la partie {v} déclare un type de document : elle n’a pas été lue.", $"the part {v} declares a document type: it was not read."),
            SheetCode.TooLargeUnzipped => ($"décompressé, le fichier est trop grand ({n} octets au plus) : il n’a pas été lu.", $"unzipped, the file is too large ({n} bytes at most): it was not read."),
            SheetCode.TooIntricate => ($"la partie {v} est trop compliquée pour un vrai classeur : la suite n’a pas été lue.", $"the part {v} is too intricate for a real workbook: the rest of it was not read."),
            SheetCode.TooManySheets => ($"trop de feuilles ({n} au plus) : les autres n’ont pas été lues.", $"too many sheets ({n} at most): the others were not read."),
            SheetCode.TooManyRows => ($"trop de lignes ({n} au plus) : la suite n’a pas été lue.", $"too many rows ({n} at most): the rest was not read."),
            SheetCode.TooManyColumns => ($"trop de colonnes ({n} au plus) : les autres n’ont pas été lues.", $"too many columns ({n} at most): the others were not read."),
            SheetCode.TooManyCells => ($"trop de cellules ({n} au plus) : la suite n’a pas été lue.", $"too many cells ({n} at most): the rest was not read."),
            SheetCode.CellTooLong => ($"texte trop long, coupé ({n} caractères au plus).", $"text too long, cut ({n} characters at most)."),
            SheetCode.FormulaError => ($"une formule donne l’erreur {v} : gardée comme du texte.", $"a formula gives the error {v}: kept as text."),
            SheetCode.BadCell => ($"{v} ne désigne aucune cellule ni aucun texte : sauté.", $"{v} names no cell and no text: skipped."),
            SheetCode.TooManyFindings => ($"et d’autres encore : seules les {n} premières remarques sont montrées.", $"and more: only the first {n} findings are shown."),
            _ => null,
        };
    }
}
