using System.Collections.Immutable;

namespace TousRisques.Formats.OpenPsa;

/// <summary>How the inputs of a formula are put together: the connectives of the Open-PSA model exchange format.</summary>
public enum PsaConnective
{
    /// <summary>Every input.</summary>
    And,
    /// <summary>One input or more.</summary>
    Or,
    /// <summary>Not its input.</summary>
    Not,
    /// <summary>Not every input.</summary>
    Nand,
    /// <summary>No input.</summary>
    Nor,
    /// <summary>An odd number of inputs.</summary>
    Xor,
    /// <summary>Two inputs alike.</summary>
    Iff,
    /// <summary>The second input whenever the first.</summary>
    Imply,
    /// <summary>So many inputs or more.</summary>
    AtLeast,
    /// <summary>From so many to so many inputs.</summary>
    Cardinality,
}

/// <summary>The condition of a gate. References are numbers into the lists of the <see cref="PsaModel"/>.</summary>
public abstract record PsaFormula
{
    private PsaFormula() { }

    /// <summary>A gate.</summary>
    public sealed record Gate(int Index) : PsaFormula;

    /// <summary>A basic event.</summary>
    public sealed record BasicEvent(int Index) : PsaFormula;

    /// <summary>A house event.</summary>
    public sealed record HouseEvent(int Index) : PsaFormula;

    /// <summary>True or false.</summary>
    public sealed record Constant(bool Value) : PsaFormula;

    /// <summary>Inputs put together.</summary>
    /// <param name="Connective">How.</param>
    /// <param name="Inputs">Of what.</param>
    /// <param name="Least">For <see cref="PsaConnective.AtLeast"/> and <see cref="PsaConnective.Cardinality"/>.</param>
    /// <param name="Most">For <see cref="PsaConnective.Cardinality"/>.</param>
    public sealed record Join(PsaConnective Connective, ImmutableArray<PsaFormula> Inputs, int Least = 0, int Most = 0) : PsaFormula;
}

/// <summary>A gate.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Path">Its name with the fault tree and the components that hold it, separated by dots.</param>
/// <param name="Formula">Its condition.</param>
/// <param name="Label">What it is, in words; null when not said.</param>
public sealed record PsaGate(string Name, string Path, PsaFormula Formula, string? Label = null);

/// <summary>A basic event.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Path">Its name with what holds it; its own name when the model data do.</param>
/// <param name="Probability">From 0 to 1; null when not given.</param>
/// <param name="Label">What it is, in words; null when not said.</param>
public sealed record PsaBasicEvent(string Name, string Path, double? Probability, string? Label = null);

/// <summary>A house event: a switch that the model sets.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Path">Its name with what holds it.</param>
/// <param name="Value">How it is set; false when the model does not say.</param>
public sealed record PsaHouseEvent(string Name, string Path, bool Value);

/// <summary>The fault-tree part of an Open-PSA model, references resolved.</summary>
/// <param name="Name">Name of the model, or of its first fault tree.</param>
/// <param name="FaultTrees">Names of the fault trees, in the order read.</param>
/// <param name="Gates">All gates.</param>
/// <param name="BasicEvents">All basic events.</param>
/// <param name="HouseEvents">All house events.</param>
public sealed record PsaModel(
    string Name, ImmutableArray<string> FaultTrees, ImmutableArray<PsaGate> Gates, ImmutableArray<PsaBasicEvent> BasicEvents, ImmutableArray<PsaHouseEvent> HouseEvents)
{
    /// <summary>Gates that no other gate looks at, in the order read.</summary>
    public ImmutableArray<int> Tops
    {
        get
        {
            var used = new bool[Gates.Length];
            foreach (var gate in Gates) Mark(gate.Formula, used);
            return [.. Enumerable.Range(0, Gates.Length).Where(g => !used[g])];
        }
    }

    /// <summary>The gates with that path or that own name.</summary>
    public ImmutableArray<int> GatesNamed(string name) =>
        Enumerable.Range(0, Gates.Length).Where(g => Gates[g].Path == name).ToImmutableArray() is { IsEmpty: false } exact
            ? exact
            : [.. Enumerable.Range(0, Gates.Length).Where(g => Gates[g].Name == name)];

    private static void Mark(PsaFormula formula, bool[] used)
    {
        if (formula is PsaFormula.Gate g) used[g.Index] = true;
        if (formula is PsaFormula.Join join)
            foreach (var input in join.Inputs) Mark(input, used);
    }
}

/// <summary>What came out of reading Open-PSA files.</summary>
/// <param name="Model">The model; null when any finding is an error.</param>
/// <param name="Findings">Errors and warnings, by file and line.</param>
public sealed record PsaReading(PsaModel? Model, ImmutableArray<PsaFinding> Findings);
