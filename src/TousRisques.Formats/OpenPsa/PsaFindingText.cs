using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>Puts findings about Open-PSA files into words.</summary>
public static class PsaFindingText
{
    /// <summary>"file:line:column: error: …" on one line.</summary>
    public static string Line(PsaFinding finding, Language language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var french = language == Language.French;
        var severity = (finding.Severity, french) switch
        {
            (Severity.Error, true) => "erreur : ",
            (Severity.Error, false) => "error: ",
            (_, true) => "avertissement : ",
            _ => "warning: ",
        };
        return Place(finding.At) + severity + Say(finding, french);
    }

    private static string Say(PsaFinding f, bool french)
    {
        var v = f.Value is null ? "" : FindingText.Quoted(f.Value, french);
        var plain = f.Value is null ? "" : FindingText.Clean(f.Value, 300);
        var expected = f.Expected is null ? "" : FindingText.Clean(f.Expected, 300);
        var there = f.Other is { } o ? Place(o).TrimEnd(':', ' ') : "";
        var (fr, en) = f.Code switch
        {
            PsaFindingCode.FileUnreadable => ($"{PsaFaultText.French(f)}.", $"{PsaFaultText.English(f)}."),
            PsaFindingCode.TooManyFiles => ($"trop de fichiers : {plain} au plus.", $"too many files: {plain} at most."),
            PsaFindingCode.TooLarge => ($"fichiers trop grands : {plain} octets au plus.", $"files too large: {plain} bytes at most."),
            PsaFindingCode.NotXml => ($"ce n’est pas du XML bien formé : {PsaFaultText.French(f)} ; la suite du fichier n’a pas été lue.", $"this is no well-formed XML: {PsaFaultText.English(f)}; the rest of the file was not read."),
            PsaFindingCode.DocumentType => ("les types de document et les entités sont refusés ; la suite du fichier n’a pas été lue.", "document types and entities are refused; the rest of the file was not read."),
            PsaFindingCode.TooManyElements => ($"trop d’éléments : {plain} au plus.", $"too many elements: {plain} at most."),
            PsaFindingCode.PathsTooLong => ($"trop de choses à des chemins trop longs : {plain} caractères en tout au plus ; la suite n’a pas été lue.", $"too many things whose paths are too long: {plain} characters in all at most; the rest was not read."),
            PsaFindingCode.TooDeep => ($"trop d’éléments emboîtés : {plain} niveaux au plus.", $"elements too deep inside one another: {plain} levels at most."),
            PsaFindingCode.WrongRoot => ($"l’élément racine est {v}.", $"the root element is {v}."),
            PsaFindingCode.UnknownElement => ($"l’élément {v} n’a pas sa place ici.", $"the element {v} does not belong here."),
            PsaFindingCode.PartIgnored => ($"{v} ne concerne pas les arbres de défaillances : non lu.", $"{v} does not bear on fault trees: not read."),
            PsaFindingCode.Unsupported => ($"{v} n’est pas pris en charge, et l’ignorer changerait le résultat.", $"{v} is not supported, and leaving it out would change the result."),
            PsaFindingCode.MissingAttribute => ($"il manque l’attribut {v}.", $"the attribute {v} is missing."),
            PsaFindingCode.BadName => ($"{v} n’est pas un nom.", $"{v} is no name."),
            PsaFindingCode.BadValue => ($"{v} n’est pas une valeur possible.", $"{v} is no possible value."),
            PsaFindingCode.OutOfRange => ($"{v} est hors des bornes.", $"{v} is out of range."),
            PsaFindingCode.WrongArity => ($"le nombre d’entrées ne convient pas à {v}.", $"the number of inputs does not suit {v}."),
            PsaFindingCode.OneExpected => ($"{v} doit contenir exactement une formule ou expression.", $"{v} must hold exactly one formula or expression."),
            PsaFindingCode.Duplicate => ($"{v} est déjà défini : {there}.", $"{v} is defined already: {there}."),
            PsaFindingCode.Undefined => ($"rien ne s’appelle {v}.", $"nothing is called {v}."),
            PsaFindingCode.Ambiguous => ($"plusieurs choses s’appellent {v} (par exemple {there}) : donnez le chemin complet.", $"several things are called {v} (for example {there}): give the whole path."),
            PsaFindingCode.WrongKind => ($"{v} est autre chose : {there}.", $"{v} is something else: {there}."),
            PsaFindingCode.Circle => ($"définition en boucle : {plain}.", $"defined in a circle: {plain}."),
            PsaFindingCode.NoGate => ("aucune porte dans ces fichiers.", "no gate in these files."),
            PsaFindingCode.TooManyFindings => ($"et d’autres encore : seules les {plain} premières remarques sont montrées.", $"and more: only the first {plain} findings are shown."),
            _ => (f.Code.ToString(), f.Code.ToString()),
        };
        var text = french ? fr : en;
        if (f.Expected is not null && f.Code is not (PsaFindingCode.FileUnreadable or PsaFindingCode.NotXml))
            text += french ? $" Attendu : {expected}." : $" Expected: {expected}.";
        if (f.Nearest is { } near) text += french ? $" Vouliez-vous écrire {FindingText.Quoted(near, french)} ?" : $" Did you mean {FindingText.Quoted(near, french)}?";
        return text;
    }

    private static string Place(Spot at) => at.Line == 0
        ? FindingText.Clean(at.File, 200) + ": "
        : string.Create(CultureInfo.InvariantCulture, $"{FindingText.Clean(at.File, 200)}:{at.Line}:{at.Column}: ");
}
