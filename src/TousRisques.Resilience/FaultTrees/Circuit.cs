using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>How a node of a <see cref="Circuit"/> makes its value.</summary>
internal enum Operation : byte
{
    /// <summary>The constant true: node 0 alone.</summary>
    True,
    /// <summary>A basic event.</summary>
    Event,
    /// <summary>Every argument. With signs on edges, "or" is an "and" denied.</summary>
    And,
    /// <summary>A number of arguments or more.</summary>
    AtLeast,
    /// <summary>An odd number of arguments.</summary>
    Xor,
}

/// <summary>
/// A fault tree reduced to three operations with signed edges, constants gone, equal sub-expressions written once.
/// An edge is twice the number of a node, plus one where its value is denied: 0 is true, 1 is false.
/// Nodes come after their arguments: node 0 is the constant, nodes 1 to <see cref="Events"/> are the basic events, gates follow.
/// </summary>
internal sealed class Circuit
{
    public const int True = 0;
    public const int False = 1;

    private readonly List<Operation> operations = [Operation.True];
    private readonly List<int> thresholds = [0];
    private readonly List<int[]> arguments = [[]];
    private readonly Dictionary<Shape, int> known = [];

    public Circuit(int events)
    {
        Events = events;
        for (var e = 0; e < events; e++) Add(Operation.Event, 0, []);
    }

    /// <summary>How many basic events there are.</summary>
    public int Events { get; }

    /// <summary>How many nodes there are.</summary>
    public int Count => operations.Count;

    /// <summary>The edge that the circuit is about.</summary>
    public int Root { get; set; }

    public Operation OperationOf(int node) => operations[node];

    /// <summary>How many arguments an <see cref="Operation.AtLeast"/> asks for.</summary>
    public int ThresholdOf(int node) => thresholds[node];

    public ReadOnlySpan<int> ArgumentsOf(int node) => arguments[node];

    public bool IsGate(int node) => node > Events;

    public static int EventEdge(int index) => (index + 1) << 1;

    public int Or(ReadOnlySpan<int> edges)
    {
        var denied = edges.ToArray();
        foreach (ref var e in denied.AsSpan()) e ^= 1;
        return And(denied) ^ 1;
    }

    /// <summary>Every edge. Constants, repetitions and contradictions go.</summary>
    public int And(ReadOnlySpan<int> edges)
    {
        var kept = new List<int>(edges.Length);
        var seen = new HashSet<int>(edges.Length);
        foreach (var e in edges)
        {
            if (e == False || seen.Contains(e ^ 1)) return False;
            if (e != True && seen.Add(e)) kept.Add(e);
        }
        return kept.Count switch { 0 => True, 1 => kept[0], _ => Find(Operation.And, 0, [.. kept]) << 1 };
    }

    /// <summary>An odd number of edges. Signs leave the arguments.</summary>
    public int Xor(ReadOnlySpan<int> edges)
    {
        var sign = 0;
        var seen = new Dictionary<int, int>(edges.Length);
        foreach (var e in edges)
        {
            sign ^= e & 1;
            var plain = e & ~1;
            if (plain == True) sign ^= 1;
            else CollectionsMarshal.GetValueRefOrAddDefault(seen, plain, out _)++;
        }
        var odd = new List<int>(edges.Length);
        foreach (var e in edges)
            if (seen.Remove(e & ~1, out var times) && (times & 1) != 0) odd.Add(e & ~1); // a pair is nothing
        return odd.Count switch { 0 => False ^ sign, 1 => odd[0] ^ sign, _ => (Find(Operation.Xor, 0, [.. odd]) << 1) ^ sign };
    }

    /// <summary>At least so many edges. A repeated edge counts as often as it is written.</summary>
    public int AtLeast(int least, ReadOnlySpan<int> edges)
    {
        var times = new Dictionary<int, int>(edges.Length);
        foreach (var e in edges)
        {
            if (e == True) least--;
            else if (e != False)
            {
                ref var contrary = ref CollectionsMarshal.GetValueRefOrNullRef(times, e ^ 1);
                if (Unsafe.IsNullRef(ref contrary) || contrary == 0) CollectionsMarshal.GetValueRefOrAddDefault(times, e, out _)++;
                else
                {
                    contrary--; // one of the two always holds
                    least--;
                }
            }
        }
        var kept = new List<int>(edges.Length);
        foreach (var e in edges)
        {
            ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(times, e);
            if (Unsafe.IsNullRef(ref left) || left == 0) continue;
            left--;
            kept.Add(e);
        }
        if (least <= 0) return True;
        if (least > kept.Count) return False;
        var span = CollectionsMarshal.AsSpan(kept);
        if (least == 1) return Or(span);
        if (least == kept.Count) return And(span);
        return Find(Operation.AtLeast, least, [.. kept]) << 1;
    }

    /// <summary>The same operation as a node's, over other arguments.</summary>
    public int Make(Operation operation, int threshold, ReadOnlySpan<int> edges) => operation switch
    {
        Operation.And => And(edges),
        Operation.Xor => Xor(edges),
        _ => AtLeast(threshold, edges),
    };

    private int Find(Operation operation, int threshold, int[] edges)
    {
        var shape = new Shape(operation, threshold, edges);
        if (!known.TryGetValue(shape, out var node)) known.Add(shape, node = Add(operation, threshold, edges));
        return node;
    }

    private int Add(Operation operation, int threshold, int[] edges)
    {
        operations.Add(operation);
        thresholds.Add(threshold);
        arguments.Add(edges);
        return Count - 1;
    }

    /// <summary>What makes two gates equal: all three operations are symmetric, so the order of arguments does not count.</summary>
    private readonly struct Shape : IEquatable<Shape>
    {
        private readonly Operation operation;
        private readonly int threshold;
        private readonly int[] sorted;
        private readonly int hash;

        public Shape(Operation operation, int threshold, int[] edges)
        {
            this.operation = operation;
            this.threshold = threshold;
            sorted = [.. edges];
            Array.Sort(sorted);
            var code = default(HashCode);
            code.Add(operation);
            code.Add(threshold);
            foreach (var e in sorted) code.Add(e);
            hash = code.ToHashCode();
        }

        public bool Equals(Shape other) =>
            operation == other.operation && threshold == other.threshold && sorted.AsSpan().SequenceEqual(other.sorted);

        public override bool Equals(object? obj) => obj is Shape other && Equals(other);

        public override int GetHashCode() => hash;
    }
}
