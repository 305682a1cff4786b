using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Analysis;

/// <summary>Caps in force at an hour, and what they leave of a crew.</summary>
internal sealed class Caps
{
    private readonly ImmutableArray<(ConstraintId Constraint, Cap Cap)> inForce;

    public Caps(Scenario scenario, ImmutableArray<ConstraintId> imposed, TimeSpan at)
    {
        inForce = [.. from act in scenario.Acts
                      from c in act.Constraints
                      where imposed.Contains(c.Id) && c.At <= at && (c.For is not { } spell || at < Durations.Plus(c.At, spell))
                      from cap in c.Caps
                      select (c.Id, cap)];
    }

    /// <summary>What an action's crews find, as a verdict with its reasons: feasible with the full crew, degraded from the least one up.</summary>
    public (Verdict Verdict, ImmutableArray<Explanation> Why) On(ActionCard action)
    {
        var staff = Check(Resource.Staff, action.Staff);
        var gathering = Check(Resource.Gatherings, action.Gathering);
        var verdict = staff.Verdict < gathering.Verdict ? staff.Verdict : gathering.Verdict;
        return (verdict, [.. new[] { staff.Why, gathering.Why }.OfType<Cause>().Select(c => new Explanation([c]))]);
    }

    private (Verdict Verdict, Cause? Why) Check(Resource resource, Crew? wanted)
    {
        if (wanted is not { } crew) return (Verdict.Feasible, null);
        var caps = inForce.Where(c => c.Cap.On == resource).ToArray();
        var share = caps.Aggregate(1.0, (product, c) => product * (c.Cap.Share ?? 1));
        // Rounded up: a team of one with three quarters of its people is still one person. The subtraction keeps 10 x 0.7 from becoming 8.
        var granted = (int)Math.Ceiling(crew.Full * share - 1e-9);
        foreach (var (_, cap) in caps)
            if (cap.AtMost is { } most) granted = Math.Min(granted, most);
        if (granted >= crew.Full) return (Verdict.Feasible, null);
        return (granted >= crew.Least ? Verdict.Degraded : Verdict.Impossible,
            new CappedBy(resource, crew.Full, granted, [.. caps.Select(c => c.Constraint).Distinct()]));
    }
}
