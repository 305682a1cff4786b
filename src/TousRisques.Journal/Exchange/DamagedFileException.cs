namespace TousRisques.Journal.Exchange;

/// <summary>What is wrong with a portable file.</summary>
public enum FileFlaw
{
    /// <summary>It is no portable workshop.</summary>
    NotThisFormat,
    /// <summary>A newer version of the product wrote it.</summary>
    NewerFormat,
    /// <summary>A line passes the limit.</summary>
    LineTooLong,
    /// <summary>The file passes the limit.</summary>
    FileTooLong,
    /// <summary>A line is no record.</summary>
    NotARecord,
    /// <summary>A record is missing before this line, or lines were exchanged.</summary>
    OutOfOrder,
    /// <summary>The content of the line is not what was hashed.</summary>
    Changed,
    /// <summary>The file ends too early.</summary>
    CutShort,
    /// <summary>Lines follow after the end.</summary>
    TooMuch,
    /// <summary>The record is whole but says nothing that this version understands.</summary>
    Unknown,
    /// <summary>The pack in it is not the one that the workshop plays, or is missing here and there.</summary>
    WrongPack,
}

/// <summary>A portable file that is not taken in: damaged, foreign or newer. Nothing was stored.</summary>
/// <param name="line">The first line that is wrong, from 1.</param>
/// <param name="flaw">What is wrong with it.</param>
public sealed class DamagedFileException(long line, FileFlaw flaw) : Exception($"Line {line}: {flaw}.")
{
    /// <summary>The first line that is wrong, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>What is wrong with it.</summary>
    public FileFlaw Flaw { get; } = flaw;
}
