using System.Runtime.CompilerServices;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Reduced ordered binary decision diagrams with complement edges [Bry86, BRB90]. An edge is twice the number of a node, plus one where its
/// value is denied: <see cref="True"/> is 0, <see cref="False"/> is 1. The edge "happens" of a node is never denied, so each function
/// has one edge and equality is equality of numbers.
/// </summary>
internal sealed class Bdd : IDisposable
{
    public const int True = 0;
    public const int False = 1;

    // Third operand of cache entries, where it is not an edge of an "if, then, else".
    private const int AndTag = -1;
    private const int XorTag = -2;

    private const int StepsPerResult = 4; // as a power of two
    private const int StepsBetweenQuestions = (1 << 20) - 1;

    private readonly Budget budget;
    private readonly NodeTable table;
    private readonly ComputedCache cache;
    private long steps;
    private long stepsAtGrowth;

    /// <param name="budget">Where memory comes from.</param>
    /// <param name="mostNodes">More nodes than this are refused, whatever the memory.</param>
    public Bdd(Budget budget, int mostNodes = int.MaxValue)
    {
        this.budget = budget;
        table = new NodeTable(budget, terminals: 1, mostNodes);
        try
        {
            cache = new ComputedCache(budget);
        }
        catch (DiagramLimitException)
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>How many nodes were made, the constant included.</summary>
    public int Count => table.Count;

    /// <summary>The level of an edge's node; <see cref="int.MaxValue"/> for a constant.</summary>
    public int LevelOf(int edge) => table[edge >> 1].Level;

    /// <summary>What an edge becomes when the event at its level happens.</summary>
    public int HighOf(int edge) => table[edge >> 1].High ^ (edge & 1);

    /// <summary>What an edge becomes when the event at its level does not happen.</summary>
    public int LowOf(int edge) => table[edge >> 1].Low ^ (edge & 1);

    /// <summary>The event at a level.</summary>
    public int Variable(int level) => Make(level, True, False);

    /// <summary>The function that is <paramref name="high"/> when the event at a level happens and <paramref name="low"/> when not; both lie below the level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Make(int level, int high, int low)
    {
        if (high == low) return high;
        var sign = high & 1;
        return (table.Find(level, high ^ sign, low ^ sign) << 1) ^ sign;
    }

    public int Or(int f, int g) => And(f ^ 1, g ^ 1) ^ 1;

    /// <summary>Both.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int And(int f, int g)
    {
        if (f == g || g == True) return f;
        if (f == True) return g;
        if ((f ^ g) == 1 || f == False || g == False) return False;
        if (f > g) (f, g) = (g, f);
        if (cache.TryGet(f, g, AndTag, out var known)) return known;
        Guard();
        ref var fNode = ref table[f >> 1];
        ref var gNode = ref table[g >> 1];
        var (fSign, gSign) = (f & 1, g & 1);
        var level = fNode.Level;
        int high, low;
        if (level == gNode.Level)
        {
            var (fLow, gLow) = (fNode.Low ^ fSign, gNode.Low ^ gSign); // read before the table may move
            high = And(fNode.High ^ fSign, gNode.High ^ gSign);
            low = And(fLow, gLow);
        }
        else if (level < gNode.Level)
        {
            var fLow = fNode.Low ^ fSign;
            high = And(fNode.High ^ fSign, g);
            low = And(fLow, g);
        }
        else
        {
            level = gNode.Level;
            var gLow = gNode.Low ^ gSign;
            high = And(f, gNode.High ^ gSign);
            low = And(f, gLow);
        }
        var result = Make(level, high, low);
        cache.Set(f, g, AndTag, result);
        return result;
    }

    /// <summary>One of the two alone.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Xor(int f, int g)
    {
        var sign = (f ^ g) & 1;
        (f, g) = (f & ~1, g & ~1);
        if (f == g) return False ^ sign;
        if (f == True) return g ^ 1 ^ sign;
        if (g == True) return f ^ 1 ^ sign;
        if (f > g) (f, g) = (g, f);
        if (cache.TryGet(f, g, XorTag, out var known)) return known ^ sign;
        var (fLevel, gLevel) = (LevelOf(f), LevelOf(g));
        var level = Math.Min(fLevel, gLevel);
        Guard();
        var (fHigh, fLow) = fLevel == level ? (HighOf(f), LowOf(f)) : (f, f);
        var (gHigh, gLow) = gLevel == level ? (HighOf(g), LowOf(g)) : (g, g);
        var result = Make(level, Xor(fHigh, gHigh), Xor(fLow, gLow));
        cache.Set(f, g, XorTag, result);
        return result ^ sign;
    }

    /// <summary>If, then, else.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int IfThenElse(int f, int g, int h)
    {
        if (f == True) return g;
        if (f == False) return h;
        if (g == h) return g;
        if (g == True) return Or(f, h);
        if (g == False) return And(f ^ 1, h);
        if (h == True) return Or(f ^ 1, g);
        if (h == False) return And(f, g);
        if ((g ^ h) == 1) return Xor(f, h);
        if ((f & 1) != 0) (f, g, h) = (f ^ 1, h, g);
        var sign = g & 1;
        (g, h) = (g ^ sign, h ^ sign);
        if (cache.TryGet(f, g, h, out var known)) return known ^ sign;
        var level = Math.Min(LevelOf(f), Math.Min(LevelOf(g), LevelOf(h)));
        Guard();
        var (fHigh, fLow) = LevelOf(f) == level ? (HighOf(f), LowOf(f)) : (f, f);
        var (gHigh, gLow) = LevelOf(g) == level ? (HighOf(g), LowOf(g)) : (g, g);
        var (hHigh, hLow) = LevelOf(h) == level ? (HighOf(h), LowOf(h)) : (h, h);
        var result = Make(level, IfThenElse(fHigh, gHigh, hHigh), IfThenElse(fLow, gLow, hLow));
        cache.Set(f, g, h, result);
        return result ^ sign;
    }

    /// <summary>How many nodes an edge leads to, the constant not included.</summary>
    public int SizeOf(int edge)
    {
        var size = 0;
        var reached = Reached(edge);
        for (var n = 1; n < reached.Length; n++)
            if (reached[n]) size++;
        return size;
    }

    /// <summary>Which nodes an edge leads to, by number. Children have smaller numbers than their parents, so one walk from high to low numbers is enough.</summary>
    public bool[] Reached(int edge)
    {
        var reached = new bool[(edge >> 1) + 1];
        reached[edge >> 1] = true;
        for (var n = edge >> 1; n > 0; n--)
        {
            if (!reached[n]) continue;
            reached[table[n].High >> 1] = true;
            reached[table[n].Low >> 1] = true;
        }
        return reached;
    }

    /// <summary>Before each step down: refuses before the thread's stack is used up, and lets the cache follow the diagram.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Guard()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new DiagramLimitException();
        steps++; // may be many where nodes are few: then results are forgotten and computed anew, unless the cache follows the steps too
        if (Math.Max(table.Count, (steps - stepsAtGrowth) >> StepsPerResult) > cache.Size)
        {
            cache.Grow();
            stepsAtGrowth = steps;
        }
        if ((steps & StepsBetweenQuestions) == 0) budget.GoOn();
    }

    /// <summary>What was wanted is built: results on the way are forgotten, which gives their memory back.</summary>
    public void Settle() => cache.Forget();

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        table.Dispose();
        cache.Dispose();
    }
}
