using System.Collections.Immutable;
using TousRisques.Domain.Workshops.Facts;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>A line of the chart: a name, when it begins, or when it is down.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Down">When it is down; empty for a mark.</param>
/// <param name="Mark">When something begins, or null.</param>
/// <param name="Strong">Whether it is what the chart is about.</param>
internal sealed record SpellRow(string Name, ImmutableArray<Outage> Down, TimeSpan? Mark = null, bool Strong = false);

/// <summary>What stops when: perils on top, then each thing of the causal chain in the order in which it went down, and the function last.</summary>
internal static class SpellChart
{
    private const double Row = 42, Head = 30, Margin = 4;

    private static readonly ImmutableArray<int> Steps = [1, 2, 6, 12, 24, 48, 96, 168, 336, 720, 2160];

    /// <summary>Draws the chart.</summary>
    /// <param name="rows">Its lines.</param>
    /// <param name="horizon">The time that it spans.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="label">What it shows, in a sentence.</param>
    /// <param name="width">Its width.</param>
    public static string Draw(IReadOnlyList<SpellRow> rows, TimeSpan horizon, Words words, string label, double width = 480)
    {
        // Not all of a month when everything is over after three days.
        var last = rows.SelectMany(r => r.Down.Select(d => d.Until).Append(r.Mark ?? TimeSpan.Zero)).DefaultIfEmpty(horizon).Max();
        var span = Math.Max(1, Math.Min(horizon.TotalHours, last.TotalHours * 1.08));
        var height = Head + rows.Count * Row + 6;
        var svg = new SvgWriter("spells", width, height, label);
        var step = Steps.FirstOrDefault(s => span / s <= 7, 4320);
        for (double at = 0; at <= span; at += step)
        {
            svg.Line(X(at), Head - 8, X(at), height, "grid");
            svg.Text(X(at), 14, at == 0 ? words["stress-page.axis-start"] : step < 24 ? words["stress-page.axis-hours", at] : words["stress-page.axis-days", at / 24], "soft small", at == 0 ? Anchor.Start : Anchor.Middle);
        }
        for (var i = 0; i < rows.Count; i++)
        {
            // The name stands over its line, not beside it: a phone has no room for both.
            var (row, y) = (rows[i], Head + i * Row + 29);
            var late = row.Mark is { } begins && X(begins.TotalHours) > width / 2;
            svg.Text(late ? width : row.Mark is { } at ? X(at.TotalHours) + 14 : Margin, row.Mark is null ? y - 11 : y + 5, Wrap(row.Name, 54, 1)[0], row.Strong ? "strong halo" : "halo", late ? Anchor.End : Anchor.Start);
            if (row.Mark is { } mark)
            {
                svg.Path($"M{N(X(mark.TotalHours))} {N(y - 9)}l9 9l-9 9z", "peril");
                continue;
            }
            svg.Line(Margin, y, width - Margin, y, row.Strong ? "up thick" : "up");
            foreach (var outage in row.Down)
                svg.Box(X(outage.From.TotalHours), y - (row.Strong ? 8 : 5), Math.Max(2, X(outage.Until.TotalHours) - X(outage.From.TotalHours)), row.Strong ? 16 : 10, 2, row.Strong ? "down of" : "down");
        }
        return svg.ToString();

        double X(double hours) => Margin + (width - 2 * Margin) * Math.Clamp(hours / span, 0, 1);
    }
}
