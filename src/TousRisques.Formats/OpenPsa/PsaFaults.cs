using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TousRisques.Formats.OpenPsa;

/// <summary>
/// What the platform's parser says, as data: it gives a sentence in English and nothing else to tell one fault from another. What is not known here is
/// <see cref="PsaFault.Other"/>, so that a sentence that a later version changes is told less exactly, and never in English to who reads French.
/// </summary>
internal static partial class PsaFaults
{
    private static readonly (Regex Sentence, PsaFault Fault)[] Known =
    [
        (Mismatch(), PsaFault.Mismatch), (LoneEnd(), PsaFault.LoneEnd), (NotClosed(), PsaFault.CutShort), (CutShort(), PsaFault.CutShort), (NoRoot(), PsaFault.NoRoot), (BesideRoot(), PsaFault.BesideRoot),
        (BadName(), PsaFault.Character), (BadCharacter(), PsaFault.Character), (Surrogate(), PsaFault.Encoding), (Encoding(), PsaFault.Encoding), (OtherEncoding(), PsaFault.UnknownEncoding),
        (Declaration(), PsaFault.Declaration), (Twice(), PsaFault.Attribute), (Undeclared(), PsaFault.Prefix), (Reserved(), PsaFault.Prefix), (Entity(), PsaFault.Entity),
        (CharacterReference(), PsaFault.CharacterReference), (Token(), PsaFault.Token), (Signs(), PsaFault.Signs), (Comment(), PsaFault.Signs),
    ];

    /// <summary>What a sentence of the parser is about, and the two names or figures that belong to it.</summary>
    public static (PsaFault Fault, string? Value, string? Expected) Of(string sentence)
    {
        foreach (var (known, fault) in Known)
            if (known.Match(sentence) is { Success: true } match) return (fault, Letter(match) ?? Group(match, "v"), Group(match, "x"));
        return (PsaFault.Other, null, null);

        // What cannot be seen is told by its number.
        static string? Letter(Match match) =>
            Group(match, "h") is { } hexadecimal && int.TryParse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            && (!Rune.IsValid(code) || Rune.GetUnicodeCategory(new Rune(code)) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
                ? $"U+{code:X4}" : null;

        static string? Group(Match match, string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;
    }

    /// <summary>Why the system does not give a file.</summary>
    public static PsaFault Of(Exception refusal) => refusal switch
    {
        FileNotFoundException or DirectoryNotFoundException => PsaFault.NotFound,
        UnauthorizedAccessException => PsaFault.NoAccess,
        _ => PsaFault.Other,
    };

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.Singleline;

    [GeneratedRegex("^The '(?<v>.*)' start tag on line (?<x>[0-9]+) position [0-9]+ does not match", Plain)]
    private static partial Regex Mismatch();

    [GeneratedRegex("^Unexpected end tag", Plain)]
    private static partial Regex LoneEnd();

    [GeneratedRegex("^Unexpected end of file has occurred. The following elements are not closed: (?<v>.*?)\\.( Line [0-9]+, position [0-9]+\\.)?$", Plain)]
    private static partial Regex NotClosed();

    [GeneratedRegex("^(Unexpected end of file|There is an unclosed literal string)", Plain)]
    private static partial Regex CutShort();

    [GeneratedRegex("^Root element is missing", Plain)]
    private static partial Regex NoRoot();

    [GeneratedRegex("^(There are multiple root elements|Data at the root level is invalid)", Plain)]
    private static partial Regex BesideRoot();

    [GeneratedRegex("^(Name cannot begin with the|The) '(?<v>.*)' character, hexadecimal value 0x(?<h>[0-9A-Fa-f]+)", Plain)]
    private static partial Regex BadName();

    [GeneratedRegex("^'(?<v>.*)', hexadecimal value 0x(?<h>[0-9A-Fa-f]+), is an invalid", Plain)]
    private static partial Regex BadCharacter();

    [GeneratedRegex("surrogate", Plain | RegexOptions.IgnoreCase)]
    private static partial Regex Surrogate();

    [GeneratedRegex("^Invalid character in the given encoding", Plain)]
    private static partial Regex Encoding();

    [GeneratedRegex("^(System does not support '(?<v>.*)' encoding|There is no Unicode byte order mark|'(?<v>.*)' is not a supported encoding)", Plain)]
    private static partial Regex OtherEncoding();

    [GeneratedRegex("^(Unexpected XML declaration|Syntax for an XML declaration|Version number|'xml' is an invalid name for processing)", Plain)]
    private static partial Regex Declaration();

    [GeneratedRegex("^'(?<v>.*)' is a duplicate attribute name", Plain)]
    private static partial Regex Twice();

    [GeneratedRegex("^'(?<v>.*)' is an undeclared prefix", Plain)]
    private static partial Regex Undeclared();

    [GeneratedRegex("^(Prefix [\"'](?<v>.*)[\"'] |Invalid namespace declaration)", Plain)]
    private static partial Regex Reserved();

    [GeneratedRegex("^(Reference to undeclared (parameter )?entity '(?<v>.*)'|An error occurred while parsing EntityName)", Plain)]
    private static partial Regex Entity();

    [GeneratedRegex("^Invalid (value of a character entity|syntax for a (hexadecimal|decimal) numeric entity)", Plain)]
    private static partial Regex CharacterReference();

    [GeneratedRegex("^'(?<v>.*)' is an unexpected token\\. (Expecting white ?space|The expected token is '(?<x>.*?)'( or '.*')?\\.)", Plain)]
    private static partial Regex Token();

    [GeneratedRegex("^'(?<v>\\]\\]>)' is not allowed", Plain)]
    private static partial Regex Signs();

    [GeneratedRegex("^An XML comment cannot contain '(?<v>--)'", Plain)]
    private static partial Regex Comment();
}
