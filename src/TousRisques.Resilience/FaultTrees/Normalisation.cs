using System.Runtime.InteropServices;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>Makes a <see cref="Circuit"/> of a fault tree, and smaller circuits of circuits. Every step keeps the function.</summary>
internal static class Normalisation
{
    private const int MostRounds = 20;

    /// <summary>The part of a tree that its top depends on, normalised.</summary>
    public static Circuit Of(FaultTree tree)
    {
        var circuit = Flatten(Translate(tree));
        for (var (size, rounds) = (Size(circuit), 0); rounds < MostRounds; rounds++)
        {
            circuit = Flatten(Absorption.Of(circuit));
            var smaller = Size(circuit);
            if (smaller >= size) break;
            size = smaller;
        }
        return circuit;
    }

    /// <summary>Gates and their inputs, where the root reaches them.</summary>
    private static long Size(Circuit circuit)
    {
        var uses = Uses(circuit);
        var size = 0L;
        for (var n = circuit.Events + 1; n < circuit.Count; n++)
            if (uses[n] > 0) size += 1 + circuit.ArgumentsOf(n).Length;
        return size;
    }

    private static Circuit Translate(FaultTree tree)
    {
        var circuit = new Circuit(tree.Events);
        var edges = new int[tree.Gates.Length];
        foreach (var g in tree.Order)
        {
            var gate = tree.Gates[g];
            var inputs = gate.Inputs.Select(EdgeOf).ToArray();
            edges[g] = gate.Kind switch
            {
                GateKind.Same => inputs[0],
                GateKind.Not => inputs[0] ^ 1,
                GateKind.And => circuit.And(inputs),
                GateKind.Nand => circuit.And(inputs) ^ 1,
                GateKind.Or => circuit.Or(inputs),
                GateKind.Nor => circuit.Or(inputs) ^ 1,
                GateKind.Xor => circuit.Xor(inputs),
                GateKind.Iff => circuit.Xor(inputs) ^ 1,
                GateKind.Imply => circuit.Or([inputs[0] ^ 1, inputs[1]]),
                GateKind.AtLeast => circuit.AtLeast(gate.Least, inputs),
                GateKind.Cardinality => circuit.And([circuit.AtLeast(gate.Least, inputs), circuit.AtLeast(gate.Most + 1, inputs) ^ 1]),
                _ => throw new ArgumentOutOfRangeException(nameof(tree), gate.Kind, "No rule for this kind of gate."),
            };
        }
        circuit.Root = EdgeOf(tree.Top);
        return circuit;

        int EdgeOf(Signal s) => s.IsGate ? edges[s.Index] : s.IsEvent ? Circuit.EventEdge(s.Index) : s == Signal.True ? Circuit.True : Circuit.False;
    }

    /// <summary>Without what the root does not reach; an "and" that is the argument of one other "and" alone, not denied, becomes part of it; so for "xor".</summary>
    private static Circuit Flatten(Circuit old)
    {
        var uses = Uses(old);
        var made = new Circuit(old.Events);
        var edges = new int[old.Count];
        for (var n = 0; n <= old.Events; n++) edges[n] = n << 1;
        var merged = MergedOf(old, uses);
        var arguments = new List<int>();
        var pending = new Stack<int>();
        for (var n = old.Events + 1; n < old.Count; n++)
        {
            if (uses[n] == 0 || merged[n]) continue;
            // Only whoever stays is made, out of all that it takes in: to make the ones in between takes the square of a chain.
            arguments.Clear();
            Push(n);
            while (pending.TryPop(out var a))
            {
                if (!merged[a >> 1])
                {
                    arguments.Add(edges[a >> 1] ^ (a & 1));
                    continue;
                }
                if ((a & 1) != 0) arguments.Add(Circuit.True); // an odd one out: denies the xor
                Push(a >> 1);
            }
            edges[n] = made.Make(old.OperationOf(n), old.ThresholdOf(n), CollectionsMarshal.AsSpan(arguments));
        }
        made.Root = edges[old.Root >> 1] ^ (old.Root & 1);
        return made;

        void Push(int node)
        {
            var own = old.ArgumentsOf(node);
            for (var i = own.Length - 1; i >= 0; i--) pending.Push(own[i]);
        }
    }

    /// <summary>Which nodes become part of the only one that uses them.</summary>
    private static bool[] MergedOf(Circuit circuit, int[] uses)
    {
        var merged = new bool[circuit.Count];
        for (var n = circuit.Events + 1; n < circuit.Count; n++)
        {
            if (uses[n] == 0 || circuit.OperationOf(n) == Operation.AtLeast) continue;
            foreach (var a in circuit.ArgumentsOf(n))
                merged[a >> 1] = uses[a >> 1] == 1 && circuit.OperationOf(a >> 1) == circuit.OperationOf(n) && ((a & 1) == 0 || circuit.OperationOf(n) == Operation.Xor);
        }
        return merged;
    }

    /// <summary>For each node, how many edges lead to it from what the root reaches, the root's own edge included.</summary>
    public static int[] Uses(Circuit circuit)
    {
        var uses = new int[circuit.Count];
        uses[circuit.Root >> 1]++;
        for (var n = circuit.Count - 1; n > 0; n--)
        {
            if (uses[n] == 0) continue;
            foreach (var a in circuit.ArgumentsOf(n)) uses[a >> 1]++;
        }
        return uses;
    }
}
