using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Devices;

namespace TousRisques.Web.Devices.Exchange;

/// <summary>A device of a file that is called nearly like another.</summary>
/// <param name="Filed">The device of the file.</param>
/// <param name="Near">What it may be.</param>
public sealed record NearFiled(FiledDevice Filed, Device Near);

/// <summary>What taking in a file would change.</summary>
/// <param name="Reading">The file.</param>
/// <param name="Added">Devices that the catalogue does not have.</param>
/// <param name="Revised">Devices of which the file says something else.</param>
/// <param name="Same">How many are as the file says.</param>
/// <param name="Near">New devices that are called nearly like others, the first of them.</param>
public sealed record ImportPreview(DeviceReading Reading, ImmutableArray<FiledDevice> Added, ImmutableArray<FiledDevice> Revised, int Same, ImmutableArray<NearFiled> Near)
{
    private const int MostNear = 50;

    /// <summary>Whether there is anything to take in.</summary>
    public bool Changes => !Added.IsEmpty || !Revised.IsEmpty;

    /// <summary>Compares a file with a catalogue.</summary>
    public static ImportPreview Of(DeviceReading reading, Catalogue catalogue)
    {
        var known = reading.Devices.Select(d => (Filed: d, Known: d.Id is { } id ? catalogue.Find(id) : null)).ToList();
        var added = known.Where(k => k.Known is null).Select(k => k.Filed).ToImmutableArray();
        var near = NearDevices.In(catalogue);
        return new(
            reading, added, [.. known.Where(k => k.Known is { } d && d.Sheet != k.Filed.Sheet).Select(k => k.Filed)], known.Count(k => k.Known is { } d && d.Sheet == k.Filed.Sheet),
            [.. added.SelectMany(f => near.To(f.Sheet.Name).Take(1).Select(d => new NearFiled(f, d))).Take(MostNear)]);
    }
}
