namespace TousRisques.Journal.Sqlite;

/// <summary>
/// Keeps a second server off the same journal. SQLite alone would let both write; their live workshops would then contradict each other.
/// The operating system frees the lock when the process ends, however it ends.
/// </summary>
internal static class SqliteLock
{
    /// <summary>Takes the lock of a journal file; disposing frees it.</summary>
    /// <exception cref="JournalException">Somebody holds it, or the folder cannot be written to.</exception>
    public static FileStream Take(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.None);
        }
        catch (UnauthorizedAccessException e) { throw new JournalException(JournalTrouble.ReadOnly, path, e); }
        catch (IOException e) { throw new JournalException(Trouble(e), path, e, e.Message); }
    }

    private static JournalTrouble Trouble(IOException e) => e switch
    {
        DirectoryNotFoundException => JournalTrouble.CannotOpen,
        // Sharing violation: ERROR_SHARING_VIOLATION, or EWOULDBLOCK of Linux and of macOS.
        { HResult: unchecked((int)0x80070020) or 11 or 35 } => JournalTrouble.InUse,
        { HResult: 30 } => JournalTrouble.ReadOnly, // EROFS
        { HResult: 28 or unchecked((int)0x80070070) } => JournalTrouble.DiskFull, // ENOSPC, ERROR_DISK_FULL
        _ => JournalTrouble.CannotOpen,
    };
}
