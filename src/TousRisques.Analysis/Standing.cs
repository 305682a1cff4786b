using System.Collections.Immutable;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Resilience.Deadlocks;
using Link = TousRisques.Resilience.Explanations.Explanation;

namespace TousRisques.Analysis;

/// <summary>How the territory stands at one hour of a story, in the words of the domain.</summary>
internal sealed class Standing
{
    /// <summary>How many chains are told for one thing: more would not be read.</summary>
    private const int MostChains = 6;

    private readonly Story story;
    private readonly TimeSpan at;
    private readonly bool[] running;
    private readonly ImmutableArray<Need> needs;
    private readonly ImmutableArray<Deadlock> deadlocks;

    public Standing(Story story, TimeSpan at)
    {
        (this.story, this.at) = (story, at);
        running = story.Timeline.RunningAt(at);
        needs = story.NeedsAt(at);
        deadlocks = story.Timeline.DeadlocksAt(at);
    }

    /// <summary>How a component stands; null when it simply runs.</summary>
    public ComponentFact? Of(Component component)
    {
        var node = story.Graph.IndexOf(component.Id);
        if (story.Timeline.Explain(node, at) is { } link)
            return new(component.Id, StatusOf(link), SinceOf(link), [new Explanation(ChainOf(link))]);
        if (Through(needs[node]) is not { } makeshift) return null;
        return new(component.Id, ComponentStatus.Makeshift, story.Timeline.IntervalAt(node, at).From, [makeshift]);
    }

    /// <summary>Why a component is down or on reserve; empty when it runs.</summary>
    public ImmutableArray<Explanation> WhyDown(ComponentId component) =>
        story.Timeline.Explain(story.Graph.IndexOf(component), at) is { } link ? [new Explanation(ChainOf(link))] : [];

    /// <summary>Whether something strikes a component.</summary>
    public bool IsStruck(ComponentId component) => !story.Timeline.StrikesAt(story.Graph.IndexOf(component), at).IsEmpty;

    /// <summary>How far a need is met, and why no further.</summary>
    public (Verdict Verdict, ImmutableArray<Explanation> Why) Judge(Need need)
    {
        var missing = story.Timeline.Explain(story.Graph.FormulaOf(need), at);
        if (missing is { } culprits) return (Verdict.Impossible, [.. culprits.Take(MostChains).Select(c => new Explanation(ChainOf(c)))]);
        return Through(need) is { } makeshift ? (Verdict.Degraded, [makeshift]) : (Verdict.Feasible, []);
    }

    /// <summary>A need that is met only through makeshifts: which ones, and for want of what; null when it is met without them.</summary>
    private Explanation? Through(Need need)
    {
        var full = story.Graph.FullFormulaOf(need);
        if (full.Holds(running) || !story.Graph.FormulaOf(need).Holds(running)) return null;
        var culprits = story.Timeline.Explain(full, at) ?? [];
        var link = new ThroughMakeshift(
            [.. MakeshiftsOf(need).Distinct()], [.. culprits.Select(c => story.Graph.ComponentOf(c.Node))]);
        return new(culprits.IsEmpty ? [link] : [link, .. ChainOf(culprits[0])]);
    }

    private IEnumerable<ComponentId> MakeshiftsOf(Need need) => need switch
    {
        Need.Degraded d when story.Graph.FormulaOf(d.Makeshift) is var formula && formula.Holds(running) =>
            formula.Nodes().Where(n => running[n]).Select(story.Graph.ComponentOf),
        Need.All n => n.Parts.SelectMany(MakeshiftsOf),
        Need.Any n => n.Parts.SelectMany(MakeshiftsOf),
        Need.AtLeast n => n.Parts.SelectMany(MakeshiftsOf),
        _ => [],
    };

    private Deadlock? DeadlockOf(int node) => deadlocks.FirstOrDefault(d => d.Members.Contains(node) || d.HeldDown.Contains(node));

    private ComponentStatus StatusOf(Link link) => link switch
    {
        Link.Struck => ComponentStatus.Struck,
        Link.OnReserve => ComponentStatus.OnReserve,
        Link.Restarting => ComponentStatus.Restarting,
        _ => DeadlockOf(link.Node) is null ? ComponentStatus.Starved : ComponentStatus.Deadlocked,
    };

    private static TimeSpan SinceOf(Link link) => link is Link.Starved starved ? starved.DownSince : link.Since;

    /// <summary>One chain down to its end, along the shortest explanations; each link names all that it rests on.</summary>
    private ImmutableArray<Cause> ChainOf(Link link)
    {
        var chain = ImmutableArray.CreateBuilder<Cause>();
        // A strike ends the chain: that the component was down before it was struck is another story.
        for (Link? next = link; next is not null; next = next is Link.Struck ? null : next.Because.FirstOrDefault())
            chain.Add(CauseOf(next));
        return chain.ToImmutable();
    }

    private Cause CauseOf(Link link)
    {
        var component = story.Graph.ComponentOf(link.Node);
        switch (link)
        {
            case Link.Struck struck:
                var striker = story.Schedule.Strikers[struck.Strikes[0].Cause];
                return new StruckBy(component, struck.Since, striker.Event, striker.Constraint);
            case Link.OnReserve reserve:
                return new RunningOnReserve(component, reserve.Since, reserve.Until, Names(reserve.Culprits));
            case Link.Restarting restarting:
                return new StillRestarting(component, restarting.Since, restarting.Until);
            case Link.Starved starved when DeadlockOf(link.Node) is { } deadlock && deadlock.Members.Contains(link.Node):
                return new InDeadlock(component, starved.DownSince, Names(deadlock.Members), Names(deadlock.Helps.Sets[0]));
            case Link.Starved starved:
                return new StarvedOf(component, starved.DownSince, starved.UnmetSince, starved.ReserveUsed, Names(starved.Culprits));
            default:
                throw new NotSupportedException(link.GetType().Name);
        }
    }

    private ImmutableArray<ComponentId> Names(IEnumerable<Link> links) => [.. links.Select(l => story.Graph.ComponentOf(l.Node))];

    private ImmutableArray<ComponentId> Names(IEnumerable<int> nodes) => [.. nodes.Select(story.Graph.ComponentOf)];
}
