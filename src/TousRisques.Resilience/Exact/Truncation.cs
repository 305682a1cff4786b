using TousRisques.Resilience.Diagrams;
using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Exact;

/// <summary>
/// The best proven answer when the whole does not fit into memory: all cut sets of one event, then of two, and so on for as long as they fit, made
/// from the bottom of the tree upwards (<see cref="LiteralFamilies"/>).
/// </summary>
internal static class Truncation
{
    /// <summary>More nodes than this are not tried, whatever the memory, nor another order once all of them took as many: what it would tell is not worth the minutes.</summary>
    private const int MostNodes = 30_000_000;

    public static ExactAnalysis Run(FaultTree tree, Circuit circuit, List<Part> parts, ExactOptions options, CancellationToken cancel)
    {
        var isCoherent = parts.All(p => p.IsMonotone) && !RestsTrue(circuit, parts);
        var events = Order(circuit);
        var largest = Math.Min(options.MaxOrder ?? events.Length, events.Length);
        var (budget, peak) = (new Budget(options.MemoryBytes, cancel), 0L);
        (Zdd Families, int Root, int Order)? best = null;
        var bounds = Bounds(tree, events, null, -1, isCoherent, budget);
        var spent = 0L;
        for (var order = 0; order <= largest && spent < MostNodes; order++)
        {
            cancel.ThrowIfCancellationRequested();
            Zdd? zdd = null;
            try
            {
                zdd = new Zdd(budget, MostNodes);
                var root = new LiteralFamilies(circuit, events, zdd, order).Of(circuit.Root);
                spent += zdd.Count;
                best?.Families.Dispose();
                best = (zdd, root, order);
                bounds = Narrower(bounds, Bounds(tree, events, best, order, isCoherent, budget));
            }
            catch (DiagramLimitException)
            {
                zdd?.Dispose();
                break;
            }
            finally
            {
                peak = Math.Max(peak, budget.Peak);
            }
        }
        if (best is not { } found)
            return new ExactAnalysis([], _ => [], options.MaxOrder, -1, bounds, [], isCoherent, peak);
        var part = new Part
        {
            Variables = [.. events.Select(e => e + 1)],
            Operations = [],
            Thresholds = [],
            Arguments = [],
            Rests = [],
            IsMonotone = true,
            Root = 0,
        };
        var levels = LiteralFamilies.Levels(events.Length);
        var family = new PartFamily(part, levels, found.Families, found.Root, FamilyCounts.Of(found.Families, found.Root, [.. levels.Select(_ => OrderCounts.Event)], null));
        var walk = new CutSetWalk(new PartFamily?[circuit.Count]);
        return new ExactAnalysis([.. family.Counts.Sum.ByOrder()], order => walk.OfOrder(family, order), options.MaxOrder, found.Order, bounds, [], isCoherent, peak);
    }

    private static bool RestsTrue(Circuit circuit, List<Part> parts) => (parts.Count > 0 && parts[^1].Rests[^1]) != ((circuit.Root & 1) == 1);

    /// <summary>Events that the root reaches, as a walk from it meets them.</summary>
    private static int[] Order(Circuit circuit)
    {
        var (events, seen) = (new List<int>(), new bool[circuit.Count]);
        var pending = new Stack<int>([circuit.Root >> 1]);
        while (pending.TryPop(out var n))
        {
            if (seen[n]) continue;
            seen[n] = true;
            if (!circuit.IsGate(n)) events.Add(n - 1);
            else foreach (var a in circuit.ArgumentsOf(n).ToArray().Reverse()) pending.Push(a >> 1);
        }
        return [.. events];
    }

    /// <summary>Both are proven, so the best of each side is.</summary>
    private static TopProbability? Narrower(TopProbability? one, TopProbability? two)
    {
        if (one is null || two is null) return one ?? two;
        var (least, most) = (Math.Max(one.AtLeast, two.AtLeast), Math.Min(one.AtMost, two.AtMost));
        return new TopProbability(most, least, most);
    }

    /// <summary>
    /// Below: when a cut set of a coherent tree happens, so does the top. Above: when the top is true, a known cut set has happened, or more events have happened
    /// than any known cut set has (also when the tree denies things: whatever is true, a minimal cut set is within it). The first is the probability that one of them
    /// happens where its diagram fits, otherwise between the most probable of them and their sum; the second is counted exactly.
    /// </summary>
    private static TopProbability? Bounds(FaultTree tree, int[] events, (Zdd Families, int Root, int Order)? found, int order, bool isCoherent, Budget budget)
    {
        double[] p = [.. events.Select(e => tree.Probabilities[e])];
        if (p.Any(double.IsNaN)) return null;
        var (least, known) = (0.0, 0.0);
        if (found is { } f)
        {
            (least, known) = MostProbableAndSum(f.Families, f.Root, p);
            if (Union.Probability(f.Families, f.Root, p, budget) is { } union) least = known = union;
        }
        var most = Math.Min(1, known + MoreThan(order, p));
        return new TopProbability(most, isCoherent ? least : 0, most);
    }

    private static (double Most, double Sum) MostProbableAndSum(Zdd families, int root, double[] p)
    {
        var reached = families.Reached(root);
        var (most, sum) = (new double[Math.Max(2, reached.Length)], new double[Math.Max(2, reached.Length)]);
        (most[Zdd.Unit], sum[Zdd.Unit]) = (1, 1);
        for (var n = 2; n < reached.Length; n++)
        {
            if (!reached[n]) continue;
            var (own, high, low) = (p[families.LevelOf(n) / 2], families.HighOf(n), families.LowOf(n));
            most[n] = Math.Max(own * most[high], most[low]);
            sum[n] = (own * sum[high]) + sum[low];
        }
        return (most[root], sum[root]);
    }

    /// <summary>Probability that more than so many of independent events happen.</summary>
    internal static double MoreThan(int count, double[] p)
    {
        if (count < 0) return 1;
        var exactly = new double[count + 2]; // the last entry holds "more"
        exactly[0] = 1;
        foreach (var one in p)
        {
            exactly[count + 1] += exactly[count] * one;
            for (var k = count; k > 0; k--) exactly[k] = (exactly[k] * (1 - one)) + (exactly[k - 1] * one);
            exactly[0] *= 1 - one;
        }
        return Math.Min(1, exactly[count + 1]);
    }
}
