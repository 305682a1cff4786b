namespace TousRisques.Resilience.FaultTrees;

/// <summary>
/// A module of a circuit cut out of it: what is between its root and its variables, which are basic events and other modules.
/// Inside, variables are numbered from 0 and gates follow, each after its arguments; the root is the last. Edges are signed as in a <see cref="Circuit"/>.
/// </summary>
internal sealed class Part
{
    /// <summary>The circuit's node of each variable: an event, or the root of another part.</summary>
    public required int[] Variables { get; init; }

    /// <summary>The operation of each gate.</summary>
    public required Operation[] Operations { get; init; }

    /// <summary>The threshold of each gate.</summary>
    public required int[] Thresholds { get; init; }

    /// <summary>The arguments of each gate: signed edges to variables and earlier gates.</summary>
    public required int[][] Arguments { get; init; }

    /// <summary>The value of each variable and gate when no basic event happens.</summary>
    public required bool[] Rests { get; init; }

    /// <summary>Whether more failures never mend: every variable, counted from its value at rest, can only take the root away from its value at rest.</summary>
    public required bool IsMonotone { get; init; }

    /// <summary>The circuit's node that the part computes.</summary>
    public required int Root { get; init; }

    /// <summary>How many gates there are.</summary>
    public int Gates => Operations.Length;

    /// <summary>Variables and gates together.</summary>
    public int Count => Variables.Length + Gates;
}
