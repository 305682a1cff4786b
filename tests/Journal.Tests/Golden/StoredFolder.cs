using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TousRisques.Testing;

namespace TousRisques.Journal.Tests.Golden;

/// <summary>
/// <c>tests/Golden/stored</c> and the folder in it for expeditions: records as an older version wrote them. Files are only ever added: run the tests with
/// <see cref="Switch"/> set to 1 after adding a fact. Each also holds the hash it has as the only record of the stream <c>golden</c>, so
/// that the chain's layout is frozen too. <c>SHA256SUMS</c> freezes the files (<c>sha256sum -c</c> reads it).
/// </summary>
internal sealed class StoredFolder(string name)
{
    /// <summary>The environment variable that writes what is missing, and nothing else.</summary>
    public const string Switch = "TOUSRISQUES_ADD_STORED";

    /// <summary>Facts of workshops, and packs.</summary>
    public static readonly StoredFolder Workshops = new("stored");

    /// <summary>Facts of expeditions.</summary>
    public static readonly StoredFolder Expeditions = new("stored/expeditions");

    public string Path { get; } = System.IO.Path.Combine(ShownFile.Repository, "tests", "Golden", name);

    public static bool MayAdd => Environment.GetEnvironmentVariable(Switch) == "1";

    private string SumsPath => System.IO.Path.Combine(Path, "SHA256SUMS");

    /// <summary>The records, as <c>table-added.1.json</c> and so on.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path, "*.*.json").Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    public static string FileOf(string type) => type.Replace('/', '.') + ".json";

    /// <summary>Files with the sums they had when they were added.</summary>
    public Dictionary<string, string> Sums() =>
        File.Exists(SumsPath) ? File.ReadAllLines(SumsPath).Where(l => l.Length > 66).ToDictionary(l => l[66..], l => l[..64]) : [];

    public string SumOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(Path, file))));

    /// <summary>Adds a record unless its file is there.</summary>
    public void AddMissing(NewRecord record)
    {
        var file = System.IO.Path.Combine(Path, FileOf(record.Type));
        if (File.Exists(file)) return;
        var hash = HashOf(record);
        Directory.CreateDirectory(Path);
        File.WriteAllText(file, $$"""
            {
              "type": {{Quoted(record.Type)}},
              "actor": {{Quoted(record.Actor)}},
              "at": {{Quoted(HashChain.Time(record.At))}},
              "command": {{Quoted(record.CommandId)}},
              "json": {{record.Json}},
              "hash": "{{hash}}"
            }

            """.ReplaceLineEndings("\n"));
        File.AppendAllText(SumsPath, $"{SumOf(FileOf(record.Type))}  {FileOf(record.Type)}\n");
    }

    public (NewRecord Record, RecordHash Hash) Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Path, file)));
        var o = document.RootElement;
        return (
            new(Text("type"), Text("actor"), HashChain.Time(Text("at")), Text("command"), o.GetProperty("json").GetRawText()),
            new(Convert.FromHexString(Text("hash"))));

        string Text(string name) => o.GetProperty(name).GetString()!;
    }

    /// <summary>The hash of a record that stands alone in the stream <c>golden</c>.</summary>
    public static RecordHash HashOf(NewRecord r) =>
        HashChain.Next(HashChain.Begin("golden"), 1, HashChain.Time(r.At), r.Actor, r.Type, r.CommandId, r.Json);

    /// <summary>Whether everything in <paramref name="old"/> is still said by <paramref name="now"/>, which may say more.</summary>
    public static bool StillSays(JsonNode? now, JsonNode? old) => (now, old) switch
    {
        (JsonObject n, JsonObject o) => o.All(p => n.TryGetPropertyValue(p.Key, out var value) && StillSays(value, p.Value)),
        (JsonArray n, JsonArray o) => n.Count == o.Count && n.Zip(o).All(p => StillSays(p.First, p.Second)),
        _ => JsonNode.DeepEquals(now, old),
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
