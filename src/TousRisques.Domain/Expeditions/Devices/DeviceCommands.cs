using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>What can be asked of the catalogue of innovative devices.</summary>
public abstract record DeviceCommand : ExpeditionCommand
{
    private protected DeviceCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Declares a device: a visitor's contribution, which a moderator decides on.</summary>
public sealed record DeclareDevice(DeviceId Device, DeviceSheet Sheet) : DeviceCommand
{
    internal override Standing Least => Standing.Anyone;
}
/// <summary>Adds a device to the catalogue at once.</summary>
public sealed record AddDevice(DeviceId Device, DeviceSheet Sheet) : DeviceCommand;
/// <summary>Changes what is said of a device, whether it is accepted yet or not.</summary>
public sealed record ReviseDevice(DeviceId Device, DeviceSheet Sheet) : DeviceCommand;
/// <summary>Accepts devices into the catalogue, also those refused before.</summary>
public sealed record AcceptDevices(ImmutableArray<DeviceId> Devices) : DeviceCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Refuses devices, or takes them out of the catalogue.</summary>
public sealed record RefuseDevices(ImmutableArray<DeviceId> Devices, string Reason) : DeviceCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Takes back the latest change of a device. Whoever saw an older state changes nothing.</summary>
/// <param name="Device">The device.</param>
/// <param name="Change">Its number of changes, as seen.</param>
public sealed record UndoDevice(DeviceId Device, int Change) : DeviceCommand;
/// <summary>Takes devices in from a file: those whose name is known are revised, the others added.</summary>
public sealed record ImportDevices(ImmutableArray<ImportedDevice> Devices) : DeviceCommand;

/// <summary>A device from a file.</summary>
/// <param name="Device">Its name: the file's, or drawn by the edge.</param>
/// <param name="Sheet">What the file says of it.</param>
public sealed record ImportedDevice(DeviceId Device, DeviceSheet Sheet);
