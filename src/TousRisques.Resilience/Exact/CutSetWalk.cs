using TousRisques.Resilience.Diagrams;

namespace TousRisques.Resilience.Exact;

/// <summary>Lists cut sets one by one, smallest first, without ever holding more than one: sets of modules are put together on the way.</summary>
/// <param name="families">For each node of the circuit that is a part: its cut sets; null for events.</param>
internal sealed class CutSetWalk(PartFamily?[] families)
{
    /// <summary>What remains to be chosen: a set of that order out of that node of a family, then the rest.</summary>
    private sealed record Goal(PartFamily Family, int Node, int Order, Goal? Then);

    /// <summary>The sets of a part with exactly so many events, as event numbers in ascending order. The same array is never given twice.</summary>
    public IEnumerable<int[]> OfOrder(PartFamily top, int order)
    {
        if (!top.Counts.Has(top.Root, order)) yield break;
        var chosen = new List<int>(order);
        var pending = new Stack<(Goal? Goal, int Kept, int Event)>();
        pending.Push((new Goal(top, top.Root, order, null), 0, -1));
        while (pending.TryPop(out var at))
        {
            chosen.RemoveRange(at.Kept, chosen.Count - at.Kept);
            if (at.Event >= 0) chosen.Add(at.Event);
            var goal = at.Goal;
            while (goal is not null && goal.Node == Zdd.Unit) goal = goal.Then;
            if (goal is null)
            {
                int[] set = [.. chosen];
                Array.Sort(set);
                yield return set;
                continue;
            }
            var (family, node, left, then) = goal;
            var (high, low) = (family.Families.HighOf(node), family.Families.LowOf(node));
            var variable = family.Part.Variables[family.Order[family.Families.LevelOf(node)]];
            if (family.Counts.Has(low, left)) pending.Push((new Goal(family, low, left, then), chosen.Count, -1));
            if (families[variable] is not { } inner)
            {
                if (left > 0 && family.Counts.Has(high, left - 1)) pending.Push((new Goal(family, high, left - 1, then), chosen.Count, variable - 1));
                continue;
            }
            var (ofInner, ofHigh) = (inner.Counts.SpanOf(inner.Root), family.Counts.SpanOf(high));
            for (var own = Math.Min(ofInner.Last, left - ofHigh.First); own >= Math.Max(Math.Max(1, ofInner.First), left - ofHigh.Last); own--)
                if (inner.Counts.Has(inner.Root, own) && family.Counts.Has(high, left - own))
                    pending.Push((new Goal(inner, inner.Root, own, new Goal(family, high, left - own, then)), chosen.Count, -1));
        }
    }
}
