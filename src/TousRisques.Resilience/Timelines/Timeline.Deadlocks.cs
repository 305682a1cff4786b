using System.Collections.Immutable;
using TousRisques.Resilience.Deadlocks;

namespace TousRisques.Resilience.Timelines;

public sealed partial class Timeline
{
    /// <summary>The restart deadlocks that are left when the timeline ends.</summary>
    public ImmutableArray<Deadlock> Deadlocks => DeadlocksAt(Instants[^1]);

    /// <summary>
    /// The restart deadlocks at a time: with the strikes that hold then and no others to come, these nodes would stay down though they could
    /// all run together.
    /// </summary>
    public ImmutableArray<Deadlock> DeadlocksAt(TimeSpan time) => new DeadlockSearch(this, InRange(time)).Find();
}
