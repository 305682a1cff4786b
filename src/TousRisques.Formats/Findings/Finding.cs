namespace TousRisques.Formats.Findings;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The document cannot be used until this is mended.</summary>
    Error,
    /// <summary>The document can be used, but something in it is probably not what its author meant.</summary>
    Warning,
}

/// <summary>A place in a file.</summary>
/// <param name="File">Its name inside the pack, without a path.</param>
/// <param name="Line">From 1; 0 when the finding is about the whole file or folder.</param>
/// <param name="Column">From 1, in UTF-16 code units; 0 when the finding is about the whole line or file.</param>
public readonly record struct Spot(string File, int Line, int Column)
{
    /// <summary>A whole file.</summary>
    public static Spot Whole(string file) => new(file, 0, 0);
}

/// <summary>Something a reader has to say about a document. Data only: <see cref="FindingText"/> puts it into words.</summary>
public sealed record Finding
{
    /// <summary>Error or warning.</summary>
    public required Severity Severity { get; init; }
    /// <summary>What is the matter.</summary>
    public required FindingCode Code { get; init; }
    /// <summary>Where.</summary>
    public required Spot At { get; init; }
    /// <summary>File name inside the pack.</summary>
    public string File => At.File;
    /// <summary>Line, from 1; 0 for the whole file.</summary>
    public int Line => At.Line;
    /// <summary>Column, from 1; 0 for the whole line or file.</summary>
    public int Column => At.Column;
    /// <summary>The offending value, key or name, as written; null when there is none.</summary>
    public string? Value { get; init; }
    /// <summary>What was expected there; null when the code says it all.</summary>
    public Expected? Expected { get; init; }
    /// <summary>The known name that looks most like <see cref="Value"/>; null when none looks like it.</summary>
    public string? Nearest { get; init; }
    /// <summary>The other place of a thing that is in two places.</summary>
    public Spot? Other { get; init; }
    /// <summary>A detail in words of someone else (a parser, the system), in English; null when there is none.</summary>
    public string? Detail { get; init; }
}
