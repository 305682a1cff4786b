using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Simulation;

/// <summary>A formula over 64 draws at once: a word a node, one bit a draw. Flat, for the commonest shapes without a stack.</summary>
internal sealed class MaskFormula
{
    private enum Shape { Always, All, Any, Tree }

    private readonly Shape shape;
    private readonly int[] nodes;
    private readonly Formula formula;

    public MaskFormula(Formula formula)
    {
        this.formula = formula;
        (shape, nodes) = formula switch
        {
            Formula.On on => (Shape.All, [on.Node]),
            Formula.All { Parts.Length: 0 } => (Shape.Always, []),
            Formula.All all when Leaves(all.Parts) is { } leaves => (Shape.All, leaves),
            Formula.Any any when Leaves(any.Parts) is { } leaves => (Shape.Any, leaves),
            _ => (Shape.Tree, Array.Empty<int>()),
        };
    }

    /// <summary>The draws in which the condition holds.</summary>
    public ulong Holds(ulong[] running)
    {
        switch (shape)
        {
            case Shape.Always:
                return ulong.MaxValue;
            case Shape.All:
                var all = ulong.MaxValue;
                foreach (var c in nodes) all &= running[c];
                return all;
            case Shape.Any:
                var any = 0UL;
                foreach (var c in nodes) any |= running[c];
                return any;
            default:
                return Holds(formula, running);
        }
    }

    private static ulong Holds(Formula formula, ulong[] running) => formula switch
    {
        Formula.On on => running[on.Node],
        Formula.All all => Every(all.Parts, running),
        Formula.Any any => Some(any.Parts, running),
        Formula.AtLeast most => AtLeast(most.Count, most.Parts, running),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    private static ulong Every(ImmutableArray<Formula> parts, ulong[] running)
    {
        var mask = ulong.MaxValue;
        foreach (var part in parts) mask &= Holds(part, running);
        return mask;
    }

    private static ulong Some(ImmutableArray<Formula> parts, ulong[] running)
    {
        var mask = 0UL;
        foreach (var part in parts) mask |= Holds(part, running);
        return mask;
    }

    private static ulong AtLeast(int count, ImmutableArray<Formula> parts, ulong[] running)
    {
        if (count <= 0) return ulong.MaxValue;
        if (count > parts.Length) return 0;
        // held[k]: the draws in which more than k of the parts seen so far hold.
        Span<ulong> held = count <= 64 ? stackalloc ulong[count] : new ulong[count];
        held.Clear();
        foreach (var part in parts)
        {
            var one = Holds(part, running);
            for (var k = count - 1; k > 0; k--) held[k] |= held[k - 1] & one;
            held[0] |= one;
        }
        return held[count - 1];
    }

    private static int[]? Leaves(ImmutableArray<Formula> parts)
        => parts.All(p => p is Formula.On) ? [.. parts.Select(p => ((Formula.On)p).Node)] : null;
}
