using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>A place with single points of failure.</summary>
/// <param name="Place">The place.</param>
/// <param name="Functions">How many functions hang on it.</param>
/// <param name="Components">The single points there.</param>
internal sealed record PointsAt(Place Place, int Functions, IReadOnlyList<ComponentId> Components);

/// <summary>The territory with its single points of failure: at each place, how many functions hang on what stands there, as a number and a size.</summary>
internal static class PointsMap
{
    /// <summary>Draws the map.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="marks">Places, the one with most first.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width.</param>
    public static string Draw(Pack pack, IReadOnlyList<PointsAt> marks, Words words, double width = 520)
    {
        var view = Projection.Of(pack.Territory, width, 26);
        var sheet = new Box(2, 2, width - 2, view.Height - 2);
        var svg = new SvgWriter("map", width, view.Height, words["charts.map-label", pack.Territory.Name.In(words.Language), marks.Count]);
        foreach (var ring in pack.Territory.Outline) svg.Path(view.Path(ring) + "Z", "land");
        foreach (var line in pack.Territory.Lines) svg.Path(view.Path(line.Path), "water");
        foreach (var place in pack.Territory.Places.Where(p => marks.All(m => m.Place.Id != p.Id))) svg.Circle(view.At(place.At).X, view.At(place.At).Y, 2.5, "place");

        var boxes = Placing.Apart([.. marks.Select(m => (At: view.At(m.Place.At), R: Radius(m))).Select(m => Box.Around(m.At.X, m.At.Y, m.R, m.R, m.R, m.R))], sheet);
        for (var i = 0; i < marks.Count; i++)
        {
            var (home, r) = (view.At(marks[i].Place.At), Radius(marks[i]));
            var (x, y) = (boxes[i].Left + r, boxes[i].Top + r);
            if (Math.Abs(home.X - x) + Math.Abs(home.Y - y) > 6) svg.Line(home.X, home.Y, x, y, "tick");
            svg.Circle(x, y, r, "event").Text(x, y + 4.5, N(marks[i].Functions), "number", Anchor.Middle);
        }
        var taken = boxes.ToList();
        for (var i = 0; i < marks.Count; i++)
        {
            var name = Wrap(marks[i].Place.Name.In(words.Language), 26, 1)[0];
            if (Placing.Name(boxes[i], Lettering.Length(name, 13, true), 13, [.. taken.Where((_, j) => j != i)], sheet, must: true) is not { } spot) continue;
            taken.Add(spot.Box);
            svg.Text(spot.X, spot.Y, name, "name halo", spot.Anchor);
        }
        return svg.ToString();
    }

    // The area grows with the number, as the eye reads it.
    private static double Radius(PointsAt mark) => Math.Min(26, 8 + 3 * Math.Sqrt(mark.Functions));
}
