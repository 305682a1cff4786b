namespace TousRisques.Journal;

/// <summary>What is wrong with a store, so that the edge can say it in the reader's language.</summary>
public enum JournalTrouble
{
    /// <summary>The disk, or the room given to the journal, is full.</summary>
    DiskFull,
    /// <summary>The file or its folder cannot be written to.</summary>
    ReadOnly,
    /// <summary>Another server is using the same folder.</summary>
    InUse,
    /// <summary>The file is damaged.</summary>
    Damaged,
    /// <summary>The file is something else than a journal.</summary>
    NotAJournal,
    /// <summary>A newer version of the product wrote it.</summary>
    Newer,
    /// <summary>It cannot be opened at all.</summary>
    CannotOpen,
    /// <summary>It was closed.</summary>
    Closed,
    /// <summary>Anything else that reading or writing can meet.</summary>
    Failed,
}

/// <summary>The store failed. What was being appended may or may not be there: read again before going on.</summary>
public class JournalException : Exception
{
    /// <summary>A store that failed.</summary>
    /// <param name="trouble">What is wrong.</param>
    /// <param name="place">The file or address of the store.</param>
    /// <param name="inner">What the store's library said, or null.</param>
    /// <param name="detail">More for the log, or null.</param>
    public JournalException(JournalTrouble trouble, string place, Exception? inner = null, string? detail = null)
        : base(JournalTroubleWords.Say(trouble, place, Domain.Words.Language.English) + (detail is null ? "" : $" ({detail})"), inner) =>
        (Trouble, Place) = (trouble, place);

    /// <summary>What is wrong.</summary>
    public JournalTrouble Trouble { get; }

    /// <summary>The file or address of the store.</summary>
    public string Place { get; }
}

/// <summary>Somebody else appended first: the stream has another version than the caller has seen. Nothing was stored.</summary>
public sealed class AppendConflictException(string stream, long expected, long actual)
    : Exception($"The stream {stream} has version {actual}, not {expected}.")
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The version that the caller had seen.</summary>
    public long Expected { get; } = expected;

    /// <summary>The version that it has.</summary>
    public long Actual { get; } = actual;
}

/// <summary>What is wrong with a record in its chain.</summary>
public enum ChainFlaw
{
    /// <summary>The record is not there, though a later one or the head is.</summary>
    MissingRecord,
    /// <summary>It does not follow the record before it.</summary>
    WrongPrevious,
    /// <summary>Its content is not what was hashed.</summary>
    WrongHash,
    /// <summary>It stands behind a later one of its stream, or twice.</summary>
    OutOfOrder,
    /// <summary>The head of the stream does not agree with its last record.</summary>
    WrongHead,
    /// <summary>The stream has records but no head.</summary>
    MissingHead,
    /// <summary>Positions have a gap: records of any stream were taken out.</summary>
    MissingPosition,
    /// <summary>It is there but cannot be read.</summary>
    Unreadable,
    /// <summary>Its content is whole but says nothing that this version understands.</summary>
    Unknown,
    /// <summary>The structure of the file is damaged at a place that belongs to no event.</summary>
    Structure,
}

/// <summary>Records are not the chain that they claim to be.</summary>
public sealed class BrokenChainException(string stream, long version, ChainFlaw flaw)
    : Exception($"The chain of {stream} breaks at version {version}: {flaw}.")
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The first version that is wrong.</summary>
    public long Version { get; } = version;

    /// <summary>What is wrong with it.</summary>
    public ChainFlaw Flaw { get; } = flaw;
}
