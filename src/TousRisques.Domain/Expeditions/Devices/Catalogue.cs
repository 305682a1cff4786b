using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>The catalogue of innovative devices.</summary>
public sealed partial record Catalogue
{
    /// <summary>Before anything happened.</summary>
    public static readonly Catalogue Empty = new();

    /// <summary>Every device, whatever became of it.</summary>
    public ImmutableDictionary<DeviceId, Device> All { get; init; } = ImmutableDictionary<DeviceId, Device>.Empty;

    /// <summary>Names of devices that wait for a moderator, the oldest first.</summary>
    public ImmutableArray<DeviceId> Waiting { get; init; } = [];

    /// <summary>Devices that wait for a moderator, the oldest first.</summary>
    public IEnumerable<Device> Pending => Waiting.Select(id => All[id]);

    /// <summary>A device, or null.</summary>
    public Device? Find(DeviceId device) => All.GetValueOrDefault(device);

    internal Decision<ExpeditionEvent> Decide(DeviceCommand command, Asking asking) => command switch
    {
        DeclareDevice c => Declare(c),
        AddDevice c => NewRefusal(c.Device, c.Sheet, out var sheet) is { } no ? no : new DeviceAdded(c.Device, sheet),
        ReviseDevice c => Revise(c),
        AcceptDevices c => Each(c.Devices, DeviceStatus.Accepted, d => new DeviceAccepted(d)),
        RefuseDevices c => Refuse(c),
        UndoDevice c => Undo(c, asking),
        ImportDevices c => Import(c),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Catalogue Evolve(DeviceEvent @event, ExpeditionFact fact) => @event switch
    {
        DeviceDeclared e => With(new Device(e.Device, e.Sheet, DeviceStatus.Pending, fact.At, FromVisitor: true)),
        DeviceAdded e => With(new Device(e.Device, e.Sheet, DeviceStatus.Accepted, fact.At, FromVisitor: false)),
        DeviceAccepted e => With(e.Device, d => d.Stepped(DeviceStepKind.Accepted, fact) with { Status = DeviceStatus.Accepted, Reason = "" }),
        DeviceRefused e => With(e.Device, d => d.Stepped(DeviceStepKind.Refused, fact) with { Status = DeviceStatus.Refused, Reason = e.Reason }),
        DeviceRevised e => With(e.Device, d => d.Stepped(DeviceStepKind.Revised, fact) with { Sheet = e.Sheet }),
        DeviceChangeUndone e => With(e.Device, d => d.Undone()),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    private Catalogue With(DeviceId id, Func<Device, Device> change) => Find(id) is { } device ? With(change(device)) : this;

    private Catalogue With(Device device)
    {
        var (waits, listed) = (device.Status == DeviceStatus.Pending, Waiting.Contains(device.Id));
        return this with
        {
            All = All.SetItem(device.Id, device),
            Waiting = waits == listed ? Waiting : waits ? Waiting.Add(device.Id) : Waiting.Remove(device.Id),
        };
    }
}
