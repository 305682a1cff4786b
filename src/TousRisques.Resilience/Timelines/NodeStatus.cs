namespace TousRisques.Resilience.Timelines;

/// <summary>How a node stands at a time. Which one follows from three facts: it runs or not, it is struck or not, its needs are met or not.</summary>
public enum NodeStatus
{
    /// <summary>It runs and its needs are met.</summary>
    Running,
    /// <summary>It runs though its needs are not met: its autonomy is being used.</summary>
    OnReserve,
    /// <summary>A strike holds it; it does not run.</summary>
    Struck,
    /// <summary>No strike holds it, its needs are not met, and it does not run.</summary>
    Starved,
    /// <summary>No strike holds it, its needs are met, and its restart is under way.</summary>
    Restarting,
}

/// <summary>Questions about a status.</summary>
public static class NodeStatuses
{
    /// <summary>Whether a node in this status does its work.</summary>
    public static bool IsUp(this NodeStatus status) => status is NodeStatus.Running or NodeStatus.OnReserve;
}
