using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Searching;

namespace TousRisques.Web.Devices;

/// <summary>A device made ready to be found.</summary>
/// <param name="Device">The device.</param>
/// <param name="Title">Its name, prepared for search: also the order of the catalogue.</param>
/// <param name="Text">All that is said of it, prepared for search.</param>
/// <param name="Has">Its values in each facet.</param>
/// <param name="Places">Its places that have coordinates, with their names as they are compared.</param>
public sealed record ShelvedDevice(Device Device, string Title, string Text, ImmutableArray<uint> Has, ImmutableArray<(string Name, DevicePlace Place)> Places)
{
    private static readonly ConditionalWeakTable<Device, ShelvedDevice> Known = [];

    /// <summary>Made once for each version of a device: after a change, the others are as they were.</summary>
    public static ShelvedDevice Of(Device device) => Known.GetValue(device, static d =>
    {
        var s = d.Sheet;
        return new(d, SearchQuery.Prepare(s.Name),
            SearchQuery.Prepare(string.Join('\n', (string[])[s.Name, s.Does, s.Cost, s.DependsOnMore, s.WithoutPower, s.WithoutNetwork, s.WithoutStaff, s.Source, .. s.Places.Select(p => p.Name)])),
            [.. DeviceFacet.All.Select(f => f.Of(s))], [.. s.Places.Where(p => p.Latitude is not null).Select(p => (SearchQuery.Prepare(p.Name), p))]);
    });
}

/// <summary>The accepted devices of a catalogue, in order. Made once for each state of the catalogue.</summary>
public sealed class DeviceShelf
{
    private static readonly ConditionalWeakTable<Catalogue, DeviceShelf> Known = [];

    private readonly Lazy<ImmutableArray<ShelvedDevice>> newest;

    private DeviceShelf(Catalogue catalogue)
    {
        Devices =
        [
            .. catalogue.All.Values.Where(d => d.Status == DeviceStatus.Accepted).Select(ShelvedDevice.Of)
                .OrderBy(d => d.Title, StringComparer.Ordinal).ThenBy(d => d.Device.Id.Value, StringComparer.Ordinal),
        ];
        newest = new(() => [.. Devices.OrderByDescending(d => d.Device.DeclaredAt)]); // a stable sort: names stay in order
    }

    /// <summary>The devices, by name.</summary>
    public ImmutableArray<ShelvedDevice> Devices { get; }

    /// <summary>The newest first, by name where they came together. Sorted when first asked for.</summary>
    public ImmutableArray<ShelvedDevice> Newest => newest.Value;

    /// <summary>The shelf of a catalogue.</summary>
    public static DeviceShelf Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new(c));
}
