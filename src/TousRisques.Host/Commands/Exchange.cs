using TousRisques.Domain.Words;
using TousRisques.Host.Wiring;
using TousRisques.Journal;
using TousRisques.Journal.Exchange;
using TousRisques.Journal.Sqlite;
using TousRisques.Journal.Verification;
using TousRisques.Web;
using TousRisques.Web.Access;

namespace TousRisques.Host.Commands;

/// <summary>Workshops as files: out of one installation, into another.</summary>
internal static class Exchange
{
    private const int Failed = 1;

    /// <summary>Writes a workshop to a file, or to standard output.</summary>
    public static async Task<int> ExportAsync(DataFolder data, string typed, FileInfo? file, Words words, CancellationToken cancel)
    {
        try
        {
            await using var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = data.Journal });
            if (Draws.ReadCode(typed) is not { } code || await journal.HeadAsync(Journal.Facts.FactCodec.StreamOf(code), cancel) is null)
            {
                await Console.Error.WriteLineAsync(words["cli.no-such-workshop", typed]);
                return Failed;
            }
            await using var to = file is null ? Console.OpenStandardOutput() : file.Create();
            await PortableFile.ExportAsync(journal, code, to, cancel);
            return 0;
        }
        catch (JournalException e)
        {
            await Console.Error.WriteLineAsync(JournalTroubleWords.Say(e.Trouble, e.Place, words.Language));
            return Serve.CannotStart;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(words["cli.no-file", FileTrouble.Why(e, words)]);
            return Failed;
        }
    }

    /// <summary>Takes a workshop in from a file.</summary>
    public static async Task<int> ImportAsync(DataFolder data, FileInfo file, string? under, Words words, TextWriter output, CancellationToken cancel)
    {
        WorkshopId? code = under is null ? null : Draws.ReadCode(under);
        if (under is not null && code is null)
        {
            await Console.Error.WriteLineAsync(words["cli.no-such-code", under]);
            return Failed;
        }
        try
        {
            await using var from = file.OpenRead();
            var workshop = await PortableFile.ReadAsync(from, cancel);
            await using var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = data.Journal });
            var outcome = await PortableFile.ImportAsync(journal, workshop, code, cancel);
            output.WriteLine(words["cli.import." + outcome.ToString().ToLowerInvariant(), code ?? workshop.Workshop]);
            return outcome == ImportOutcome.CodeTaken ? Failed : 0;
        }
        catch (DamagedFileException e)
        {
            await Console.Error.WriteLineAsync(VerifyWords.Say(file.FullName, e, words.Language));
            return Failed;
        }
        catch (JournalException e)
        {
            await Console.Error.WriteLineAsync(JournalTroubleWords.Say(e.Trouble, e.Place, words.Language));
            return Serve.CannotStart;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(words["cli.no-file", FileTrouble.Why(e, words)]);
            return Failed;
        }
    }
}
