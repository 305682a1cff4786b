using System.Collections.Immutable;
using TousRisques.Formats.OpenPsa;
using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Web.Stress;

/// <summary>Turns the engine's tree into a model that can be written: numbers become names.</summary>
public static class PsaOf
{
    /// <summary>The model.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="name">Name of the fault tree.</param>
    /// <param name="top">Name of its top gate; no event has it, nor is it a "g" and a number.</param>
    /// <param name="events">Names of the events, all different.</param>
    /// <param name="labels">What they are, in words.</param>
    public static PsaModel Tree(FaultTree tree, string name, string top, IReadOnlyList<string> events, IReadOnlyList<string> labels)
    {
        // Gates after the one that looks at them, top first, as people read.
        var (order, place) = (new List<int>(), new Dictionary<int, int>());
        var pending = new Stack<int>();
        if (tree.Top.IsGate) pending.Push(tree.Top.Index);
        while (pending.TryPop(out var g))
        {
            if (!place.TryAdd(g, order.Count)) continue;
            order.Add(g);
            foreach (var input in tree.Gates[g].Inputs.Reverse())
                if (input.IsGate) pending.Push(input.Index);
        }
        var gates = order.Select((g, i) => Gate(i == 0 ? top : $"g{i}", Formula(tree.Gates[g]))).ToList();
        if (!tree.Top.IsGate) gates.Add(Gate(top, Of(tree.Top)));
        return new PsaModel(name, [name], [.. gates],
            [.. tree.Probabilities.Select((p, e) => new PsaBasicEvent(events[e], events[e], double.IsNaN(p) ? null : p, labels[e].Length > 0 ? labels[e] : null))], []);

        PsaGate Gate(string own, PsaFormula formula) => new(own, $"{name}.{own}", formula);

        PsaFormula Of(Signal signal) => signal.IsGate ? new PsaFormula.Gate(place[signal.Index])
            : signal.IsEvent ? new PsaFormula.BasicEvent(signal.Index)
            : new PsaFormula.Constant(signal == Signal.True);

        PsaFormula Formula(Gate gate)
        {
            ImmutableArray<PsaFormula> inputs = [.. gate.Inputs.Select(Of)];
            return gate.Kind switch
            {
                GateKind.Same => inputs[0],
                GateKind.AtLeast or GateKind.Cardinality => Counted(gate, inputs),
                _ => new PsaFormula.Join(Enum.Parse<PsaConnective>(gate.Kind.ToString()), inputs),
            };
        }
    }

    /// <summary>Bounds outside 0 to the number of inputs mean something in the engine and nothing in the format.</summary>
    private static PsaFormula Counted(Gate gate, ImmutableArray<PsaFormula> inputs)
    {
        var least = Math.Max(0, gate.Least);
        if (gate.Kind == GateKind.AtLeast)
            return least > inputs.Length ? new PsaFormula.Constant(false) : new PsaFormula.Join(PsaConnective.AtLeast, inputs, least);
        var most = Math.Min(inputs.Length, gate.Most);
        return least > most ? new PsaFormula.Constant(false) : new PsaFormula.Join(PsaConnective.Cardinality, inputs, least, most);
    }
}
