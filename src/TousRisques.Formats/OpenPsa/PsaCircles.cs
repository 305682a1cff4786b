namespace TousRisques.Formats.OpenPsa;

/// <summary>Finds gates that need one another in a circle.</summary>
internal static class PsaCircles
{
    /// <summary>
    /// A circle for each gate from which a walk comes back to itself on its way, up to a number; each as gate numbers in order, the first again at the end, cut after so many.
    /// In a tangle every gate may close a circle as long as the file: whole, they would take the square of its size. Not recursive over gates.
    /// </summary>
    public static List<int[]> Of(List<PsaGate> gates, int most, int longest)
    {
        var inputs = gates.Select(g => Inputs(g.Formula)).ToList();
        var circles = new List<int[]>();
        var place = new int[gates.Count]; // 0 not seen, from 1 the place on the path, -1 done
        var path = new List<(int Gate, int Next)>();
        for (var root = 0; root < gates.Count; root++)
        {
            if (place[root] != 0) continue;
            Enter(root);
            while (path.Count > 0)
            {
                var (gate, next) = path[^1];
                if (next == inputs[gate].Count)
                {
                    place[gate] = -1;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }
                path[^1] = (gate, next + 1);
                var input = inputs[gate][next];
                if (place[input] == 0) Enter(input);
                else if (place[input] > 0)
                {
                    circles.Add([.. path.Skip(place[input] - 1).Take(longest).Select(p => p.Gate).Append(input).Take(longest)]);
                    if (circles.Count == most) return circles;
                }
            }
        }
        return circles;

        void Enter(int gate)
        {
            path.Add((gate, 0));
            place[gate] = path.Count;
        }
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
