using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Json;
using TousRisques.Journal.Names;
using TousRisques.Journal.Packs;
using Xunit;

namespace TousRisques.Journal.Tests.Golden;

/// <summary>What was ever stored is read for ever.</summary>
public class StoredTests
{
    private static readonly NewRecord Pack = new(
        PackShelf.Type, "", new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), "",
        """{"files":[{"name":"pack.yaml","content":"id: demo\n"},{"name":"scenario.yaml","content":"title: « Crue »\n"}]}""");

    public StoredTests()
    {
        if (!StoredFolder.MayAdd) return;
        StoredFolder.Workshops.AddMissing(Pack);
        foreach (var fact in StoredExamples.All) StoredFolder.Workshops.AddMissing(FactCodec.Write(fact));
    }

    public static TheoryData<string> Facts => [.. StoredFolder.Workshops.Files.Where(f => !f.StartsWith("pack-", StringComparison.Ordinal))];

    [Fact]
    public void Every_stored_event_has_a_golden_file_of_todays_form()
    {
        var today = EventNames.Kinds.Names.Select(n => StoredFolder.FileOf($"{n}/{EventNames.VersionOf(n)}")).Append(StoredFolder.FileOf(PackShelf.Type));
        Assert.Empty(today.Except(StoredFolder.Workshops.Files));
    }

    [Fact]
    public void A_golden_file_is_never_rewritten_or_taken_away() =>
        Assert.Equal(StoredFolder.Workshops.Sums().OrderBy(s => s.Key, StringComparer.Ordinal), StoredFolder.Workshops.Files.ToDictionary(f => f, StoredFolder.Workshops.SumOf).OrderBy(s => s.Key, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_golden_fact_is_still_understood(string file)
    {
        var (record, _) = StoredFolder.Workshops.Read(file);
        var fact = FactCodec.Current.Read(new("golden", 1, 1, record.At, record.Actor, record.Type, record.CommandId, record.Json, default, default));
        var again = FactCodec.Write(fact);
        if (again.Type != record.Type) return; // an older form: that its upcasters accept it is all that can be asked of every one
        Assert.Equal(record with { Json = "" }, again with { Json = "" });
        Assert.True(StoredFolder.StillSays(JsonNode.Parse(again.Json), JsonNode.Parse(record.Json)), $"Stored: {record.Json}\nNow:    {again.Json}");
    }

    [Fact]
    public void The_layout_of_the_chain_never_changes() => Assert.All(StoredFolder.Workshops.Files, file =>
    {
        var (record, hash) = StoredFolder.Workshops.Read(file);
        Assert.Equal(hash, StoredFolder.HashOf(record));
    });

    [Fact]
    public void A_golden_pack_is_still_understood()
    {
        var (record, _) = StoredFolder.Workshops.Read("pack-stored.1.json");
        PackFile[] files = [new("pack.yaml", "id: demo\n"), new("scenario.yaml", "title: « Crue »\n")];
        var stored = new StoredRecord("pack:x", 1, 1, record.At, record.Actor, record.Type, record.CommandId, record.Json, default, default);
        Assert.Equal(files, PackShelf.Read(stored, PackDigest.Of(files))!.Value);
    }

    [Fact]
    public void Every_fact_has_its_example() =>
        Assert.Equal(EventNames.Kinds.Names, StoredExamples.All.Select(f => EventNames.Kinds.NameOf(f.Event)));

    [Fact] // words.json is added to, never taken from: a word that was stored must keep its meaning
    public void Every_word_of_an_enumeration_keeps_its_meaning()
    {
        var path = Path.Combine(StoredFolder.Workshops.Path, "words.json");
        var now = Words();
        if (StoredFolder.MayAdd) File.WriteAllText(path, JsonSerializer.Serialize(now, Readable) + "\n");
        var stored = JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, string>>>(File.ReadAllText(path))!;
        Assert.Equal(JsonSerializer.Serialize(stored), JsonSerializer.Serialize(now));
    }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every enumeration that facts can hold: word to member.</summary>
    private static SortedDictionary<string, SortedDictionary<string, string>> Words() => new(
        CatalogueText.PartsOf(EventNames.Kinds.Cases.Select(c => c.Type)).Where(t => t.IsEnum).ToDictionary(
            t => t.Name,
            t => new SortedDictionary<string, string>(
                Enum.GetValues(t).Cast<object>().ToDictionary(v => JsonSerializer.Serialize(v, t, WireJson.Stored).Trim('"'), v => v.ToString()!), StringComparer.Ordinal)),
        StringComparer.Ordinal);
}
