using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Facts;

/// <summary>One link of a causal chain, from the thing asked about back to the event. Data only; words are made in Web.</summary>
public abstract record Cause
{
    private protected Cause() { }
}

/// <summary>A component is struck.</summary>
/// <param name="Component">The component.</param>
/// <param name="Since">Hours from the origin.</param>
/// <param name="Event">The event that struck it, or null.</param>
/// <param name="Constraint">The constraint that struck it, or null.</param>
public sealed record StruckBy(ComponentId Component, TimeSpan Since, EventId? Event, ConstraintId? Constraint) : Cause;

/// <summary>A component stopped because its needs were unmet; the next links say why.</summary>
/// <param name="Component">The component.</param>
/// <param name="Since">When it stopped.</param>
/// <param name="UnmetSince">When its needs were lost.</param>
/// <param name="Autonomy">How long it held on; zero when it stopped at once.</param>
/// <param name="For">The components whose loss left its needs unmet.</param>
public sealed record StarvedOf(ComponentId Component, TimeSpan Since, TimeSpan UnmetSince, TimeSpan Autonomy, ImmutableArray<ComponentId> For) : Cause;

/// <summary>A component runs on its reserve because its needs are unmet; the next links say why.</summary>
/// <param name="Component">The component.</param>
/// <param name="UnmetSince">When its needs were lost.</param>
/// <param name="Until">When the reserve ends.</param>
/// <param name="For">The components whose loss left its needs unmet.</param>
public sealed record RunningOnReserve(ComponentId Component, TimeSpan UnmetSince, TimeSpan Until, ImmutableArray<ComponentId> For) : Cause;

/// <summary>A component is coming back.</summary>
/// <param name="Component">The component.</param>
/// <param name="Since">When its needs were met again and no strike held.</param>
/// <param name="Until">When it will run again if nothing else happens.</param>
public sealed record StillRestarting(ComponentId Component, TimeSpan Since, TimeSpan Until) : Cause;

/// <summary>A component waits for others that wait for it (restart deadlock).</summary>
/// <param name="Component">The component.</param>
/// <param name="Since">When it went down.</param>
/// <param name="Waiting">The whole set that waits for itself.</param>
/// <param name="Helps">Components to help back by hand so that the set comes back; one smallest choice.</param>
public sealed record InDeadlock(ComponentId Component, TimeSpan Since, ImmutableArray<ComponentId> Waiting, ImmutableArray<ComponentId> Helps) : Cause;

/// <summary>Too few people: caps leave fewer than the action counts on.</summary>
/// <param name="Resource">What is capped.</param>
/// <param name="Wanted">How many the action counts on.</param>
/// <param name="Granted">How many the caps leave.</param>
/// <param name="Constraints">The constraints that cap.</param>
public sealed record CappedBy(Resource Resource, int Wanted, int Granted, ImmutableArray<ConstraintId> Constraints) : Cause;

/// <summary>Holds only through a makeshift, since what it replaces is down; the next links say why.</summary>
/// <param name="Makeshift">The components that stand in.</param>
/// <param name="For">The components they replace.</param>
public sealed record ThroughMakeshift(ImmutableArray<ComponentId> Makeshift, ImmutableArray<ComponentId> For) : Cause;

/// <summary>A causal chain: the nearest link first, the root last.</summary>
public sealed record Explanation(ImmutableArray<Cause> Chain);
