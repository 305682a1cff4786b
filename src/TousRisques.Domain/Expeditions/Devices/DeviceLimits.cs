namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>How large the catalogue may grow.</summary>
public static class DeviceLimits
{
    /// <summary>Devices of an expedition, whatever became of them.</summary>
    public const int Devices = 20_000;
    /// <summary>Devices that wait for a moderator: a flood of them stops here.</summary>
    public const int Pending = 500;
    /// <summary>Devices of one command.</summary>
    public const int Batch = 500;
    /// <summary>Places of a device.</summary>
    public const int Places = 5;
    /// <summary>Length of what remains when something fails, and of a cost.</summary>
    public const int Remark = 600;
    /// <summary>Changes of a device that can be taken back; the journal keeps all.</summary>
    public const int Steps = 40;
}
