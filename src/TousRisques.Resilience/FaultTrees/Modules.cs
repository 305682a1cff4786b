namespace TousRisques.Resilience.FaultTrees;

/// <summary>
/// Modules of a circuit: gates whose inputs nobody else uses, so that each can be computed alone and stand as one event above. Found in one walk [DR96].
/// </summary>
internal static class Modules
{
    /// <summary>
    /// The parts of a circuit, each after those it uses; the last holds the root's node. Empty when the root is a constant or an event.
    /// </summary>
    public static List<Part> Split(Circuit circuit)
    {
        var parts = new List<Part>();
        if (!circuit.IsGate(circuit.Root >> 1)) return parts;
        var modules = Find(circuit);
        var rests = Rests(circuit);
        for (var n = circuit.Events + 1; n < circuit.Count; n++)
            if (modules[n]) parts.Add(Cut(circuit, n, modules, rests));
        return parts;
    }

    /// <summary>
    /// Which gates are modules. Each node is met at some dates in a walk from the root; a gate is a module when everything below
    /// it is met only between the first and the last date of its own first walk.
    /// </summary>
    public static bool[] Find(Circuit circuit)
    {
        var (first, second, last) = (new int[circuit.Count], new int[circuit.Count], new int[circuit.Count]);
        var date = 0;
        var path = new Stack<(int Node, int Next)>();
        Meet(circuit.Root >> 1);
        while (path.TryPop(out var at))
        {
            var arguments = circuit.ArgumentsOf(at.Node);
            if (at.Next == arguments.Length)
            {
                second[at.Node] = last[at.Node] = ++date;
                continue;
            }
            path.Push((at.Node, at.Next + 1));
            Meet(arguments[at.Next] >> 1);
        }

        var (earliest, latest) = (new int[circuit.Count], new int[circuit.Count]);
        var modules = new bool[circuit.Count];
        for (var n = 1; n < circuit.Count; n++)
        {
            if (first[n] == 0) continue;
            (earliest[n], latest[n]) = (int.MaxValue, 0);
            foreach (var a in circuit.ArgumentsOf(n))
            {
                var c = a >> 1;
                earliest[n] = Math.Min(earliest[n], Math.Min(first[c], earliest[c] == 0 ? int.MaxValue : earliest[c]));
                latest[n] = Math.Max(latest[n], Math.Max(last[c], latest[c]));
            }
            modules[n] = circuit.IsGate(n) && earliest[n] > first[n] && latest[n] < second[n];
        }
        return modules;

        void Meet(int node)
        {
            date++;
            if (first[node] != 0)
            {
                last[node] = date;
                return;
            }
            first[node] = last[node] = date;
            if (circuit.IsGate(node)) path.Push((node, 0));
        }
    }

    private static Part Cut(Circuit circuit, int root, bool[] modules, bool[] rests)
    {
        var local = new Dictionary<int, int>();
        var (variables, gates) = (new List<int>(), new List<int>());
        var path = new Stack<(int Node, int Next)>();
        var seen = new HashSet<int> { root };
        path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            var inputs = circuit.ArgumentsOf(at.Node);
            if (at.Next == inputs.Length)
            {
                gates.Add(at.Node);
                continue;
            }
            path.Push((at.Node, at.Next + 1));
            var child = inputs[at.Next] >> 1;
            if (!seen.Add(child)) continue;
            if (circuit.IsGate(child) && !modules[child]) path.Push((child, 0));
            else variables.Add(child);
        }
        for (var i = 0; i < variables.Count; i++) local[variables[i]] = i;
        for (var i = 0; i < gates.Count; i++) local[gates[i]] = variables.Count + i;
        Operation[] operations = [.. gates.Select(circuit.OperationOf)];
        int[][] arguments = [.. gates.Select(g => circuit.ArgumentsOf(g).ToArray().Select(a => (local[a >> 1] << 1) | (a & 1)).ToArray())];
        bool[] atRest = [.. variables.Concat(gates).Select(n => rests[n])];
        return new Part
        {
            Variables = [.. variables],
            Operations = operations,
            Thresholds = [.. gates.Select(circuit.ThresholdOf)],
            Arguments = arguments,
            Rests = atRest,
            IsMonotone = IsMonotone(variables.Count, operations, arguments, atRest),
            Root = root,
        };
    }

    /// <summary>The value of each node when no basic event happens.</summary>
    private static bool[] Rests(Circuit circuit)
    {
        var rests = new bool[circuit.Count];
        rests[0] = true;
        for (var n = circuit.Events + 1; n < circuit.Count; n++)
        {
            var inputs = circuit.ArgumentsOf(n);
            var count = 0;
            foreach (var a in inputs)
                if (rests[a >> 1] != ((a & 1) == 1)) count++;
            rests[n] = circuit.OperationOf(n) switch
            {
                Operation.And => count == inputs.Length,
                Operation.Xor => (count & 1) == 1,
                _ => count >= circuit.ThresholdOf(n),
            };
        }
        return rests;
    }

    /// <summary>Whether every way from the root down to a variable passes an even number of denials, values at rest being taken for false.</summary>
    private static bool IsMonotone(int variables, Operation[] operations, int[][] arguments, bool[] rests)
    {
        var (even, odd) = (new bool[rests.Length], new bool[rests.Length]);
        (even[^1], odd[^1]) = (!rests[^1], rests[^1]);
        for (var g = operations.Length - 1; g >= 0; g--)
        {
            var (plus, minus) = (even[variables + g], odd[variables + g]);
            if (operations[g] == Operation.Xor) plus = minus = true;
            foreach (var a in arguments[g])
            {
                var (straight, crossed) = (a & 1) == 0 ? (plus, minus) : (minus, plus);
                even[a >> 1] |= straight;
                odd[a >> 1] |= crossed;
            }
        }
        for (var v = 0; v < variables; v++)
            if (rests[v] ? even[v] : odd[v]) return false;
        return true;
    }
}
