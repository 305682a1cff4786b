namespace TousRisques.Resilience.Graphs;

/// <summary>What the engine knows of a component.</summary>
/// <param name="Needs">What must run for it to run.</param>
/// <param name="Autonomy">
/// How long it keeps running once its needs are not met; never negative; <see cref="TimeSpan.MaxValue"/> for ever.
/// </param>
/// <param name="Restart">
/// How long its needs must have been met, and no strike have held it, before a stopped node runs again; never negative;
/// <see cref="TimeSpan.MaxValue"/> for never.
/// </param>
public sealed record Node(Formula Needs, TimeSpan Autonomy = default, TimeSpan Restart = default)
{
    /// <summary>A node that needs nothing, has no reserve and restarts at once.</summary>
    public static readonly Node Free = new(Formula.Always);
}
