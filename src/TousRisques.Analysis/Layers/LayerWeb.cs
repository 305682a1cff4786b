namespace TousRisques.Analysis.Layers;

/// <summary>
/// Boxes in their layers, and the joints through which long lines pass the layers between. Numbers below the count of boxes are boxes,
/// the others joints. A strand joins two things of neighbouring layers; lines of one trunk share theirs.
/// </summary>
internal sealed class LayerWeb
{
    private readonly Dictionary<(int From, int Trunk), int[]> jointsOf = [];

    public LayerWeb(IReadOnlyList<LayerBox> boxes, IReadOnlyList<LayerLink> links, List<int[]> circles, int[] circleOf, int[] layerOf)
    {
        (Boxes, Links, Circles, CircleOf) = (boxes, links, circles, circleOf);
        var layers = layerOf.ToList();
        List<(int Left, int Right)> strands = [];
        foreach (var trunk in links.Where(l => circleOf[l.From] != circleOf[l.To]).GroupBy(l => (l.From, l.Trunk)))
        {
            var from = layerOf[trunk.Key.From];
            var joints = new int[trunk.Max(l => layerOf[l.To]) - from - 1];
            for (var i = 0; i < joints.Length; i++)
            {
                joints[i] = layers.Count;
                layers.Add(from + 1 + i);
                strands.Add((i == 0 ? trunk.Key.From : joints[i - 1], joints[i]));
            }
            foreach (var to in trunk.Select(l => l.To).Distinct())
                strands.Add((layerOf[to] == from + 1 ? trunk.Key.From : joints[layerOf[to] - from - 2], to));
            jointsOf[trunk.Key] = joints;
        }
        LayerOf = [.. layers];
        LayerCount = layers.DefaultIfEmpty(-1).Max() + 1;
        Left = Sides(strands.Select(s => (s.Right, s.Left)));
        Right = Sides(strands);
        Strands = strands;
    }

    public IReadOnlyList<LayerBox> Boxes { get; }
    public IReadOnlyList<LayerLink> Links { get; }
    public List<int[]> Circles { get; }
    public int[] CircleOf { get; }

    /// <summary>Layer of every box and joint.</summary>
    public int[] LayerOf { get; }
    public int LayerCount { get; }

    /// <summary>Neighbours of every box and joint in the layer at its left.</summary>
    public int[][] Left { get; }
    /// <summary>Neighbours of every box and joint in the layer at its right.</summary>
    public int[][] Right { get; }
    public List<(int Left, int Right)> Strands { get; }

    public bool IsJoint(int item) => item >= Boxes.Count;

    /// <summary>What a line passes through, from its first box to its last.</summary>
    public IEnumerable<int> Along(LayerLink link) =>
        [link.From, .. jointsOf[(link.From, link.Trunk)].Take(LayerOf[link.To] - LayerOf[link.From] - 1), link.To];

    private int[][] Sides(IEnumerable<(int At, int Other)> strands)
    {
        var sides = new int[LayerOf.Length][];
        Array.Fill(sides, []);
        foreach (var side in strands.GroupBy(s => s.At, s => s.Other)) sides[side.Key] = [.. side];
        return sides;
    }
}
