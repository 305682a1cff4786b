using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>The catalogue of innovative devices.</summary>
public sealed partial record Catalogue
{
    /// <summary>Before anything happened.</summary>
    public static readonly Catalogue Empty = new();

    internal Decision<ExpeditionEvent> Decide(DeviceCommand command, Asking asking) => command switch
    {
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Catalogue Evolve(DeviceEvent @event, ExpeditionFact fact) => @event switch
    {
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
