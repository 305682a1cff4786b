namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>What happened in the catalogue of innovative devices.</summary>
public abstract record DeviceEvent : ExpeditionEvent
{
    private protected DeviceEvent() { }
}

/// <summary>A visitor declared a device; it waits for a moderator.</summary>
public sealed record DeviceDeclared(DeviceId Device, DeviceSheet Sheet) : DeviceEvent;
/// <summary>Somebody of the expedition added a device.</summary>
public sealed record DeviceAdded(DeviceId Device, DeviceSheet Sheet) : DeviceEvent;
/// <summary>A moderator accepted a device.</summary>
public sealed record DeviceAccepted(DeviceId Device) : DeviceEvent;
/// <summary>A moderator refused a device, or took it out of the catalogue.</summary>
/// <param name="Device">The device.</param>
/// <param name="Reason">Why.</param>
public sealed record DeviceRefused(DeviceId Device, string Reason) : DeviceEvent;
/// <summary>What is said of a device was changed.</summary>
public sealed record DeviceRevised(DeviceId Device, DeviceSheet Sheet) : DeviceEvent;
/// <summary>The latest change of a device was taken back.</summary>
public sealed record DeviceChangeUndone(DeviceId Device) : DeviceEvent;
