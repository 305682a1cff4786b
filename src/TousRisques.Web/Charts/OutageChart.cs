using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Web.Telling;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>
/// What an act's hours did to each function: above, thin, had no plan ever been made; below, thick, with the plan. Up is a plain line;
/// down is dashed, so that the difference does not hang on colour.
/// </summary>
internal static class OutageChart
{
    private const double Names = 210, Figures = 118, Row = 34, Head = 30;

    /// <summary>Functions that were down at some time, with the plan or without, the one that the plan helped most first.</summary>
    public static IReadOnlyList<FunctionOutcome> Touched(ConsequenceFacts facts) =>
    [
        .. facts.Functions.Where(f => f.LostWith > TimeSpan.Zero || f.LostWithout > TimeSpan.Zero)
            .OrderByDescending(f => f.LostWithout - f.LostWith).ThenByDescending(f => f.LostWithout),
    ];

    /// <summary>Draws the chart.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="facts">What the model said.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="tell">Teller of the pack in the same language.</param>
    /// <param name="width">Its width.</param>
    /// <param name="most">How many functions it shows at most; the table has them all.</param>
    public static string Draw(Pack pack, ConsequenceFacts facts, Words words, Teller tell, double width = 760, int most = int.MaxValue)
    {
        var rows = Touched(facts).Take(most).ToList();
        var height = Head + rows.Count * Row + 8;
        var svg = new SvgWriter("outages", width, height, words["charts.outages-label", rows.Count]);
        var (left, right) = (Names, width - Figures);
        var span = Math.Max(1e-9, (facts.Until - facts.From).TotalHours);
        TimeSpan? before = null; // the day is told once
        foreach (var tick in Ticks(facts))
        {
            var x = X(tick);
            svg.Line(x, Head - 6, x, height - 6, "grid");
            svg.Text(x, 16, tell.Hour(tick, before), "soft small", Anchor.Middle);
            before = tick;
        }
        for (var i = 0; i < rows.Count; i++)
        {
            var (f, y) = (rows[i], Head + i * Row);
            var name = pack.Find(f.Function)?.Name.In(words.Language) ?? f.Function.Value;
            svg.Lines(0, y + 14, Wrap(name, 30, 2), 14, "small");
            Bar(f.Without, y + 7, "thin");
            Bar(f.With, y + 18, "thick");
            var text = f.LostWith == f.LostWithout
                ? Hours.Of(words, f.LostWith)
                : $"{Hours.Of(words, f.LostWithout)} → {Hours.Of(words, f.LostWith)}";
            svg.Text(width, y + 19, text, f.LostWith < f.LostWithout ? "good" : f.LostWith > f.LostWithout ? "bad" : null, Anchor.End);
        }
        return svg.ToString();

        double X(TimeSpan at) => left + (right - left) * (at - facts.From).TotalHours / span;

        void Bar(IReadOnlyList<Outage> outages, double y, string weight)
        {
            svg.Line(left, y, right, y, "up " + weight);
            foreach (var outage in outages)
            {
                svg.Line(X(outage.From), y, X(outage.Until), y, "gap " + weight);
                svg.Line(X(outage.From), y, X(outage.Until), y, "down " + weight);
            }
        }
    }

    // Between three and five ticks, at whole multiples of six hours.
    private static IEnumerable<TimeSpan> Ticks(ConsequenceFacts facts)
    {
        var hours = (facts.Until - facts.From).TotalHours;
        var step = 6;
        while (hours / step > 5) step *= 2;
        for (var at = Math.Ceiling(facts.From.TotalHours / step) * step; at <= facts.Until.TotalHours; at += step)
            if (at - facts.From.TotalHours > hours * 0.02 && facts.Until.TotalHours - at > hours * 0.02) yield return TimeSpan.FromHours(at);
    }
}
