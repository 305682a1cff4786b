using System.Text;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Web.Look;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>
/// The territory: its outline, its river, its places; the events revealed, by the numbers that they carry on the timeline too; and a
/// cross where something is struck.
/// </summary>
internal static class MapChart
{
    private const double Margin = 14, Letter = 8.7;

    /// <summary>Draws the map.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="map">What is marked on it.</param>
    /// <param name="numbers">Number of each event in the story.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width; its height follows from the territory's shape, within one third and once its width.</param>
    public static string Draw(Pack pack, StoryMap map, IReadOnlyDictionary<EventId, int> numbers, Words words, double width = 640)
    {
        var view = Projection.Of(pack.Territory, width, Margin);
        var svg = new SvgWriter("map", width, view.Height, words["charts.map-label", pack.Territory.Name.In(words.Language), map.Marks.Length]);
        foreach (var ring in pack.Territory.Outline) svg.Path(view.Path(ring) + "Z", "land");
        foreach (var line in pack.Territory.Lines) svg.Path(view.Path(line.Path), "water");

        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        var spots = Spread(pack, map, view, width);
        foreach (var (x, y) in spots.Values) taken.Add((x - 17, y - 20, x + 22, y + 17));

        foreach (var place in pack.Territory.Places)
        {
            if (map.Marks.Any(m => m.Place == place.Id)) continue;
            var (x, y) = view.At(place.At);
            svg.Circle(x, y, 2.5, "place");
        }
        foreach (var mark in map.Marks.OrderBy(m => m.Latest))
        {
            if (pack.Find(mark.Place) is not { } place) continue;
            var (x, y) = spots[mark.Place];
            var (trueX, trueY) = view.At(place.At);
            if (Math.Abs(trueX - x) + Math.Abs(trueY - y) > 6) svg.Line(trueX, trueY, x, y, "tick").Circle(trueX, trueY, 2.5, "place");
            svg.Open("g", ("data-accent", AccentOf(pack, mark)));
            if (mark.Latest) svg.Circle(x, y, 22, "latest");
            if (mark.Events.IsEmpty) svg.Path($"M{N(x - 7)} {N(y - 7)}l14 14m0-14l-14 14", "cross");
            else
            {
                svg.Circle(x, y, 15, "event").Icon(x, y, 20, Icons.Path(Icons.OfHazards(mark.Events.Select(pack.Find).Last()?.Hazards ?? [])));
                var number = string.Join('·', mark.Events.Select(e => numbers.GetValueOrDefault(e)).TakeLast(3));
                svg.Box(x + 6, y - 22, 8 + number.Length * 7.5, 16, 8, "badge").Text(x + 10 + number.Length * 3.75, y - 10, number, "small", Anchor.Middle);
                if (!mark.Struck.IsEmpty) svg.Path($"M{N(x - 18)} {N(y + 5)}l10 10m0-10l-10 10", "cross");
            }
            svg.Close();
        }
        // Names of marked places come first; the others are named where there is room left.
        foreach (var place in pack.Territory.Places.OrderByDescending(p => map.Marks.Any(m => m.Place == p.Id && m.Latest)).ThenByDescending(p => map.Marks.Any(m => m.Place == p.Id)))
            Name(svg, view, place, spots, taken, words, width);
        foreach (var line in pack.Territory.Lines.Where(l => l.Path.Length > 1)) River(svg, view, line, taken, words);
        return svg.ToString();
    }

    private static void Name(
        SvgWriter svg, Projection view, Place place, Dictionary<PlaceId, (double X, double Y)> marks, List<(double Left, double Top, double Right, double Bottom)> taken, Words words, double width)
    {
        var name = place.Name.In(words.Language);
        if (name.Length > 26) name = Wrap(name, 26, 1)[0];
        var marked = marks.TryGetValue(place.Id, out var at);
        var (x, y) = marked ? at : view.At(place.At);
        var (length, gap) = (name.Length * Letter, marked ? 24.0 : 7.0);
        (double X, double Y, Anchor Anchor, double Left)[] sides =
        [
            (x + gap, y + 4.5, Anchor.Start, x + gap),
            (x - gap, y + 4.5, Anchor.End, x - gap - length),
            (x, y - gap - 3, Anchor.Middle, x - length / 2),
            (x, y + gap + 11, Anchor.Middle, x - length / 2),
        ];
        foreach (var spot in sides)
        {
            var box = (spot.Left, Top: spot.Y - 11, Right: spot.Left + length, Bottom: spot.Y + 4);
            if (box.Left < 2 || box.Right > width - 2 || box.Top < 2 || box.Bottom > view.Height - 2) continue;
            if (taken.Any(t => box.Left < t.Right && t.Left < box.Right && box.Top < t.Bottom && t.Top < box.Bottom)) continue;
            taken.Add(box);
            svg.Text(spot.X, spot.Y, name, marked ? "name halo" : "name halo soft", spot.Anchor);
            return;
        }
    }

    // Marks that would cover each other push each other apart, always the same way.
    private static Dictionary<PlaceId, (double X, double Y)> Spread(Pack pack, StoryMap map, Projection view, double width)
    {
        const double Apart = 38;
        var ids = map.Marks.Where(m => pack.Find(m.Place) is not null).Select(m => m.Place).ToArray();
        var at = ids.Select(id => view.At(pack.Find(id)!.At)).ToArray();
        for (var round = 0; round < 40; round++)
        {
            for (var i = 0; i < at.Length; i++)
            {
                for (var j = i + 1; j < at.Length; j++)
                {
                    var (dx, dy) = (at[j].X - at[i].X, at[j].Y - at[i].Y);
                    var far = Math.Sqrt(dx * dx + dy * dy);
                    if (far >= Apart) continue;
                    var (ux, uy) = far < 0.1 ? (1, 0) : (dx / far, dy / far);
                    var push = (Apart - far) / 2;
                    at[i] = (at[i].X - ux * push, at[i].Y - uy * push);
                    at[j] = (at[j].X + ux * push, at[j].Y + uy * push);
                }
            }
            for (var i = 0; i < at.Length; i++) at[i] = (Math.Clamp(at[i].X, 24, width - 24), Math.Clamp(at[i].Y, 24, view.Height - 24));
        }
        return Enumerable.Range(0, ids.Length).ToDictionary(i => ids[i], i => at[i]);
    }

    // A river is named once, where its name covers nothing else.
    private static void River(SvgWriter svg, Projection view, MapLine line, List<(double Left, double Top, double Right, double Bottom)> taken, Words words)
    {
        var name = line.Name.In(words.Language);
        foreach (var point in line.Path)
        {
            var (x, y) = view.At(point);
            var half = name.Length * Letter / 2;
            if (x - half < 2 || taken.Any(t => x - half < t.Right && t.Left < x + half && y - 19 < t.Bottom && t.Top < y - 4)) continue;
            svg.Text(x, y - 8, name, "river", Anchor.Middle);
            return;
        }
    }

    private static string? AccentOf(Pack pack, MapMark mark) => mark.Events is [.., var last] ? pack.ActOf(last)?.Accent : null;
}

/// <summary>Lays degrees on a sheet: one scale in both directions at the territory's middle latitude.</summary>
internal sealed class Projection
{
    private readonly double west, north, squeeze, scale, left, top;

    private Projection(double west, double north, double squeeze, double scale, double left, double top, double height) =>
        (this.west, this.north, this.squeeze, this.scale, this.left, this.top, Height) = (west, north, squeeze, scale, left, top, height);

    /// <summary>Height of the sheet.</summary>
    public double Height { get; }

    /// <summary>Fits a territory into a sheet of a width.</summary>
    public static Projection Of(Territory territory, double width, double margin)
    {
        var points = territory.Outline.SelectMany(r => r).Concat(territory.Places.Select(p => p.At)).ToList();
        if (points.Count == 0) return new(0, 0, 1, 1, 0, 0, width / 2);
        var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var (wide, high) = (Math.Max(1e-4, (east - west) * squeeze), Math.Max(1e-4, north - south));
        var height = Math.Clamp((width - 2 * margin) * high / wide + 2 * margin, width / 3, width);
        var scale = Math.Min((width - 2 * margin) / wide, (height - 2 * margin) / high);
        return new(west, north, squeeze, scale, (width - wide * scale) / 2, (height - high * scale) / 2, height);
    }

    /// <summary>Where a point falls.</summary>
    public (double X, double Y) At(GeoPoint point) =>
        (left + (point.Longitude - west) * squeeze * scale, top + (north - point.Latitude) * scale);

    /// <summary>A line through points.</summary>
    public string Path(IReadOnlyList<GeoPoint> points)
    {
        var d = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = At(points[i]);
            d.Append(i == 0 ? 'M' : 'L').Append(N(x)).Append(' ').Append(N(y));
        }
        return d.ToString();
    }
}
