namespace TousRisques.Resilience.Diagrams;

/// <summary>Products of literals: an event is at an even level, its contrary at the odd level below.</summary>
internal sealed partial class Zdd
{
    private const int PositiveTag = -5;
    private const int LimitTag = -6;
    private const int FirstLiteralProductTag = -1000;

    /// <summary>Minimal family of the products of one of each, without contradictions and without those in which more than <paramref name="most"/> events happen.</summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    public int LiteralProduct(int u, int v, int most)
    {
        if (u == Empty || v == Empty || most < 0) return Empty;
        if (u == Unit || u == v) return Limit(v, most);
        if (v == Unit) return Limit(u, most);
        if (u > v) (u, v) = (v, u);
        var tag = FirstLiteralProductTag - most;
        if (cache.TryGet(u, v, tag, out var known)) return known;
        Guard();
        var (a, b) = (table[u], table[v]);
        var level = Math.Min(a.Level, b.Level);
        var (aHigh, aLow) = a.Level == level ? (a.High, a.Low) : (Empty, u);
        var (bHigh, bLow) = b.Level == level ? (b.High, b.Low) : (Empty, v);
        var left = (level & 1) == 0 ? most - 1 : most;
        var low = LiteralProduct(aLow, bLow, most);
        var high = Empty;
        if (left >= 0)
        {
            if ((level & 1) == 0) (aLow, bLow) = (WithoutContrary(aLow, level), WithoutContrary(bLow, level));
            high = MinimalUnion(LiteralProduct(aHigh, MinimalUnion(bHigh, bLow), left), LiteralProduct(aLow, bHigh, left));
            high = Without(high, low);
        }
        var result = Make(level, high, low);
        cache.Set(u, v, tag, result);
        return result;
    }

    /// <summary>The sets in which no more than so many events happen.</summary>
    private int Limit(int u, int most)
    {
        if (u <= Unit) return u;
        if (cache.TryGet(u, most, LimitTag, out var known)) return known;
        Guard();
        var a = table[u];
        var low = Limit(a.Low, most);
        var high = (a.Level & 1) == 1 ? Limit(a.High, most) : most > 0 ? Limit(a.High, most - 1) : Empty;
        var result = Make(a.Level, high, low);
        cache.Set(u, most, LimitTag, result);
        return result;
    }

    /// <summary>Minimal family of what happens in the products.</summary>
    public int Positive(int u)
    {
        if (u <= Unit) return u;
        if (cache.TryGet(u, 0, PositiveTag, out var known)) return known;
        Guard();
        var a = table[u];
        var low = Positive(a.Low);
        var high = Positive(a.High);
        var result = (a.Level & 1) == 1 ? MinimalUnion(high, low) : Make(a.Level, Without(high, low), low);
        cache.Set(u, 0, PositiveTag, result);
        return result;
    }

    /// <summary>The sets of a family below an even level that do not deny its event.</summary>
    private int WithoutContrary(int u, int level) => table[u].Level == level + 1 ? table[u].Low : u;
}
