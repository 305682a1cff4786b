using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>
/// Writes the least solution of failure equations as gates without circles. Within a circle, every node is written in rounds: in the first round nothing inside the circle
/// is out yet; each round looks at nodes already written in it, and at the round before for the others.
/// </summary>
/// <remarks>
/// How many rounds suffice: a failure that is explained at all has an explanation in which no chain of wants passes a node twice. A chain changes rounds
/// only where a node looks at one that comes after it in the order of writing; each such node is passed once, so as many rounds as there are such nodes, and one more.
/// </remarks>
internal sealed class FaultFunctionBuilder
{
    private readonly DependencyGraph graph;
    private readonly IReadOnlyList<double> unavailability;
    private readonly List<Gate> gates = [];
    private readonly List<double> probabilities = [];
    private readonly List<Cause> causes = [];
    private readonly List<Signal>[] own;

    public FaultFunctionBuilder(DependencyGraph graph, IReadOnlyList<double> unavailability, IReadOnlyList<Hazard> hazards)
    {
        (this.graph, this.unavailability) = (graph, unavailability);
        own = [.. Enumerable.Range(0, graph.Count).Select(_ => new List<Signal>())];
        for (var h = 0; h < hazards.Count; h++) Strike(h, hazards[h]);
    }

    public FaultFunction Build(int top, Func<int, bool> mayFail)
    {
        var reached = Reached(top);
        for (var n = 0; n < graph.Count; n++)
            if (reached[n] && mayFail(n)) own[n].Add(Event(unavailability[n], new Cause.Own(n)));
        var signals = new Signal[graph.Count];
        foreach (var circle in StrongComponents.Of(graph, n => reached[n]))
        {
            var (order, rounds) = Plan(circle);
            foreach (var n in circle) signals[n] = Signal.False;
            for (var round = 0; round < rounds; round++)
                foreach (var n in order) signals[n] = Or([.. own[n], Missing(graph.Nodes[n].Needs, signals)]);
        }
        return new FaultFunction(new FaultTree(probabilities, gates, signals[top]), [.. causes]);
    }

    /// <summary>A hazard's strikes, from the most to the least probable: each next degree of hardness is an event of its own, given the one before.</summary>
    private void Strike(int hazard, Hazard what)
    {
        var degree = Event(what.Probability, new Cause.Happens(hazard));
        var reachedSoFar = 1.0;
        foreach (var strikes in what.Strikes.GroupBy(s => s.Probability).OrderByDescending(g => g.Key))
        {
            if (strikes.Key <= 0) break;
            if (strikes.Key < reachedSoFar)
            {
                degree = And([degree, Event(strikes.Key / reachedSoFar, new Cause.HardEnough(hazard, strikes.Key))]);
                reachedSoFar = strikes.Key;
            }
            foreach (var node in strikes.SelectMany(s => s.Nodes).Distinct()) own[node].Add(degree);
        }
    }

    /// <summary>When a condition does not hold: the contrary of each part, "all" and "any" changing places.</summary>
    private Signal Missing(Formula needs, Signal[] signals) => needs switch
    {
        Formula.On f => signals[f.Node],
        Formula.All f => Or([.. f.Parts.Select(p => Missing(p, signals))]),
        Formula.Any f => And([.. f.Parts.Select(p => Missing(p, signals))]),
        Formula.AtLeast { Count: <= 0 } => Signal.False,
        Formula.AtLeast f when f.Count > f.Parts.Length => Signal.True,
        Formula.AtLeast f => Gate(new Gate(GateKind.AtLeast, [.. f.Parts.Select(p => Missing(p, signals))], f.Parts.Length - f.Count + 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(needs), needs, "No rule for this kind of formula."),
    };

    /// <summary>An order in which to write a circle, and how many rounds it takes: nodes after what they need, but for the wants that close the circle.</summary>
    private (List<int> Order, int Rounds) Plan(int[] circle)
    {
        var inside = circle.ToHashSet();
        var (order, place) = (new List<int>(circle.Length), new Dictionary<int, int>());
        var path = new Stack<(int Node, IEnumerator<int> Needs)>();
        var seen = new HashSet<int>();
        foreach (var root in circle)
        {
            Enter(root);
            while (path.TryPeek(out var at))
            {
                if (at.Needs.MoveNext()) Enter(at.Needs.Current);
                else
                {
                    place[at.Node] = order.Count;
                    order.Add(at.Node);
                    path.Pop();
                }
            }
        }
        var late = circle.SelectMany(n => graph.Nodes[n].Needs.Nodes().Where(m => inside.Contains(m) && place[m] >= place[n])).Distinct().Count();
        return (order, late + 1);

        void Enter(int node)
        {
            if (inside.Contains(node) && seen.Add(node)) path.Push((node, graph.Nodes[node].Needs.Nodes().GetEnumerator()));
        }
    }

    private bool[] Reached(int top)
    {
        var reached = new bool[graph.Count];
        var pending = new Stack<int>([top]);
        while (pending.TryPop(out var n))
        {
            if (reached[n]) continue;
            reached[n] = true;
            foreach (var need in graph.Nodes[n].Needs.Nodes()) pending.Push(need);
        }
        return reached;
    }

    private Signal Event(double probability, Cause cause)
    {
        probabilities.Add(probability);
        causes.Add(cause);
        return Signal.Event(causes.Count - 1);
    }

    private Signal Or(ImmutableArray<Signal> inputs)
    {
        inputs = [.. inputs.Where(s => s != Signal.False).Distinct()];
        return inputs.Contains(Signal.True) ? Signal.True : inputs.Length switch { 0 => Signal.False, 1 => inputs[0], _ => Gate(new Gate(GateKind.Or, inputs)) };
    }

    private Signal And(ImmutableArray<Signal> inputs)
    {
        inputs = [.. inputs.Where(s => s != Signal.True).Distinct()];
        return inputs.Contains(Signal.False) ? Signal.False : inputs.Length switch { 0 => Signal.True, 1 => inputs[0], _ => Gate(new Gate(GateKind.And, inputs)) };
    }

    private Signal Gate(Gate gate)
    {
        gates.Add(gate);
        return Signal.Gate(gates.Count - 1);
    }
}
