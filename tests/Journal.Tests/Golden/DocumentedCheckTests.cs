using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TousRisques.Journal.Contract;
using TousRisques.Journal.Sqlite;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Journal.Tests.Golden;

/// <summary>The check that <c>docs/journal-format.md</c> gives to others, in another language, agrees with ours.</summary>
public sealed partial class DocumentedCheckTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "whole")]
    [InlineData("UPDATE records SET json = replace(json, 'Elbeuf', 'Rouen') WHERE position = 3", "a: event 3 is damaged")]
    [InlineData("DELETE FROM records WHERE position = 5", "a: events are missing after 4")]
    public async Task The_documented_check_finds_what_verify_finds(string damage, string said)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "python3"))), "python3 is not installed.");
        var path = folder.File("journal.db");
        await using (var journal = SqliteJournal.Open(new() { Path = path })) await journal.AppendAsync("a", 0, Given.Records(5));
        if (damage.Length > 0)
        {
            await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = damage;
            await command.ExecuteNonQueryAsync();
        }

        var document = await File.ReadAllTextAsync(Path.Combine(ShownFile.Repository, "docs", "journal-format.md"));
        await File.WriteAllTextAsync(folder.File("check.py"), Python().Match(document).Groups[1].Value);
        using var python = Process.Start(new ProcessStartInfo("python3", [folder.File("check.py"), path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Assert.Equal(said, (await python.StandardOutput.ReadToEndAsync() + await python.StandardError.ReadToEndAsync()).Trim());
        Assert.Equal(damage.Length == 0, JournalVerifier.Check(path).IsWhole);
    }

    [GeneratedRegex("```python\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Python();
}
