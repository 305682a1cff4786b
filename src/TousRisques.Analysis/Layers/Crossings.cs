namespace TousRisques.Analysis.Layers;

/// <summary>Counts how often strands cross.</summary>
internal static class Crossings
{
    /// <summary>Crossings of an order: pairs of strands between two layers whose ends are in opposite orders, counted by inversions.</summary>
    public static long Count(LayerWeb web, int[][] order)
    {
        var place = new int[web.LayerOf.Length];
        foreach (var layer in order)
            for (var i = 0; i < layer.Length; i++) place[layer[i]] = i;
        var total = 0L;
        for (var l = 0; l + 1 < order.Length; l++)
        {
            // How many strands met so far end at or above a place, in a tree of partial sums.
            var tree = new int[order[l + 1].Length + 1];
            var met = 0;
            foreach (var item in order[l])
            {
                var ends = web.Right[item];
                foreach (var other in ends)
                {
                    var notBelow = 0;
                    for (var at = place[other] + 1; at > 0; at -= at & -at) notBelow += tree[at];
                    total += met - notBelow;
                }
                foreach (var other in ends)
                    for (var at = place[other] + 1; at < tree.Length; at += at & -at) tree[at]++;
                met += ends.Length;
            }
        }
        return total;
    }
}
