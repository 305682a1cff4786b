using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Intake;

/// <summary>Puts findings about feeds and tables into words.</summary>
public static class IntakeText
{
    /// <summary>"file:line:column: error: …" on one line.</summary>
    public static string Line(IntakeFinding finding, Language language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var french = language == Language.French;
        var severity = finding.Severity == Severity.Error ? (french ? "erreur : " : "error: ") : french ? "avertissement : " : "warning: ";
        return Place(finding.At) + severity + Say(finding, french);
    }

    /// <summary>What is the matter, without its place.</summary>
    public static string In(IntakeFinding finding, Language language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Say(finding, language == Language.French);
    }

    private static string Say(IntakeFinding f, bool french)
    {
        var v = f.Value is null ? "" : FindingText.Quoted(f.Value, french);
        var n = f.Value is null ? "" : FindingText.Clean(f.Value, 100);
        var (fr, en) = f.Code switch
        {
            IntakeCode.TooLarge => ($"trop grand : seuls les {n} premiers octets ont été lus.", $"too large: only the first {n} bytes were read."),
            IntakeCode.CutOff => ("la lecture s’est interrompue ; ce qui était arrivé a été lu.", "reading was cut off; what had come until then was read."),
            IntakeCode.Empty => ("il n’y a rien dedans.", "there is nothing in it."),
            IntakeCode.OtherEncoding => ($"ce n’est pas l’encodage annoncé ou attendu : lu en {n}.", $"this is not the encoding announced or expected: read as {n}."),
            IntakeCode.BadCharacter => ($"caractère {n}, qu’aucun texte ne contient : laissé de côté.", $"character {n}, which no text holds: left out."),
            IntakeCode.TooManyFindings => ($"et d’autres encore : seules les {n} premières remarques sont montrées.", $"and more: only the first {n} findings are shown."),
            IntakeCode.NoFeed when f.Value is null => ("ce n’est pas un flux RSS ou Atom.", "this is no RSS or Atom feed."),
            IntakeCode.NoFeed => ($"ce n’est pas un flux RSS ou Atom : cela commence par {v}.", $"this is no RSS or Atom feed: it begins with {v}."),
            IntakeCode.DocumentType => ("type de document sauté : ses entités ne sont jamais développées.", "document type skipped: its entities are never expanded."),
            IntakeCode.BrokenMarkup => ($"balisage cassé à partir de {v} : lu comme du texte ou sauté.", $"markup broken from {v} on: read as text or skipped."),
            IntakeCode.NotClosed => ($"l’élément {v} n’est jamais fermé : il s’arrête avec celui qui le contient.", $"the element {v} is never closed: it ends with the one around it."),
            IntakeCode.StrayEnd => ($"la balise de fin {v} ne ferme rien : sautée.", $"the end tag {v} closes nothing: skipped."),
            IntakeCode.AttributeTwice => ($"l’attribut {v} est écrit deux fois : le premier compte.", $"the attribute {v} is written twice: the first counts."),
            IntakeCode.UnknownEntity => ($"l’entité {v} n’existe pas en XML : comprise comme en HTML, ou laissée telle quelle.", $"the entity {v} does not exist in XML: taken as in HTML, or left as it stands."),
            IntakeCode.TooDeep => ($"trop d’éléments emboîtés ({n} au plus) : les plus profonds n’ont pas été lus.", $"elements too deep inside one another ({n} at most): the deepest were not read."),
            IntakeCode.TooManyElements => ($"trop d’éléments ({n} au plus) : la suite n’a pas été lue.", $"too many elements ({n} at most): the rest was not read."),
            IntakeCode.TooManyEntries => ($"trop d’entrées ({n} au plus) : la suite n’a pas été lue.", $"too many entries ({n} at most): the rest was not read."),
            IntakeCode.EntryCutShort => ("le flux s’arrête au milieu de cette entrée : sautée.", "the feed stops in the middle of this entry: skipped."),
            IntakeCode.EntryEmpty => ("cette entrée n’a ni titre, ni lien, ni résumé : sautée.", "this entry has neither title, link nor summary: skipped."),
            IntakeCode.EntryTwice => ($"l’entrée {v} est déjà {There(f, true)} : la plus récente compte.", $"the entry {v} is already {There(f, false)}: the latest counts."),
            IntakeCode.TextTooLong => ($"texte trop long, coupé ({n} caractères au plus).", $"text too long, cut ({n} characters at most)."),
            IntakeCode.TooManyCategories => ($"trop de catégories : les {n} premières comptent.", $"too many categories: the first {n} count."),
            IntakeCode.LinkRefused => ($"l’adresse {v} n’est pas une adresse du web, ou est trop longue : laissée de côté.", $"the address {v} is no address on the web, or too long: left out."),
            IntakeCode.BadDate => ($"{v} n’est pas une date que nous sachions lire.", $"{v} is no date that we can read."),
            IntakeCode.ZoneAssumed => ($"{v} n’a pas de fuseau connu : compris comme UTC.", $"{v} has no time zone that we know: taken as UTC."),
            IntakeCode.TooManyRows => ($"trop de lignes ({n} au plus) : la suite n’a pas été lue.", $"too many rows ({n} at most): the rest was not read."),
            IntakeCode.QuoteNotClosed => ("ce guillemet n’est jamais fermé : la ligne a été sautée.", "this quote is never closed: the row was skipped."),
            IntakeCode.TextAfterQuote => ("il y a du texte après un guillemet fermant : gardé tel quel.", "there is text after a closing quote: kept as it stands."),
            IntakeCode.CellTooLong => ($"case trop longue, coupée ({n} caractères au plus).", $"cell too long, cut ({n} characters at most)."),
            IntakeCode.TooManyCells => ($"trop de cases : les {n} premières comptent.", $"too many cells: the first {n} count."),
            IntakeCode.ColumnTwice => ($"la colonne {v} est déjà {There(f, true)} : la première compte.", $"the column {v} is already {There(f, false)}: the first counts."),
            _ => (f.Code.ToString(), f.Code.ToString()),
        };
        return french ? fr : en;
    }

    private static string There(IntakeFinding f, bool french) => f.Other is not { } other ? (french ? "là" : "there")
        : french ? $"ligne {other.Line}, colonne {other.Column}" : $"on line {other.Line}, column {other.Column}";

    private static string Place(Spot at) => at.Line == 0 ? FindingText.Clean(at.File, 200) + ": "
        : string.Create(CultureInfo.InvariantCulture, $"{FindingText.Clean(at.File, 200)}:{at.Line}:{at.Column}: ");
}
