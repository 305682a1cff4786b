using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>One stake from act to act.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Places">Its place in each act, 1 for the first, ties sharing one; null where nobody ranked it.</param>
/// <param name="Points">Its Borda points in each act.</param>
internal sealed record SlopeLine(string Name, IReadOnlyList<int?> Places, IReadOnlyList<double> Points);

/// <summary>Priorities before and after: the places of stakes from act to act, their points beside them.</summary>
internal static class SlopeChart
{
    private const double Row = 30, Head = 34, Names = 260;

    /// <summary>Draws the chart.</summary>
    /// <param name="acts">Title and accent of each act.</param>
    /// <param name="lines">The stakes; only those with a place among the first <paramref name="most"/> in some act are drawn.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width.</param>
    /// <param name="most">How many places are drawn.</param>
    public static string Draw(IReadOnlyList<(string Title, string Accent)> acts, IReadOnlyList<SlopeLine> lines, Words words, double width = 760, int most = 8)
    {
        var drawn = lines.Where(l => l.Places.Any(p => p <= most)).ToList();
        var rows = drawn.Count == 0 ? 0 : Math.Max(1, Slots(0, acts.Count, drawn));
        var height = Head + rows * Row + 6;
        var svg = new SvgWriter("slope", width, height, words["charts.slope-label", drawn.Count, acts.Count]);
        var last = acts.Count - 1;
        // The last act stands where its names can be read; earlier ones on the left, with room for numbers only.
        double X(int act) => last == 0 ? 40 : 40 + act * (width - Names - 40) / last;
        for (var a = 0; a < acts.Count; a++)
        {
            svg.Open("g", ("data-accent", acts[a].Accent));
            svg.Text(a == last ? X(a) : X(a) - 20, 16, Wrap(acts[a].Title, last == 0 ? 40 : Math.Max(10, (int)((width - Names) / Math.Max(1, last) / 7.5)), 1)[0], "section");
            svg.Close();
        }
        var y = Enumerable.Range(0, acts.Count).Select(a => Rows(a, drawn)).ToList();
        for (var l = 0; l < drawn.Count; l++)
        {
            var line = drawn[l];
            for (var a = 0; a < last; a++)
            {
                if (y[a].TryGetValue(l, out var from) && y[a + 1].TryGetValue(l, out var to))
                    svg.Line(X(a) + 13, from, X(a + 1) - 13, to, to < from - 1 ? "slope rise" : to > from + 1 ? "slope sink" : "slope");
            }
            for (var a = 0; a <= last; a++)
            {
                if (!y[a].TryGetValue(l, out var at)) continue;
                svg.Circle(X(a), at, 12, "dot").Text(X(a), at + 4.5, N(line.Places[a]!.Value), "number", Anchor.Middle);
                if (a == last) svg.Text(X(a) + 22, at + 4.5, $"{Wrap(line.Name, 32, 1)[0]}  · {line.Points[a].ToString("0.#", words.Culture)}", line.Places[a] == 1 ? "strong" : null);
                else if (!y[last].ContainsKey(l)) svg.Text(X(a) + 20, at + 4.5, Wrap(line.Name, 26, 1)[0], "soft small");
            }
        }
        return svg.ToString();
    }

    // Stakes that tie stand on rows of their own, under each other, with the same place in their dots.
    private static Dictionary<int, double> Rows(int act, List<SlopeLine> lines) =>
        lines.Select((l, i) => (Place: l.Places[act], Index: i)).Where(l => l.Place is not null).OrderBy(l => l.Place).ThenBy(l => l.Index)
            .Select((l, row) => (l.Index, Y: Head + (row + 0.5) * Row)).ToDictionary(l => l.Index, l => l.Y);

    private static int Slots(int from, int acts, List<SlopeLine> lines) =>
        Enumerable.Range(from, acts).Max(a => lines.Count(l => l.Places[a] is not null));
}
