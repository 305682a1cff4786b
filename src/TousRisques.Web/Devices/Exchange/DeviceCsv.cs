using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Formats.Csv;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;
using TousRisques.Web.Look;

namespace TousRisques.Web.Devices.Exchange;

/// <summary>The catalogue as a table: a row for each device, a bar between values of a list.</summary>
internal static class DeviceCsv
{
    /// <summary>Writes devices, with headers and values in the words of a language.</summary>
    public static string Write(IEnumerable<Device> devices, Words words)
    {
        var csv = new CsvWriter();
        csv.Row(DeviceColumn.All.Select(c => c.Word(words)));
        foreach (var device in devices)
        {
            var s = device.Sheet;
            csv.Row(
            [
                device.Id.Value, s.Name, s.Does, List(s.For), List(s.Themes), List(s.Times), List(s.Hazards), One(s.Scale), One(s.Maturity), One(s.CostOrder), s.Cost,
                string.Join(" | ", s.Places.Select(DeviceRows.Write)), s.Link, List(s.DependsOn), s.DependsOnMore, s.WithoutPower, s.WithoutNetwork, s.WithoutStaff, s.Source,
            ]);
        }
        return csv.Text;

        string List<T>(ImmutableArray<T> values) where T : struct, Enum => string.Join(" | ", values.Select(v => words.Of(v)));
        string One<T>(T? value) where T : struct, Enum => value is { } v ? words.Of(v) : "";
    }

    /// <summary>Reads a table.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, DeviceRows rows)
    {
        var words = rows.Words;
        var table = CsvReader.Read(bytes, words["explorer-devices.import.file"]);
        foreach (var finding in table.Findings) rows.Say(finding.At.Line, finding.At.Column, finding.Severity == Severity.Error, IntakeText.In(finding, words.Language));
        if (table.Headers.IsEmpty) return;
        var columns = table.Headers.Select(h => DeviceColumn.Of(h.Text)).ToArray();
        for (var i = 0; i < columns.Length; i++)
            if (columns[i] is null && !string.IsNullOrWhiteSpace(table.Headers[i].Text))
                rows.Say(table.Headers[i].At.Line, table.Headers[i].At.Column, false, words["explorer-devices.import.unknown-column", DeviceRows.Short(table.Headers[i].Text)]);
        foreach (var wanted in DeviceColumn.All.Where(c => c.Key is "name" or "does" && !columns.Contains(c)))
            rows.Say(table.Headers[0].At.Line, 0, true, words["explorer-devices.import.column-missing", wanted.Word(words)]);
        if (!columns.Any(c => c?.Key == "name") || !columns.Any(c => c?.Key == "does")) return; // else every row would say so
        foreach (var row in table.Rows)
        {
            var cells = new Dictionary<DeviceColumn, FileCell>();
            for (var i = 0; i < row.Length; i++)
                if (columns[i] is { } column) cells.TryAdd(column, new(IsList(column) ? [.. row[i].Text.Split('|')] : [row[i].Text], null, row[i].At.Line, row[i].At.Column));
            rows.Take(cells, row[0].At.Line, rows.Errors);
        }
    }

    private static bool IsList(DeviceColumn column) => column.Key is "for" or "themes" or "times" or "hazards" or "places" or "depends-on";
}
