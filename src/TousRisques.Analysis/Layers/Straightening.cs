namespace TousRisques.Analysis.Layers;

/// <summary>
/// Chooses heights on the sheet. Layer by layer, to and fro, everything moves as near as it can to its neighbours, long lines first of all,
/// without changing the order or coming too close: the least squares under these constraints are found exactly by pooling neighbours that
/// are in each other's way (isotonic regression, [BBBB72]). No layer grows beyond the tallest.
/// </summary>
internal static class Straightening
{
    private const int Rounds = 24;

    /// <summary>The middle of every box and joint, in units of the drawing, from 0 at the top.</summary>
    public static int[] Rows(LayerWeb web, int[][] order, LayerMeasures measures)
    {
        var y = new long[web.LayerOf.Length];
        var offsets = order.Select(l => Offsets(web, l, measures)).ToArray();
        var tallest = 0L;
        for (var l = 0; l < order.Length; l++)
            if (order[l].Length > 0) tallest = Math.Max(tallest, offsets[l][^1] + Below(web, order[l][^1], measures));
        for (var l = 0; l < order.Length; l++)
        {
            var slack = order[l].Length == 0 ? 0 : (tallest - offsets[l][^1] - Below(web, order[l][^1], measures)) / 2;
            for (var i = 0; i < order[l].Length; i++) y[order[l][i]] = offsets[l][i] + slack;
        }
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < order.Length; i++)
            {
                var right = round % 2 == 0;
                var l = right ? i : order.Length - 1 - i;
                // The last rounds look both ways.
                Settle(web, order[l], offsets[l], y, tallest - (order[l].Length == 0 ? 0 : Below(web, order[l][^1], measures)), right || round >= Rounds - 6, !right || round >= Rounds - 6);
            }
        return [.. y.Select(v => (int)v)];
    }

    // How far below the top each thing of a layer is when they stand as close as they may.
    private static long[] Offsets(LayerWeb web, int[] layer, LayerMeasures measures)
    {
        var offsets = new long[layer.Length];
        for (var i = 0; i < layer.Length; i++)
            offsets[i] = i == 0 ? Above(web, layer[0], measures) : offsets[i - 1] + Apart(web, layer[i - 1], layer[i], measures);
        return offsets;
    }

    private static long Apart(LayerWeb web, int upper, int lower, LayerMeasures measures)
    {
        if (web.IsJoint(upper) && web.IsJoint(lower)) return measures.LineGap;
        var gap = web.IsJoint(upper) || web.IsJoint(lower) ? Math.Max(2, measures.BoxGap * 2 / 3) : measures.BoxGap;
        var same = !web.IsJoint(upper) && !web.IsJoint(lower) && web.CircleOf[upper] == web.CircleOf[lower];
        return same ? HalfBelow(web, upper) + gap + HalfAbove(web, lower) : Below(web, upper, measures) + gap + Above(web, lower, measures);
    }

    private static long HalfAbove(LayerWeb web, int item) => web.IsJoint(item) ? 0 : web.Boxes[item].Height / 2;
    private static long HalfBelow(LayerWeb web, int item) => web.IsJoint(item) ? 0 : web.Boxes[item].Height - web.Boxes[item].Height / 2;
    private static long Above(LayerWeb web, int item, LayerMeasures measures) => HalfAbove(web, item) + (Placement.InCircle(web, item) ? measures.Frame : 0);
    private static long Below(LayerWeb web, int item, LayerMeasures measures) => HalfBelow(web, item) + (Placement.InCircle(web, item) ? measures.Frame : 0);

    private static void Settle(LayerWeb web, int[] layer, long[] offsets, long[] y, long lowest, bool useLeft, bool useRight)
    {
        // Pools of neighbours that move as one: weight, and weighted sum of where they would like to begin.
        var pools = new List<(long Weight, long Sum, int Count)>();
        for (var i = 0; i < layer.Length; i++)
        {
            var (weight, sum) = (0L, 0L);
            if (useLeft) Pull(web.Left[layer[i]], layer[i]);
            if (useRight) Pull(web.Right[layer[i]], layer[i]);
            if (weight == 0) (weight, sum) = (1, y[layer[i]]);
            pools.Add((weight, sum - weight * offsets[i], 1));
            while (pools.Count > 1 && Begin(pools[^2]) > Begin(pools[^1]))
            {
                var (a, b) = (pools[^2], pools[^1]);
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (a.Weight + b.Weight, a.Sum + b.Sum, a.Count + b.Count);
            }

            void Pull(int[] neighbours, int item)
            {
                foreach (var other in neighbours)
                {
                    var w = web.IsJoint(item) && web.IsJoint(other) ? 8 : web.IsJoint(item) || web.IsJoint(other) ? 2 : 1;
                    (weight, sum) = (weight + w, sum + w * y[other]);
                }
            }
        }
        var next = 0;
        var highest = layer.Length == 0 ? 0 : lowest - offsets[^1];
        foreach (var pool in pools)
            for (var k = 0; k < pool.Count; k++, next++)
                y[layer[next]] = Math.Clamp(Begin(pool), 0, Math.Max(0, highest)) + offsets[next];

        static long Begin((long Weight, long Sum, int Count) pool) => (long)Math.Floor(pool.Sum / (decimal)pool.Weight);
    }
}
