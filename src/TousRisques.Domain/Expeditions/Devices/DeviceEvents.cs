namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>What happened in the catalogue of innovative devices.</summary>
public abstract record DeviceEvent : ExpeditionEvent
{
    private protected DeviceEvent() { }
}
