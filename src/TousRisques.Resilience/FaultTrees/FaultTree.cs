using System.Collections.Immutable;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>
/// A Boolean function of independent basic events, written as gates. Gates may share inputs, so that the "tree" is a graph without cycles.
/// Not only failures: any gate may deny its inputs (see docs/exact-analysis.md for what cut sets mean then).
/// </summary>
public sealed class FaultTree
{
    /// <summary>Takes a tree.</summary>
    /// <param name="probabilities">For each basic event, from 0 to 1; NaN where none is known.</param>
    /// <param name="gates">The gates, in any order.</param>
    /// <param name="top">What is asked about.</param>
    /// <exception cref="ArgumentException">A signal of no event or gate, inputs that do not fit their gate, a number outside [0, 1], or gates in a circle.</exception>
    public FaultTree(IEnumerable<double> probabilities, IEnumerable<Gate> gates, Signal top)
    {
        Probabilities = [.. probabilities];
        Gates = [.. gates];
        Top = top;
        foreach (var p in Probabilities)
            if (p is < 0 or > 1) throw new ArgumentException($"{p} is no probability.", nameof(probabilities));
        foreach (var gate in Gates)
        {
            if (!gate.HasFittingInputs) throw new ArgumentException($"{gate.Inputs.Length} inputs do not fit the kind {gate.Kind}.", nameof(gates));
            foreach (var input in gate.Inputs) Check(input);
        }
        Check(top);
        Order = GateOrder.Of(Gates) ?? throw new ArgumentException("Gates stand in a circle.", nameof(gates));
    }

    /// <summary>For each basic event, its probability; NaN where none is known.</summary>
    public ImmutableArray<double> Probabilities { get; }

    /// <summary>The gates.</summary>
    public ImmutableArray<Gate> Gates { get; }

    /// <summary>What is asked about.</summary>
    public Signal Top { get; }

    /// <summary>How many basic events there are.</summary>
    public int Events => Probabilities.Length;

    /// <summary>The gates so that each comes after its inputs.</summary>
    internal ImmutableArray<int> Order { get; }

    /// <summary>The definition: whether the top holds when exactly those events happen. Plain on purpose; every faster way must agree.</summary>
    /// <param name="happens">One entry an event.</param>
    public bool Holds(ReadOnlySpan<bool> happens)
    {
        var values = new bool[Gates.Length];
        foreach (var g in Order)
        {
            var gate = Gates[g];
            var count = 0;
            foreach (var input in gate.Inputs)
                if (Value(input, happens, values)) count++;
            values[g] = gate.Holds(count, Value(gate.Inputs[0], happens, values));
        }
        return Value(Top, happens, values);
    }

    private static bool Value(Signal signal, ReadOnlySpan<bool> happens, bool[] values) =>
        signal.IsEvent ? happens[signal.Index] : signal.IsGate ? values[signal.Index] : signal == Signal.True;

    private void Check(Signal signal)
    {
        if ((signal.IsEvent && signal.Index >= Events) || (signal.IsGate && signal.Index >= Gates.Length))
            throw new ArgumentException($"There is no {signal}.");
    }
}
