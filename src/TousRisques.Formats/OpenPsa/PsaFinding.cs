using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>What can be the matter with Open-PSA files. The comment of each tells what <see cref="PsaFinding.Value"/> holds.</summary>
public enum PsaFindingCode
{
    /// <summary>There is no such file, or the system refuses to read it. <see cref="PsaFinding.Fault"/> tells why.</summary>
    FileUnreadable,
    /// <summary>Too many files. Value: how many are allowed.</summary>
    TooManyFiles,
    /// <summary>The files are too large. Value: how many bytes are allowed.</summary>
    TooLarge,
    /// <summary>This is no XML; the rest of the file was not read. <see cref="PsaFinding.Fault"/> tells why.</summary>
    NotXml,
    /// <summary>A document type or an entity: refused, for they can make a small file huge. The rest of the file was not read.</summary>
    DocumentType,
    /// <summary>Too many elements. Value: how many are allowed.</summary>
    TooManyElements,
    /// <summary>The paths of all that is defined are too long together; what comes after was not read. Value: how many characters are allowed.</summary>
    PathsTooLong,
    /// <summary>Too many elements inside one another. Value: how many are allowed.</summary>
    TooDeep,
    /// <summary>The root is another element than <c>opsa-mef</c>. Value: its name.</summary>
    WrongRoot,
    /// <summary>An element that does not belong there. Value: its name.</summary>
    UnknownElement,
    /// <summary>A part of the format that does not bear on fault trees: it was not read. Value: its name.</summary>
    PartIgnored,
    /// <summary>A part of the format that would change the results and is not supported. Value: its name.</summary>
    Unsupported,
    /// <summary>An attribute is missing. Value: its name.</summary>
    MissingAttribute,
    /// <summary>A name that is empty, too long or holds a dot or a blank. Value: the name.</summary>
    BadName,
    /// <summary>A value of the wrong kind. Value: what is written.</summary>
    BadValue,
    /// <summary>A number outside its range. Value: the number.</summary>
    OutOfRange,
    /// <summary>The number of inputs does not suit the connective. Value: the connective.</summary>
    WrongArity,
    /// <summary>A gate without a formula, or something with two. Value: its name.</summary>
    OneExpected,
    /// <summary>Defined twice in the same place. Value: the name; Other: the first.</summary>
    Duplicate,
    /// <summary>Nothing has that name. Value: the name.</summary>
    Undefined,
    /// <summary>Several things have that name, none of them nearer than the others: a path tells them apart. Value: the name; Other: one of them.</summary>
    Ambiguous,
    /// <summary>That name is of another kind of thing. Value: the name; Other: where it is defined.</summary>
    WrongKind,
    /// <summary>Gates, or parameters, that need one another in a circle. Value: the circle.</summary>
    Circle,
    /// <summary>There is no gate in these files.</summary>
    NoGate,
    /// <summary>And more findings. Value: how many are shown.</summary>
    TooManyFindings,
}

/// <summary>Something to say about Open-PSA files. Data only: <see cref="PsaFindingText"/> puts it into words.</summary>
public sealed record PsaFinding
{
    /// <summary>Error or warning.</summary>
    public required Severity Severity { get; init; }
    /// <summary>What is the matter.</summary>
    public required PsaFindingCode Code { get; init; }
    /// <summary>Where.</summary>
    public required Spot At { get; init; }
    /// <summary>Why a file cannot be read or is no XML.</summary>
    public PsaFault Fault { get; init; }
    /// <summary>The offending value or name, as written; null when there is none.</summary>
    public string? Value { get; init; }
    /// <summary>What was expected there, in the format's own words and figures; null when the code says it all.</summary>
    public string? Expected { get; init; }
    /// <summary>The known name that looks most like <see cref="Value"/>; null when none does.</summary>
    public string? Nearest { get; init; }
    /// <summary>Another place that matters.</summary>
    public Spot? Other { get; init; }
}
