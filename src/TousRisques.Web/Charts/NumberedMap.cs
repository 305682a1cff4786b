using TousRisques.Domain.Territories;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>A place with a number.</summary>
/// <param name="Name">The place's name.</param>
/// <param name="At">Where it is.</param>
/// <param name="Number">What stands in its mark.</param>
/// <param name="Radius">How large its mark is.</param>
internal sealed record NumberedPlace(string Name, GeoPoint At, string Number, double Radius);

/// <summary>A territory with numbers at some of its places.</summary>
internal static class NumberedMap
{
    private const double Size = 13, SoftSize = 11.5;

    /// <summary>Draws the map.</summary>
    /// <param name="land">The territory.</param>
    /// <param name="marks">Numbered places, those that matter most first.</param>
    /// <param name="label">What it shows, in words.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width.</param>
    /// <param name="others">Whether other places are named too, where there is room left.</param>
    public static string Draw(Territory land, IReadOnlyList<NumberedPlace> marks, string label, Words words, double width = 520, bool others = false)
    {
        var view = Projection.Of(land, width, 26);
        var sheet = new Box(2, 2, width - 2, view.Height - 2);
        var svg = new SvgWriter("map", width, view.Height, label);
        foreach (var ring in land.Outline) svg.Path(view.Path(ring) + "Z", "land");
        foreach (var line in land.Lines) svg.Path(view.Path(line.Path), "water");
        var unmarked = land.Places.Where(p => marks.All(m => m.At != p.At)).ToList();
        foreach (var place in unmarked) svg.Circle(view.At(place.At).X, view.At(place.At).Y, 2.5, "place");

        var boxes = Placing.Apart([.. marks.Select(m => (At: view.At(m.At), R: m.Radius)).Select(m => Box.Around(m.At.X, m.At.Y, m.R, m.R, m.R, m.R))], sheet);
        for (var i = 0; i < marks.Count; i++)
        {
            var (home, r) = (view.At(marks[i].At), marks[i].Radius);
            var (x, y) = (boxes[i].Left + r, boxes[i].Top + r);
            if (Math.Abs(home.X - x) + Math.Abs(home.Y - y) > 6) svg.Line(home.X, home.Y, x, y, "tick");
            svg.Circle(x, y, r, "event").Text(x, y + 4.5, marks[i].Number, "number", Anchor.Middle);
        }
        var taken = boxes.ToList();
        for (var i = 0; i < marks.Count; i++) Name(marks[i].Name, boxes[i], [.. taken.Where((_, j) => j != i)], must: true);
        if (others)
            foreach (var (place, (x, y)) in unmarked.Select(p => (p, view.At(p.At)))) Name(place.Name.In(words.Language), Box.Around(x, y, 3, 3, 3, 3), taken, must: false);
        return svg.ToString();

        void Name(string full, Box named, IReadOnlyList<Box> around, bool must)
        {
            var (name, size) = (Wrap(full, 26, 1)[0], must ? Size : SoftSize);
            if (Placing.Name(named, Lettering.Length(name, size, must), size, around, sheet, must) is not { } spot) return;
            taken.Add(spot.Box);
            svg.Text(spot.X, spot.Y, name, must ? "name halo" : "name halo soft", spot.Anchor);
        }
    }
}
