using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TousRisques.Analysis.Layers;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>
/// Who rests on whom in a territory, in layers: what things need stands at their left, functions at the far right, circles in a frame. A plain line is a
/// need that nothing replaces, a dashed one a choice among others, a dotted one a makeshift.
/// </summary>
internal static class NeedChart
{
    private const int BoxWidth = 170, Leading = 15, Pad = 16, Margin = 8, CharactersPerLine = 22;

    /// <summary>What is shown: everything, or what one component rests on and what rests on it.</summary>
    /// <param name="Shown">Components shown, in the territory's order.</param>
    /// <param name="Links">Lines between them.</param>
    /// <param name="Needed">With a focus, what it rests on.</param>
    /// <param name="Resting">With a focus, what rests on it.</param>
    public sealed record Web(ImmutableArray<Component> Shown, ImmutableArray<NeedLink> Links, ImmutableHashSet<ComponentId> Needed, ImmutableHashSet<ComponentId> Resting)
    {
        /// <summary>Chooses what to show. Of everything, links that a chain of needs implies are left out.</summary>
        public static Web Of(Territory territory, ComponentId? focus)
        {
            var links = NeedLinks.Of(territory);
            if (focus is not { } on)
            {
                var linked = links.SelectMany(l => new[] { l.Needed, l.By }).ToHashSet();
                return new([.. territory.Components.Where(c => linked.Contains(c.Id))], NeedLinks.WithoutImplied(links), [], []);
            }
            var (needed, resting) = (NeedLinks.NeededBy(on, links).Keys.ToImmutableHashSet(), NeedLinks.RestingOn(on, links).Keys.ToImmutableHashSet());
            var shown = needed.Union(resting).Add(on);
            var among = links.Where(l => shown.Contains(l.Needed) && shown.Contains(l.By));
            // A line from what it needs straight to what rests on it, past it, tells nothing of it.
            return new([.. territory.Components.Where(c => shown.Contains(c.Id))],
                NeedLinks.WithoutImplied(among.Where(l => !(needed.Contains(l.Needed) && !resting.Contains(l.Needed) && resting.Contains(l.By) && !needed.Contains(l.By))), on), needed, resting);
        }
    }

    /// <summary>Draws the diagram.</summary>
    /// <param name="web">What to show.</param>
    /// <param name="focus">The component that it is about, or null.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="address">Where a box leads.</param>
    public static string Draw(Web web, ComponentId? focus, Words words, Func<ComponentId, string> address)
    {
        var place = web.Shown.Select((c, i) => (c.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var names = web.Shown.Select(c => Wrap(c.Name.In(words.Language), CharactersPerLine, 3)).ToList();
        var links = web.Links.Where(l => l.Needed != l.By).ToList();
        var drawing = LayeredLayout.Draw(
            [.. web.Shown.Select((c, i) => new LayerBox(Pad + names[i].Count * Leading, c.Nature == Nature.Function))],
            [.. links.Select(l => new LayerLink(place[l.Needed], place[l.By], (int)l.Strength))], new(BoxWidth));
        var width = drawing.Width + 2 * Margin;
        // Wider than a screen it scrolls in its own frame, its letters as large as the text's: a class for each 100 units, since inline styles are refused.
        var svg = new SvgWriter(string.Create(CultureInfo.InvariantCulture, $"needs n{Math.Clamp((width + 99) / 100, 1, 40)}"), width, drawing.Height + 2 * Margin,
            words["stress-page.diagram-label", web.Shown.Length, links.Count], role: "group");
        svg.Open("g", ("transform", $"translate({Margin} {Margin})"));
        foreach (var circle in drawing.Circles) svg.Box(circle.Frame.X, circle.Frame.Y, circle.Frame.Width, circle.Frame.Height, 10, "circle");
        for (var i = 0; i < links.Count; i++)
            svg.Path(PathOf(drawing.Routes[i]), "link " + StyleOf(links[i].Strength) + (focus is { } f && (links[i].Needed == f || links[i].By == f) ? " near" : ""));
        for (var i = 0; i < web.Shown.Length; i++)
        {
            var (component, box) = (web.Shown[i], drawing.Boxes[i]);
            // The table below has the same links for those who go by keyboard: a hundred stops more would be in their way.
            svg.Open("a", ("href", address(component.Id)), ("tabindex", "-1"));
            svg.Box(box.X, box.Y, box.Width, box.Height, 8, "node " + ClassOf(component, web, focus));
            svg.Lines(box.X + 9, box.Y + (box.Height - names[i].Count * Leading) / 2 + 11.5, names[i], Leading);
            svg.Close();
        }
        return svg.ToString();
    }

    private static string ClassOf(Component component, Web web, ComponentId? focus) =>
        component.Id == focus ? "focus" : (component.Nature == Nature.Function ? "function" : "part") + (web.Needed.Contains(component.Id) ? " before" : web.Resting.Contains(component.Id) ? " after" : "");

    private static string StyleOf(NeedStrength strength) => strength switch
    {
        NeedStrength.Hard => "hard",
        NeedStrength.Choice => "spare",
        _ => "makeshift",
    };

    private static string PathOf(LayerRoute route)
    {
        var p = route.Points;
        var d = new StringBuilder($"M{p[0].X} {p[0].Y}");
        if (route.Within && p.Length == 3) return d.Append(CultureInfo.InvariantCulture, $"Q{2 * p[1].X - (p[0].X + p[2].X) / 2} {2 * p[1].Y - (p[0].Y + p[2].Y) / 2} {p[2].X} {p[2].Y}").ToString();
        for (var i = 0; i + 1 < p.Length; i++)
        {
            var middle = (p[i].X + p[i + 1].X) / 2;
            if (i % 2 == 0) d.Append(CultureInfo.InvariantCulture, $"C{middle} {p[i].Y} {middle} {p[i + 1].Y} {p[i + 1].X} {p[i + 1].Y}");
            else d.Append(CultureInfo.InvariantCulture, $"L{p[i + 1].X} {p[i + 1].Y}");
        }
        return d.ToString();
    }
}
