using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Journal.Exchange;

namespace TousRisques.Journal.Verification;

/// <summary>What a check found, in sentences.</summary>
public static class VerifyWords
{
    /// <summary>The whole answer, a line each.</summary>
    public static IEnumerable<string> Say(string path, VerifyReport report, Language language)
    {
        var (streams, records) = (Number(report.Streams, language), Number(report.Records, language));
        if (report.IsWhole)
        {
            yield return Text.Of(
                $"{path} : intact. {records} événements dans {streams} flux, chaque empreinte vérifiée.",
                $"{path}: whole. {records} events in {streams} streams, every hash checked.").In(language);
            yield break;
        }
        yield return Text.Of(
            $"{path} : ENDOMMAGÉ. {records} événements lus dans {streams} flux ; anomalies : {Number(report.Total, language)}.",
            $"{path}: DAMAGED. {records} events read in {streams} streams; faults: {Number(report.Total, language)}.").In(language);
        yield return Text.Of($"Première anomalie : {Say(report.Damages[0], language)}", $"First fault: {Say(report.Damages[0], language)}").In(language);
        foreach (var damage in report.Damages.Skip(1)) yield return "- " + Say(damage, language);
        if (report.Total > report.Damages.Length)
            yield return Text.Of($"… et {Number(report.Total - report.Damages.Length, language)} autres.", $"… and {Number(report.Total - report.Damages.Length, language)} more.").In(language);
    }

    /// <summary>One damage.</summary>
    public static string Say(Damage damage, Language language)
    {
        var where = Where(damage).In(language);
        var what = What(damage).In(language);
        var colon = language == Language.French ? " : " : ": ";
        return where + colon + what + (damage.Detail.Length == 0 ? "" : $" ({damage.Detail})");
    }

    /// <summary>Why a portable file is not taken in.</summary>
    public static string Say(string path, DamagedFileException e, Language language) =>
        Text.Of($"{path}, ligne {Number(e.Line, language)} : {What(e.Flaw).In(language)}", $"{path}, line {Number(e.Line, language)}: {What(e.Flaw).In(language)}").In(language);

    private static Text Where(Damage d)
    {
        var number = d.Version.ToString(CultureInfo.InvariantCulture);
        var place = d.Place.ToString(CultureInfo.InvariantCulture);
        var (range, last) = (d.Count > 1, (d.Version + d.Count - 1).ToString(CultureInfo.InvariantCulture));
        if (d.Stream.Length > 0 && d.Place > 0 && !range) return Text.Of($"{d.Stream}, événement {number} (position {place})", $"{d.Stream}, event {number} (position {place})");
        if (d.Stream.Length > 0 && !range) return Text.Of($"{d.Stream}, événement {number}", $"{d.Stream}, event {number}");
        if (d.Stream.Length > 0) return Text.Of($"{d.Stream}, événements {number} à {last}", $"{d.Stream}, events {number} to {last}");
        if (d.Place > 0 && !range) return Text.Of($"position {place}", $"position {place}");
        if (d.Place > 0) return Text.Of($"{d.Count} positions à partir de {place}", $"{d.Count} positions from {place} on");
        return Text.Of("le fichier", "the file");
    }

    private static Text What(Damage d) => d.Flaw switch
    {
        ChainFlaw.MissingRecord when d.Count > 1 => Text.Of("manquants.", "missing."),
        ChainFlaw.MissingRecord => Text.Of("manquant.", "missing."),
        ChainFlaw.WrongPrevious => Text.Of("ne suit pas l'événement précédent.", "does not follow the event before it."),
        ChainFlaw.WrongHash => Text.Of("son contenu n'est plus celui qui a été enregistré.", "its content is not what was recorded."),
        ChainFlaw.OutOfOrder => Text.Of("n'est pas à sa place, ou figure deux fois.", "is not in its place, or there twice."),
        ChainFlaw.WrongHead => Text.Of("l'en-tête du flux ne correspond pas à son dernier événement.", "the head of the stream does not agree with its last event."),
        ChainFlaw.MissingHead => Text.Of("le flux n'a plus d'en-tête.", "the stream has lost its head."),
        ChainFlaw.MissingPosition => Text.Of("des événements ont été retirés.", "events were taken out."),
        ChainFlaw.Unreadable => Text.Of("illisible.", "unreadable."),
        ChainFlaw.Unknown => Text.Of("intact, mais cette version ne le comprend pas.", "whole, but this version does not understand it."),
        _ => Text.Of("sa structure est abîmée.", "its structure is damaged."),
    };

    private static Text What(FileFlaw flaw) => flaw switch
    {
        FileFlaw.NotThisFormat => Text.Of("ce n'est pas un atelier exporté par Tous Risques.", "this is no workshop exported by Tous Risques."),
        FileFlaw.NewerFormat => Text.Of("écrit par une version plus récente. Mettez ce programme à jour.", "written by a newer version. Update this program."),
        FileFlaw.LineTooLong => Text.Of("la ligne est trop longue.", "the line is too long."),
        FileFlaw.FileTooLong => Text.Of("le fichier est trop gros.", "the file is too large."),
        FileFlaw.NotARecord => Text.Of("ce n'est pas un événement.", "this is no event."),
        FileFlaw.OutOfOrder => Text.Of("des lignes manquent ou ont été déplacées.", "lines are missing or were moved."),
        FileFlaw.Changed => Text.Of("le contenu n'est plus celui qui a été enregistré.", "the content is not what was recorded."),
        FileFlaw.CutShort => Text.Of("le fichier s'arrête trop tôt.", "the file ends too early."),
        FileFlaw.TooMuch => Text.Of("il y a des lignes en trop.", "there are lines too many."),
        FileFlaw.Unknown => Text.Of("intact, mais cette version ne le comprend pas.", "whole, but this version does not understand it."),
        _ => Text.Of("le scénario joint n'est pas celui de l'atelier, ou il manque.", "the scenario in it is not the workshop's, or is missing."),
    };

    private static string Number(long number, Language language) =>
        number.ToString("N0", language == Language.French ? French : CultureInfo.InvariantCulture);

    private static readonly NumberFormatInfo French = new() { NumberGroupSeparator = "\u202f", NumberDecimalDigits = 0 };
}
