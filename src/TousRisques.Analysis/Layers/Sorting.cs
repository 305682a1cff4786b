namespace TousRisques.Analysis.Layers;

/// <summary>
/// Sorts every layer so that lines cross little: sweeps to and fro that put each thing at the mean of its neighbours [STT81], then exchanges
/// of things that stand next to each other [GKNV93]. The best order met is kept. A circle moves as one block.
/// </summary>
internal static class Sorting
{
    private const int Sweeps = 24, Rounds = 8;

    /// <summary>The order of every layer, from top to bottom, how often lines cross in it, and how often they did before.</summary>
    public static (int[][] Order, long Crossings, long AtFirst) Sort(LayerWeb web)
    {
        var start = First(web);
        var atFirst = Crossings.Count(web, Flat(start));
        var (best, least) = (Flat(start), atFirst);
        // Large graphs get fewer sweeps: their drawing is not looked at line by line.
        var sweeps = web.LayerOf.Length > 4000 ? 6 : Sweeps;
        foreach (var fromLeft in new[] { true, false })
        {
            var layers = start.Select(l => l.Select(b => (int[])b.Clone()).ToArray()).ToArray();
            var place = new int[web.LayerOf.Length];
            foreach (var layer in layers) Number(layer, place);
            for (var sweep = 0; sweep < sweeps && least > 0; sweep++)
            {
                var right = sweep % 2 == 0 == fromLeft;
                for (var i = 0; i < layers.Length; i++)
                {
                    var layer = layers[right ? i : layers.Length - 1 - i];
                    ByMeans(layer, right ? web.Left : web.Right, place);
                    Number(layer, place);
                }
                Exchange(web, layers, place);
                var flat = Flat(layers);
                var crossings = Crossings.Count(web, flat);
                if (crossings < least) (best, least) = (flat, crossings);
            }
        }
        return (best, least, atFirst);
    }

    // In the order given, joints after boxes: what a reader would get without sorting.
    private static int[][][] First(LayerWeb web)
    {
        var layers = new List<int[]>[web.LayerCount];
        for (var l = 0; l < layers.Length; l++) layers[l] = [];
        var met = new HashSet<int>();
        for (var item = 0; item < web.LayerOf.Length; item++)
            if (web.IsJoint(item)) layers[web.LayerOf[item]].Add([item]);
            else if (met.Add(web.CircleOf[item])) layers[web.LayerOf[item]].Add([.. web.Circles[web.CircleOf[item]]]);
        return [.. layers.Select(l => l.ToArray())];
    }

    private static int[][] Flat(int[][][] layers) => [.. layers.Select(l => l.SelectMany(b => b).ToArray())];

    private static void Number(int[][] layer, int[] place)
    {
        var next = 0;
        foreach (var block in layer)
            foreach (var item in block) place[item] = next++;
    }

    // What has no neighbour on that side keeps its place; the others take the places left, in the order of their means.
    private static void ByMeans(int[][] layer, int[][] side, int[] place)
    {
        foreach (var block in layer.Where(b => b.Length > 1)) Sort(block, i => Mean([i]));
        Sort(layer, Mean);

        long? Mean(int[] block)
        {
            var (sum, count) = (0L, 0);
            foreach (var item in block)
                foreach (var other in side[item]) (sum, count) = (sum + place[other], count + 1);
            return count == 0 ? null : (sum << 16) / count;
        }

        static void Sort<T>(T[] list, Func<T, long?> mean)
        {
            var keys = list.Select(mean).ToArray();
            var free = Enumerable.Range(0, list.Length).Where(i => keys[i] is not null).ToList();
            var sorted = free.OrderBy(i => keys[i]).Select(i => list[i]).ToList(); // stable
            for (var i = 0; i < free.Count; i++) list[free[i]] = sorted[i];
        }
    }

    private static void Exchange(LayerWeb web, int[][][] layers, int[] place)
    {
        for (var (round, better) = (0, true); round < Rounds && better; round++)
        {
            better = false;
            foreach (var layer in layers)
            {
                foreach (var block in layer.Where(b => b.Length > 1)) better |= ExchangeIn(block, i => Ends(web.Left, [i]), i => Ends(web.Right, [i]));
                better |= ExchangeIn(layer, b => Ends(web.Left, b), b => Ends(web.Right, b));
                Number(layer, place);
            }
        }

        int[] Ends(int[][] side, int[] block)
        {
            var ends = block.SelectMany(i => side[i]).Select(n => place[n]).ToArray();
            Array.Sort(ends);
            return ends;
        }
    }

    private static bool ExchangeIn<T>(T[] list, Func<T, int[]> left, Func<T, int[]> right)
    {
        var ends = list.Select(t => (Left: left(t), Right: right(t))).ToArray();
        var better = false;
        for (var i = 0; i + 1 < list.Length; i++)
        {
            var (a, b) = (ends[i], ends[i + 1]);
            var gain = Over(a.Left, b.Left) + Over(a.Right, b.Right) - Over(b.Left, a.Left) - Over(b.Right, a.Right);
            if (gain <= 0) continue;
            (list[i], list[i + 1], ends[i], ends[i + 1]) = (list[i + 1], list[i], b, a);
            better = true;
        }
        return better;

        // How often lines of the upper thing cross lines of the lower one; both lists are sorted.
        static long Over(int[] upper, int[] lower)
        {
            var (crossings, below) = (0L, 0);
            foreach (var end in upper)
            {
                while (below < lower.Length && lower[below] < end) below++;
                crossings += below;
            }
            return crossings;
        }
    }
}
