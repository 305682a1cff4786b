using System.Collections.Immutable;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Views;

namespace TousRisques.Analysis.Layers;

/// <summary>Who rests on whom in a territory, and what of it a drawing shows.</summary>
public static class NeedLinks
{
    /// <summary>Every link of a territory, each once, in the order of its components and of their needs.</summary>
    public static ImmutableArray<NeedLink> Of(Territory territory)
    {
        ArgumentNullException.ThrowIfNull(territory);
        return [.. territory.Components.SelectMany(c => c.Needs.Components.Distinct().Select(n => new NeedLink(n, c.Id, StrengthOf(c.Needs, n))))];
    }

    /// <summary>How much a need rests on a component that it names.</summary>
    public static NeedStrength StrengthOf(Need need, ComponentId on) =>
        !Spares(need, on) ? NeedStrength.Hard : Named(need, on) ? NeedStrength.Choice : NeedStrength.Makeshift;

    /// <summary>Whether a need can be met although a component is down, everything else running.</summary>
    public static bool Spares(Need need, ComponentId down) => need switch
    {
        Need.On on => on.Component != down,
        Need.All all => all.Parts.All(p => Spares(p, down)),
        Need.Any any => any.Parts.Any(p => Spares(p, down)),
        Need.AtLeast some => some.Parts.Count(p => Spares(p, down)) >= some.Count,
        Need.Degraded makeshift => Spares(makeshift.Makeshift, down),
        _ => throw new ArgumentOutOfRangeException(nameof(need)),
    };

    // Whether it is named outside makeshifts.
    private static bool Named(Need need, ComponentId component) => need switch
    {
        Need.On on => on.Component == component,
        Need.All all => all.Parts.Any(p => Named(p, component)),
        Need.Any any => any.Parts.Any(p => Named(p, component)),
        Need.AtLeast some => some.Parts.Any(p => Named(p, component)),
        _ => false,
    };

    /// <summary>Everything from which links lead to a component, with how many steps away it is; the component itself is not in it.</summary>
    public static ImmutableDictionary<ComponentId, int> NeededBy(ComponentId component, IEnumerable<NeedLink> links) =>
        Cone(component, links.ToLookup(l => l.By, l => l.Needed));

    /// <summary>Everything to which links lead from a component, with how many steps away it is; the component itself is not in it.</summary>
    public static ImmutableDictionary<ComponentId, int> RestingOn(ComponentId component, IEnumerable<NeedLink> links) =>
        Cone(component, links.ToLookup(l => l.Needed, l => l.By));

    private static ImmutableDictionary<ComponentId, int> Cone(ComponentId start, ILookup<ComponentId, ComponentId> next)
    {
        var steps = new Dictionary<ComponentId, int> { [start] = 0 };
        var queue = new Queue<ComponentId>([start]);
        while (queue.TryDequeue(out var at))
            foreach (var other in next[at])
                if (steps.TryAdd(other, steps[at] + 1)) queue.Enqueue(other);
        steps.Remove(start);
        return steps.ToImmutableDictionary();
    }

    /// <summary>
    /// The links between some components: those between two of them, and for what leads from one to another through components that are
    /// not shown, one link as strong as the weakest step of the strongest way. A way that only leads back to where it began is left out.
    /// </summary>
    public static ImmutableArray<NeedLink> Among(IEnumerable<NeedLink> links, IReadOnlySet<ComponentId> shown)
    {
        var all = links.ToList();
        var needs = all.ToLookup(l => l.By);
        var kept = ImmutableArray.CreateBuilder<NeedLink>();
        foreach (var by in all.Select(l => l.By).Concat(all.Select(l => l.Needed)).Distinct().Where(shown.Contains))
        {
            var found = new Dictionary<ComponentId, NeedLink>();
            foreach (var strength in new[] { NeedStrength.Hard, NeedStrength.Choice, NeedStrength.Makeshift })
            {
                var met = new HashSet<ComponentId> { by };
                var queue = new Queue<(ComponentId At, int Through)>([(by, 0)]);
                while (queue.TryDequeue(out var at))
                    foreach (var link in needs[at.At].Where(l => l.Strength <= strength))
                        if (!met.Add(link.Needed)) continue;
                        else if (shown.Contains(link.Needed)) found.TryAdd(link.Needed, new(link.Needed, by, strength, at.Through));
                        else queue.Enqueue((link.Needed, at.Through + 1));
            }
            // What it needs directly is told as direct, even when a longer way is stronger.
            foreach (var link in needs[by].Where(l => shown.Contains(l.Needed)))
                found[link.Needed] = link.Strength <= found.GetValueOrDefault(link.Needed, link).Strength ? link : found[link.Needed] with { Through = 0 };
            kept.AddRange(found.Values);
        }
        return kept.ToImmutable();
    }

    /// <summary>
    /// The links without those that say nothing new: when a chain of hard needs leads from one component to another, the direct link
    /// between them is implied. What leads where by hard needs stays the same.
    /// </summary>
    /// <param name="links">The links.</param>
    /// <param name="keep">A component whose own links all stay, or null.</param>
    public static ImmutableArray<NeedLink> WithoutImplied(IEnumerable<NeedLink> links, ComponentId? keep = null)
    {
        var all = links.ToList();
        var users = all.Where(l => l.Strength == NeedStrength.Hard).GroupBy(l => l.Needed).ToDictionary(g => g.Key, g => g.Select(l => l.By).ToList());
        // One at a time: of two that imply each other, one stays.
        return
        [
            .. all.Where(link =>
            {
                if (link.Needed == link.By || link.Needed == keep || link.By == keep || !Leads(link)) return true;
                if (link.Strength == NeedStrength.Hard) users[link.Needed].Remove(link.By);
                return false;
            }),
        ];

        bool Leads(NeedLink link)
        {
            var met = new HashSet<ComponentId> { link.Needed };
            var queue = new Queue<ComponentId>([link.Needed]);
            while (queue.TryDequeue(out var at))
                foreach (var user in users.GetValueOrDefault(at, []))
                {
                    if (at == link.Needed && user == link.By) continue; // the link itself
                    if (user == link.By) return true;
                    if (met.Add(user)) queue.Enqueue(user);
                }
            return false;
        }
    }
}
