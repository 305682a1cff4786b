using System.Collections.Immutable;
using TousRisques.Formats.OpenPsa;
using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Host.Commands;

/// <summary>Turns a model that was read into the engine's tree: names become numbers. Basic events keep the model's numbers.</summary>
internal static class FaultTreeOf
{
    /// <summary>The tree under a gate of a model.</summary>
    public static FaultTree Model(PsaModel model, int top)
    {
        var gates = new List<Gate>(new Gate[model.Gates.Length]);
        for (var g = 0; g < model.Gates.Length; g++) gates[g] = Join(model.Gates[g].Formula);
        return new FaultTree(model.BasicEvents.Select(e => e.Probability ?? double.NaN), gates, Signal.Gate(top));

        Gate Join(PsaFormula formula) => formula is PsaFormula.Join join
            ? new Gate(KindOf(join.Connective), join.Inputs.Select(Of).ToImmutableArray(), join.Least, join.Most)
            : new Gate(GateKind.Same, [Of(formula)]);

        Signal Of(PsaFormula formula)
        {
            switch (formula)
            {
                case PsaFormula.Gate g: return Signal.Gate(g.Index);
                case PsaFormula.BasicEvent b: return Signal.Event(b.Index);
                case PsaFormula.HouseEvent h: return Signal.Constant(model.HouseEvents[h.Index].Value);
                case PsaFormula.Constant c: return Signal.Constant(c.Value);
                default:
                    gates.Add(Join(formula)); // a formula within a formula becomes a gate of its own
                    return Signal.Gate(gates.Count - 1);
            }
        }
    }

    private static GateKind KindOf(PsaConnective connective) => connective switch
    {
        PsaConnective.And => GateKind.And,
        PsaConnective.Or => GateKind.Or,
        PsaConnective.Not => GateKind.Not,
        PsaConnective.Nand => GateKind.Nand,
        PsaConnective.Nor => GateKind.Nor,
        PsaConnective.Xor => GateKind.Xor,
        PsaConnective.Iff => GateKind.Iff,
        PsaConnective.Imply => GateKind.Imply,
        PsaConnective.AtLeast => GateKind.AtLeast,
        PsaConnective.Cardinality => GateKind.Cardinality,
        _ => throw new ArgumentOutOfRangeException(nameof(connective), connective, "No kind of gate for this connective."),
    };
}
