using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Bench;

/// <summary>
/// Made-up territories of any size, always the same for a size: layers from power to functions, a few dependences backwards that close
/// circles, delays of minutes to a day, eight hazards of which each strikes one component in twenty.
/// </summary>
internal static class Territories
{
    public static Study Large(int count)
    {
        // Not for dice, only for a fixed arrangement that looks like one.
        var state = (ulong)count;
        int Next(int below) => (int)(Mix(ref state) % (ulong)below);
        Formula Before(int c) => new Formula.On(Next(100) < 3 ? Next(count) : Math.Max(0, c - 1 - Next(Math.Max(1, count / 5))));

        var nodes = new Node[count];
        for (var c = 0; c < count; c++)
        {
            Formula needs = c < count / 10 ? Formula.Always : Next(10) switch
            {
                < 5 => new Formula.All([.. Enumerable.Range(0, 1 + Next(3)).Select(_ => Before(c))]),
                < 8 => new Formula.Any([Before(c), Before(c)]),
                8 => new Formula.AtLeast(2, [Before(c), Before(c), Before(c)]),
                _ => new Formula.All([Before(c), new Formula.Any([Before(c), Before(c)])]),
            };
            nodes[c] = new(needs, TimeSpan.FromMinutes(Next(3) == 0 ? 20 * Next(72) : 0), TimeSpan.FromMinutes(Next(2) == 0 ? 5 * Next(48) : 0));
        }
        var hazards = Enumerable.Range(0, 8).Select(h => new Hazard(0.1 + 0.05 * h, TimeSpan.Zero, TimeSpan.FromHours(60),
            [.. Enumerable.Range(0, 3).Select(s => new HazardStrike(
                [.. Enumerable.Range(0, Math.Max(1, count / 60)).Select(_ => Next(count)).Distinct()],
                TimeSpan.FromMinutes(30 * s), TimeSpan.FromHours(1), TimeSpan.FromHours(24), 1.0 / (s + 1)))]));
        return new Study(new DependencyGraph(nodes), [.. hazards], [.. Enumerable.Range(count - count / 10, count / 10)], TimeSpan.FromHours(72));
    }

    public static int LargestCircle(Study study)
    {
        // Nodes reachable both ways from the middle of the largest circle: by repeated squaring of reach would be dear, so by two searches a node.
        var best = 0;
        var seen = new bool[study.Graph.Count];
        for (var c = 0; c < study.Graph.Count; c++)
        {
            if (seen[c]) continue;
            var (down, up) = (Reach(c, n => study.Graph.Nodes[n].Needs.Nodes()), Reach(c, n => study.Graph.DependentsOf(n)));
            down.IntersectWith(up);
            foreach (var n in down) seen[n] = true;
            best = Math.Max(best, down.Count);
            if (best > study.Graph.Count / 2 || study.Graph.Count > 2_000 && c > 50) break;
        }
        return best;
    }

    private static HashSet<int> Reach(int from, Func<int, IEnumerable<int>> next)
    {
        var reached = new HashSet<int> { from };
        var waiting = new Queue<int>(reached);
        while (waiting.TryDequeue(out var n))
            foreach (var m in next(n))
                if (reached.Add(m)) waiting.Enqueue(m);
        return reached;
    }

    private static ulong Mix(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }
}
