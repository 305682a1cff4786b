using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Finds an order of variables under which a part's diagram is small. Every heuristic may make the same small number of nodes, then several times as many.
/// Once that is no longer cheap, only those go on that finished nearly as many gates as the best, and three at most; the last one may fill the memory.
/// Nothing here depends on time, so that the same tree gives the same diagram everywhere.
/// </summary>
internal static class OrderRace
{
    private const int FirstRound = 20_000;
    private const int Growth = 6;
    private const int LastCheapRound = FirstRound * Growth * Growth;
    private const double NearlyAsMany = 0.9;
    private const int Finalists = 3;
    private const int ForceRounds = 100;

    /// <summary>A diagram of the part.</summary>
    /// <exception cref="DiagramLimitException">None was found that fits into the budget.</exception>
    public static PartDiagram Run(Part part, Budget budget, CancellationToken cancel)
    {
        var runners = Heuristics(part);
        var eliminated = new List<Runner>();
        for (var nodes = FirstRound; runners.Count > 1; nodes *= Growth)
        {
            foreach (var runner in runners)
            {
                cancel.ThrowIfCancellationRequested();
                if (Try(part, runner, budget, nodes) is { } found) return found;
            }
            if (nodes < LastCheapRound) continue;
            var ranked = runners.OrderByDescending(r => r.Gates).ToList(); // stable: equals stay in the order of the list
            runners = [.. ranked.Where(r => r.Gates >= NearlyAsMany * ranked[0].Gates).Take(Math.Min(Finalists, runners.Count - 1))];
            eliminated.InsertRange(0, ranked[runners.Count..]);
        }
        foreach (var runner in runners.Concat(eliminated))
        {
            cancel.ThrowIfCancellationRequested();
            if (Try(part, runner, budget, int.MaxValue) is { } found) return found;
        }
        throw new DiagramLimitException();
    }

    private static PartDiagram? Try(Part part, Runner runner, Budget budget, int nodes)
    {
        Bdd? bdd = null;
        try
        {
            bdd = new Bdd(budget, nodes);
            var root = PartBdd.Build(part, runner.Order, bdd, out runner.Gates);
            return new PartDiagram(part, runner.Order, bdd, root);
        }
        catch (DiagramLimitException)
        {
            bdd?.Dispose();
            return null;
        }
    }

    private static List<Runner> Heuristics(Part part)
    {
        if (part.Gates == 1) return [new(() => Orders.LeftMost(part))];
        Func<int[]>[] walks = [() => Orders.HeavyFirst(part), () => Orders.SharedFirst(part), () => Orders.LeftMost(part), () => Orders.LightFirst(part)];
        return [.. walks.Select(w => new Runner(w)), .. walks.Select(w => new Runner(() => Orders.Force(part, w(), ForceRounds)))];
    }

    /// <summary>A heuristic's order, made when first needed, and how far it came in its last attempt.</summary>
    private sealed class Runner(Func<int[]> make)
    {
        public int Gates;
        private int[]? order;

        public int[] Order => order ??= make();
    }
}
