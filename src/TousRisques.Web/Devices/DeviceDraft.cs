using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Devices;

/// <summary>A sheet as a form shows it: fields as typed, whether they come from a refused form or from a device.</summary>
public sealed class DeviceDraft
{
    private readonly ImmutableDictionary<string, string> fields;

    private DeviceDraft(ImmutableDictionary<string, string> fields) => this.fields = fields;

    /// <summary>Fields that the short form does not ask.</summary>
    private static readonly string[] Longer = ["for", "hazard", "scale", "maturity", "cost-order", "cost", "latitude", "longitude", "source"];

    /// <summary>Nothing typed yet.</summary>
    public static readonly DeviceDraft Empty = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>What a refused form held, or else a device's sheet.</summary>
    public static DeviceDraft Of(Flash? flash, string form, DeviceSheet? sheet) => flash is { Code.Length: > 0 } && flash.Form == form ? new(flash.Typed) : sheet is null ? Empty : Of(sheet);

    /// <summary>A field as typed; empty when nothing was.</summary>
    public string this[string field] => fields.GetValueOrDefault(field) ?? "";

    /// <summary>A cell of a column of fields.</summary>
    public string Cell(string field, int row) => this[field].Split('\n') is var cells && row < cells.Length ? cells[row] : "";

    /// <summary>Whether a value is ticked or chosen.</summary>
    public bool Has<T>(string field, T value) where T : struct, Enum => this[field].Split('\n').Contains(Wire.Of(value));

    /// <summary>Whether it says what the short form does not ask.</summary>
    public bool IsLong => Longer.Any(Has) || Cell("place", 1).Length > 0;

    /// <summary>Whether any value of a field is.</summary>
    public bool Has(string field) => this[field].Trim().Length > 0;

    /// <summary>Reads a form. What is no number becomes one that the rules refuse, with the range that they want.</summary>
    public static DeviceSheet Read(FormFields f)
    {
        var (names, latitudes, longitudes) = (f.Column("place"), f.Column("latitude"), f.Column("longitude"));
        var places = names.Select((name, i) => new DevicePlace(name, Degrees(latitudes, i), Degrees(longitudes, i)))
            .Where(p => p.Latitude is not null || p.Longitude is not null || !string.IsNullOrWhiteSpace(p.Name));
        return new(
            f["name"], f["does"], f.Choices<StakeholderFamily>("for"), f.Choices<Theme>("theme"), f.Choices<CrisisTime>("time"), f.Choices<HazardTag>("hazard"),
            f.Choice<Scale>("scale"), f.Choice<Maturity>("maturity"), f.Choice<CostOrder>("cost-order"), f["cost"], [.. places], f["link"].Trim(), f.Choices<Dependence>("depends-on"),
            f["depends-on-more"], f["without-power"], f["without-network"], f["without-staff"], f["source"]);
    }

    // Not NaN: commands travel as JSON, which has no word for it.
    private const double NoDegrees = 999;

    private static double? Degrees(ImmutableArray<string> column, int row) => row >= column.Length || string.IsNullOrWhiteSpace(column[row]) ? null : Degrees(column[row]) ?? NoDegrees;

    /// <summary>Degrees as people write them, with a point or a comma; null for anything else.</summary>
    public static double? Degrees(string typed) =>
        double.TryParse(typed.Trim().Replace(',', '.').TrimEnd('°'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static DeviceDraft Of(DeviceSheet s) => new(ImmutableDictionary.CreateRange(new Dictionary<string, string>
    {
        ["name"] = s.Name,
        ["does"] = s.Does,
        ["for"] = Wires(s.For),
        ["theme"] = Wires(s.Themes),
        ["time"] = Wires(s.Times),
        ["hazard"] = Wires(s.Hazards),
        ["scale"] = s.Scale is { } scale ? Wire.Of(scale) : "",
        ["maturity"] = s.Maturity is { } maturity ? Wire.Of(maturity) : "",
        ["cost-order"] = s.CostOrder is { } order ? Wire.Of(order) : "",
        ["cost"] = s.Cost,
        ["place"] = string.Join('\n', s.Places.Select(p => p.Name)),
        ["latitude"] = string.Join('\n', s.Places.Select(p => Write(p.Latitude))),
        ["longitude"] = string.Join('\n', s.Places.Select(p => Write(p.Longitude))),
        ["link"] = s.Link,
        ["depends-on"] = Wires(s.DependsOn),
        ["depends-on-more"] = s.DependsOnMore,
        ["without-power"] = s.WithoutPower,
        ["without-network"] = s.WithoutNetwork,
        ["without-staff"] = s.WithoutStaff,
        ["source"] = s.Source,
    }));

    private static string Wires<T>(ImmutableArray<T> values) where T : struct, Enum => string.Join('\n', values.Select(Wire.Of));

    /// <summary>Degrees as files and forms have them.</summary>
    public static string Write(double? degrees) => degrees?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "";
}
