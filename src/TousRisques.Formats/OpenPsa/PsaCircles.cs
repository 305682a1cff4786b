namespace TousRisques.Formats.OpenPsa;

/// <summary>Finds gates that need one another in a circle.</summary>
internal static class PsaCircles
{
    /// <summary>A circle for each gate from which a walk comes back to itself on its way; each as gate numbers in order. Not recursive over gates.</summary>
    public static List<int[]> Of(List<PsaGate> gates)
    {
        var inputs = gates.Select(g => Inputs(g.Formula)).ToList();
        var circles = new List<int[]>();
        var state = new byte[gates.Count]; // 0 not seen, 1 on the path, 2 done
        var path = new List<(int Gate, int Next)>();
        for (var root = 0; root < gates.Count; root++)
        {
            if (state[root] != 0) continue;
            state[root] = 1;
            path.Add((root, 0));
            while (path.Count > 0)
            {
                var (gate, next) = path[^1];
                if (next == inputs[gate].Count)
                {
                    state[gate] = 2;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }
                path[^1] = (gate, next + 1);
                var input = inputs[gate][next];
                if (state[input] == 0)
                {
                    state[input] = 1;
                    path.Add((input, 0));
                }
                else if (state[input] == 1)
                {
                    circles.Add([.. path.Select(p => p.Gate).SkipWhile(g => g != input)]);
                }
            }
        }
        return circles;
    }

    private static List<int> Inputs(PsaFormula formula)
    {
        var gates = new List<int>();
        Collect(formula);
        return gates;

        void Collect(PsaFormula f)
        {
            if (f is PsaFormula.Gate gate) gates.Add(gate.Index);
            if (f is PsaFormula.Join join)
                foreach (var input in join.Inputs) Collect(input);
        }
    }
}
