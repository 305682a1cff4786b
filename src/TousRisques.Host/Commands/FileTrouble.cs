using TousRisques.Web;

namespace TousRisques.Host.Commands;

/// <summary>Says why a file or a folder cannot be used. The system's own sentence is in English, and stays only where we have none.</summary>
internal static class FileTrouble
{
    private const int DiskFullOnUnix = 28; // ENOSPC
    private const int ReadOnlyOnUnix = 30; // EROFS
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>The cause, in the language of the words.</summary>
    public static string Why(Exception e, Words words) => e switch
    {
        DirectoryNotFoundException => words["cli.file.no-folder"],
        FileNotFoundException => words["cli.file.no-file"],
        PathTooLongException => words["cli.file.long-path"],
        UnauthorizedAccessException => words["cli.file.no-right"],
        IOException { HResult: DiskFullOnUnix or DiskFullOnWindows } => words["cli.file.disk-full"],
        IOException { HResult: ReadOnlyOnUnix } => words["cli.file.read-only"],
        _ => e.Message,
    };
}
