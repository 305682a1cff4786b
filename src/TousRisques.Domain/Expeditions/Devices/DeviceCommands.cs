namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>What can be asked of the catalogue of innovative devices.</summary>
public abstract record DeviceCommand : ExpeditionCommand
{
    private protected DeviceCommand() { }

    internal override Standing Least => Standing.Member;
}
