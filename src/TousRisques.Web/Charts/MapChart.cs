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
/// cross where something is struck. What the act in hand brought has a picture; what came before draws back to its numbers.
/// </summary>
internal static class MapChart
{
    private const double Margin = 14, NameSize = 13, SoftSize = 11.5;

    /// <summary>Draws the map.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="map">What is marked on it.</param>
    /// <param name="numbers">Number of each event in the story.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width; its height follows from the territory's shape, within one third and once its width.</param>
    /// <param name="focus">The act whose events have pictures; null gives every event one.</param>
    public static string Draw(Pack pack, StoryMap map, IReadOnlyDictionary<EventId, int> numbers, Words words, double width = 640, ActId? focus = null)
    {
        var view = Projection.Of(pack.Territory, width, Margin);
        var sheet = new Box(2, 2, width - 2, view.Height - 2);
        var svg = new SvgWriter("map", width, view.Height, words["charts.map-label", pack.Territory.Name.In(words.Language), map.Marks.Length]);
        foreach (var ring in pack.Territory.Outline) svg.Path(view.Path(ring) + "Z", "land");
        foreach (var line in pack.Territory.Lines) svg.Path(view.Path(line.Path), "water");

        var marks = map.Marks.OrderBy(m => m.Latest).Select(m => (Place: pack.Find(m.Place), Sign: Sign.Of(pack, m, numbers, focus))).Where(m => m.Place is not null).ToList();
        var boxes = Placing.Apart([.. marks.Select(m => m.Sign.Around(view.At(m.Place!.At)))], sheet);

        foreach (var place in pack.Territory.Places)
            if (marks.All(m => m.Place!.Id != place.Id)) Dot(svg, view.At(place.At));
        for (var i = 0; i < marks.Count; i++)
        {
            var at = marks[i].Sign.At(boxes[i]);
            var home = view.At(marks[i].Place!.At);
            if (Math.Abs(home.X - at.X) + Math.Abs(home.Y - at.Y) > 6) Dot(svg.Line(home.X, home.Y, at.X, at.Y, "tick"), home);
        }
        for (var i = 0; i < marks.Count; i++) marks[i].Sign.Draw(svg, marks[i].Sign.At(boxes[i]));

        // Names of marked places come first, that of the latest event before them; the others are named where there is room left.
        var taken = boxes.ToList();
        for (var i = marks.Count - 1; i >= 0; i--)
            Name(marks[i].Place!, boxes[i], true, [.. taken.Where((_, j) => j != i)]);
        foreach (var place in pack.Territory.Places)
        {
            var (x, y) = view.At(place.At);
            if (marks.All(m => m.Place!.Id != place.Id)) Name(place, Box.Around(x, y, 3, 3, 3, 3), false, taken);
        }
        foreach (var line in pack.Territory.Lines.Where(l => l.Path.Length > 1)) River(svg, view, line, taken, words, sheet);
        return svg.ToString();

        void Name(Place place, Box named, bool marked, IReadOnlyList<Box> others)
        {
            var size = marked ? NameSize : SoftSize;
            var name = Wrap(place.Name.In(words.Language), 26, 1)[0];
            if (Placing.Name(named, Lettering.Length(name, size, marked), size, others, sheet, must: marked) is not { } spot) return;
            taken.Add(spot.Box);
            svg.Text(spot.X, spot.Y, name, marked ? "name halo" : "name halo soft", spot.Anchor);
        }
    }

    private static void Dot(SvgWriter svg, (double X, double Y) at) => svg.Circle(at.X, at.Y, 2.5, "place");

    // A river is named once, where its name covers nothing else.
    private static void River(SvgWriter svg, Projection view, MapLine line, List<Box> taken, Words words, Box sheet)
    {
        var name = line.Name.In(words.Language);
        foreach (var point in line.Path)
        {
            var (x, y) = view.At(point);
            var half = Lettering.Length(name, 12) / 2;
            var box = new Box(x - half, y - 19, x + half, y - 4);
            if (!sheet.Holds(box) || taken.Any(box.Meets)) continue;
            svg.Text(x, y - 8, name, "river", Anchor.Middle);
            return;
        }
    }

    /// <summary>What stands at a place: a picture with its numbers, numbers alone, or a cross.</summary>
    /// <param name="Accent">Colour of the act.</param>
    /// <param name="Numbers">Numbers of its events, such as "1·6·11"; the latest and a count when they are many.</param>
    /// <param name="Icon">Path of its picture; null for numbers alone, or a cross.</param>
    /// <param name="Latest">Whether the event revealed last is here.</param>
    /// <param name="Struck">Whether something is struck here.</param>
    private sealed record Sign(string? Accent, string Numbers, string? Icon, bool Latest, bool Struck)
    {
        private double Pill => Math.Max(18, 9 + Lettering.Length(Numbers, 11, bold: true));

        public static Sign Of(Pack pack, MapMark mark, IReadOnlyDictionary<EventId, int> numbers, ActId? focus)
        {
            var events = mark.Events.Select(e => numbers.GetValueOrDefault(e)).ToList();
            var named = events.Count <= 3 ? string.Join('·', events) : $"{events[0]}…{events[^1]} ({events.Count})";
            var act = mark.Events is [.., var last] ? pack.ActOf(last) : null;
            var picture = act is not null && (focus is null || act.Id == focus) ? Icons.Path(Icons.OfHazards(pack.Find(mark.Events[^1])?.Hazards ?? [])) : null;
            return new(act?.Accent, named, picture, mark.Latest, !mark.Struck.IsEmpty);
        }

        /// <summary>The room that it takes around its middle.</summary>
        public Box Around((double X, double Y) at) =>
            Icon is not null ? Box.Around(at.X, at.Y, Struck ? 19 : 16, Latest ? 23 : 22, Math.Max(Latest ? 22 : 16, 6 + Pill), Latest ? 22 : 16)
            : Numbers.Length > 0 ? Box.Around(at.X, at.Y, Pill / 2 + (Struck ? 11 : 1), 10, Pill / 2 + 1, 10)
            : Box.Around(at.X, at.Y, 8, 8, 8, 8);

        /// <summary>Its middle, from the room that it takes.</summary>
        public (double X, double Y) At(Box box)
        {
            var around = Around((0, 0));
            return (box.Left - around.Left, box.Top - around.Top);
        }

        public void Draw(SvgWriter svg, (double X, double Y) at)
        {
            var (x, y) = at;
            svg.Open("g", ("data-accent", Accent));
            if (Icon is not null)
            {
                if (Latest) svg.Circle(x, y, 21, "latest");
                svg.Circle(x, y, 15, "event").Icon(x, y, 20, Icon);
                svg.Box(x + 6, y - 22, Pill, 16, 8, "badge").Text(x + 6 + Pill / 2, y - 10, Numbers, "small", Anchor.Middle);
                if (Struck) Cross(svg, x - 14, y + 10, 5);
            }
            else if (Numbers.Length > 0)
            {
                svg.Box(x - Pill / 2, y - 9, Pill, 18, 9, "event").Text(x, y + 4, Numbers, "number small", Anchor.Middle);
                if (Struck) Cross(svg, x - Pill / 2 - 4, y, 5);
            }
            else
            {
                Cross(svg, x, y, 6);
            }
            svg.Close();
        }

        // On a lighter band, so that it is seen on a picture too.
        private static void Cross(SvgWriter svg, double x, double y, double arm)
        {
            var d = $"M{N(x - arm)} {N(y - arm)}l{N(2 * arm)} {N(2 * arm)}m0-{N(2 * arm)}l-{N(2 * arm)} {N(2 * arm)}";
            svg.Path(d, "cross under").Path(d, "cross");
        }
    }
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
    public static Projection Of(Territory territory, double width, double margin) => Of([.. territory.Outline.SelectMany(r => r).Concat(territory.Places.Select(p => p.At))], width, margin);

    /// <summary>Fits points into a sheet of a width.</summary>
    public static Projection Of(IReadOnlyCollection<GeoPoint> points, double width, double margin)
    {
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
