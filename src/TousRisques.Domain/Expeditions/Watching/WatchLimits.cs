namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>How large the watch of an expedition may grow.</summary>
public static class WatchLimits
{
    /// <summary>Items, whatever became of them.</summary>
    public const int Items = 20_000;
    /// <summary>Items that one command takes in or sorts.</summary>
    public const int Batch = 200;
    /// <summary>Feeds followed.</summary>
    public const int Feeds = 100;
    /// <summary>Length of an item's title: headlines are longer than names.</summary>
    public const int Title = 300;
}
