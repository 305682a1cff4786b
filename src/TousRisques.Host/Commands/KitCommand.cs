using System.CommandLine;
using TousRisques.Domain.Expeditions;
using TousRisques.Formats.Expeditions;
using TousRisques.Host.Wiring;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Sqlite;
using TousRisques.Web;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Kits;
using TousRisques.Web.Packs;

namespace TousRisques.Host.Commands;

/// <summary>
/// <c>tousrisques kit EXPEDITION --out FOLDER</c>: the published kit of an expedition as a website in one folder, to copy to a USB key. EXPEDITION is its name in the journal, or a folder of files. Beside a running
/// server too: it only reads.
/// </summary>
internal static class KitCommand
{
    /// <summary>Exit code when there is no such expedition, or it has published no kit.</summary>
    public const int NotFound = 2;

    /// <summary>Builds the command.</summary>
    /// <param name="help">Words of descriptions.</param>
    /// <param name="words">Words that the options ask for.</param>
    /// <param name="data">The option that names the data folder.</param>
    public static Command Build(Words help, Func<ParseResult, Words> words, Option<DirectoryInfo?> data)
    {
        var what = new Argument<string>("EXPEDITION") { Description = help["cli.argument.expedition"] };
        var output = new Option<DirectoryInfo>("--out") { Description = help["cli.option.out-folder"], Required = true };
        var number = new Option<int?>("--edition") { Description = help["cli.option.edition"] };
        var command = new Command("kit", help["cli.kit"]) { what, output, number };
        command.SetAction(async (parsed, cancel) =>
        {
            var name = parsed.GetRequiredValue(what);
            var folders = new DataFolder(parsed.GetValue(data));
            var state = await FindAsync(folders, name, cancel);
            var edition = parsed.GetValue(number) is { } n ? state?.Kit.Version(n) : state?.Kit.Published;
            if (state is null || edition is null)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(words(parsed)["cli.no-kit", name]);
                return NotFound;
            }
            var folder = parsed.GetRequiredValue(output);
            var files = await KitSite.WriteAsync(state, edition, folder.FullName, KitLand.Of(state, edition, new InstalledPacks(folders.Packs)));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(words(parsed)["cli.kit-written", edition.Number, files, Path.Combine(folder.FullName, "index.html")]);
            return 0;
        });
        return command;
    }

    private static async Task<Expedition?> FindAsync(DataFolder data, string name, CancellationToken cancel)
    {
        if (File.Exists(Path.Combine(name, ExpeditionReader.File))) return FolderExpedition.Read(name, DateTimeOffset.UtcNow);
        if (!ExpeditionId.IsValid(name)) return null;
        var state = Expedition.Initial;
        if (File.Exists(data.Journal))
        {
            await using var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = data.Journal, ReadOnly = true });
            await foreach (var record in journal.ReadAsync(ExpeditionCodec.StreamOf(new(name)), cancel: cancel)) state = Expedition.Evolve(state, ExpeditionCodec.Current.Read(record));
        }
        if (state.IsOpened) return state;
        // The example that is shipped need not have been visited first.
        return DataFolder.Example is { } example && Path.GetFileName(example) == name ? FolderExpedition.Read(example, DateTimeOffset.UtcNow) : null;
    }
}
