using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>
/// The verdicts of a table on one action, as a bar from impossible to feasible, each part with its number and its own pattern; a mark
/// for the median, and one for the model once it has spoken.
/// </summary>
internal static class SpreadChart
{
    private const double Width = 240, Height = 34;

    /// <summary>Draws the bar.</summary>
    /// <param name="count">The verdicts, or null when nobody judged.</param>
    /// <param name="model">The model's verdict where the reader may see it, or null.</param>
    /// <param name="words">Words of the reader.</param>
    public static string Draw(VerdictCount? count, Verdict? model, Words words)
    {
        var spread = count ?? default;
        var label = words["charts.spread-label", spread.Impossible, spread.Degraded, spread.Feasible];
        var svg = new SvgWriter("spread", Width, Height, label);
        svg.Box(0, 10, Width, 16, 4, "empty");
        if (spread.Judges == 0) return svg.ToString();
        double x = 0;
        Part(spread.Impossible, "no");
        Part(spread.Degraded, "mid");
        Part(spread.Feasible, "ok");
        svg.Path($"M{N(Middle(spread.Median) - 5)} 2l10 0l-5 7z", "median");
        if (model is { } said) svg.Path($"M{N(Middle(said))} 27l5 7l-10 0z", "model");
        return svg.ToString();

        void Part(int count, string style)
        {
            if (count == 0) return;
            var part = Width * count / spread.Judges;
            svg.Box(x + 0.5, 10, part - 1, 16, 4, style);
            if (part > 14) svg.Text(x + part / 2, 22.5, N(count), "number", Anchor.Middle);
            x += part;
        }

        // The middle of a verdict's part of the bar; of an empty part, the seam where it would be.
        double Middle(Verdict verdict)
        {
            double before = verdict switch { Verdict.Impossible => 0, Verdict.Degraded => spread.Impossible, _ => spread.Impossible + spread.Degraded };
            double own = verdict switch { Verdict.Impossible => spread.Impossible, Verdict.Degraded => spread.Degraded, _ => spread.Feasible };
            return Math.Clamp(Width * (before + own / 2) / spread.Judges, 6, Width - 6);
        }
    }
}
