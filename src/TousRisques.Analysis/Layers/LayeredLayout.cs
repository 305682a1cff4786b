using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Analysis.Layers;

/// <summary>
/// Draws a graph of dependence in layers, after Sugiyama, Tagawa and Toda [STT81]: circles are kept together, each layer rests on those at its
/// left, long lines pass through the layers between, layers are sorted so that lines cross little, and lines are straightened. Whole
/// numbers only and no chance: the same graph always gives the same drawing.
/// </summary>
public static class LayeredLayout
{
    /// <summary>Lays a graph out.</summary>
    /// <param name="boxes">The things to place.</param>
    /// <param name="links">What rests on what; a link from a thing to itself, or said twice, is drawn once and out of the way.</param>
    /// <param name="measures">Measures; null for the usual ones.</param>
    /// <exception cref="ArgumentException">A link names a box that does not exist, or a box has no height.</exception>
    public static LayeredDrawing Draw(IReadOnlyList<LayerBox> boxes, IReadOnlyList<LayerLink> links, LayerMeasures? measures = null)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        ArgumentNullException.ThrowIfNull(links);
        if (boxes.Any(b => b.Height <= 0)) throw new ArgumentException("A box has no height.", nameof(boxes));
        if (links.Any(l => l.From < 0 || l.To < 0 || l.From >= boxes.Count || l.To >= boxes.Count))
            throw new ArgumentException("A link names a box that does not exist.", nameof(links));

        var web = WebOf(boxes, links);
        var (order, crossings, atFirst) = Sorting.Sort(web);
        return Placement.Place(web, order, measures ?? new(), crossings, atFirst);
    }

    /// <summary>Boxes in their layers, not sorted yet.</summary>
    internal static LayerWeb WebOf(IReadOnlyList<LayerBox> boxes, IReadOnlyList<LayerLink> links)
    {
        var circles = Circles(boxes.Count, links);
        var circleOf = new int[boxes.Count];
        for (var c = 0; c < circles.Count; c++)
            foreach (var box in circles[c]) circleOf[box] = c;
        return new(boxes, links, circles, circleOf, Layering.Of(boxes, links, circles, circleOf));
    }

    // Things that all need one another, the others each by itself; a circle comes after those it rests on.
    private static List<int[]> Circles(int count, IReadOnlyList<LayerLink> links)
    {
        var needs = links.ToLookup(l => l.To, l => (Formula)new Formula.On(l.From));
        var graph = new DependencyGraph(Enumerable.Range(0, count).Select(i => new Node(new Formula.All([.. needs[i].Distinct()]))));
        return StrongComponents.Of(graph, _ => true);
    }
}
