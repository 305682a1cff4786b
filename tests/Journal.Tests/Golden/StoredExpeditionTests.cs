using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Json;
using TousRisques.Journal.Names;
using Xunit;

namespace TousRisques.Journal.Tests.Golden;

/// <summary>What was ever stored of an expedition is read for ever. Like <see cref="StoredTests"/>.</summary>
public class StoredExpeditionTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public StoredExpeditionTests()
    {
        if (!StoredFolder.MayAdd) return;
        foreach (var fact in ExpeditionExamples.All) StoredFolder.Expeditions.AddMissing(ExpeditionCodec.Write(fact));
    }

    public static TheoryData<string> Facts => [.. StoredFolder.Expeditions.Files];

    [Fact]
    public void Every_stored_event_has_a_golden_file_of_todays_form()
    {
        var today = ExpeditionEventNames.Kinds.Names.Select(n => StoredFolder.FileOf($"{n}/{ExpeditionEventNames.VersionOf(n)}"));
        Assert.Empty(today.Except(StoredFolder.Expeditions.Files));
    }

    [Fact]
    public void A_golden_file_is_never_rewritten_or_taken_away() => Assert.Equal(
        StoredFolder.Expeditions.Sums().OrderBy(s => s.Key, StringComparer.Ordinal),
        StoredFolder.Expeditions.Files.ToDictionary(f => f, StoredFolder.Expeditions.SumOf).OrderBy(s => s.Key, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_golden_fact_is_still_understood(string file)
    {
        var (record, hash) = StoredFolder.Expeditions.Read(file);
        Assert.Equal(hash, StoredFolder.HashOf(record));
        var fact = ExpeditionCodec.Current.Read(new("golden", 1, 1, record.At, record.Actor, record.Type, record.CommandId, record.Json, default, default));
        var again = ExpeditionCodec.Write(fact);
        if (again.Type != record.Type) return; // an older form: that its upcasters accept it is all that can be asked of every one
        Assert.Equal(record with { Json = "" }, again with { Json = "" });
        Assert.True(StoredFolder.StillSays(JsonNode.Parse(again.Json), JsonNode.Parse(record.Json)), $"Stored: {record.Json}\nNow:    {again.Json}");
    }

    [Fact]
    public void Every_fact_has_its_example() => Assert.Equal(
        ExpeditionEventNames.Kinds.Names.Order(StringComparer.Ordinal), ExpeditionExamples.All.Select(f => ExpeditionEventNames.Kinds.NameOf(f.Event)).Order(StringComparer.Ordinal));

    [Fact] // words.json is added to, never taken from: a word that was stored must keep its meaning
    public void Every_word_of_an_enumeration_keeps_its_meaning()
    {
        var path = Path.Combine(StoredFolder.Expeditions.Path, "words.json");
        var now = Words();
        if (StoredFolder.MayAdd)
        {
            Directory.CreateDirectory(StoredFolder.Expeditions.Path);
            File.WriteAllText(path, JsonSerializer.Serialize(now, Readable) + "\n");
        }
        var stored = JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, string>>>(File.ReadAllText(path))!;
        Assert.Equal(JsonSerializer.Serialize(stored), JsonSerializer.Serialize(now));
    }

    private static SortedDictionary<string, SortedDictionary<string, string>> Words() => new(
        CatalogueText.PartsOf(ExpeditionEventNames.Kinds.Cases.Select(c => c.Type)).Where(t => t.IsEnum).ToDictionary(
            t => t.Name,
            t => new SortedDictionary<string, string>(
                Enum.GetValues(t).Cast<object>().ToDictionary(v => JsonSerializer.Serialize(v, t, WireJson.Stored).Trim('"'), v => v.ToString()!), StringComparer.Ordinal)),
        StringComparer.Ordinal);
}
