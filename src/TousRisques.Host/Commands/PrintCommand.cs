using System.CommandLine;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops;
using TousRisques.Formats.Packs;
using TousRisques.Host.Wiring;
using TousRisques.Journal.Packs;
using TousRisques.Journal.Sqlite;
using TousRisques.Sessions;
using TousRisques.Web;
using TousRisques.Web.Access;
using TousRisques.Web.Packs;
using TousRisques.Web.Pages.Print;

namespace TousRisques.Host.Commands;

/// <summary>
/// <c>tousrisques print CODE</c> or <c>tousrisques print PACK</c>: everything that is printed to play, as one HTML file that needs nothing else.
/// Beside a running server too: it only reads.
/// </summary>
internal static class PrintCommand
{
    /// <summary>Exit code when there is no such workshop and no such pack.</summary>
    public const int NotFound = 2;

    /// <summary>Builds the command.</summary>
    /// <param name="help">Words of descriptions.</param>
    /// <param name="words">Words that the options ask for.</param>
    /// <param name="data">The option that names the data folder.</param>
    public static Command Build(Words help, Func<ParseResult, Words> words, Option<DirectoryInfo?> data)
    {
        var what = new Argument<string>("CODE|PACK") { Description = help["cli.argument.code-or-pack"] };
        var output = new Option<FileInfo?>("--out") { Description = help["cli.option.out"] };
        var address = new Option<string?>("--address") { Description = help["cli.option.address"] };
        var seats = new Option<int?>("--seats") { Description = help["cli.option.seats"] };
        var brief = new Option<bool>("--brief") { Description = help["cli.option.brief"] };
        var command = new Command("print", help["cli.print"]) { what, output, address, seats, brief };
        command.SetAction(async (parsed, cancel) =>
        {
            var choice = PrintChoice.All with { Seats = parsed.GetValue(seats) is { } n ? Math.Clamp(n, 0, Web.Pages.Paper.Seats.Last) : null };
            var folder = new DataFolder(parsed.GetValue(data));
            var name = parsed.GetRequiredValue(what);
            var set = await WorkshopAsync(folder, name, parsed.GetValue(address), words(parsed), choice, cancel)
                ?? OfPack(folder, name, parsed.GetValue(brief) ? PlayMode.Brief : PlayMode.Full, words(parsed), choice);
            if (set is null)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(words(parsed)["cli.nothing-to-print", name]);
                return NotFound;
            }
            if (parsed.GetValue(output) is not { } file)
            {
                await set.WriteAsync(parsed.InvocationConfiguration.Output);
                return 0;
            }
            await using var writer = new StreamWriter(file.FullName);
            await set.WriteAsync(writer);
            return 0;
        });
        return command;
    }

    private static async Task<PrintSet?> WorkshopAsync(DataFolder folder, string name, string? address, Words words, PrintChoice choice, CancellationToken cancel)
    {
        if (Draws.ReadCode(name) is not { } code || !File.Exists(folder.Journal)) return null;
        await using var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = folder.Journal, ReadOnly = true });
        var state = Workshop.Initial;
        foreach (var fact in await new WorkshopFacts(journal).ReadAsync(code, cancel)) state = Workshop.Evolve(state, fact);
        if (state.Script is not { } script || await new PackShelf(journal).FindAsync(script.PackDigest, cancel) is not { } files) return null;
        return PackReader.Read(new PackFiles(files.Select(f => new Formats.Packs.PackFile(f.Name, f.Content)))).Pack is { } pack ? PrintSet.Of(state, pack, address, words, choice) : null;
    }

    private static PrintSet? OfPack(DataFolder folder, string name, PlayMode mode, Words words, PrintChoice choice)
    {
        Pack? pack = new InstalledPacks(folder.Packs).Find(name)?.Pack ?? (Directory.Exists(name) ? PackReader.Read(name).Pack : null);
        return pack is null ? null : PrintSet.Of(pack, mode, words, choice);
    }
}
