using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Cut sets from the bottom of a circuit upwards, without a BDD: each node's function as a minimal family of products of literals, "and" being a product and "or" a
/// union; then what is denied is left out of the products and the smallest remain. Event i of the order is at level 2i when it happens, at level 2i + 1 when it is denied.
/// </summary>
/// <param name="circuit">The circuit.</param>
/// <param name="events">Its events, from the first level to the last.</param>
/// <param name="families">Where to build.</param>
/// <param name="maxOrder">Products with more events that happen than this are dropped on the way.</param>
internal sealed class LiteralFamilies(Circuit circuit, int[] events, Zdd families, int maxOrder)
{
    private readonly Dictionary<int, int> done = [];

    /// <summary>For each level of a result, the index of its event in the order.</summary>
    public static int[] Levels(int events) => [.. Enumerable.Range(0, 2 * events).Select(l => l / 2)];

    /// <summary>Minimal cut sets of an edge, of the maximal order or less.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    public int Of(int edge)
    {
        for (var i = 0; i < events.Length; i++)
        {
            var plain = (events[i] + 1) << 1;
            done[plain] = maxOrder > 0 ? families.Make(2 * i, Zdd.Unit, Zdd.Empty) : Zdd.Empty;
            done[plain | 1] = families.Make((2 * i) + 1, Zdd.Unit, Zdd.Empty);
        }
        var needed = new bool[circuit.Count * 2];
        needed[edge] = true;
        for (var e = needed.Length - 1; e > 1; e--)
        {
            if (!needed[e] || !circuit.IsGate(e >> 1)) continue;
            var both = circuit.OperationOf(e >> 1) == Operation.Xor;
            foreach (var a in circuit.ArgumentsOf(e >> 1))
            {
                needed[a ^ (e & 1)] = true;
                if (both) needed[a ^ (e & 1) ^ 1] = true;
            }
        }
        for (var e = 2; e < needed.Length; e++)
            if (needed[e] && circuit.IsGate(e >> 1)) done[e] = Gate(e);
        return families.Positive(done[edge]);
    }

    private int Gate(int edge)
    {
        var (node, sign) = (edge >> 1, edge & 1);
        var arguments = circuit.ArgumentsOf(node);
        var here = new int[arguments.Length];
        for (var i = 0; i < here.Length; i++) here[i] = done[arguments[i] ^ sign];
        switch (circuit.OperationOf(node))
        {
            case Operation.And when sign == 0:
                return here.Aggregate(Zdd.Unit, Product);
            case Operation.And:
                return here.Aggregate(Zdd.Empty, families.MinimalUnion);
            case Operation.Xor:
                var (odd, even) = (Zdd.Empty, Zdd.Unit);
                foreach (var a in arguments)
                {
                    var (yes, no) = (done[a], done[a ^ 1]);
                    (odd, even) = (families.MinimalUnion(Product(odd, no), Product(even, yes)), families.MinimalUnion(Product(even, no), Product(odd, yes)));
                }
                return sign == 0 ? odd : even;
            default:
                var least = sign == 0 ? circuit.ThresholdOf(node) : here.Length - circuit.ThresholdOf(node) + 1;
                var row = new int[least + 1];
                row[0] = Zdd.Unit;
                var reached = 0; // rows above hold nothing yet
                foreach (var f in here)
                {
                    for (var k = Math.Min(least, reached + 1); k > 0; k--) row[k] = families.MinimalUnion(row[k], Product(row[k - 1], f));
                    if (reached < least && row[reached + 1] != Zdd.Empty) reached++;
                }
                return row[least];
        }
    }

    private int Product(int u, int v) => families.LiteralProduct(u, v, maxOrder);
}
