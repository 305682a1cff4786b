using System.Runtime.CompilerServices;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Zero-suppressed decision diagrams [Min93]: a node stands for a family of sets of events. <see cref="Empty"/> holds no set, <see cref="Unit"/> holds the empty set alone;
/// any other node holds the sets of its low child, and those of its high child each with the event of its level.
/// A family is called minimal when none of its sets contains another.
/// </summary>
internal sealed partial class Zdd : IDisposable
{
    public const int Empty = 0;
    public const int Unit = 1;

    private const int UnionTag = -1;
    private const int WithoutTag = -2;
    private const int ProductTag = -3;
    private const int FalsifiedTag = -4;
    private const int FarLevels = 6; // as a power of two

    private const int StepsPerResult = 4; // as a power of two
    private const int StepsBetweenQuestions = (1 << 20) - 1;

    private readonly Budget budget;
    private readonly NodeTable table;
    private readonly ComputedCache cache;
    private long steps;
    private long stepsAtGrowth;

    /// <param name="budget">Where memory comes from.</param>
    /// <param name="mostNodes">More nodes than this are refused, whatever the memory.</param>
    public Zdd(Budget budget, int mostNodes = int.MaxValue)
    {
        this.budget = budget;
        table = new NodeTable(budget, terminals: 2, mostNodes);
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

    /// <summary>How many nodes were made, the two constants included.</summary>
    public int Count => table.Count;

    /// <summary>The level of a node; <see cref="int.MaxValue"/> for a constant.</summary>
    public int LevelOf(int node) => table[node].Level;

    /// <summary>The sets that hold the event at the node's level, without it.</summary>
    public int HighOf(int node) => table[node].High;

    /// <summary>The sets that do not.</summary>
    public int LowOf(int node) => table[node].Low;

    /// <summary>The sets of <paramref name="low"/>, and those of <paramref name="high"/> each with the event at a level above both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Make(int level, int high, int low) => high == Empty ? low : table.Find(level, high, low);

    /// <summary>
    /// Minimal family of the sets of two minimal families.
    /// </summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int MinimalUnion(int u, int v)
    {
        if (u == v || v == Empty) return u;
        if (u == Empty) return v;
        if (u == Unit || v == Unit) return Unit;
        if (u > v) (u, v) = (v, u);
        if (cache.TryGet(u, v, UnionTag, out var known)) return known;
        Guard();
        var (a, b) = (table[u], table[v]);
        if (a.Level > b.Level) (u, v, a, b) = (v, u, b, a);
        int low, high;
        if (a.Level < b.Level)
        {
            low = MinimalUnion(a.Low, v);
            high = Without(a.High, low);
        }
        else
        {
            low = MinimalUnion(a.Low, b.Low);
            high = Without(MinimalUnion(a.High, b.High), low);
        }
        var result = Make(a.Level, high, low);
        if (u > v) (u, v) = (v, u);
        cache.Set(u, v, UnionTag, result);
        return result;
    }

    /// <summary>The sets of <paramref name="u"/> that contain no set of <paramref name="v"/>.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Without(int u, int v)
    {
        if (v == Empty) return u;
        if (u == Empty || u == v || v == Unit) return Empty;
        if (u == Unit) return HoldsEmptySet(v) ? Empty : Unit;
        var (vLevel, uLevel) = (table[v].Level, table[u].Level);
        if (vLevel < uLevel) return Without(u, table[v].Low);
        if (cache.TryGet(u, v, WithoutTag, out var known)) return known;
        Guard();
        var (a, b) = (table[u], table[v]);
        int high, low;
        if (uLevel < vLevel)
        {
            high = Without(a.High, v);
            low = Without(a.Low, v);
        }
        else
        {
            high = Without(Without(a.High, b.Low), b.High);
            low = Without(a.Low, b.Low);
        }
        var result = Make(uLevel, high, low);
        cache.Set(u, v, WithoutTag, result);
        return result;
    }

    /// <summary>Minimal family of the unions of a set of <paramref name="u"/> with a set of <paramref name="v"/>.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int MinimalProduct(int u, int v)
    {
        if (u == Empty || v == Empty) return Empty;
        if (u == Unit || u == v) return v;
        if (v == Unit) return u;
        if (u > v) (u, v) = (v, u);
        if (cache.TryGet(u, v, ProductTag, out var known)) return known;
        Guard();
        var (a, b) = (table[u], table[v]);
        if (a.Level > b.Level) (u, v, a, b) = (v, u, b, a);
        int low, high;
        if (a.Level < b.Level)
        {
            low = MinimalProduct(a.Low, v);
            high = Without(MinimalProduct(a.High, v), low);
        }
        else
        {
            low = MinimalProduct(a.Low, b.Low);
            high = MinimalUnion(MinimalProduct(a.High, MinimalUnion(b.High, b.Low)), MinimalProduct(a.Low, b.High));
            high = Without(high, low);
        }
        var result = Make(a.Level, high, low);
        if (u > v) (u, v) = (v, u);
        cache.Set(u, v, ProductTag, result);
        return result;
    }

    /// <summary>The sets of <paramref name="u"/> at which a function is false, when exactly the events of the set happen.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Falsifying(int u, Bdd functions, int function)
    {
        if (u == Empty || function == Bdd.True) return Empty;
        if (function == Bdd.False) return u;
        var (uLevel, level) = (table[u].Level, functions.LevelOf(function));
        while (level < uLevel)
        {
            function = functions.LowOf(function);
            if (function == Bdd.True) return Empty;
            if (function == Bdd.False) return u;
            var before = level;
            level = functions.LevelOf(function);
            if (level < uLevel && (level ^ before) >> FarLevels != 0) return FalsifyingFrom(u, functions, function);
        }
        if (cache.TryGet(u, function, FalsifiedTag, out var known)) return known;
        Guard();
        var a = table[u];
        var (onHigh, onLow) = uLevel == level ? (functions.HighOf(function), functions.LowOf(function)) : (function, function);
        var high = Falsifying(a.High, functions, onHigh);
        var low = Falsifying(a.Low, functions, onLow);
        var result = Make(uLevel, high, low);
        cache.Set(u, function, FalsifiedTag, result);
        return result;
    }

    /// <summary>A long way down is gone once: every so many levels the result is kept, so that a gate of n events does not take the square of n.</summary>
    private int FalsifyingFrom(int u, Bdd functions, int function)
    {
        if (cache.TryGet(u, function, FalsifiedTag, out var known)) return known;
        Guard();
        var result = Falsifying(u, functions, function);
        cache.Set(u, function, FalsifiedTag, result);
        return result;
    }

    /// <summary>Which nodes a root leads to, by number; children have smaller numbers than their parents.</summary>
    public bool[] Reached(int root)
    {
        var reached = new bool[root + 1];
        reached[root] = true;
        for (var n = root; n > Unit; n--)
        {
            if (!reached[n]) continue;
            reached[table[n].High] = true;
            reached[table[n].Low] = true;
        }
        return reached;
    }

    private bool HoldsEmptySet(int node)
    {
        while (node > Unit) node = table[node].Low;
        return node == Unit;
    }

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
