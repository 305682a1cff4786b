using Microsoft.Data.Sqlite;

namespace TousRisques.Journal.Sqlite;

/// <summary>SQLite's result codes in the words of the house.</summary>
internal static class SqliteTroubles
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static JournalException Translate(SqliteException e, string path) => new(
        e.SqliteErrorCode switch
        {
            Full => JournalTrouble.DiskFull,
            ReadOnly => JournalTrouble.ReadOnly,
            Busy or Locked => JournalTrouble.InUse,
            Corrupt => JournalTrouble.Damaged,
            NotADatabase => JournalTrouble.NotAJournal,
            CannotOpen => JournalTrouble.CannotOpen,
            _ => JournalTrouble.Failed,
        },
        path, e, $"SQLite {e.SqliteExtendedErrorCode}: {e.Message}");

    /// <summary>Whether reading a row failed because no version of ours ever wrote such a one: a time that is none, a hash of another length.</summary>
    public static bool IsForeignRow(Exception e) => e is FormatException or ArgumentException or InvalidCastException or InvalidOperationException;

    /// <summary>What reading or writing met, in the words of the house.</summary>
    public static JournalException Translate(Exception e, string path) =>
        e is SqliteException s ? Translate(s, path) : new(IsForeignRow(e) ? JournalTrouble.Damaged : JournalTrouble.Failed, path, e, e.Message);

    /// <summary>
    /// Whether the disk failed under us. What the operating system still shows may then differ from what is on disk, so nothing more is
    /// promised before the file has been opened anew.
    /// </summary>
    public static bool IsDiskFailure(Exception e) => e is SqliteException { SqliteErrorCode: Io };
}
