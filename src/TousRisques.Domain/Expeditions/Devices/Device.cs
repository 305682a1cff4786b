using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>A device of the catalogue.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Sheet">What is said of it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DeclaredAt">When it was declared or added.</param>
/// <param name="FromVisitor">Whether a visitor declared it.</param>
public sealed record Device(DeviceId Id, DeviceSheet Sheet, DeviceStatus Status, DateTimeOffset DeclaredAt, bool FromVisitor)
{
    /// <summary>Why it was refused; empty when it is not.</summary>
    public string Reason { get; init; } = "";
    /// <summary>How many times it was changed, undoing included.</summary>
    public int Changes { get; init; }
    /// <summary>Changes that can be taken back, the latest last.</summary>
    public ImmutableArray<DeviceStep> Steps { get; init; } = [];

    internal Device Stepped(DeviceStepKind kind, ExpeditionFact fact)
    {
        var steps = Steps.Length < DeviceLimits.Steps ? Steps : Steps.RemoveAt(0);
        return this with { Changes = Changes + 1, Steps = steps.Add(new(kind, fact.By, fact.At, Sheet, Status, Reason)) };
    }

    internal Device Undone() => Steps is [.., var last]
        ? this with { Sheet = last.Sheet, Status = last.Status, Reason = last.Reason, Changes = Changes + 1, Steps = Steps.RemoveAt(Steps.Length - 1) }
        : this;
}

/// <summary>What was done to a device.</summary>
public enum DeviceStepKind
{
    /// <summary>What is said of it was changed.</summary>
    Revised,
    /// <summary>It was accepted.</summary>
    Accepted,
    /// <summary>It was refused or taken out.</summary>
    Refused,
}

/// <summary>A change of a device, with what stood before it.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When.</param>
/// <param name="Sheet">What was said of it before.</param>
/// <param name="Status">Where it stood before.</param>
/// <param name="Reason">Why it was refused before; or empty.</param>
public sealed record DeviceStep(DeviceStepKind Kind, ExpeditionActor By, DateTimeOffset At, DeviceSheet Sheet, DeviceStatus Status, string Reason);
