using TousRisques.Journal;
using TousRisques.Journal.Sqlite;

// Appends to several streams at once until it is killed, and prints what was acknowledged: "stream version hash". The crash test kills it.
await using var journal = SqliteJournal.Open(new() { Path = args[0] });
var say = TextWriter.Synchronized(Console.Out);
await Task.WhenAll(Enumerable.Range(0, 8).Select(async s =>
{
    var stream = $"s{s}";
    var version = (await journal.HeadAsync(stream))?.Version ?? 0;
    while (true)
    {
        var records = Enumerable.Range(0, 1 + (int)(version % 3))
            .Select(i => new NewRecord("thing-noted/1", "model", DateTimeOffset.UtcNow, $"c{version}", $$"""{"number":{{version + i}}}"""))
            .ToArray();
        var head = await journal.AppendAsync(stream, version, records);
        version = head.Version;
        await say.WriteLineAsync($"{stream} {version} {head.Hash}");
        await say.FlushAsync();
    }
}));
