using System.Collections.Immutable;

namespace TousRisques.Resilience.CrossImpacts;

/// <summary>The exact search. For each driver and each pair of its states it keeps the most by which the first may still beat the second.</summary>
internal sealed class Branching
{
    private const int Free = -1;

    private readonly ImpactMatrix matrix;
    private readonly SearchBounds bounds;
    private readonly CancellationToken cancel;
    private readonly int[] scenario;
    private readonly long[][] lead; // [driver][state * states + other]: most by which state may end ahead of other
    private readonly long[][][] hope; // [source][target][pair]: the source's best contribution to that lead, over its states
    private readonly List<ImmutableArray<int>> found = [];
    private long steps;
    private bool capped;

    public Branching(ImpactMatrix matrix, SearchBounds bounds, CancellationToken cancel)
    {
        (this.matrix, this.bounds, this.cancel) = (matrix, bounds, cancel);
        var n = matrix.Drivers;
        scenario = new int[n];
        Array.Fill(scenario, Free);
        lead = new long[n][];
        hope = new long[n][][];
        for (var source = 0; source < n; source++) hope[source] = new long[n][];
        for (var target = 0; target < n; target++)
        {
            var states = matrix.States[target];
            lead[target] = new long[states * states];
            for (var source = 0; source < n; source++)
            {
                if (source == target) continue;
                var best = hope[source][target] = new long[states * states];
                for (var s = 0; s < states; s++)
                    for (var other = 0; other < states; other++)
                    {
                        var most = long.MinValue;
                        for (var x = 0; x < matrix.States[source]; x++) most = Math.Max(most, Gain(source, x, target, s, other));
                        best[s * states + other] = most;
                        lead[target][s * states + other] += most;
                    }
            }
        }
    }

    /// <summary>All consistent combinations, or null when there are too many steps to take.</summary>
    public ConsistentSet? Run()
    {
        if (!Descend(0)) return null;
        found.Sort(ConsistentScenarios.Lexical.Instance);
        return new(SearchKind.Exact, [.. found], steps, capped);
    }

    private long Gain(int source, int state, int target, int s, int other) => matrix[source, state, target, s] - matrix[source, state, target, other];

    /// <summary>Looks below the states fixed so far. False when the steps are used up.</summary>
    private bool Descend(int depth)
    {
        if (depth == matrix.Drivers)
        {
            if (found.Count == bounds.MostScenarios) capped = true;
            else found.Add([.. scenario]);
            return true;
        }
        if (!Choose(out var driver)) return true;
        for (var state = 0; state < matrix.States[driver] && !capped; state++)
        {
            if (!MayHold(driver, state)) continue;
            if (++steps > bounds.MostSteps) return false;
            if ((steps & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            Fix(driver, state, +1);
            scenario[driver] = state;
            var goOn = !FixedStillHold() || Descend(depth + 1);
            scenario[driver] = Free;
            Fix(driver, state, -1);
            if (!goOn) return false;
        }
        return true;
    }

    /// <summary>The free driver with the fewest states left; false when one has none.</summary>
    private bool Choose(out int driver)
    {
        driver = Free;
        var fewest = int.MaxValue;
        for (var d = 0; d < scenario.Length; d++)
        {
            if (scenario[d] != Free) continue;
            var left = 0;
            for (var s = 0; s < matrix.States[d]; s++)
                if (MayHold(d, s)) left++;
            if (left == 0) return false;
            if (left < fewest) (fewest, driver) = (left, d);
        }
        return true;
    }

    private bool MayHold(int driver, int state)
    {
        var states = matrix.States[driver];
        foreach (var most in lead[driver].AsSpan(state * states, states))
            if (most < 0) return false;
        return true;
    }

    private bool FixedStillHold()
    {
        for (var d = 0; d < scenario.Length; d++)
            if (scenario[d] != Free && !MayHold(d, scenario[d])) return false;
        return true;
    }

    /// <summary>Puts what a driver's state really gives in the place of the best it could have given, or takes that back.</summary>
    private void Fix(int driver, int state, int sign)
    {
        for (var target = 0; target < scenario.Length; target++)
        {
            if (target == driver) continue;
            var states = matrix.States[target];
            var (leads, best) = (lead[target], hope[driver][target]);
            for (var s = 0; s < states; s++)
                for (var other = 0; other < states; other++)
                    leads[s * states + other] += sign * (Gain(driver, state, target, s, other) - best[s * states + other]);
        }
    }
}
