using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Devices;

public sealed partial record DeviceSheet
{
    /// <summary>Makes a sheet fit to be kept: texts cleaned, lists in order and without doubles, coordinates to a metre. Gives the refusal, or null with the sheet.</summary>
    public static Refusal? Check(DeviceSheet raw, out DeviceSheet clean)
    {
        ArgumentNullException.ThrowIfNull(raw);
        clean = raw;
        if (Clean.Line(raw.Name, "name", ExpeditionLimits.Title, out var name) is { } badName) return badName;
        if (Clean.Lines(raw.Does, "does", ExpeditionLimits.Paragraph, out var does) is { } badDoes) return badDoes;
        if (Clean.Optional(raw.Cost, "cost", DeviceLimits.Remark, lines: false, out var cost) is { } badCost) return badCost;
        if (PlacesRefusal(raw.Places, out var places) is { } badPlaces) return badPlaces;
        if (WebLink.Refusal(raw.Link, out var link) is { } badLink) return badLink;
        var dependsOn = InOrder(raw.DependsOn);
        if (dependsOn.Length > 1 && dependsOn[0] == Dependence.Nothing) return new DependsOnNothingAndMore();
        if (Clean.Optional(raw.DependsOnMore, "depends-on-more", DeviceLimits.Remark, lines: false, out var more) is { } badMore) return badMore;
        if (Clean.Optional(raw.WithoutPower, "without-power", DeviceLimits.Remark, lines: true, out var power) is { } badPower) return badPower;
        if (Clean.Optional(raw.WithoutNetwork, "without-network", DeviceLimits.Remark, lines: true, out var network) is { } badNetwork) return badNetwork;
        if (Clean.Optional(raw.WithoutStaff, "without-staff", DeviceLimits.Remark, lines: true, out var staff) is { } badStaff) return badStaff;
        if (Clean.Optional(raw.Source, "source", ExpeditionLimits.Link, lines: true, out var source) is { } badSource) return badSource;
        clean = new(name, does, InOrder(raw.For), InOrder(raw.Themes), InOrder(raw.Times), InOrder(raw.Hazards), raw.Scale, raw.Maturity, raw.CostOrder, cost, places, link,
            dependsOn, more, power, network, staff, source);
        return null;
    }

    private static ImmutableArray<T> InOrder<T>(ImmutableArray<T> given) where T : struct, Enum => given.IsDefaultOrEmpty ? [] : [.. given.Distinct().Order()];

    private static Refusal? PlacesRefusal(ImmutableArray<DevicePlace> given, out ImmutableArray<DevicePlace> places)
    {
        places = [];
        if (given.IsDefaultOrEmpty) return null;
        if (given.Length > DeviceLimits.Places) return new TooMany("device-place", DeviceLimits.Places);
        var kept = ImmutableArray.CreateBuilder<DevicePlace>(given.Length);
        foreach (var place in given)
        {
            if (Clean.Line(place.Name, "place", ExpeditionLimits.Title, out var name) is { } badName) return badName;
            if (place.Latitude is null != place.Longitude is null) return new PointIncomplete(name);
            if (place.Latitude is { } latitude && !(Math.Abs(latitude) <= 90)) return new OutOfRange("latitude", -90, 90); // not what is no number either
            if (place.Longitude is { } longitude && !(Math.Abs(longitude) <= 180)) return new OutOfRange("longitude", -180, 180);
            kept.Add(new(name.Replace('|', '/'), Metre(place.Latitude), Metre(place.Longitude))); // tables set a bar between places
        }
        places = [.. kept.Distinct()];
        return null;
    }

    private static double? Metre(double? degrees) => degrees is { } d ? Math.Round(d, 5) + 0.0 : null; // no negative zero
}
