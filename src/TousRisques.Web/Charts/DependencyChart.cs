using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Views;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>A box of the diagram: a component, and how many links stand between it and what is struck.</summary>
/// <param name="Component">The component.</param>
/// <param name="Layer">0 for what is struck.</param>
internal sealed record Layered(Component Component, int Layer);

/// <summary>
/// What an event strikes and what counts on it, drawn from the model: what is struck on the left, then what depends on it, and so on to
/// the functions. A dashed link is one that has a way round.
/// </summary>
internal static class DependencyChart
{
    private const double BoxHeight = 40, Gap = 12, Head = 26;

    /// <summary>What is struck and what depends on it, nearest first, at most some a layer: functions and what leads to them first.</summary>
    public static IReadOnlyList<Layered> Layers(Territory territory, IEnumerable<Strike> strikes, int deepest = 3, int most = 5)
    {
        var struck = strikes.SelectMany(s => s.On.In(territory)).Distinct().ToList();
        var layerOf = struck.ToDictionary(c => c.Id, _ => 0);
        for (var layer = 1; layer <= deepest; layer++)
        {
            var next = territory.Components
                .Where(c => !layerOf.ContainsKey(c.Id) && c.Needs.Components.Any(n => layerOf.TryGetValue(n, out var l) && l == layer - 1)).ToList();
            foreach (var component in next) layerOf[component.Id] = layer;
        }
        var dependents = territory.Components.SelectMany(c => c.Needs.Components.Distinct()).CountBy(c => c).ToDictionary(c => c.Key, c => c.Value);
        return
        [
            .. territory.Components.Where(c => layerOf.ContainsKey(c.Id)).GroupBy(c => layerOf[c.Id]).OrderBy(g => g.Key)
                .SelectMany(g => g.OrderByDescending(c => c.Nature == Nature.Function ? 1000 + c.Weight : dependents.GetValueOrDefault(c.Id)).Take(most)
                    .Select(c => new Layered(c, g.Key))),
        ];
    }

    /// <summary>Draws the diagram; the empty string when nothing is struck.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="strikes">What the event or the constraint does.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width.</param>
    /// <param name="most">How many components a layer shows at most.</param>
    public static string Draw(Pack pack, IReadOnlyCollection<Strike> strikes, Words words, double width = 720, int most = 5)
    {
        var layers = Layers(pack.Territory, strikes, most: most);
        if (layers.Count == 0) return "";
        var columns = layers.Max(l => l.Layer) + 1;
        var column = width / columns;
        var box = Math.Min(200, column - 44);
        var tallest = layers.GroupBy(l => l.Layer).Max(g => g.Count());
        var height = Head + tallest * (BoxHeight + Gap);
        var at = new Dictionary<ComponentId, (double X, double Y)>();
        foreach (var layer in layers.GroupBy(l => l.Layer))
        {
            var (top, i) = (Head + (height - Head - layer.Count() * (BoxHeight + Gap)) / 2, 0);
            var x = columns == 1 ? 0 : layer.Key * (width - box) / (columns - 1); // columns spread from edge to edge
            foreach (var l in layer) at[l.Component.Id] = (x, top + i++ * (BoxHeight + Gap));
        }

        var svg = new SvgWriter("depends", width, height, words["charts.depends-label", layers.Count(l => l.Layer == 0), layers.Count(l => l.Layer > 0)]);
        svg.Text(0, 14, words["charts.struck"], "soft small");
        if (columns > 1) svg.Text(width, 14, words["charts.depends-on-it"], "soft small", Anchor.End);
        foreach (var l in layers)
            foreach (var need in l.Component.Needs.Components.Distinct())
                if (at.TryGetValue(need, out var from) && layers.Any(o => o.Component.Id == need && o.Layer < l.Layer))
                {
                    var (x1, y1) = (from.X + box, from.Y + BoxHeight / 2);
                    var (x2, y2) = (at[l.Component.Id].X, at[l.Component.Id].Y + BoxHeight / 2);
                    var bend = (x2 - x1) / 2;
                    svg.Path($"M{N(x1)} {N(y1)}C{N(x1 + bend)} {N(y1)} {N(x2 - bend)} {N(y2)} {N(x2)} {N(y2)}", Spares(l.Component.Needs, need) ? "link spare" : "link");
                }
        foreach (var l in layers)
        {
            var (x, y) = at[l.Component.Id];
            svg.Box(x, y, box, BoxHeight, 8, l.Layer == 0 ? "node struck" : l.Component.Nature == Nature.Function ? "node function" : "node");
            var lines = Wrap(l.Component.Name.In(words.Language), Math.Max(8, (int)((box - 16) / 6.3)), 2);
            svg.Lines(x + 10, y + (lines.Count == 1 ? 25 : 17), lines, 15, l.Layer == 0 ? "small strong" : "small");
        }
        return svg.ToString();
    }

    /// <summary>Whether a need can be met although a component is down, everything else running.</summary>
    public static bool Spares(Need need, ComponentId down) => need switch
    {
        Need.On on => on.Component != down,
        Need.All all => all.Parts.All(p => Spares(p, down)),
        Need.Any any => any.Parts.Any(p => Spares(p, down)),
        Need.AtLeast some => some.Parts.Count(p => Spares(p, down)) >= some.Count,
        Need.Degraded makeshift => Spares(makeshift.Makeshift, down),
        _ => true,
    };
}
