using System.Diagnostics;
using System.Globalization;
using TousRisques.Journal.Sqlite;
using Xunit;

namespace TousRisques.Journal.Tests;

/// <summary>A server killed in the middle of its work loses nothing that it has confirmed.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_again_and_again_at_any_moment_the_journal_keeps_every_confirmed_event()
    {
        var path = folder.File("journal.db");
        var confirmed = new Dictionary<(string Stream, long Version), string>();
        var moments = new Random(20180830);
        for (var round = 0; round < 6; round++)
        {
            var before = confirmed.Count;
            await RunAndKillAsync(path, moments.Next(1, 250), confirmed);
            Assert.True(confirmed.Count > before, "The appender confirmed nothing before it was killed.");

            var report = JournalVerifier.Check(path);
            Assert.True(report.IsWhole, string.Join("\n", report.Damages));
            await using var journal = SqliteJournal.Open(new() { Path = path }); // and the lock of the dead is free
            var stored = (await journal.ReadAllAsync().ToListAsync()).ToDictionary(r => (r.Stream, r.Version), r => r.Hash.ToString());
            Assert.All(confirmed, c => Assert.Equal(c.Value, stored.GetValueOrDefault(c.Key)));
        }
    }

    private static async Task RunAndKillAsync(string path, int milliseconds, Dictionary<(string, long), string> confirmed)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath is { } dotnet && Path.GetFileNameWithoutExtension(dotnet) == "dotnet" ? dotnet : "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "TousRisques.Journal.Appender.dll"), path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Note(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync()));
        var kill = Task.Delay(milliseconds).ContinueWith(_ => process.Kill(), TaskScheduler.Default); // SIGKILL: no handler, no farewell
        while (await process.StandardOutput.ReadLineAsync() is { } line) Note(line);
        await kill;
        await process.WaitForExitAsync();

        // A last line that the kill cut short was not confirmed to anyone.
        void Note(string line)
        {
            if (line.Split(' ') is [var stream, var version, { Length: 64 } hash]) confirmed[(stream, long.Parse(version, CultureInfo.InvariantCulture))] = hash;
        }
    }
}
