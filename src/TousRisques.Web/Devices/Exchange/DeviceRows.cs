using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Devices.Exchange;

/// <summary>A cell of a file, whatever its format.</summary>
/// <param name="Items">Its values; one for a text.</param>
/// <param name="Places">Its places, where the format has a shape for them; null to read them in the items.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
internal readonly record struct FileCell(ImmutableArray<string> Items, ImmutableArray<DevicePlace>? Places, int Line, int Column)
{
    /// <summary>Its text.</summary>
    public string Text => Items.IsDefaultOrEmpty ? "" : Items.Length == 1 ? Items[0] : string.Join(" | ", Items);
}

/// <summary>Turns rows of a file into devices, and says everything that is the matter with them.</summary>
internal sealed partial class DeviceRows(Words words)
{
    private readonly List<FiledDevice> devices = [];
    private readonly List<FileTrouble> troubles = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private int untold;

    /// <summary>Errors said so far.</summary>
    public int Errors { get; private set; }

    /// <summary>Words of the reader.</summary>
    public Words Words => words;

    /// <summary>Says that something is the matter.</summary>
    public void Say(int line, int column, bool isError, string text)
    {
        if (isError) Errors++;
        if (troubles.Count < DeviceReading.Most) troubles.Add(new(line, column, isError, text));
        else if (isError) untold++;
    }

    /// <summary>What was read.</summary>
    public DeviceReading Reading()
    {
        if (devices.Count == 0 && Errors == 0) Say(0, 0, true, words["explorer-devices.import.empty"]);
        var told = troubles.OrderBy(t => t.Line).ThenBy(t => t.Column).ToList();
        if (untold > 0) told.Add(new(0, 0, true, words["explorer-devices.import.more", untold]));
        return new([.. devices], [.. told]);
    }

    /// <summary>Takes a row.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="line">Where it begins.</param>
    /// <param name="before">Errors said before it was read.</param>
    public void Take(IReadOnlyDictionary<DeviceColumn, FileCell> cells, int line, int before)
    {
        var id = Id(cells);
        var raw = new DeviceSheet(
            Text("name"), Text("does"), Choices<StakeholderFamily>("for"), Choices<Theme>("themes"), Choices<CrisisTime>("times"), Choices<HazardTag>("hazards"),
            Choice<Scale>("scale"), Choice<Maturity>("maturity"), Choice<CostOrder>("cost-order"), Text("cost"), Places(), Text("link").Trim(), Choices<Dependence>("depends-on"),
            Text("depends-on-more"), Text("without-power"), Text("without-network"), Text("without-staff"), Text("source"));
        if (DeviceSheet.Check(raw, out var sheet) is { } no)
        {
            var at = Cell(ColumnOf(no));
            Say(at.Line > 0 ? at.Line : line, at.Column, true, Refusals.Say(words, no));
        }
        if (Errors == before) devices.Add(new(id, sheet, line));

        FileCell Cell(string key) => cells.FirstOrDefault(c => c.Key.Key == key).Value;
        string Text(string key) => Cell(key).Text;
        T? Choice<T>(string key) where T : struct, Enum => Choices<T>(key) is [var one, ..] ? one : null;

        ImmutableArray<T> Choices<T>(string key) where T : struct, Enum
        {
            var cell = Cell(key);
            if (cell.Items.IsDefaultOrEmpty) return [];
            var values = ImmutableArray.CreateBuilder<T>();
            foreach (var item in cell.Items.Where(i => !string.IsNullOrWhiteSpace(i)))
                if (ColumnWords<T>.Find(item) is { } value) values.Add(value);
                else Say(cell.Line, cell.Column, true, words["explorer-devices.import.unknown-word", Short(item), new DeviceColumn(key).Word(words), string.Join(" | ", Enum.GetValues<T>().Select(v => Look.Speaking.Of(words, v)))]);
            return values.ToImmutable();
        }

        ImmutableArray<DevicePlace> Places()
        {
            var cell = Cell("places");
            return cell.Places ?? (cell.Items.IsDefaultOrEmpty ? [] : [.. cell.Items.Where(i => !string.IsNullOrWhiteSpace(i)).Select(Place)]);
        }
    }

    private DeviceId? Id(IReadOnlyDictionary<DeviceColumn, FileCell> cells)
    {
        var cell = cells.FirstOrDefault(c => c.Key.Key == "id").Value;
        var id = cell.Text.Trim();
        if (id.Length == 0) return null;
        if (!DeviceId.IsValid(id)) Say(cell.Line, cell.Column, true, words["explorer-devices.import.bad-id", Short(id)]);
        else if (!lines.TryAdd(id, cell.Line)) Say(cell.Line, cell.Column, true, words["explorer-devices.import.id-twice", id, lines[id]]);
        return new(id);
    }

    private static string ColumnOf(Refusal refusal) => refusal switch
    {
        TextMissing { Field: "place" } or TextTooLong { Field: "place" } or PointIncomplete or OutOfRange or TooMany => "places",
        TextMissing r => r.Field,
        TextTooLong r => r.Field,
        NoWebLink => "link",
        DependsOnNothingAndMore => "depends-on",
        _ => "name",
    };

    /// <summary>A text cut for a message.</summary>
    public static string Short(string text) => Formats.Intake.PlainText.Cut(Formats.Intake.PlainText.Line(text), 60);

    /// <summary>A place as tables write it: <c>Elbeuf (49.2867, 1.0029)</c>, or its name alone.</summary>
    private static DevicePlace Place(string item)
    {
        var text = item.Trim();
        if (Point().Match(text) is not { Success: true } m) return new(text, null, null);
        return m.Groups["lat"].Success
            ? new(m.Groups["name"].Value, DeviceDraft.Degrees(m.Groups["lat"].Value), DeviceDraft.Degrees(m.Groups["lon"].Value))
            : new(m.Groups["name"].Value, null, null);
    }

    /// <summary>A place for a table. A name that would be taken for coordinates is followed by empty ones.</summary>
    public static string Write(DevicePlace place) =>
        place.Latitude is { } latitude && place.Longitude is { } longitude ? $"{place.Name} ({DeviceDraft.Write(latitude)}, {DeviceDraft.Write(longitude)})"
        : Point().IsMatch(place.Name) ? place.Name + " ()"
        : place.Name;

    [GeneratedRegex(@"^(?<name>.*\S)\s*\(\s*(?:(?<lat>-?[0-9]{1,3}(?:[.,][0-9]{1,15})?)\s*(?:;|,\s)\s*(?<lon>-?[0-9]{1,3}(?:[.,][0-9]{1,15})?))?\s*\)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Point();
}
