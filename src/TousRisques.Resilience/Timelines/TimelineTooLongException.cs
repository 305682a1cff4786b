namespace TousRisques.Resilience.Timelines;

/// <summary>
/// A run met more instants than the caller allows. Every run is finite (docs/territory-model.md), but an outage that goes round a loop of
/// very short autonomies and restarts can make it long; a caller who runs models of strangers should expect this.
/// </summary>
/// <param name="mostInstants">The number allowed.</param>
/// <param name="reached">The time that the run had reached.</param>
public sealed class TimelineTooLongException(int mostInstants, TimeSpan reached)
    : Exception($"The timeline has more than {mostInstants} instants; it had reached {reached}.")
{
    /// <summary>The number of instants that was allowed.</summary>
    public int MostInstants { get; } = mostInstants;

    /// <summary>The time that the run had reached, counted from the origin.</summary>
    public TimeSpan Reached { get; } = reached;
}
