using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Devices;

public sealed partial record Catalogue
{
    private Decision<ExpeditionEvent> Declare(DeclareDevice c)
    {
        if (Waiting.Length >= DeviceLimits.Pending) return new TooMany("pending-device", DeviceLimits.Pending);
        return NewRefusal(c.Device, c.Sheet, out var sheet) is { } no ? no : new DeviceDeclared(c.Device, sheet);
    }

    private Refusal? NewRefusal(DeviceId id, DeviceSheet raw, out DeviceSheet sheet)
    {
        sheet = raw;
        if (!DeviceId.IsValid(id.Value)) return new Unknown("device", Clean.Cut(id.Value ?? "", ExpeditionLimits.Id));
        if (All.ContainsKey(id)) return new AlreadyThere();
        return All.Count >= DeviceLimits.Devices ? new TooMany("device", DeviceLimits.Devices) : DeviceSheet.Check(raw, out sheet);
    }

    private Decision<ExpeditionEvent> Revise(ReviseDevice c)
    {
        if (Find(c.Device) is not { } device) return NoSuch(c.Device);
        if (DeviceSheet.Check(c.Sheet, out var sheet) is { } no) return no;
        return sheet == device.Sheet ? Decision<ExpeditionEvent>.Nothing : new DeviceRevised(c.Device, sheet);
    }

    private Decision<ExpeditionEvent> Refuse(RefuseDevices c) =>
        Clean.Optional(c.Reason, "reason", ExpeditionLimits.Paragraph, lines: true, out var reason) is { } no ? no
        : reason.Length == 0 ? new ReasonWanted()
        : Each(c.Devices, DeviceStatus.Refused, d => new DeviceRefused(d, reason));

    /// <summary>Decides on devices together; those that stand there already are passed over.</summary>
    private Decision<ExpeditionEvent> Each(ImmutableArray<DeviceId> devices, DeviceStatus becomes, Func<DeviceId, DeviceEvent> fact)
    {
        if (devices.Length > DeviceLimits.Batch) return new TooMany("device", DeviceLimits.Batch);
        foreach (var id in devices)
            if (Find(id) is null) return NoSuch(id);
        return Decision<ExpeditionEvent>.Of(devices.Distinct().Where(id => All[id].Status != becomes).Select(fact));
    }

    private Decision<ExpeditionEvent> Undo(UndoDevice c, Asking asking)
    {
        if (Find(c.Device) is not { } device) return NoSuch(c.Device);
        if (device.Steps.IsEmpty || device.Changes != c.Change) return Decision<ExpeditionEvent>.Nothing;
        return device.Steps[^1].Kind != DeviceStepKind.Revised && asking.Standing < Standing.Moderator ? new StandingNeeded(Standing.Moderator)
            : device.Steps[^1].Status == DeviceStatus.Pending && device.Status != DeviceStatus.Pending && Waiting.Length >= DeviceLimits.Pending ? new TooMany("pending-device", DeviceLimits.Pending)
            : new DeviceChangeUndone(c.Device);
    }

    private Decision<ExpeditionEvent> Import(ImportDevices c)
    {
        if (c.Devices.Length > DeviceLimits.Batch) return new TooMany("device", DeviceLimits.Batch);
        var facts = new List<ExpeditionEvent>(c.Devices.Length);
        var seen = new HashSet<DeviceId>();
        var added = 0;
        foreach (var given in c.Devices)
        {
            if (!DeviceId.IsValid(given.Device.Value)) return new Unknown("device", Clean.Cut(given.Device.Value ?? "", ExpeditionLimits.Id));
            if (!seen.Add(given.Device)) return new AlreadyThere();
            if (DeviceSheet.Check(given.Sheet, out var sheet) is { } no) return no;
            if (Find(given.Device) is { } known)
            {
                if (known.Sheet != sheet) facts.Add(new DeviceRevised(given.Device, sheet));
                continue;
            }
            if (All.Count + ++added > DeviceLimits.Devices) return new TooMany("device", DeviceLimits.Devices);
            facts.Add(new DeviceAdded(given.Device, sheet));
        }
        return Decision<ExpeditionEvent>.Of(facts);
    }

    private static Unknown NoSuch(DeviceId id) => new("device", Clean.Cut(id.Value ?? "", ExpeditionLimits.Id));
}
