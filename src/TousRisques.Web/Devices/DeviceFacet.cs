using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Devices;

/// <summary>A value of a facet.</summary>
/// <param name="Wire">As addresses and files write it.</param>
/// <param name="Word">Key of its word.</param>
public sealed record FacetValue(string Wire, string Word);

/// <summary>Something by which devices are told apart. What a device is in it, and what somebody looks for, are sets of bits: bit <c>i</c> is value <c>i</c>.</summary>
/// <param name="Key">Its name in addresses; <c>explorer-devices.facet.{Key}</c> is its word.</param>
/// <param name="Values">Its values.</param>
/// <param name="Of">The values that a device has.</param>
/// <param name="NeedsAll">Whether a device must have every value asked for, rather than one of them.</param>
public sealed record DeviceFacet(string Key, ImmutableArray<FacetValue> Values, Func<DeviceSheet, uint> Of, bool NeedsAll = false)
{
    /// <summary>Every facet, in the order of pages.</summary>
    public static readonly ImmutableArray<DeviceFacet> All =
    [
        Make<Lack>("without", s => Enum.GetValues<Lack>().Where(s.WorksWithout), needsAll: true),
        Make<HazardTag>("hazard", s => s.Hazards),
        Make<Theme>("theme", s => s.Themes),
        Make<CrisisTime>("time", s => s.Times),
        Make<StakeholderFamily>("for", s => s.For),
        Make<Maturity>("maturity", s => s.Maturity is { } m ? [m] : []),
        Make<Scale>("scale", s => s.Scale is { } scale ? [scale] : []),
    ];

    /// <summary>Whether a device that has some values is among those asked for.</summary>
    public bool Takes(uint has, uint asked) => asked == 0 || (NeedsAll ? (has & asked) == asked : (has & asked) != 0);

    private static DeviceFacet Make<T>(string key, Func<DeviceSheet, IEnumerable<T>> of, bool needsAll = false) where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return new(key, [.. values.Select(v => new FacetValue(Wire.Of(v), $"enum.{typeof(T).Name}.{v}"))],
            sheet => of(sheet).Aggregate(0u, (bits, v) => bits | 1u << Array.IndexOf(values, v)), needsAll);
    }
}
