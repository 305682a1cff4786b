namespace TousRisques.Resilience.Timelines;

/// <summary>
/// What puts a node out of service whatever its needs, from <paramref name="From"/> (included) to <paramref name="Until"/>
/// (excluded). Strikes may overlap on one node; an empty one has no effect.
/// </summary>
/// <param name="Node">Index of the node.</param>
/// <param name="From">Counted from the origin; not negative.</param>
/// <param name="Until">Not before <paramref name="From"/>; <see cref="TimeSpan.MaxValue"/> for a strike without end.</param>
/// <param name="Cause">A number of the caller's own (an event, a constraint); the engine only hands it back.</param>
public readonly record struct Strike(int Node, TimeSpan From, TimeSpan Until, int Cause = 0)
{
    /// <summary>Whether the strike holds at that time.</summary>
    public bool HoldsAt(TimeSpan time) => From <= time && time < Until;
}
