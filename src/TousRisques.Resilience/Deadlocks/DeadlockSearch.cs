using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Deadlocks;

/// <summary>
/// Finds restart deadlocks: what could run together if it were running (the greatest set), less what will come back by itself (the least).
/// Delays play no part: a reserve still running counts as running. docs/territory-model.md, "Restart deadlocks".
/// </summary>
internal sealed class DeadlockSearch
{
    /// <summary>How many sets of helps to try for one deadlock before giving a bound instead of the smallest.</summary>
    public const int MostTries = 20_000;

    private readonly DependencyGraph graph;
    private readonly Timeline timeline;
    private readonly TimeSpan time;
    private readonly int mostTries;
    private readonly bool[] struck;
    private readonly bool[] returning;
    private readonly bool[] locked;

    public DeadlockSearch(Timeline timeline, TimeSpan time, int mostTries = MostTries)
    {
        (this.timeline, this.time, this.mostTries) = (timeline, time, mostTries);
        graph = timeline.GraphAt(time);
        var running = timeline.RunningAt(time);
        struck = new bool[graph.Count];
        foreach (var strike in timeline.Strikes)
            if (strike.HoldsAt(time)) struck[strike.Node] = true;
        returning = Closure.Least(graph, c => !struck[c], running);
        var possible = Closure.Greatest(graph, c => !struck[c], running);
        locked = [.. possible.Zip(returning, (could, will) => could && !will)];
    }

    public ImmutableArray<Deadlock> Find()
    {
        var cores = new List<(int[] Circle, int[] Members)>();
        foreach (var circle in StrongComponents.Of(graph, c => locked[c]))
        {
            var back = Back(Base(circle), []);
            var members = Array.FindAll(circle, c => !back[c]);
            // A circle that comes back as soon as what it needs is back is held down by another; it is no deadlock of its own.
            if (members.Length > 0) cores.Add((circle, members));
        }
        return [.. cores
            .Select(core => new Deadlock([.. core.Members], HeldDownBy(core.Members, cores), Since(core.Members), SmallestHelps(core.Circle, core.Members)))
            .OrderBy(d => d.Members[0])];
    }

    /// <summary>What runs, will come back, or is locked elsewhere: the circle is judged as if every other deadlock were broken.</summary>
    private bool[] Base(int[] circle)
    {
        var set = new bool[graph.Count];
        for (var c = 0; c < set.Length; c++) set[c] = returning[c] || locked[c];
        foreach (var c in circle) set[c] = false;
        return set;
    }

    private bool[] Back(bool[] given, IEnumerable<int> helped)
    {
        var start = given.ToArray();
        foreach (var c in helped) start[c] = true;
        return Closure.Least(graph, c => !struck[c], start);
    }

    private ImmutableArray<int> HeldDownBy(int[] members, List<(int[] Circle, int[] Members)> cores)
    {
        var back = Back(returning, cores.SelectMany(core => core.Members).Except(members));
        return [.. Enumerable.Range(0, graph.Count).Where(c => locked[c] && !back[c] && !cores.Exists(core => core.Members.Contains(c)))];
    }

    private TimeSpan Since(int[] members) => members.Max(c => timeline.DownSince(c, time)!.Value);

    private Helps SmallestHelps(int[] circle, int[] members)
    {
        var given = Base(circle);
        bool Works(IEnumerable<int> helped)
        {
            var back = Back(given, helped);
            return Array.TrueForAll(circle, c => back[c]);
        }

        var candidates = Candidates(members, given);
        var works = Enough(members, Works); // the members themselves are always enough
        var tries = 0;
        for (var size = 1; size < works.Length; size++)
        {
            var found = new List<ImmutableArray<int>>();
            var complete = true;
            foreach (var set in SetsOf(candidates, size))
            {
                if (++tries > mostTries) { complete = false; break; }
                if (Works(set)) found.Add([.. set]);
            }
            if (found.Count > 0) return new([.. found], size, complete);
            if (!complete) return new([[.. works]], size, Complete: false);
        }
        // Nothing smaller works; list the others of the same size as far as the tries go.
        var all = new List<ImmutableArray<int>>();
        foreach (var set in SetsOf(candidates, works.Length))
        {
            if (++tries > mostTries) return new(all.Count > 0 ? [.. all] : [[.. works]], works.Length, Complete: false);
            if (Works(set)) all.Add([.. set]);
        }
        return new([.. all], works.Length, Complete: true);
    }

    /// <summary>The members, and every other node that is down and that the members depend on, near or far.</summary>
    private int[] Candidates(int[] members, bool[] given)
    {
        var reached = new SortedSet<int>(members);
        var waiting = new Queue<int>(members);
        while (waiting.TryDequeue(out var c))
            foreach (var need in graph.Nodes[c].Needs.Nodes())
                if (!given[need] && reached.Add(need)) waiting.Enqueue(need);
        return [.. reached];
    }

    /// <summary>A set that works and of which none can be left out, to have an answer when the search must stop.</summary>
    private static int[] Enough(int[] members, Func<IEnumerable<int>, bool> works)
    {
        var set = members.ToList();
        foreach (var c in members)
            if (works(set.Where(x => x != c))) set.Remove(c);
        return [.. set];
    }

    private static IEnumerable<int[]> SetsOf(int[] from, int size)
    {
        var at = Enumerable.Range(0, size).ToArray();
        while (at.Length <= from.Length)
        {
            yield return Array.ConvertAll(at, i => from[i]);
            var moving = size - 1;
            while (moving >= 0 && at[moving] == from.Length - size + moving) moving--;
            if (moving < 0) yield break;
            at[moving]++;
            for (var i = moving + 1; i < size; i++) at[i] = at[i - 1] + 1;
        }
    }
}
