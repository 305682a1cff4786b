using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Web.Look;
using TousRisques.Web.Telling;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>
/// The timeline (frise): the territory's memory, then act after act on one clock. What is told now has the room; what was told before
/// draws back to its dots, so that the whole story stays on one line of the wall.
/// </summary>
internal static class TimelineChart
{
    private const double Axis = 84, Edge = 10, Leading = 15;

    /// <summary>Height of the picture, whatever its width.</summary>
    public const double Height = 168;

    /// <summary>Numbers of the events revealed, in the order of the story: the same on the timeline, the map and in tables.</summary>
    public static IReadOnlyDictionary<EventId, int> Number(StoryTimeline line) =>
        line.Acts.SelectMany(a => a.Events).Select((id, i) => (id, i)).ToDictionary(e => e.id, e => e.i + 1);

    /// <summary>Draws the timeline.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="line">What was told.</param>
    /// <param name="words">Words of the reader.</param>
    /// <param name="tell">Teller of the pack in the same language.</param>
    /// <param name="focus">The act that has the room; null for the memory, before the first act.</param>
    /// <param name="width">Its width.</param>
    public static string Draw(Pack pack, StoryTimeline line, Words words, Teller tell, ActId? focus, double width = 1200)
    {
        var svg = new SvgWriter("timeline", width, Height,
            words["charts.timeline-label", line.Memory.Length, line.Acts.Sum(a => a.Events.Length)]);
        var numbers = Number(line);
        var sections = Sections(line, focus, width - 2 * Edge);
        svg.Line(Edge, Axis, width - Edge, Axis, "axis");

        var x = Edge;
        for (var i = 0; i < sections.Count; i++)
        {
            var (act, share) = sections[i];
            if (act is null) Memory(svg, pack, line, words, x, share, focus is null);
            else if (pack.Find(act.Act) is { } told) Act(svg, pack, line, act, told, numbers, words, tell, x, share, act.Act == focus);
            x += share;
            if (i + 1 < sections.Count) svg.Line(x, 20, x, Height - 4, "grid");
        }
        return svg.ToString();
    }

    // The focus takes what the others leave; an act that has not begun keeps a sliver, so that the room sees that it comes.
    private static List<(TimelineAct? Act, double Width)> Sections(StoryTimeline line, ActId? focus, double width)
    {
        var sections = new List<(TimelineAct? Act, double Width)> { (null, width * (focus is null ? 1 : 0.15)) };
        foreach (var act in line.Acts)
            sections.Add((act, width * (act.Act == focus ? 1 : !act.Begun ? 0.07 : 0.06 + 0.014 * Math.Min(8, act.Events.Length))));
        var others = sections.Where(s => s.Act?.Act != focus).Sum(s => s.Width);
        var at = sections.FindIndex(s => s.Act?.Act == focus);
        if (at >= 0) sections[at] = (sections[at].Act, Math.Max(width * 0.3, width - others));
        var sum = sections.Sum(s => s.Width);
        return [.. sections.Select(s => (s.Act, s.Width * width / sum))];
    }

    private static void Memory(SvgWriter svg, Pack pack, StoryTimeline line, Words words, double x, double width, bool focus)
    {
        svg.Text(x + 4, 14, words["charts.memory"], "section soft");
        var events = line.Memory.Select(pack.Find).OfType<ScenarioEvent>().ToList();
        // As many as can be read, the oldest and the latest among them; the table has them all.
        var room = Math.Max(2, (int)(width / (focus ? 96 : 44)));
        var shown = events.Count <= room ? events : [.. Enumerable.Range(0, room).Select(i => events[i * (events.Count - 1) / (room - 1)])];
        for (var i = 0; i < shown.Count; i++)
        {
            var at = x + width * (i + 0.5) / shown.Count;
            svg.Circle(at, Axis, 6, "past");
            var year = shown[i].Date is { Length: >= 4 } date ? date[..4] : "";
            if (!focus)
            {
                svg.Text(at, Axis + 24, year, "soft", Anchor.Middle);
                continue;
            }
            Label(svg, at, i, year, shown[i].Title.In(words.Language), width / shown.Count, (x, x + width), "soft");
        }
    }

    private static void Act(
        SvgWriter svg, Pack pack, StoryTimeline line, TimelineAct act, Act told, IReadOnlyDictionary<EventId, int> numbers, Words words, Teller tell,
        double x, double width, bool focus)
    {
        svg.Open("g", ("data-accent", act.Begun ? told.Accent : null));
        var title = words["charts.act", act.Number] + (act.Begun && (focus || width > 150) ? " · " + told.Title.In(words.Language) : "");
        svg.Text(x + 8, 14, Fit(title, width - 12), act.Begun ? "section" : "section soft");
        if (act.Begun) svg.Line(x, Axis, x + width, Axis, "flow");
        var events = act.Events.Select(pack.Find).OfType<ScenarioEvent>().ToList();
        for (var i = 0; i < events.Count; i++)
        {
            // A lone first event stands where the eye begins, not in the middle of an empty act.
            var slots = focus ? Math.Max(events.Count, 4) : events.Count;
            var at = x + width * (i + 0.5) / slots;
            var latest = events[i].Id == line.Latest;
            var number = N(numbers[events[i].Id]);
            if (!focus)
            {
                svg.Circle(at, Axis, 9, "event").Text(at, Axis + 4, number, "number small", Anchor.Middle);
                continue;
            }
            if (latest) svg.Circle(at, Axis, 23, "latest");
            svg.Circle(at, Axis, 17, "event").Icon(at, Axis, 22, Icons.Path(Icons.OfHazards(events[i].Hazards)));
            Label(svg, at, i, $"{number} · {tell.Hour(events[i].At, i > 0 ? events[i - 1].At : null)}", events[i].Title.In(words.Language), width / slots, (x + 4, x + width - 4), latest ? "strong" : null);
        }
        if (!focus && events.Count > 0)
            svg.Text(x + width / 2, Axis + 30, Hours.Day(words, pack.Scenario, events[0].At), "soft", Anchor.Middle);
        if (!act.Constraints.IsEmpty)
        {
            var all = "+ " + string.Join(" · ", act.Constraints.Select(pack.Find).OfType<Constraint>().Select(c => c.Title.In(words.Language)));
            var text = focus && all.Length * 6.6 < width ? all : words.Plural("charts.constraints", act.Constraints.Length);
            svg.Text(x + (focus ? 8 : width / 2), Height - 5, text, "soft", focus ? Anchor.Start : Anchor.Middle);
        }
        svg.Close();
    }

    // "Acte 1" alone says more than a title cut short.
    private static string Fit(string title, double width) =>
        Lettering.Length(title, 15, bold: true) <= width ? title : title.Split(" · ")[0];

    // Labels stand in turn above and below, so that each has the room of two.
    private static void Label(SvgWriter svg, double x, int turn, string date, string title, double pitch, (double Left, double Right) within, string? style)
    {
        // A label has two steps, one to each side, since those beside it stand on the other side of the axis; near an edge of its act it
        // leans on that edge and has what is left.
        var room = Math.Min(pitch, x - within.Left) + Math.Min(pitch, within.Right - x) - 10;
        var letters = (int)(Math.Min(room, 250) / (style == "strong" ? 8.1 : 7.7));
        var lines = Wrap(title, Math.Max(8, letters), 2);
        var above = turn % 2 == 0;
        var y = above ? Axis - 24 - lines.Count * Leading : Axis + 36;
        svg.Line(x, above ? Axis - 18 : Axis + 18, x, above ? Axis - 24 : Axis + 25, "tick");
        var half = Math.Max(Lettering.Length(date, 13), lines.Max(l => Lettering.Length(l, 13, style == "strong"))) / 2;
        var (at, anchor) = x - half < within.Left ? (within.Left, Anchor.Start) : x + half > within.Right ? (within.Right, Anchor.End) : (x, Anchor.Middle);
        svg.Text(at, y, date, "soft", anchor);
        svg.Lines(at, y + Leading, lines, Leading, style, anchor);
    }
}
