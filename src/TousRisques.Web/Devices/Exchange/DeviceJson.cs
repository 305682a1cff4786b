using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Devices.Exchange;

/// <summary>The catalogue as JSON: <c>{"format":"tousrisques-devices/1","devices":[…]}</c>, or the list alone.</summary>
internal static class DeviceJson
{
    /// <summary>What the format is called.</summary>
    public const string Format = "tousrisques-devices/1";

    /// <summary>Writes devices; values are the words of addresses, the same in every language. What was not said is left out.</summary>
    public static byte[] Write(IEnumerable<Device> devices)
    {
        using var into = new MemoryStream();
        using (var json = new Utf8JsonWriter(into, new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartArray("devices");
            foreach (var device in devices) Write(json, device);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return into.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Device device)
    {
        var s = device.Sheet;
        json.WriteStartObject();
        json.WriteString("id", device.Id.Value);
        Text("name", s.Name);
        Text("does", s.Does);
        List("for", s.For);
        List("themes", s.Themes);
        List("times", s.Times);
        List("hazards", s.Hazards);
        Text("scale", s.Scale is { } scale ? Wire.Of(scale) : "");
        Text("maturity", s.Maturity is { } maturity ? Wire.Of(maturity) : "");
        Text("costOrder", s.CostOrder is { } order ? Wire.Of(order) : "");
        Text("cost", s.Cost);
        if (!s.Places.IsEmpty)
        {
            json.WriteStartArray("places");
            foreach (var place in s.Places)
            {
                json.WriteStartObject();
                json.WriteString("name", place.Name);
                if (place.Latitude is { } latitude) json.WriteNumber("latitude", latitude);
                if (place.Longitude is { } longitude) json.WriteNumber("longitude", longitude);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        Text("link", s.Link);
        List("dependsOn", s.DependsOn);
        Text("dependsOnMore", s.DependsOnMore);
        Text("withoutPower", s.WithoutPower);
        Text("withoutNetwork", s.WithoutNetwork);
        Text("withoutStaff", s.WithoutStaff);
        Text("source", s.Source);
        json.WriteEndObject();

        void Text(string name, string text)
        {
            if (text.Length > 0) json.WriteString(name, text);
        }

        void List<T>(string name, ImmutableArray<T> values) where T : struct, Enum
        {
            if (values.IsEmpty) return;
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(Wire.Of(value));
            json.WriteEndArray();
        }
    }

    /// <summary>Reads devices. Everything that is the matter is said with its line and column; what is no JSON ends the reading.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, DeviceRows rows)
    {
        if (bytes.Length > DeviceReading.MostBytes || !Utf8.IsValid(bytes))
        {
            rows.Say(0, 0, true, rows.Words["explorer-devices.import." + (bytes.Length > DeviceReading.MostBytes ? "too-large" : "not-utf8"), DeviceReading.MostBytes / 1024 / 1024]);
            return;
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        new DeviceJsonReader(bytes, rows).Read();
    }
}

/// <summary>Walks through the JSON of a file, minding where it is.</summary>
internal ref struct DeviceJsonReader(ReadOnlySpan<byte> bytes, DeviceRows rows)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private Utf8JsonReader json = new(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
    private int line = 1, lineStart, counted; // how far lines have been counted

    public void Read()
    {
        try
        {
            json.Read();
            if (json.TokenType == JsonTokenType.StartArray) Devices();
            else if (json.TokenType == JsonTokenType.StartObject)
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var isDevices = json.ValueTextEquals("devices"u8);
                    json.Read();
                    if (isDevices && json.TokenType == JsonTokenType.StartArray) Devices();
                    else if (isDevices) Wrong("list");
                    else json.Skip();
                }
            while (json.Read()) { } // what comes after must be nothing
        }
        catch (JsonException e)
        {
            rows.Say((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, true, rows.Words["explorer-devices.import.no-json"]);
        }
        catch (InvalidOperationException) // half a character written as an escape
        {
            var (l, c) = Here();
            rows.Say(l, c, true, rows.Words["explorer-devices.import.no-json"]);
        }
    }

    private void Devices()
    {
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (++count > Formats.Csv.CsvLimits.Rows)
            {
                if (count == Formats.Csv.CsvLimits.Rows + 1) rows.Say(Here().Line, 0, true, rows.Words["explorer-devices.import.too-many", Formats.Csv.CsvLimits.Rows]);
                json.Skip();
            }
            else if (json.TokenType == JsonTokenType.StartObject) Device();
            else Wrong("object");
        }
    }

    private void Device()
    {
        var (start, before) = (Here().Line, rows.Errors);
        var cells = new Dictionary<DeviceColumn, FileCell>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (l, c) = Here();
            var name = json.GetString()!;
            var column = DeviceColumn.OfJson(name);
            json.Read();
            if (column is null)
            {
                rows.Say(l, c, false, rows.Words["explorer-devices.import.unknown-column", DeviceRows.Short(name)]);
                json.Skip();
                continue;
            }
            var (line, at) = Here();
            var cell = column.Key == "places" && json.TokenType == JsonTokenType.StartArray ? new FileCell([], Places(), line, at) : new FileCell(Items(), null, line, at);
            if (!cells.TryAdd(column, cell)) rows.Say(l, c, true, rows.Words["explorer-devices.import.property-twice", name]);
        }
        rows.Take(cells, start, before);
    }

    private ImmutableArray<string> Items()
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null: return [];
            case JsonTokenType.String: return [json.GetString()!];
            case JsonTokenType.Number: return [Encoding.UTF8.GetString(json.ValueSpan)];
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<string>();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                    if (json.TokenType == JsonTokenType.String) items.Add(json.GetString()!);
                    else Wrong("text");
                return items.ToImmutable();
            default:
                Wrong("text");
                return [];
        }
    }

    private ImmutableArray<DevicePlace> Places()
    {
        var places = ImmutableArray.CreateBuilder<DevicePlace>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String) places.Add(new(json.GetString()!, null, null));
            else if (json.TokenType == JsonTokenType.StartObject) places.Add(Place());
            else Wrong("object");
        }
        return places.ToImmutable();
    }

    private DevicePlace Place()
    {
        var (name, latitude, longitude) = ("", (double?)null, (double?)null);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (l, c) = Here();
            var property = json.GetString()!;
            json.Read();
            switch (property)
            {
                case "name" when json.TokenType == JsonTokenType.String: name = json.GetString()!; break;
                case "latitude" when json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var degrees): latitude = degrees; break;
                case "longitude" when json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var degrees): longitude = degrees; break;
                case "latitude" or "longitude" when json.TokenType == JsonTokenType.Null: break;
                case "name": Wrong("text"); break;
                case "latitude" or "longitude": Wrong("number"); break;
                default:
                    rows.Say(l, c, false, rows.Words["explorer-devices.import.unknown-column", DeviceRows.Short(property)]);
                    json.Skip();
                    break;
            }
        }
        return new(name, latitude, longitude);
    }

    private void Wrong(string wanted)
    {
        var (l, c) = Here();
        rows.Say(l, c, true, rows.Words["explorer-devices.import.wanted-" + wanted]);
        json.Skip();
    }

    /// <summary>Where the token begins: line from 1, column from 1 in UTF-16 code units. Only ever goes forwards.</summary>
    private (int Line, int Column) Here()
    {
        var at = (int)json.TokenStartIndex;
        while (counted < at && bytes[counted..at].IndexOf((byte)'\n') is >= 0 and var feed) (line, counted, lineStart) = (line + 1, counted + feed + 1, counted + feed + 1);
        return (line, Encoding.UTF8.GetCharCount(bytes[lineStart..at]) + 1);
    }
}
