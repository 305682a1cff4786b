using System.Globalization;
using System.Text;
using TousRisques.Domain.Words;

namespace TousRisques.Formats.Findings;

/// <summary>Puts findings into words, French or English. All of a reader's sentences are in this file and the next.</summary>
public static class FindingText
{
    /// <summary>A line for a terminal: <c>file:line:column: error: …</c>; editors make links of it.</summary>
    public static string Line(Finding finding, Language language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var severity = (finding.Severity, IsFrench(language)) switch
        {
            (Severity.Error, true) => "erreur",
            (Severity.Error, false) => "error",
            (_, true) => "attention",
            _ => "warning",
        };
        return $"{Place(finding.At)}{severity}: {In(finding, language)}";
    }

    /// <summary>What is the matter, what is expected and what was probably meant, as one or several sentences.</summary>
    public static string In(Finding finding, Language language)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var french = IsFrench(language);
        var text = new StringBuilder(Matter(finding, french));
        if (finding.Nearest is { } nearest) text.Append(french ? $" Vouliez-vous dire {Quoted(nearest, true)} ?" : $" Did you mean {Quoted(nearest, false)}?");
        // Nothing explains a mistyped name better than the right one; what else is possible is told when there is none.
        else if (finding.Expected is { } expected && finding.Code != FindingCode.DuplicateId)
            text.Append(french ? $" Attendu : {ExpectedText.French(expected)}." : $" Expected: {ExpectedText.English(expected)}.");
        if (finding.Detail is { } detail) text.Append(french ? $" Détail : {Clean(detail, 200)}" : $" Detail: {Clean(detail, 200)}");
        return text.ToString();
    }

    private static string Matter(Finding f, bool french)
    {
        var v = Quoted(f.Value ?? "", french);
        var n = Grouped(f.Value ?? "", french);
        var (fr, en) = f.Code switch
        {
            FindingCode.FolderMissing => ($"Il n’y a pas de dossier {v}.", $"There is no folder {v}."),
            FindingCode.FolderUnreadable => ($"Le dossier {v} ne peut pas être lu.", $"The folder {v} cannot be read."),
            FindingCode.FolderEmpty => ("Aucun fichier « .yaml » dans ce dossier : ce n’est pas un pack.", "No \".yaml\" file in this folder: it is no pack."),
            FindingCode.TooManyFiles => ($"Trop de fichiers : un pack en compte {n} au plus.", $"Too many files: a pack has {n} at most."),
            FindingCode.FileTooLarge => ($"Fichier trop gros ({n} octets) : il n’a pas été lu. Un fichier de pack fait 4 Mo au plus.", $"File too large ({n} bytes): it was not read. A file of a pack has 4 MB at most."),
            FindingCode.PackTooLarge => ($"Pack trop gros : ce fichier n’a pas été lu. Tous les fichiers ensemble font {n} octets au plus.", $"Pack too large: this file was not read. All files together have {n} bytes at most."),
            FindingCode.FileUnreadable => ("Le système refuse de lire ce fichier.", "The system refuses to read this file."),
            FindingCode.LinkOutside => ($"Ce lien mène hors du dossier ou nulle part ({v}) : il n’a pas été suivi. Copiez le fichier dans le dossier.", $"This link leads out of the folder or nowhere ({v}): it was not followed. Copy the file into the folder."),
            FindingCode.WrongExtension => ("Ce fichier n’a pas été lu : renommez-le en « .yaml ».", "This file was not read: rename it to \".yaml\"."),
            FindingCode.SubfolderIgnored => ("Ce sous-dossier n’a pas été lu : les fichiers d’un pack sont tous dans son dossier même.", "This subfolder was not read: all files of a pack are in its folder itself."),
            FindingCode.DuplicateFile => ($"Deux fichiers s’appellent {v}.", $"Two files are called {v}."),
            FindingCode.ByteOrderMark => ("Le fichier commence par une marque d’ordre d’octets (BOM), sautée : enregistrez-le en UTF-8 sans BOM.", "The file begins with a byte order mark (BOM), skipped: save it as UTF-8 without BOM."),
            FindingCode.NotUtf8 => ($"Ceci n’est pas de l’UTF-8 (octet {f.Value}) : enregistrez le fichier en UTF-8.", $"This is no UTF-8 (byte {f.Value}): save the file as UTF-8."),
            FindingCode.WrongEncoding => ($"Le fichier est en {f.Value} : enregistrez-le en UTF-8.", $"The file is in {f.Value}: save it as UTF-8."),
            FindingCode.ControlCharacter => ($"Caractère {f.Value}, qu’aucun texte ne contient : ce fichier est-il bien du texte ?", $"Character {f.Value}, which no text holds: is this file text at all?"),
            FindingCode.TabIndent => ("Une tabulation décale cette ligne : YAML veut des espaces.", "A tab indents this line: YAML wants spaces."),
            FindingCode.YamlSyntax => ("Ce YAML ne se lit pas à partir d’ici ; la suite du fichier n’a pas été lue. Vérifiez le décalage des lignes, et mettez entre guillemets les textes qui contiennent « : », « # », une virgule ou un crochet.", "This YAML cannot be read from here on; the rest of the file was not read. Check the indentation, and put quotes around texts that hold \": \", \" #\", a comma or a bracket."),
            FindingCode.AnchorOrAlias => ($"Les ancres et les alias de YAML ne servent pas dans un pack ({v}) ; la suite du fichier n’a pas été lue. Mettez entre guillemets un texte qui commence par « & » ou « * ».", $"YAML anchors and aliases are not used in packs ({v}); the rest of the file was not read. Put quotes around a text that begins with \"&\" or \"*\"."),
            FindingCode.YamlTag => ($"Les étiquettes de YAML ne servent pas dans un pack ({v}). Mettez entre guillemets un texte qui commence par « ! ».", $"YAML tags are not used in packs ({v}). Put quotes around a text that begins with \"!\"."),
            FindingCode.SeveralDocuments => ("Un fichier contient un seul document : la suite n’a pas été lue.", "A file holds one document: the rest was not read."),
            FindingCode.EmptyFile => ("Ce fichier est vide.", "This file is empty."),
            FindingCode.TooDeep => ($"Trop de niveaux emboîtés ({n} au plus) ; la suite du fichier n’a pas été lue.", $"Nested too deep ({n} levels at most); the rest of the file was not read."),
            FindingCode.TooManyLanguages => ($"Trop de langues : {n} au plus.", $"Too many languages: {n} at most."),
            FindingCode.TooManyNodes => ($"Trop de valeurs dans ce pack ({n} au plus) ; la suite n’a pas été lue.", $"Too many values in this pack ({n} at most); the rest was not read."),
            FindingCode.KeyNotText => ("Une clé doit être un simple texte.", "A key must be plain text."),
            FindingCode.DuplicateKey => ($"La clé {v} est déjà écrite {There(f, true)}.", $"The key {v} is already written {There(f, false)}."),
            FindingCode.WrongKind => f.Value is null ? ("Ce n’est pas ce qu’on attend ici.", "This is not what is expected here.") : ($"{v} n’est pas ce qu’on attend ici.", $"{v} is not what is expected here."),
            FindingCode.UnknownKey => ($"La clé {v} ne veut rien dire ici : elle n’a pas été lue.", $"The key {v} means nothing here: it was not read."),
            FindingCode.MissingKey => ($"Il manque la clé {v}.", $"The key {v} is missing."),
            FindingCode.MissingSection => ($"Il manque la section {v} dans ce pack.", $"The section {v} is missing from this pack."),
            FindingCode.SectionTwice => ($"La section {v} est déjà écrite {There(f, true)} ; celle-ci n’a pas été lue.", $"The section {v} is already written {There(f, false)}; this one was not read."),
            FindingCode.EmptyValue => ($"Rien n’est écrit après {v}.", $"Nothing is written after {v}."),
            FindingCode.EmptyList => ("Cette liste est vide : il en faut au moins un.", "This list is empty: at least one is needed."),
            FindingCode.OneKeyOnly => ($"La clé {v} est de trop ici.", $"The key {v} is one too many here."),
            FindingCode.BadValue => f.Value switch
            {
                null => ("Ce n’est pas ce qu’on attend ici.", "This is not what is expected here."),
                "" => ("Rien n’est écrit ici.", "Nothing is written here."),
                _ => ($"{v} n’est pas ce qu’on attend ici.", $"{v} is not what is expected here."),
            },
            FindingCode.OutOfRange => ($"{v} est hors des limites.", $"{v} is out of range."),
            FindingCode.TextTooLong => ($"Texte trop long : {n} caractères, dix mille au plus.", $"Text too long: {n} characters, ten thousand at most."),
            FindingCode.MissingLanguage => ($"Il manque ce texte en {ExpectedText.LanguageName(f.Value, true)}.", $"This text is missing in {ExpectedText.LanguageName(f.Value, false)}."),
            FindingCode.ExtraLanguage => ($"Ce texte est écrit en {ExpectedText.LanguageName(f.Value, true)}, que « pack.languages » n’annonce pas.", $"This text is written in {ExpectedText.LanguageName(f.Value, false)}, which \"pack.languages\" does not announce."),
            FindingCode.TextKey => ($"{v} n’est pas une langue. Un texte qui contient une virgule ou « : » se met entre guillemets.", $"{v} is no language. Put quotes around a text that holds a comma or \": \"."),
            FindingCode.UnknownId => (ExpectedText.Unknown(f.Expected, v, true), ExpectedText.Unknown(f.Expected, v, false)),
            FindingCode.DuplicateId => ($"{ExpectedText.Named(f.Expected, v, true)} est déjà {(ExpectedText.IsFeminine(f.Expected) ? "déclarée" : "déclaré")} {There(f, true)}.", $"{ExpectedText.Named(f.Expected, v, false)} is already declared {There(f, false)}."),
            FindingCode.SelectsNothing => ($"Ce choix ({f.Value}) ne désigne aucun composant.", $"This selector ({f.Value}) chooses no component."),
            FindingCode.NeedOfNothing => ("Ce besoin ne porte sur rien : la liste est vide.", "This is a need on nothing: the list is empty."),
            FindingCode.NeedsItself => ($"{v} a besoin de lui-même.", $"{v} needs itself."),
            FindingCode.FunctionAmongComponents => ("Les fonctions vont dans la section « functions », sans « nature ».", "Functions go into the section \"functions\", without \"nature\"."),
            FindingCode.ActWithoutEvents => ($"L’acte {v} n’a aucun événement.", $"The act {v} has no event."),
            FindingCode.UntilNotAfterAt => ($"L’acte finit ({v}) avant d’avoir duré : « until » doit venir après « at » {There(f, true)}.", $"The act is over ({v}) before it has lasted: \"until\" must come after \"at\" {There(f, false)}."),
            FindingCode.OutOfOrder => ($"{v} vient avant ce qui le précède {There(f, true)} : les heures et les dates s’écrivent dans l’ordre.", $"{v} comes before what stands above it {There(f, false)}: hours and dates are written in order."),
            FindingCode.AfterTheEnd => ($"{v} : l’acte est déjà fini (« until » {There(f, true)}).", $"{v}: the act is already over (\"until\" {There(f, false)})."),
            FindingCode.RealWithoutSource => ($"{v} se dit réel sans citer de source : ajoutez « sources ».", $"{v} says that it is real and names no source: add \"sources\"."),
            FindingCode.InspiredWithoutFact => ($"{v} se dit inspiré de faits réels sans en citer : ajoutez « madeFrom ».", $"{v} says that it is inspired by real facts and names none: add \"madeFrom\"."),
            FindingCode.LeastAboveFull => ($"{v} dépasse « full » : « least » est le nombre au-dessous duquel rien n’est possible.", $"{v} is above \"full\": \"least\" is the number below which nothing is possible."),
            FindingCode.CancelsNothing => ($"La contrainte {v} ne frappe aucun de ces composants : cet effet ne change rien.", $"The constraint {v} strikes none of these components: this effect changes nothing."),
            FindingCode.SeasonAcrossYear => ($"La saison {v} passe par-dessus le premier jour de l’année étudiée : faites commencer l’année (« yearBegins ») hors de toute saison.", $"The season {v} runs across the first day of the year of study: let the year begin (\"yearBegins\") outside every season."),
            FindingCode.PerilStrikesNothing => ($"Le péril {v} ne frappe rien : nommez des événements ou des contraintes qui frappent, ou donnez-lui des « strikes ».", $"The peril {v} strikes nothing: name events or constraints that strike, or give it \"strikes\"."),
            FindingCode.PerilFromMemory => ($"{v} est un souvenir, sans heure : un péril n’amène que des événements des actes.", $"{v} is a memory and has no hour: a peril brings events of acts only."),
            FindingCode.TooManyFindings => ($"Et d’autres encore : seules les {n} premières remarques sont montrées.", $"And more: only the first {n} findings are shown."),
            _ => (f.Code.ToString(), f.Code.ToString()),
        };
        return french ? fr : en;
    }

    /// <summary>Where the other place of a finding is.</summary>
    private static string There(Finding finding, bool french) => finding.Other switch
    {
        null => "",
        { } other when other.File == finding.File => french ? $"ligne {other.Line}" : $"on line {other.Line}",
        { } other => french ? $"dans {Clean(other.File, 100)}, ligne {other.Line}" : $"in {Clean(other.File, 100)}, line {other.Line}",
    };

    private static string Place(Spot at) => at switch
    {
        { File: "" or null } => "",
        { Line: 0 } => Clean(at.File, 200) + ": ",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Clean(at.File, 200)}:{at.Line}:{at.Column}: "),
    };

    private static bool IsFrench(Language language) => language == Language.French;

    /// <summary>Quotes what an author wrote, short enough to read.</summary>
    internal static string Quoted(string value, bool french) => french ? $"« {Clean(value, 60)} »" : $"\"{Clean(value, 60)}\"";

    private static string Grouped(string number, bool french) => long.TryParse(number, CultureInfo.InvariantCulture, out var value)
        ? value.ToString("#,0", french ? CultureInfo.GetCultureInfo("fr-FR") : CultureInfo.InvariantCulture) : number;

    /// <summary>Files come from anywhere: what would move a terminal's cursor or hide text is shown as a dot.</summary>
    internal static string Clean(string value, int most)
    {
        var text = new StringBuilder(Math.Min(value.Length, most) + 1);
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length >= most) return text.Append('…').ToString();
            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            text.Append(hidden ? "·" : rune.ToString());
        }
        return text.ToString();
    }
}
