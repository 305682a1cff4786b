using System.Collections.Frozen;

namespace TousRisques.Formats.XlsForms;

/// <summary>What a row of a survey is [XLSFORM, Question types].</summary>
public enum FormKind
{
    /// <summary>A row without a type: a comment of its author.</summary>
    None,
    /// <summary>A type that we do not know; kept as written.</summary>
    Unknown,
    /// <summary>A free text.</summary>
    Text,
    /// <summary>A whole number.</summary>
    WholeNumber,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number between two bounds, in steps: also ratings.</summary>
    Range,
    /// <summary>One choice of a list.</summary>
    SelectOne,
    /// <summary>Several choices of a list.</summary>
    SelectMultiple,
    /// <summary>One choice of a list in a file apart.</summary>
    SelectOneFromFile,
    /// <summary>Several choices of a list in a file apart.</summary>
    SelectMultipleFromFile,
    /// <summary>One choice of a list in the sheet <c>external_choices</c>.</summary>
    SelectOneExternal,
    /// <summary>A list put in order.</summary>
    Rank,
    /// <summary>A text to read; nothing to answer.</summary>
    Note,
    /// <summary>A day.</summary>
    Date,
    /// <summary>An hour.</summary>
    Time,
    /// <summary>A day and an hour.</summary>
    DateTime,
    /// <summary>A place.</summary>
    Geopoint,
    /// <summary>A line on the map.</summary>
    Geotrace,
    /// <summary>An area on the map.</summary>
    Geoshape,
    /// <summary>A picture.</summary>
    Image,
    /// <summary>A sound.</summary>
    Audio,
    /// <summary>A film.</summary>
    Video,
    /// <summary>Any file.</summary>
    File,
    /// <summary>A barcode.</summary>
    Barcode,
    /// <summary>Something to confirm.</summary>
    Acknowledge,
    /// <summary>A value computed from others.</summary>
    Calculate,
    /// <summary>A value that nobody sees.</summary>
    Hidden,
    /// <summary>Data in an XML file apart.</summary>
    XmlExternal,
    /// <summary>Data in a CSV file apart.</summary>
    CsvExternal,
    /// <summary>When the form was opened.</summary>
    Start,
    /// <summary>When the form was finished.</summary>
    End,
    /// <summary>The day the form was opened.</summary>
    Today,
    /// <summary>The device.</summary>
    DeviceId,
    /// <summary>The subscriber of the telephone line.</summary>
    SubscriberId,
    /// <summary>The SIM card.</summary>
    SimSerial,
    /// <summary>The telephone number.</summary>
    PhoneNumber,
    /// <summary>Who is set up on the device.</summary>
    Username,
    /// <summary>The address set up on the device.</summary>
    Email,
    /// <summary>A log of how the form was filled in.</summary>
    Audit,
    /// <summary>The place when the form was opened.</summary>
    StartGeopoint,
    /// <summary>The place whenever another question changes.</summary>
    BackgroundGeopoint,
    /// <summary>A sound recorded while the form is filled in.</summary>
    BackgroundAudio,
    /// <summary>Questions together: begins.</summary>
    BeginGroup,
    /// <summary>Questions together: ends.</summary>
    EndGroup,
    /// <summary>Questions asked again and again: begins.</summary>
    BeginRepeat,
    /// <summary>Questions asked again and again: ends.</summary>
    EndRepeat,
}

/// <summary>What is true of a kind of row.</summary>
public static class FormKinds
{
    /// <summary>The types as the specification spells them.</summary>
    internal static readonly FrozenDictionary<FormKind, string> Spelling = new Dictionary<FormKind, string>
    {
        [FormKind.Text] = "text",
        [FormKind.WholeNumber] = "integer",
        [FormKind.Number] = "decimal",
        [FormKind.Range] = "range",
        [FormKind.SelectOne] = "select_one",
        [FormKind.SelectMultiple] = "select_multiple",
        [FormKind.SelectOneFromFile] = "select_one_from_file",
        [FormKind.SelectMultipleFromFile] = "select_multiple_from_file",
        [FormKind.SelectOneExternal] = "select_one_external",
        [FormKind.Rank] = "rank",
        [FormKind.Note] = "note",
        [FormKind.Date] = "date",
        [FormKind.Time] = "time",
        [FormKind.DateTime] = "dateTime",
        [FormKind.Geopoint] = "geopoint",
        [FormKind.Geotrace] = "geotrace",
        [FormKind.Geoshape] = "geoshape",
        [FormKind.Image] = "image",
        [FormKind.Audio] = "audio",
        [FormKind.Video] = "video",
        [FormKind.File] = "file",
        [FormKind.Barcode] = "barcode",
        [FormKind.Acknowledge] = "acknowledge",
        [FormKind.Calculate] = "calculate",
        [FormKind.Hidden] = "hidden",
        [FormKind.XmlExternal] = "xml-external",
        [FormKind.CsvExternal] = "csv-external",
        [FormKind.Start] = "start",
        [FormKind.End] = "end",
        [FormKind.Today] = "today",
        [FormKind.DeviceId] = "deviceid",
        [FormKind.SubscriberId] = "subscriberid",
        [FormKind.SimSerial] = "simserial",
        [FormKind.PhoneNumber] = "phonenumber",
        [FormKind.Username] = "username",
        [FormKind.Email] = "email",
        [FormKind.Audit] = "audit",
        [FormKind.StartGeopoint] = "start-geopoint",
        [FormKind.BackgroundGeopoint] = "background-geopoint",
        [FormKind.BackgroundAudio] = "background-audio",
        [FormKind.BeginGroup] = "begin_group",
        [FormKind.EndGroup] = "end_group",
        [FormKind.BeginRepeat] = "begin_repeat",
        [FormKind.EndRepeat] = "end_repeat",
    }.ToFrozenDictionary();

    /// <summary>Other spellings that the specification's reference table or long use allow.</summary>
    internal static readonly FrozenDictionary<string, FormKind> Others = new Dictionary<string, FormKind>
    {
        ["string"] = FormKind.Text,
        ["int"] = FormKind.WholeNumber,
        ["datetime"] = FormKind.DateTime,
        ["location"] = FormKind.Geopoint,
        ["gps"] = FormKind.Geopoint,
        ["photo"] = FormKind.Image,
        ["trigger"] = FormKind.Acknowledge,
        ["imei"] = FormKind.DeviceId,
        ["phone_number"] = FormKind.PhoneNumber,
        ["begin group"] = FormKind.BeginGroup,
        ["end group"] = FormKind.EndGroup,
        ["begin repeat"] = FormKind.BeginRepeat,
        ["end repeat"] = FormKind.EndRepeat,
    }.ToFrozenDictionary();

    /// <summary>Ways to ask for a choice, longest first, each followed by a list or a file.</summary>
    internal static readonly (string Command, FormKind Kind)[] Commands =
    [
        ("select_multiple_from_file", FormKind.SelectMultipleFromFile), ("select multiple from file", FormKind.SelectMultipleFromFile),
        ("select_one_from_file", FormKind.SelectOneFromFile), ("select one from file", FormKind.SelectOneFromFile),
        ("select all that apply from", FormKind.SelectMultiple), ("select all that apply", FormKind.SelectMultiple),
        ("select_one_external", FormKind.SelectOneExternal), ("select_multiple", FormKind.SelectMultiple), ("select multiple", FormKind.SelectMultiple),
        ("select one from", FormKind.SelectOne), ("select_one", FormKind.SelectOne), ("select one", FormKind.SelectOne), ("select1", FormKind.SelectOne), ("rank", FormKind.Rank),
    ];

    /// <summary>Whether its answers are taken from a list of the sheet <c>choices</c>.</summary>
    public static bool HasChoices(this FormKind kind) => kind is FormKind.SelectOne or FormKind.SelectMultiple or FormKind.Rank;

    /// <summary>Whether its answers are taken from a file apart.</summary>
    public static bool IsFromFile(this FormKind kind) => kind is FormKind.SelectOneFromFile or FormKind.SelectMultipleFromFile;

    /// <summary>Whether an answer may hold several choices, separated by blanks.</summary>
    public static bool HoldsSeveral(this FormKind kind) => kind is FormKind.SelectMultiple or FormKind.SelectMultipleFromFile or FormKind.Rank;

    /// <summary>Whether the device fills it in by itself.</summary>
    public static bool IsMetadata(this FormKind kind) => kind is >= FormKind.Start and <= FormKind.BackgroundAudio;

    /// <summary>Whether it opens a group or a repeat.</summary>
    public static bool Begins(this FormKind kind) => kind is FormKind.BeginGroup or FormKind.BeginRepeat;

    /// <summary>Whether it closes a group or a repeat.</summary>
    public static bool Ends(this FormKind kind) => kind is FormKind.EndGroup or FormKind.EndRepeat;

    /// <summary>Whether people see it, so that it needs a label.</summary>
    public static bool IsAsked(this FormKind kind) => kind is >= FormKind.Text and <= FormKind.Acknowledge;

    /// <summary>Whether it carries an answer.</summary>
    public static bool Holds(this FormKind kind) => kind is not (FormKind.None or FormKind.Unknown or FormKind.Note or FormKind.XmlExternal or FormKind.CsvExternal) && !kind.Begins() && !kind.Ends();
}

/// <summary>The type of a row: what it is, and where its choices are.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="List">The list or file of its choices; empty when there is none.</param>
/// <param name="OrOther">Whether people may answer something else.</param>
public readonly record struct FormType(FormKind Kind, string List = "", bool OrOther = false)
{
    private static readonly FrozenDictionary<string, FormKind> Exact =
        FormKinds.Spelling.Select(p => (p.Value, p.Key)).Concat(FormKinds.Others.Select(p => (p.Key, p.Value))).ToFrozenDictionary(p => p.Item1, p => p.Item2);

    private static readonly FrozenDictionary<string, FormKind> Folded = Exact.DistinctBy(p => p.Key.ToUpperInvariant()).ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Types without a list, as they are spelled, for suggestions.</summary>
    internal static IEnumerable<string> Known => FormKinds.Spelling.Values;

    /// <summary>A type as written in a cell.</summary>
    public static FormType Parse(string text) => Parse(text, out _);

    /// <summary>A type as written in a cell.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="isExact">Whether it is spelled as the specification has it, capitals included.</param>
    public static FormType Parse(string text, out bool isExact)
    {
        ArgumentNullException.ThrowIfNull(text);
        isExact = true;
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return default;
        if (Exact.TryGetValue(words, out var kind)) return new(kind);
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            isExact = comparison == StringComparison.Ordinal;
            foreach (var (command, asked) in FormKinds.Commands)
            {
                if (!words.StartsWith(command, comparison) || (words.Length > command.Length && words[command.Length] != ' ')) continue;
                var list = words[command.Length..].Trim();
                foreach (var other in (string[])["or_other", "or specify other", "or other"])
                {
                    if (list.Equals(other, comparison)) return new(asked, "", true);
                    if (list.EndsWith(" " + other, comparison)) return new(asked, list[..^(other.Length + 1)].Trim(), true);
                }
                return new(asked, list);
            }
        }
        return Folded.TryGetValue(words, out kind) || Folded.TryGetValue(words.Replace(' ', '_'), out kind) ? new(kind) : new(FormKind.Unknown);
    }

    /// <summary>As the specification spells it; empty for none and for unknown ones.</summary>
    public override string ToString() => FormKinds.Spelling.GetValueOrDefault(Kind, "") + (List.Length > 0 ? " " + List : "") + (OrOther ? " or_other" : "");
}
