using System.Collections.Immutable;
using System.Text;
using TousRisques.Resilience.Simulation;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>
/// The exceedance curve: to the right, hours lost in a year; upwards, ever rarer years that lose more, on a scale of one in two, ten, a hundred, so that
/// rare years can be read at all. The band around it is the interval of the draws.
/// </summary>
internal static class ExceedanceChart
{
    private const double Left = 124, Right = 14, Top = 16, Bottom = 56, Height = 340;

    /// <summary>Shares of years that have a line and a row of the table.</summary>
    public static readonly ImmutableArray<double> Shares = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005];

    private static readonly ImmutableArray<double> Marked = [0.1, 0.01];
    private static readonly ImmutableArray<double> Steps = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10];

    /// <summary>Draws the curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="width">Its width.</param>
    public static string Draw(Exceedance curve, Words words, double width = 520)
    {
        // What fewer than one draw in a thousand shows is no curve any more.
        var rarest = Math.Max(Shares[^1], 10.0 / curve.Draws);
        var most = Nice(Math.Max(1, curve.ExceededIn(rarest)));
        var (bottom, right) = (Height - Bottom, width - Right);
        var svg = new SvgWriter("exceed", width, Height, words["stress-page.curve-label", curve.ExceededIn(0.1).ToString("N0", words.Culture), curve.ExceededIn(0.01).ToString("N0", words.Culture)]);
        foreach (var share in Shares.Where(s => s >= rarest))
        {
            svg.Line(Left, Y(share), right, Y(share), "grid");
            svg.Text(Left - 8, Y(share) + 4, words["stress-page.one-year-in", Math.Round(1 / share)], share is 0.1 or 0.01 ? null : "soft", Anchor.End);
        }
        for (var i = 0; i <= 4; i++)
        {
            var x = X(most * i / 4);
            svg.Line(x, bottom, x, bottom + 5, "tick");
            svg.Text(x, bottom + 20, words["charts.hours", Math.Round(most * i / 4).ToString("N0", words.Culture)], null, i == 4 ? Anchor.End : Anchor.Middle);
        }
        svg.Line(Left, bottom, right, bottom, "axis");
        svg.Text(right, bottom + 40, words["stress-page.curve-x"], "soft", Anchor.End);

        var points = Enumerable.Range(0, 121).Select(i => most * i / 120).Select(h => (Hours: h, Share: curve.MoreThan(h))).TakeWhile(p => p.Share.Value >= rarest).ToList();
        if (points.Count > 1)
        {
            var band = new StringBuilder();
            for (var i = 0; i < points.Count; i++) band.Append(i == 0 ? 'M' : 'L').Append(N(X(points[i].Hours))).Append(' ').Append(N(Y(points[i].Share.High)));
            for (var i = points.Count - 1; i >= 0; i--) band.Append('L').Append(N(X(points[i].Hours))).Append(' ').Append(N(Y(points[i].Share.Low)));
            svg.Path(band.Append('Z').ToString(), "band");
            var line = new StringBuilder();
            for (var i = 0; i < points.Count; i++) line.Append(i == 0 ? 'M' : 'L').Append(N(X(points[i].Hours))).Append(' ').Append(N(Y(points[i].Share.Value)));
            svg.Path(line.ToString(), "curve");
        }
        foreach (var share in Marked.Where(s => s >= rarest && curve.ExceededIn(s) > 0))
        {
            var (x, y) = (X(curve.ExceededIn(share)), Y(share));
            svg.Circle(x, y, 5, "mark");
            svg.Text(x + (x > right - 90 ? -9 : 9), y - 8, words["charts.hours", Math.Round(curve.ExceededIn(share)).ToString("N0", words.Culture)], "strong halo", x > right - 90 ? Anchor.End : Anchor.Start);
        }
        return svg.ToString();

        double X(double hours) => Left + (right - Left) * Math.Min(1, hours / most);

        // From every year at the bottom to the rarest at the top.
        double Y(double share) => bottom - (bottom - Top) * Math.Clamp(Math.Log(Math.Max(share, 1e-9)) / Math.Log(rarest), 0, 1);
    }

    /// <summary>The next number that divides into four round ones.</summary>
    private static double Nice(double most)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(most)));
        foreach (var step in Steps)
            if (step * unit >= most) return step * unit;
        return 10 * unit;
    }
}
