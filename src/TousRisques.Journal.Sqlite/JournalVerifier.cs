using TousRisques.Domain.Words;
using TousRisques.Journal.Exchange;
using TousRisques.Journal.Verification;

namespace TousRisques.Journal.Sqlite;

/// <summary>The <c>verify</c> of the command line: checks a journal file or a portable workshop and says what it found.</summary>
public static class JournalVerifier
{
    /// <summary>Nothing is wrong.</summary>
    public const int Whole = 0;
    /// <summary>Something is wrong; the first damaged event is named.</summary>
    public const int Damaged = 1;
    /// <summary>It cannot be checked: not there, not ours, or newer.</summary>
    public const int NotChecked = 2;

    /// <summary>Checks a file, or the journal in a data folder.</summary>
    /// <param name="path">A journal file, a portable file, or a data folder.</param>
    /// <param name="language">The language of the answer.</param>
    /// <param name="output">Where the answer goes, a few lines.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns><see cref="Whole"/>, <see cref="Damaged"/> or <see cref="NotChecked"/>: the exit code.</returns>
    public static async Task<int> RunAsync(string path, Language language, TextWriter output, CancellationToken cancel = default)
    {
        try
        {
            path = Path.GetFullPath(path);
            if (Directory.Exists(path)) path = Path.Combine(path, SqliteJournalOptions.FileName);
            return await IsPortableAsync(path, cancel).ConfigureAwait(false)
                ? await PortableAsync(path, language, output, cancel).ConfigureAwait(false)
                : await DatabaseAsync(path, language, output, cancel).ConfigureAwait(false);
        }
        catch (JournalException e)
        {
            await output.WriteLineAsync(JournalTroubleWords.Say(e.Trouble, e.Place, language)).ConfigureAwait(false);
            return e.Trouble is JournalTrouble.Damaged ? Damaged : NotChecked;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync(JournalTroubleWords.Say(JournalTrouble.CannotOpen, path, language)).ConfigureAwait(false);
            return NotChecked;
        }
    }

    /// <summary>Checks a journal file and gives what it found as data.</summary>
    /// <exception cref="JournalException">It is no journal, a newer one, or cannot be opened.</exception>
    public static VerifyReport Check(string path, CancellationToken cancel = default) => new SqliteVerifier(path).Run(cancel);

    private static async Task<int> DatabaseAsync(string path, Language language, TextWriter output, CancellationToken cancel)
    {
        var report = Check(path, cancel);
        foreach (var line in VerifyWords.Say(path, report, language)) await output.WriteLineAsync(line).ConfigureAwait(false);
        return report.IsWhole ? Whole : Damaged;
    }

    private static async Task<int> PortableAsync(string path, Language language, TextWriter output, CancellationToken cancel)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
            try
            {
                var read = await PortableFile.ReadAsync(file, cancel).ConfigureAwait(false);
                var report = new VerifyReport(read.PackRecords.IsEmpty ? 1 : 2, read.Records.Length + read.PackRecords.Length, [], 0);
                foreach (var line in VerifyWords.Say(path, report, language)) await output.WriteLineAsync(line).ConfigureAwait(false);
                return Whole;
            }
            catch (DamagedFileException e)
            {
                await output.WriteLineAsync(VerifyWords.Say(path, e, language)).ConfigureAwait(false);
                return e.Flaw is FileFlaw.NotThisFormat or FileFlaw.NewerFormat ? NotChecked : Damaged;
            }
    }

    /// <summary>A portable file is text that begins with an object; a journal file begins with SQLite's mark.</summary>
    private static async Task<bool> IsPortableAsync(string path, CancellationToken cancel)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            var first = new byte[1];
            return await file.ReadAsync(first, cancel).ConfigureAwait(false) == 1 && first[0] == '{';
        }
    }
}
