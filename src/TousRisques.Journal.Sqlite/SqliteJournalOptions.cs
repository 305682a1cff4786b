namespace TousRisques.Journal.Sqlite;

/// <summary>Where a journal is kept, and how.</summary>
public sealed record SqliteJournalOptions
{
    /// <summary>The usual name of a journal file in a data folder.</summary>
    public const string FileName = "journal.db";

    /// <summary>The file. Its folder is made when it is missing.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The largest the file may grow, in pages of 4 KiB; 0 for as large as the disk allows. Beyond it appends fail like on a full disk.
    /// </summary>
    public long MaxPages { get; init; }

    /// <summary>Only looks: beside a running server too. Appends and imports fail with <see cref="JournalTrouble.ReadOnly"/>; nothing is made.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How often followers look for what another process may have appended.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);
}
