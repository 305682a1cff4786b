using System.Collections.Immutable;

namespace TousRisques.Resilience.FaultTrees;

/// <summary>Puts gates after their inputs.</summary>
internal static class GateOrder
{
    /// <summary>The gates, each after its inputs, in the order of a walk from left to right; null when they stand in a circle. Not recursive.</summary>
    public static ImmutableArray<int>? Of(ImmutableArray<Gate> gates)
    {
        var order = ImmutableArray.CreateBuilder<int>(gates.Length);
        var state = new byte[gates.Length]; // 0 not seen, 1 on the path, 2 done
        var path = new Stack<(int Gate, int Next)>();
        for (var root = 0; root < gates.Length; root++)
        {
            if (state[root] != 0) continue;
            state[root] = 1;
            path.Push((root, 0));
            while (path.TryPop(out var at))
            {
                var inputs = gates[at.Gate].Inputs;
                if (at.Next == inputs.Length)
                {
                    state[at.Gate] = 2;
                    order.Add(at.Gate);
                    continue;
                }
                path.Push((at.Gate, at.Next + 1));
                var input = inputs[at.Next];
                if (!input.IsGate || state[input.Index] == 2) continue;
                if (state[input.Index] == 1) return null;
                state[input.Index] = 1;
                path.Push((input.Index, 0));
            }
        }
        return order.MoveToImmutable();
    }
}
