using System.Collections.Immutable;

namespace TousRisques.Resilience.Deadlocks;

/// <summary>
/// A restart deadlock (interblocage au redémarrage): nodes that no strike holds and that could all run together, but each waits for
/// another, so that they stay down until help comes from outside.
/// </summary>
/// <param name="Members">The nodes that wait for each other; ascending.</param>
/// <param name="HeldDown">Other nodes that stay down for want of these, and would come back after them; ascending.</param>
/// <param name="Since">Since when all the members have been down together, counted from the origin.</param>
/// <param name="Helps">The smallest helps that would break it.</param>
public sealed record Deadlock(ImmutableArray<int> Members, ImmutableArray<int> HeldDown, TimeSpan Since, Helps Helps);

/// <summary>
/// Sets of nodes which, if something from outside made them run (a generator brought in, a manual start), would bring back every member.
/// </summary>
/// <param name="Sets">Each works, each in ascending order, in lexicographic order, all of the same size.</param>
/// <param name="NoneBelow">It is proved that no set of fewer nodes works.</param>
/// <param name="Complete">Whether <paramref name="Sets"/> has every set of its size that works.</param>
public sealed record Helps(ImmutableArray<ImmutableArray<int>> Sets, int NoneBelow, bool Complete)
{
    /// <summary>Whether the sets are proved to be the smallest; if not, <see cref="NoneBelow"/> is what is known.</summary>
    public bool AreSmallest => Sets[0].Length == NoneBelow;
}
