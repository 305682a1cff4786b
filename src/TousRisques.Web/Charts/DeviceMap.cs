using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Territories;
using TousRisques.Web.Devices;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>Devices at one place.</summary>
/// <param name="Place">The place's name.</param>
/// <param name="At">Where it is.</param>
/// <param name="Devices">The devices.</param>
internal sealed record DevicesAt(string Place, GeoPoint At, IReadOnlyList<Device> Devices)
{
    private const double Near = 0.1; // degrees

    /// <summary>Devices by place, the place with most first. Places that are called the same are one when they lie within some kilometres.</summary>
    public static List<DevicesAt> Of(IEnumerable<ShelvedDevice> devices)
    {
        var places = new Dictionary<string, List<(DevicePlace Place, List<Device> Devices)>>(StringComparer.Ordinal);
        foreach (var device in devices)
            foreach (var (name, place) in device.Places)
            {
                if (!places.TryGetValue(name, out var called)) places[name] = called = [];
                var here = called.FindIndex(c => Math.Abs(c.Place.Latitude!.Value - place.Latitude!.Value) < Near && Math.Abs(c.Place.Longitude!.Value - place.Longitude!.Value) < Near);
                if (here < 0) called.Add((place, [device.Device]));
                else if (called[here].Devices[^1].Id != device.Device.Id) called[here].Devices.Add(device.Device);
            }
        return
        [
            .. places.Values.SelectMany(c => c).Select(c => new DevicesAt(c.Place.Name, new GeoPoint(c.Place.Longitude!.Value, c.Place.Latitude!.Value), c.Devices))
                .OrderByDescending(m => m.Devices.Count).ThenBy(m => m.Place, StringComparer.Ordinal),
        ];
    }
}

/// <summary>
/// Where devices are. No map of the world is shipped: degrees are drawn as a grid, and the outlines of installed territories in which devices lie. Places that would cover each other
/// become one mark with the number of their devices.
/// </summary>
internal static class DeviceMap
{
    private const double Margin = 30, Least = 0.15; // degrees: nearer than that, a single village would fill the sheet
    private const int MostMarks = 80;

    /// <summary>Whether any of some places lies in a territory.</summary>
    public static bool IsUnder(Territory territory, IReadOnlyList<DevicesAt> marks) => marks.Any(m => IsIn(territory, m.At));

    /// <summary>Whether a point lies in a territory.</summary>
    public static bool IsIn(Territory territory, GeoPoint at) => territory.Outline.Any(ring => Holds(ring, at));

    /// <summary>Draws the map.</summary>
    /// <param name="marks">Places, the one with most first.</param>
    /// <param name="lands">Territories whose outlines lie under them.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width: that of a phone, so that its letters can be read there; it grows.</param>
    public static string Draw(IReadOnlyList<DevicesAt> marks, IReadOnlyList<Territory> lands, Words words, double width = 460)
    {
        var points = marks.Select(m => m.At).Concat(lands.SelectMany(l => l.Outline).SelectMany(r => r)).ToList();
        var (middleLon, middleLat) = ((points.Min(p => p.Longitude) + points.Max(p => p.Longitude)) / 2, (points.Min(p => p.Latitude) + points.Max(p => p.Latitude)) / 2);
        points.Add(new(middleLon - Least, Math.Max(-89, middleLat - Least)));
        points.Add(new(middleLon + Least, Math.Min(89, middleLat + Least)));
        var view = Projection.Of(points, width, Margin);
        var sheet = new Box(2, 2, width - 2, view.Height - 2);
        var svg = new SvgWriter("map", width, view.Height, words["explorer-devices.map-label", marks.Sum(m => m.Devices.Count), marks.Count]);
        Grid(svg, view, points, width, words);
        foreach (var land in lands)
        {
            foreach (var ring in land.Outline) svg.Path(view.Path(ring) + "Z", "land");
            foreach (var line in land.Lines) svg.Path(view.Path(line.Path), "water");
        }

        var groups = Group(marks, view);
        var boxes = Placing.Apart([.. groups.Select(g => Box.Around(g.X, g.Y, Radius(g.Count), Radius(g.Count), Radius(g.Count), Radius(g.Count)))], sheet);
        for (var i = 0; i < groups.Count; i++)
        {
            var r = Radius(groups[i].Count);
            var (x, y) = (boxes[i].Left + r, boxes[i].Top + r);
            if (Math.Abs(groups[i].X - x) + Math.Abs(groups[i].Y - y) > 6) svg.Line(groups[i].X, groups[i].Y, x, y, "tick");
            svg.Circle(x, y, r, "event").Text(x, y + 4.5, N(groups[i].Count), "number", Anchor.Middle);
        }
        var taken = boxes.ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            var name = Wrap(groups[i].Name, 26, 1) is [var line, ..] ? line : "";
            if (Placing.Name(boxes[i], Lettering.Length(name, 13, true), 13, [.. taken.Where((_, j) => j != i)], sheet, must: groups.Count <= 12) is not { } spot) continue;
            taken.Add(spot.Box);
            svg.Text(spot.X, spot.Y, name, "name halo", spot.Anchor);
        }
        return svg.ToString();
    }

    private static double Radius(int count) => Math.Min(24, 8 + 2.5 * Math.Log2(1 + count));

    /// <summary>Marks that share a square of the sheet, drawn as one; squares grow until there are few enough.</summary>
    private static List<(double X, double Y, int Count, string Name)> Group(IReadOnlyList<DevicesAt> marks, Projection view)
    {
        var placed = marks.Select(m => (At: view.At(m.At), Mark: m)).ToList();
        for (var side = 20.0; ; side *= 1.4)
        {
            var groups = placed.GroupBy(p => ((int)(p.At.X / side), (int)(p.At.Y / side))).ToList();
            if (groups.Count > MostMarks) continue;
            return
            [
                .. groups.Select(g => (g.Average(p => p.At.X), g.Average(p => p.At.Y), g.SelectMany(p => p.Mark.Devices).DistinctBy(d => d.Id).Count(), g.First().Mark.Place))
                    .OrderByDescending(g => g.Item3),
            ];
        }
    }

    private static void Grid(SvgWriter svg, Projection view, List<GeoPoint> points, double width, Words words)
    {
        var (west, east, south, north) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude), points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        var step = new[] { 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30 }.FirstOrDefault(s => Math.Max(east - west, north - south) / s <= 6, 60);
        for (var i = (int)Math.Floor(west / step) - 6; i <= east / step + 6; i++)
        {
            var x = view.At(new(i * step, south)).X;
            if (x < Margin || x > width - 8) continue;
            svg.Line(x, 4, x, view.Height - 16, "grid").Text(x, view.Height - 4, Degrees(i * step, "east", "west", words), "soft small", Anchor.Middle);
        }
        for (var i = (int)Math.Floor(south / step) - 6; i <= north / step + 6; i++)
        {
            var y = view.At(new(west, i * step)).Y;
            if (y < 14 || y > view.Height - 22) continue;
            svg.Line(4, y, width - 4, y, "grid").Text(5, y - 3, Degrees(i * step, "north", "south", words), "soft small");
        }
    }

    private static string Degrees(double degrees, string more, string less, Words words) =>
        Math.Abs(degrees).ToString("0.##", words.Culture) + "°" + (Math.Abs(degrees) < 1e-9 ? "" : " " + words["explorer-devices.map-" + (degrees > 0 ? more : less)]);

    private static bool Holds(IReadOnlyList<GeoPoint> ring, GeoPoint at)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
            if (ring[i].Latitude > at.Latitude != ring[j].Latitude > at.Latitude
                && at.Longitude < (ring[j].Longitude - ring[i].Longitude) * (at.Latitude - ring[i].Latitude) / (ring[j].Latitude - ring[i].Latitude) + ring[i].Longitude) inside = !inside;
        return inside;
    }
}
