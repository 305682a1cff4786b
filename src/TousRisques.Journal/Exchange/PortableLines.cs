using System.Collections.Immutable;
using System.Text.Json;
using TousRisques.Journal.Json;

namespace TousRisques.Journal.Exchange;

/// <summary>The first line of a portable file.</summary>
/// <param name="Format">Name and version of the format.</param>
/// <param name="Streams">The streams in it, in the order in which they follow, with the heads that prove them whole.</param>
internal sealed record PortableHeader(string Format, ImmutableArray<PortableStream> Streams);

/// <summary>A stream in a portable file.</summary>
/// <param name="Stream">Its name where it comes from.</param>
/// <param name="Origin">The name under which its chain was begun.</param>
/// <param name="Records">How many records follow.</param>
/// <param name="Head">Hash of the last.</param>
internal sealed record PortableStream(string Stream, string Origin, int Records, string Head);

/// <summary>One record, one line: its fields by name, the content as the JSON it is, and its hashes in hexadecimal.</summary>
internal static class PortableLines
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public static byte[] Write(PortableHeader header) => JsonSerializer.SerializeToUtf8Bytes(header, WireJson.Stored);

    public static PortableHeader? ReadHeader(ReadOnlySpan<byte> line)
    {
        try { return JsonSerializer.Deserialize<PortableHeader>(line, WireJson.Stored); }
        catch (JsonException) { return null; }
    }

    public static void Write(Utf8JsonWriter writer, StoredRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("stream", record.Stream);
        writer.WriteNumber("version", record.Version);
        writer.WriteString("at", HashChain.Time(record.At));
        writer.WriteString("actor", record.Actor);
        writer.WriteString("type", record.Type);
        writer.WriteString("command", record.CommandId);
        writer.WritePropertyName("data");
        writer.WriteRawValue(record.Json); // byte for byte: the hash is over these very bytes
        writer.WriteString("previous", record.PreviousHash.ToString());
        writer.WriteString("hash", record.Hash.ToString());
        writer.WriteEndObject();
    }

    /// <summary>The record of a line, or null when it is none.</summary>
    public static StoredRecord? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Reading);
            var o = document.RootElement;
            if (o.ValueKind != JsonValueKind.Object) return null;
            return RecordHash.TryParse(Text("previous"), out var previous) && RecordHash.TryParse(Text("hash"), out var hash)
                && o.GetProperty("version").TryGetInt64(out var version)
                ? new(Text("stream"), version, 0, HashChain.Time(Text("at")), Text("actor"), Text("type"), Text("command"),
                    o.GetProperty("data").GetRawText(), previous, hash)
                : null;

            string Text(string name) => o.GetProperty(name).GetString() ?? throw new FormatException();
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException) { return null; }
    }
}
