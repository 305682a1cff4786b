using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Diagrams;

/// <summary>Builds the diagram of a part.</summary>
internal static class PartBdd
{
    private const int Many = 64;

    /// <summary>
    /// The edge of what the part's root does when things fail, the variable <c>order[l]</c> being at level l. Variables and root are taken so that
    /// they are false when nothing fails (<see cref="Part.Rests"/>).
    /// </summary>
    /// <exception cref="DiagramLimitException">The diagram is full.</exception>
    /// <param name="part">The part.</param>
    /// <param name="order">Its variables from the first level to the last.</param>
    /// <param name="bdd">Where to build.</param>
    /// <param name="gates">How many gates were finished, also when the diagram is full.</param>
    public static int Build(Part part, int[] order, Bdd bdd, out int gates)
    {
        var n = part.Variables.Length;
        var edges = new int[part.Count];
        for (var l = 0; l < n; l++) edges[order[l]] = bdd.Variable(l) ^ (part.Rests[order[l]] ? 1 : 0);
        for (gates = 0; gates < part.Gates; gates++)
        {
            var g = gates;
            var arguments = part.Arguments[g].Select(a => edges[a >> 1] ^ (a & 1)).ToArray();
            Arrange(arguments, n);
            edges[n + g] = part.Operations[g] switch
            {
                Operation.And => arguments.Aggregate(Bdd.True, bdd.And),
                Operation.Xor => arguments.Aggregate(Bdd.False, bdd.Xor),
                _ => AtLeast(part.Thresholds[g], arguments, bdd),
            };
        }
        return edges[^1] ^ (part.Rests[^1] ? 1 : 0);
    }

    /// <summary>
    /// In which order arguments are put together. Variables first; where they are many from the lowest level upwards, so that each is laid on top of what is there in one step:
    /// from the top downwards a gate of n variables takes the square of n. Then gates: what was made first is small more often than not; measured, this beats going by levels.
    /// </summary>
    private static void Arrange(int[] arguments, int variables)
    {
        Array.Sort(arguments, (a, b) => (a >> 1).CompareTo(b >> 1)); // the nodes of variables are the first ones, level by level
        var own = 0;
        while (own < arguments.Length && arguments[own] >> 1 <= variables) own++;
        if (own > Many) Array.Reverse(arguments, 0, own);
    }

    /// <summary>Row after row: with the first i arguments known, whether k more are reached.</summary>
    private static int AtLeast(int least, int[] arguments, Bdd bdd)
    {
        var row = new int[least + 1]; // row[k]: at least k of the arguments so far
        Array.Fill(row, Bdd.False);
        row[0] = Bdd.True;
        for (var i = 0; i < arguments.Length; i++)
            for (var k = Math.Min(least, i + 1); k > Math.Max(0, least - arguments.Length + i); k--) // rows that the rest can still lift to the last one
                row[k] = bdd.IfThenElse(arguments[i], row[k - 1], row[k]);
        return row[least];
    }
}
