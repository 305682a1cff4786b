namespace TousRisques.Resilience.FaultTrees;

/// <summary>Orders of a part's variables, from the root of the diagram downwards: guesses at what keeps it small.</summary>
internal static class Orders
{
    /// <summary>As a walk from the root meets them, arguments as written.</summary>
    public static int[] LeftMost(Part part) => Walk(part, (_, arguments) => arguments);

    /// <summary>As a walk meets them, arguments with few variables below first.</summary>
    public static int[] LightFirst(Part part)
    {
        var weights = Weights(part);
        return Walk(part, (_, a) => [.. a.OrderBy(e => weights[e >> 1])]);
    }

    /// <summary>As a walk meets them, arguments with many variables below first.</summary>
    public static int[] HeavyFirst(Part part)
    {
        var weights = Weights(part);
        return Walk(part, (_, a) => [.. a.OrderByDescending(e => weights[e >> 1])]);
    }

    /// <summary>As a walk meets them, arguments that are used elsewhere first.</summary>
    public static int[] SharedFirst(Part part)
    {
        var uses = new int[part.Count];
        foreach (var a in part.Arguments)
            foreach (var e in a) uses[e >> 1]++;
        return Walk(part, (_, a) => [.. a.OrderByDescending(e => uses[e >> 1])]);
    }

    /// <summary>
    /// As many times as asked, each variable moves to the middle of the middles of the gates it is in [AMS03]: FORCE. A gate's span is from
    /// its first to its last variable, gates standing where their arguments do.
    /// </summary>
    public static int[] Force(Part part, int[] start, int rounds)
    {
        var n = part.Variables.Length;
        var place = new double[part.Count];
        var rank = new int[n];
        for (var i = 0; i < n; i++) rank[start[i]] = i;
        var best = (int[])start.Clone();
        var bestSpan = Span(part, rank);
        var order = (int[])start.Clone();
        // Gates are vertices too, so that a gate pulls its arguments together and its users pull it.
        for (var i = 0; i < n; i++) place[start[i]] = i;
        for (var g = 0; g < part.Gates; g++) place[n + g] = part.Arguments[g].Average(e => place[e >> 1]);
        var (sum, count) = (new double[part.Count], new int[part.Count]);
        for (var round = 0; round < rounds; round++)
        {
            Array.Clear(sum);
            Array.Clear(count);
            for (var g = 0; g < part.Gates; g++)
            {
                var centre = place[n + g];
                foreach (var e in part.Arguments[g]) centre += place[e >> 1];
                centre /= part.Arguments[g].Length + 1;
                sum[n + g] += centre;
                count[n + g]++;
                foreach (var e in part.Arguments[g])
                {
                    sum[e >> 1] += centre;
                    count[e >> 1]++;
                }
            }
            for (var v = 0; v < part.Count; v++) place[v] = sum[v] / count[v];
            // Only variables have ranks; gates are squeezed between them in proportion.
            Array.Sort(order, (a, b) => place[a] != place[b] ? place[a].CompareTo(place[b]) : a.CompareTo(b));
            for (var i = 0; i < n; i++) rank[order[i]] = i;
            var keys = order.Select(v => place[v]).ToArray();
            for (var g = 0; g < part.Gates; g++) place[n + g] = Rank(keys, place[n + g]);
            for (var i = 0; i < n; i++) place[order[i]] = i;
            var span = Span(part, rank);
            if (span < bestSpan)
            {
                bestSpan = span;
                best = (int[])order.Clone();
            }
        }
        return best;
    }

    private static double Rank(double[] keys, double value)
    {
        var at = Array.BinarySearch(keys, value);
        if (at >= 0) return at;
        at = ~at;
        if (at == 0) return -0.5;
        if (at == keys.Length) return keys.Length - 0.5;
        var (low, high) = (keys[at - 1], keys[at]);
        return at - 1 + (high > low ? (value - low) / (high - low) : 0.5);
    }

    /// <summary>Sum over gates of the distance between the first and the last variable below, by one step through gates that are used once.</summary>
    public static long Span(Part part, int[] rank)
    {
        var n = part.Variables.Length;
        var (first, last) = (new int[part.Count], new int[part.Count]);
        for (var v = 0; v < n; v++) first[v] = last[v] = rank[v];
        long span = 0;
        for (var g = 0; g < part.Gates; g++)
        {
            var (low, high) = (int.MaxValue, 0);
            foreach (var e in part.Arguments[g])
            {
                low = Math.Min(low, first[e >> 1]);
                high = Math.Max(high, last[e >> 1]);
            }
            (first[n + g], last[n + g]) = (low, high);
            span += high - low;
        }
        return span;
    }

    private static double[] Weights(Part part)
    {
        var n = part.Variables.Length;
        var weights = new double[part.Count];
        Array.Fill(weights, 1, 0, n);
        for (var g = 0; g < part.Gates; g++)
            foreach (var e in part.Arguments[g]) weights[n + g] += weights[e >> 1];
        return weights;
    }

    private static int[] Walk(Part part, Func<int, int[], int[]> arrange)
    {
        var n = part.Variables.Length;
        var order = new List<int>(n);
        var seen = new bool[part.Count];
        var pending = new Stack<int>([part.Count - 1]);
        while (pending.TryPop(out var at))
        {
            if (seen[at]) continue;
            seen[at] = true;
            if (at < n) order.Add(at);
            else foreach (var e in arrange(at, part.Arguments[at - n]).Reverse()) pending.Push(e >> 1);
        }
        return [.. order];
    }
}
