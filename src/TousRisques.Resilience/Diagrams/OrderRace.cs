using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Finds an order of variables under which a part's diagram is small. Every heuristic may make the same small number of nodes, then several times as many.
/// Those that finish far fewer gates than the best drop out; once a round is no longer cheap three stay at most, and the last two, one after the other, may fill the memory.
/// Nothing here depends on time, so that the same tree gives the same diagram everywhere.
/// </summary>
/// <remarks>
/// Gates finished tell little between orders of different families until much has been built, hence the lenient first cut. Measured on the Aralia trees, also with
/// the arguments of their gates shuffled.
/// </remarks>
internal static class OrderRace
{
    private const int FirstRound = 20_000;
    private const int CheapGrowth = 6;
    private const int FirstCut = FirstRound * CheapGrowth;
    private const int LastCheapRound = FirstCut * CheapGrowth;
    private const int DearGrowth = 3;
    private const double FarFewerAtFirst = 0.5;
    private const double FarFewer = 0.85;
    private const int Finalists = 3;
    private const int LastTries = 2;
    private const int ForceRounds = 100;

    /// <summary>A diagram of the part.</summary>
    /// <exception cref="DiagramLimitException">None was found that fits into the budget.</exception>
    public static PartDiagram Run(Part part, Budget budget, CancellationToken cancel)
    {
        var runners = Heuristics(part);
        var eliminated = new List<Runner>();
        for (var nodes = FirstRound; runners.Count > 1; nodes = nodes < LastCheapRound ? nodes * CheapGrowth : Times(nodes, DearGrowth))
        {
            foreach (var runner in runners)
            {
                cancel.ThrowIfCancellationRequested();
                if (Try(part, runner, budget, nodes) is { } found) return found;
            }
            if (nodes < FirstCut) continue;
            var isCheap = nodes < LastCheapRound;
            var most = isCheap ? runners.Count : Math.Min(Finalists, runners.Count - (nodes > LastCheapRound * DearGrowth ? 1 : 0));
            var ranked = runners.OrderByDescending(r => r.Gates).ThenBy(r => r.Place).ToList();
            runners = [.. ranked.Where(r => r.Gates >= (isCheap ? FarFewerAtFirst : FarFewer) * ranked[0].Gates).Take(most)];
            eliminated.InsertRange(0, ranked[runners.Count..]);
        }
        foreach (var runner in runners.Concat(eliminated).Take(LastTries))
        {
            cancel.ThrowIfCancellationRequested();
            if (Try(part, runner, budget, int.MaxValue) is { } found) return found;
        }
        throw new DiagramLimitException();
    }

    private static int Times(int nodes, int factor) => (int)Math.Min((long)nodes * factor, int.MaxValue);

    private static PartDiagram? Try(Part part, Runner runner, Budget budget, int nodes)
    {
        Bdd? bdd = null;
        try
        {
            bdd = new Bdd(budget, nodes);
            var root = PartBdd.Build(part, runner.Order, bdd, out runner.Gates);
            bdd.Settle();
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
        if (part.Gates == 1) return [new(0, () => Orders.LeftMost(part))];
        Func<int[]>[] walks = [() => Orders.HeavyFirst(part), () => Orders.SharedFirst(part), () => Orders.LeftMost(part), () => Orders.LightFirst(part)];
        return [.. walks.Select((w, i) => new Runner(i, w)), .. walks.Select((w, i) => new Runner(walks.Length + i, () => Orders.Force(part, w(), ForceRounds)))];
    }

    /// <summary>A heuristic's order, made when first needed, its place among the heuristics, and how far it came in its last attempt.</summary>
    private sealed class Runner(int place, Func<int[]> make)
    {
        public int Gates;
        public int Place { get; } = place;
        private int[]? order;

        public int[] Order => order ??= make();
    }
}
