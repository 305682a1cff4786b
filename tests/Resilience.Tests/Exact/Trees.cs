using CsCheck;
using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Tests.Exact;

/// <summary>Random fault trees, and what they say when every state is looked at.</summary>
public static class Trees
{
    private static readonly GateKind[] Coherent = [GateKind.And, GateKind.Or, GateKind.AtLeast, GateKind.Same];

    /// <summary>Trees that deny nothing.</summary>
    public static readonly Gen<FaultTree> Monotone = Of(Gen.Int[0, Coherent.Length - 1].Select(i => Coherent[i]), 8, 9);

    /// <summary>Trees with every kind of gate, constants too.</summary>
    public static readonly Gen<FaultTree> Any = Of(Gen.Int[0, (int)GateKind.Cardinality].Select(i => (GateKind)i), 7, 9);

    /// <summary>Either.</summary>
    public static readonly Gen<FaultTree> Both = Gen.OneOf(Monotone, Any);

    /// <summary>Trees too large for looking at every state.</summary>
    public static readonly Gen<FaultTree> Large = Of(Gen.Int[0, (int)GateKind.Cardinality].Select(i => (GateKind)i), 40, 40);

    public static Gen<FaultTree> Of(Gen<GateKind> kinds, int mostEvents, int mostGates) =>
        from events in Gen.Int[1, mostEvents]
        from count in Gen.Int[1, mostGates]
        from probabilities in Gen.OneOf(Gen.Double[0, 1], Gen.Int[0, 2].Select(i => i == 2 ? 1e-9 : i)).Array[events]
        from gates in (from kind in kinds
                       from picks in Gen.Int[0, 1 << 20].Array[1, 5]
                       from least in Gen.Int[-1, 5]
                       from most in Gen.Int[-1, 6]
                       select (kind, picks, least, most)).Array[count]
        select new FaultTree(probabilities, gates.Select((g, i) => Make(g.kind, g.picks, g.least, g.most, events, i)), Signal.Gate(count - 1));

    private static Gate Make(GateKind kind, int[] picks, int least, int most, int events, int earlier)
    {
        var needed = kind switch { GateKind.Same or GateKind.Not => 1, GateKind.Iff or GateKind.Imply => 2, GateKind.Xor => Math.Max(2, picks.Length), _ => picks.Length };
        var inputs = Enumerable.Range(0, needed).Select(i => Pick(picks[i % picks.Length] + (31 * i))).ToArray();
        return new Gate(kind, [.. inputs], least, most);

        Signal Pick(int number)
        {
            if (number % 23 == 0) return Signal.Constant(number % 2 == 0);
            // Gates are preferred, so that trees are deep and share.
            return earlier > 0 && number % 5 < 3 ? Signal.Gate(number / 5 % earlier) : Signal.Event(number / 5 % events);
        }
    }

    /// <summary>Every state with its events and whether the top holds.</summary>
    public static IEnumerable<(bool[] Happens, bool Holds)> States(FaultTree tree)
    {
        for (var bits = 0; bits < 1 << tree.Events; bits++)
        {
            var happens = Enumerable.Range(0, tree.Events).Select(e => (bits >> e & 1) == 1).ToArray();
            yield return (happens, tree.Holds(happens));
        }
    }

    /// <summary>Definition: the smallest sets of events that make the top true when no other happens, as texts.</summary>
    public static HashSet<string> MinimalCutSets(FaultTree tree)
    {
        var sets = States(tree).Where(s => s.Holds).Select(s => s.Happens.Select((h, e) => h ? 1 << e : 0).Sum()).ToList();
        return [.. sets.Where(s => !sets.Any(t => t != s && (t & s) == t)).Select(s => Write(Enumerable.Range(0, tree.Events).Where(e => (s >> e & 1) == 1)))];
    }

    /// <summary>Definition: the sum over states.</summary>
    public static double Probability(FaultTree tree, int fixedEvent = -1, double fixedTo = 0) => States(tree).Where(s => s.Holds)
        .Sum(s => s.Happens.Select((h, e) => (P: e == fixedEvent ? fixedTo : tree.Probabilities[e], h)).Aggregate(1.0, (p, x) => p * (x.h ? x.P : 1 - x.P)));

    public static string Write(IEnumerable<int> set) => string.Join(' ', set);

    public static string Show(FaultTree tree) =>
        string.Join("; ", tree.Gates.Select((g, i) => $"g{i} = {g.Kind} {g.Least} {g.Most} ({string.Join(' ', g.Inputs)})")) + " | " + string.Join(' ', tree.Probabilities);
}
