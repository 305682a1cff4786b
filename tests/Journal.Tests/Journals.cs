using TousRisques.Journal.Contract;
using TousRisques.Journal.Sqlite;
using TousRisques.Testing.Journals;

namespace TousRisques.Journal.Tests;

public class MemoryJournalTests : JournalContract
{
    protected override Task<IJournal> OpenAsync() => Task.FromResult<IJournal>(new MemoryJournal());
}

public sealed class SqliteJournalContractTests : JournalContract, IDisposable
{
    private readonly TempFolder folder = new();

    protected override Task<IJournal> OpenAsync() =>
        Task.FromResult<IJournal>(SqliteJournal.Open(new() { Path = folder.File($"{Guid.NewGuid():N}.db"), PollEvery = TimeSpan.FromMilliseconds(50) }));

    public void Dispose() => folder.Dispose();
}

/// <summary>A folder of a test's own, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tousrisques-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
