using System.Runtime.InteropServices;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>
/// Takes out what a gate knows already. In <c>a and g</c>, wherever <c>g</c> looks at <c>a</c>, or at anything that <c>a</c> settles, it may as well read
/// true: when it is not, the whole is false anyway. A node that is used in several places knows what is known in all of them.
/// </summary>
internal static class Absorption
{
    /// <summary>Larger circuits are left as they are: what is known takes the square of their size in bits.</summary>
    private const int MostNodes = 12_000;

    /// <summary>An equal circuit, in which some edges are constants.</summary>
    public static Circuit Of(Circuit old)
    {
        if (old.Count > MostNodes || !old.IsGate(old.Root >> 1)) return old;
        var weights = Weights(old);
        var words = ((old.Count * 2) + 63) / 64;
        var known = new ulong[]?[old.Count]; // for each node, the edges that are true wherever it is used
        known[old.Root >> 1] = new ulong[words];
        var arguments = new int[]?[old.Count];
        var settled = new ulong[words];
        for (var n = old.Count - 1; n > old.Events; n--)
        {
            if (known[n] is not { } context) continue;
            context.CopyTo(settled.AsSpan());
            var operation = old.OperationOf(n);
            int[] args = [.. old.ArgumentsOf(n)];
            // What comes first is taken as it is and settles things for those after it, never the other way round: two arguments may not excuse each other.
            var inOrder = Enumerable.Range(0, args.Length).OrderBy(i => weights[args[i] >> 1]).ToArray();
            foreach (var i in inOrder)
            {
                var edge = args[i];
                if (Holds(settled, edge)) args[i] = Circuit.True;
                else if (Holds(settled, edge ^ 1)) args[i] = Circuit.False;
                else
                {
                    known[edge >> 1] = Meet(known[edge >> 1], settled);
                    if (operation == Operation.And) Settle(old, settled, edge);
                }
            }
            arguments[n] = args;
        }

        var made = new Circuit(old.Events);
        var edges = new int[old.Count];
        for (var n = 0; n <= old.Events; n++) edges[n] = n << 1;
        var list = new List<int>();
        for (var n = old.Events + 1; n < old.Count; n++)
        {
            if (arguments[n] is not { } args) continue;
            list.Clear();
            foreach (var a in args) list.Add(edges[a >> 1] ^ (a & 1));
            edges[n] = made.Make(old.OperationOf(n), old.ThresholdOf(n), CollectionsMarshal.AsSpan(list));
        }
        made.Root = edges[old.Root >> 1] ^ (old.Root & 1);
        return made;
    }

    private static bool Holds(ulong[] set, int edge) => (set[edge >> 6] >> (edge & 63) & 1) != 0;

    private static ulong[] Meet(ulong[]? known, ulong[] here)
    {
        if (known is null) return [.. here];
        for (var i = 0; i < here.Length; i++) known[i] &= here[i];
        return known;
    }

    /// <summary>Adds an edge, and all that it cannot be true without.</summary>
    private static void Settle(Circuit circuit, ulong[] set, int edge)
    {
        var pending = new Stack<int>([edge]);
        while (pending.TryPop(out var e))
        {
            if (Holds(set, e)) continue;
            set[e >> 6] |= 1UL << (e & 63);
            if ((e & 1) == 0 && circuit.IsGate(e >> 1) && circuit.OperationOf(e >> 1) == Operation.And)
                foreach (var a in circuit.ArgumentsOf(e >> 1)) pending.Push(a);
        }
    }

    private static double[] Weights(Circuit circuit)
    {
        var weights = new double[circuit.Count];
        for (var n = 0; n < circuit.Count; n++)
        {
            weights[n] = circuit.IsGate(n) ? 0 : 1;
            foreach (var a in circuit.ArgumentsOf(n)) weights[n] += weights[a >> 1];
        }
        return weights;
    }
}
