namespace TousRisques.Analysis.Layers;

/// <summary>Chooses the layer of every box.</summary>
internal static class Layering
{
    private const int Passes = 12;

    /// <summary>
    /// Each circle as near the left as its needs allow (the longest path), what is last at the far right; then each moves within its
    /// freedom to where lines are shorter and the layer less crowded.
    /// </summary>
    public static int[] Of(IReadOnlyList<LayerBox> boxes, IReadOnlyList<LayerLink> links, List<int[]> circles, int[] circleOf)
    {
        var outer = links.Select(l => (From: circleOf[l.From], To: circleOf[l.To], Source: l.From, l.Trunk)).Where(l => l.From != l.To).Distinct().ToList();
        var needs = outer.ToLookup(l => l.To, l => l.From);
        var users = outer.ToLookup(l => l.From, l => l.To);
        var layer = new int[circles.Count];
        for (var c = 0; c < circles.Count; c++)
            foreach (var need in needs[c]) layer[c] = Math.Max(layer[c], layer[need] + 1); // those it rests on come first
        var last = layer.DefaultIfEmpty(0).Max();
        var pinned = new bool[circles.Count];
        for (var c = 0; c < circles.Count; c++)
            if (circles[c].Any(b => boxes[b].Last) && !users[c].Any()) (layer[c], pinned[c]) = (last, true);

        // Lines of one trunk run together: what they cost is the reach of the longest.
        var trunks = outer.GroupBy(l => (l.Source, l.Trunk)).Select(g => (g.First().From, To: g.Select(l => l.To).Distinct().ToArray())).ToList();
        var touching = new List<int>[circles.Count];
        for (var c = 0; c < circles.Count; c++) touching[c] = [];
        for (var t = 0; t < trunks.Count; t++)
        {
            touching[trunks[t].From].Add(t);
            foreach (var to in trunks[t].To) touching[to].Add(t);
        }
        var height = circles.Select(c => c.Sum(b => (long)boxes[b].Height)).ToArray();
        var load = new long[last + 1];
        for (var c = 0; c < circles.Count; c++) load[layer[c]] += height[c];
        var fair = Math.Max(1, height.Sum() / (last + 1));
        var unit = Math.Max(1, height.Sum() / Math.Max(1, boxes.Count));

        for (var (pass, moved) = (0, true); pass < Passes && moved; pass++)
        {
            moved = false;
            for (var i = 0; i < circles.Count; i++)
            {
                var c = pass % 2 == 0 ? circles.Count - 1 - i : i;
                if (pinned[c]) continue;
                var (low, high) = (needs[c].Select(n => layer[n] + 1).DefaultIfEmpty(0).Max(), users[c].Select(u => layer[u] - 1).DefaultIfEmpty(last).Min());
                if (low == high) continue;
                var (home, best, least) = (layer[c], layer[c], long.MaxValue);
                load[home] -= height[c];
                for (var l = low; l <= high; l++)
                {
                    layer[c] = l;
                    // A line that passes a layer takes room there too, and so does a crowd beyond what is fair.
                    var crowd = Math.Max(0, load[l] + height[c] - fair);
                    var cost = touching[c].Sum(Reach) * 10 + crowd * 4 / unit;
                    if (cost < least || (cost == least && l == home)) (best, least) = (l, cost);
                }
                layer[c] = best;
                load[best] += height[c];
                moved |= best != home;
            }
        }
        return [.. circleOf.Select(c => layer[c])];

        long Reach(int trunk)
        {
            var farthest = 0;
            foreach (var to in trunks[trunk].To) farthest = Math.Max(farthest, layer[to]);
            return farthest - layer[trunks[trunk].From];
        }
    }
}
