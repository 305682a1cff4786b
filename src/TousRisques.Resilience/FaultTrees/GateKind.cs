namespace TousRisques.Resilience.FaultTrees;

/// <summary>How a gate makes its value of those of its inputs.</summary>
public enum GateKind
{
    /// <summary>Its only input.</summary>
    Same,
    /// <summary>The contrary of its only input.</summary>
    Not,
    /// <summary>Every input; at least one input.</summary>
    And,
    /// <summary>One input or more; at least one input.</summary>
    Or,
    /// <summary>Not every input; at least one input.</summary>
    Nand,
    /// <summary>No input; at least one input.</summary>
    Nor,
    /// <summary>An odd number of inputs; at least two inputs. With two: exactly one.</summary>
    Xor,
    /// <summary>The same value in both of its two inputs.</summary>
    Iff,
    /// <summary>The second of its two inputs whenever the first.</summary>
    Imply,
    /// <summary><see cref="Gate.Least"/> inputs or more.</summary>
    AtLeast,
    /// <summary>From <see cref="Gate.Least"/> to <see cref="Gate.Most"/> inputs, both included.</summary>
    Cardinality,
}
