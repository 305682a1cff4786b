using System.Collections.Immutable;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>A gate of a <see cref="FaultTree"/>.</summary>
/// <param name="Kind">How its value is made.</param>
/// <param name="Inputs">Of what. An input that is written twice counts twice.</param>
/// <param name="Least">For <see cref="GateKind.AtLeast"/> and <see cref="GateKind.Cardinality"/>: how many inputs at least.</param>
/// <param name="Most">For <see cref="GateKind.Cardinality"/>: how many inputs at most.</param>
public sealed record Gate(GateKind Kind, ImmutableArray<Signal> Inputs, int Least = 0, int Most = 0)
{
    /// <summary>Whether the number of inputs suits the kind.</summary>
    public bool HasFittingInputs => Kind switch
    {
        GateKind.Same or GateKind.Not => Inputs.Length == 1,
        GateKind.Iff or GateKind.Imply => Inputs.Length == 2,
        GateKind.Xor => Inputs.Length >= 2,
        _ => Inputs.Length >= 1,
    };

    /// <summary>Its value.</summary>
    /// <param name="trueInputs">How many inputs are true.</param>
    /// <param name="first">Whether the first input is.</param>
    public bool Holds(int trueInputs, bool first) => Kind switch
    {
        GateKind.Same => trueInputs == 1,
        GateKind.Not => trueInputs == 0,
        GateKind.And => trueInputs == Inputs.Length,
        GateKind.Or => trueInputs > 0,
        GateKind.Nand => trueInputs < Inputs.Length,
        GateKind.Nor => trueInputs == 0,
        GateKind.Xor => (trueInputs & 1) == 1,
        GateKind.Iff => trueInputs != 1,
        GateKind.Imply => !first || trueInputs == 2,
        GateKind.AtLeast => trueInputs >= Least,
        GateKind.Cardinality => trueInputs >= Least && trueInputs <= Most,
        _ => throw new ArgumentOutOfRangeException(nameof(trueInputs), Kind, "No rule for this kind of gate."),
    };
}
