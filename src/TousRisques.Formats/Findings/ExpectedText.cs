using System.Globalization;

namespace TousRisques.Formats.Findings;

/// <summary>Puts what was expected into words.</summary>
internal static class ExpectedText
{
    public static string French(Expected expected) => expected switch
    {
        Expected.Mapping => "des clés avec leurs valeurs, « clé: valeur »",
        Expected.Sequence => "une liste, avec un tiret par élément ou entre crochets",
        Expected.Values e => $"une liste de {e.Count} valeurs",
        Expected.SingleValue => "un texte ou un nombre, seul",
        Expected.Words => "un texte, ou un texte par langue, { fr: …, en: … }",
        Expected.Identifier => "des lettres minuscules sans accent, des chiffres et des traits d’union, 64 au plus",
        Expected.OneOf e => "un mot parmi " + string.Join(", ", e.Choices),
        Expected.OneKeyOf { Keys: [var key], OrName: null } => "la clé " + key,
        Expected.OneKeyOf e => (e.OrName is { } name ? $"le nom d’un {Noun(name).French}, ou " : "") + "une seule clé parmi " + string.Join(", ", e.Keys),
        Expected.Number e when e.Least.Equals(e.Most) => Plain(e.Least),
        Expected.Number e => (e.Whole ? "un nombre entier" : "un nombre, avec un point décimal,") + $" de {Plain(e.Least)} à {Plain(e.Most)}",
        Expected.Duration { Least.Ticks: > TimeSpan.TicksPerMinute } e => $"une durée d’au moins {Durations.Write(e.Least)}, comme « 20 h », « 3 d » (jours), « 2 w » (semaines), dix ans au plus",
        Expected.Duration { Least.Ticks: > 0 } => "une durée plus longue que zéro, comme « 20 min », « 1 h 30 min », « 3 d » (jours), « 2 w » (semaines), dix ans au plus",
        Expected.Duration => "une durée comme « 20 min », « 1 h 30 min », « 3 d » (jours), « 2 w » (semaines) ou « 0 », dix ans au plus",
        Expected.Spell => "une durée plus longue que zéro, ou deux dans l’ordre, comme « 6 h » ou « 6 h..12 h »",
        Expected.Date => "une date comme 2018-01-22, 2003-08, 2003 ou 2018-01-31/2018-02-01",
        Expected.Instant => "une date avec l’heure et le décalage, comme 2018-08-27T00:00:00+02:00",
        Expected.Url => "une adresse qui commence par https:// ou http://",
        Expected.DayOfYear => "un mois et un jour, comme « 09-01 »",
        Expected.Season => "deux jours de l’année, comme « 12-01..03-31 »",
        Expected.TimeZone => "un fuseau horaire, comme Europe/Paris",
        Expected.Truth => "true (oui) ou false (non)",
        Expected.LanguageCode => "un code de langue de deux lettres, comme fr",
        Expected.Point => "[longitude, latitude], en degrés",
        Expected.Points e => $"une liste d’au moins {e.Least} points [longitude, latitude]",
        Expected.HazardCode => "deux lettres majuscules et quatre chiffres, comme MH0604",
        Expected.Known e => $"{(Noun(e.Thing).Feminine ? "une" : "un")} {Noun(e.Thing).French} de ce pack",
        _ => "",
    };

    public static string English(Expected expected) => expected switch
    {
        Expected.Mapping => "keys with their values, \"key: value\"",
        Expected.Sequence => "a list, with a dash before each item or in brackets",
        Expected.Values e => $"a list of {e.Count} values",
        Expected.SingleValue => "a single text or number",
        Expected.Words => "a text, or a text for each language, { fr: …, en: … }",
        Expected.Identifier => "lower-case letters without accents, digits and hyphens, 64 at most",
        Expected.OneOf e => "one of " + string.Join(", ", e.Choices),
        Expected.OneKeyOf { Keys: [var key], OrName: null } => "the key " + key,
        Expected.OneKeyOf e => (e.OrName is { } name ? $"the name of a {Noun(name).English}, or " : "") + "a single key of " + string.Join(", ", e.Keys),
        Expected.Number e when e.Least.Equals(e.Most) => Plain(e.Least),
        Expected.Number e => (e.Whole ? "a whole number" : "a number") + $" from {Plain(e.Least)} to {Plain(e.Most)}",
        Expected.Duration { Least.Ticks: > TimeSpan.TicksPerMinute } e => $"a duration of at least {Durations.Write(e.Least)}, such as \"20 h\", \"3 d\", \"2 w\", ten years at most",
        Expected.Duration { Least.Ticks: > 0 } => "a duration longer than nothing, such as \"20 min\", \"1 h 30 min\", \"3 d\", \"2 w\", ten years at most",
        Expected.Duration => "a duration such as \"20 min\", \"1 h 30 min\", \"3 d\", \"2 w\" or \"0\", ten years at most",
        Expected.Spell => "a duration longer than nothing, or two in order, such as \"6 h\" or \"6 h..12 h\"",
        Expected.Date => "a date such as 2018-01-22, 2003-08, 2003 or 2018-01-31/2018-02-01",
        Expected.Instant => "a date with its hour and offset, such as 2018-08-27T00:00:00+02:00",
        Expected.Url => "an address that begins with https:// or http://",
        Expected.DayOfYear => "a month and a day, such as \"09-01\"",
        Expected.Season => "two days of the year, such as \"12-01..03-31\"",
        Expected.TimeZone => "a time zone, such as Europe/Paris",
        Expected.Truth => "true or false",
        Expected.LanguageCode => "a two-letter language code, such as fr",
        Expected.Point => "[longitude, latitude], in degrees",
        Expected.Points e => $"a list of at least {e.Least} points [longitude, latitude]",
        Expected.HazardCode => "two capital letters and four digits, such as MH0604",
        Expected.Known e => $"{("aeiou".Contains(Noun(e.Thing).English[0], StringComparison.Ordinal) ? "an" : "a")} {Noun(e.Thing).English} of this pack",
        _ => "",
    };

    /// <summary>"Composant inconnu : « x »."</summary>
    public static string Unknown(Expected? expected, string quoted, bool french)
    {
        var noun = Noun(expected);
        return french ? $"{Capital(noun.French)} {(noun.Feminine ? "inconnue" : "inconnu")} : {quoted}." : $"Unknown {noun.English}: {quoted}.";
    }

    /// <summary>"Le composant « x »".</summary>
    public static string Named(Expected? expected, string quoted, bool french)
    {
        var noun = Noun(expected);
        return french ? $"{Article(noun.French, noun.Feminine)}{noun.French} {quoted}" : $"The {noun.English} {quoted}";
    }

    public static bool IsFeminine(Expected? expected) => Noun(expected).Feminine;

    public static string LanguageName(string? code, bool french) => (code, french) switch
    {
        ("fr", true) => "français",
        ("fr", false) => "French",
        ("en", true) => "anglais",
        ("en", false) => "English",
        (_, true) => $"« {code} »",
        _ => $"\"{code}\"",
    };

    private static (string French, bool Feminine, string English) Noun(Expected? expected) =>
        expected is Expected.Known known ? Noun(known.Thing) : ("nom", false, "name");

    private static (string French, bool Feminine, string English) Noun(Thing thing) => thing switch
    {
        Thing.Component => ("composant", false, "component"),
        Thing.Place => ("lieu", false, "place"),
        Thing.Zone => ("zone", true, "zone"),
        Thing.Tag => ("mot-clé", false, "tag"),
        Thing.Hazard => ("aléa", false, "hazard"),
        Thing.Source => ("source", true, "source"),
        Thing.Act => ("acte", false, "act"),
        Thing.Event => ("événement", false, "event"),
        Thing.Constraint => ("contrainte", true, "constraint"),
        Thing.Character => ("personnage", false, "character"),
        Thing.Stake => ("enjeu", false, "stake"),
        Thing.Stakeholder => ("partie prenante", true, "stakeholder"),
        Thing.Action => ("action", true, "action"),
        Thing.Channel => ("canal", false, "channel"),
        Thing.Peril => ("péril", false, "peril"),
        _ => ("nom", false, "name"),
    };

    private static string Article(string noun, bool feminine) => "aeéiou".Contains(noun[0], StringComparison.Ordinal) ? "L’" : feminine ? "La " : "Le ";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Plain(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
