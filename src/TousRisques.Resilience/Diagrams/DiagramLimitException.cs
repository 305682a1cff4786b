namespace TousRisques.Resilience.Diagrams;

/// <summary>A diagram would take more memory, or more depth of call, than it was given. Caught inside the room: callers get an outcome.</summary>
internal sealed class DiagramLimitException : Exception
{
    public DiagramLimitException() : base("The diagram outgrew its limit.") { }
}
