using System.Collections.Immutable;

namespace TousRisques.Analysis.Layers;

/// <summary>Gives boxes and lines their place once the order of every layer is known.</summary>
internal static class Placement
{
    private const int Port = 7;

    public static LayeredDrawing Place(LayerWeb web, int[][] order, LayerMeasures measures, long crossings, long atFirst)
    {
        var rows = Straightening.Rows(web, order, measures);
        var hasCircle = order.Select(l => l.Any(i => InCircle(web, i))).ToArray();

        // Columns: as wide as a box, and the lanes of a circle where there is one; between them room for the lines that cross.
        var (left, wide) = (new int[order.Length], new int[order.Length]);
        var strands = web.Strands.CountBy(s => web.LayerOf[s.Left]).ToDictionary(s => s.Key, s => s.Value);
        var x = 0;
        for (var l = 0; l < order.Length; l++)
        {
            (left[l], wide[l]) = (x, measures.BoxWidth + (hasCircle[l] ? 2 * measures.Lane : 0));
            x += wide[l] + Math.Clamp(strands.GetValueOrDefault(l) * 2, measures.Channel, measures.Channel * 2);
        }
        var width = order.Length == 0 ? 0 : left[^1] + wide[^1];

        var boxes = new PlacedBox[web.Boxes.Count];
        for (var i = 0; i < boxes.Length; i++)
        {
            var layer = web.LayerOf[i];
            var height = web.Boxes[i].Height;
            boxes[i] = new(left[layer] + (wide[layer] - measures.BoxWidth) / 2, rows[i] - height / 2, measures.BoxWidth, height, layer);
        }
        var circles = Frames(web, order, measures, boxes);
        var bottom = boxes.Select(b => b.Y + b.Height).Concat(circles.Select(c => c.Frame.Y + c.Frame.Height))
            .Concat(rows.Skip(boxes.Length)).DefaultIfEmpty(0).Max();
        return new(width, bottom, [.. boxes], Routes(web, measures, rows, boxes, left, wide), circles, crossings, atFirst);
    }

    internal static bool InCircle(LayerWeb web, int item) => !web.IsJoint(item) && web.Circles[web.CircleOf[item]].Length > 1;

    private static ImmutableArray<PlacedCircle> Frames(LayerWeb web, int[][] order, LayerMeasures measures, PlacedBox[] boxes) =>
    [
        .. order.SelectMany(l => l.Where(i => InCircle(web, i)).GroupBy(i => web.CircleOf[i])).Select(members =>
        {
            var (first, last) = (boxes[members.First()], boxes[members.Last()]);
            var frame = new PlacedBox(
                first.X - measures.Lane, first.Y - measures.Frame, first.Width + 2 * measures.Lane,
                last.Y + last.Height - first.Y + 2 * measures.Frame, first.Layer);
            return new PlacedCircle(frame, [.. members]);
        }),
    ];

    private static ImmutableArray<LayerRoute> Routes(LayerWeb web, LayerMeasures measures, int[] rows, PlacedBox[] boxes, int[] left, int[] wide)
    {
        var links = web.Links;
        var between = links.Where(l => web.CircleOf[l.From] != web.CircleOf[l.To]).Distinct().ToList();
        var along = between.ToDictionary(l => l, l => web.Along(l).ToArray());

        // Trunks leave a box one under the other, and lines arrive in the order in which they come.
        var leaves = new Dictionary<(int From, int Trunk), int>();
        foreach (var box in between.GroupBy(l => l.From))
            Spread(box.Select(l => l.Trunk).Distinct().Order().ToList(), (t, y) => leaves[(box.Key, t)] = y, boxes[box.Key]);
        var arrives = new Dictionary<LayerLink, int>();
        foreach (var box in between.GroupBy(l => l.To))
            Spread(box.OrderBy(l => rows[along[l][^2]]).ThenBy(l => l.From).ThenBy(l => l.Trunk).ToList(), (l, y) => arrives[l] = y, boxes[box.Key]);

        return
        [
            .. links.Select(link =>
            {
                if (!along.TryGetValue(link, out var path)) return Within(boxes[link.From], boxes[link.To], measures, link.Trunk);
                var (from, to) = (boxes[link.From], boxes[link.To]);
                var points = ImmutableArray.CreateBuilder<LayerPoint>();
                points.Add(new(from.X + from.Width, leaves[(link.From, link.Trunk)]));
                foreach (var joint in path[1..^1])
                {
                    var layer = web.LayerOf[joint];
                    points.Add(new(left[layer], rows[joint]));
                    points.Add(new(left[layer] + wide[layer], rows[joint]));
                }
                points.Add(new(to.X, arrives[link]));
                return new LayerRoute(points.ToImmutable(), false);
            }),
        ];
    }

    private static void Spread<T>(List<T> ends, Action<T, int> put, PlacedBox box)
    {
        var step = ends.Count > 1 ? Math.Min(Port, (box.Height - 8) / (ends.Count - 1)) : 0;
        for (var i = 0; i < ends.Count; i++) put(ends[i], box.Y + box.Height / 2 + (2 * i - ends.Count + 1) * step / 2);
    }

    // Down on the right side, up on the left one; the farther it goes the wider it bends.
    private static LayerRoute Within(PlacedBox from, PlacedBox to, LayerMeasures measures, int trunk)
    {
        var down = to.Y > from.Y;
        var (y1, y2) = (from.Y + from.Height / 2 + (down ? 5 : -5), to.Y + to.Height / 2 + (down ? -5 : 5));
        if (to == from) (y1, y2) = (from.Y + 6, from.Y + from.Height - 6);
        var reach = Math.Clamp(Math.Abs(y2 - y1) / 8 + trunk, 6, measures.Lane - 2);
        var side = down ? from.X + from.Width : from.X;
        return new([new(side, y1), new(down ? side + reach : side - reach, (y1 + y2) / 2), new(side, y2)], true);
    }
}
