using System.Collections.Immutable;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Web.Look;

namespace TousRisques.Web.Reports;

// Who played, what happened, what was said.
public sealed partial class ReportComposer
{
    private void CastList()
    {
        if (report.Cast.IsEmpty) return;
        Head("cast");
        Table(w["report.cast"], [w["report.who"], w["report.table"]],
            report.Cast.OrderBy(v => v.Table.Value, StringComparer.Ordinal).Select(v =>
                ImmutableArray.Create<Cell>(Name(v) + (v.OnPaper ? w["report.on-paper"] : ""), Name(v.Table))));
    }

    private void Story()
    {
        Head("story");
        Say(w.Of(pack.Scenario.Summary));
        blocks.Add(new Block.Picture(Figure.Timeline));
        blocks.Add(new Block.Picture(Figure.Map));
    }

    private void Facts()
    {
        var played = report.Timeline.Where(e => e.Kind is EntryKind.Event or EntryKind.Constraint).Select(e => e.Subject).ToHashSet(StringComparer.Ordinal);
        var rows = new List<ImmutableArray<Cell>>();
        foreach (var act in pack.Scenario.Acts)
        {
            rows.AddRange(act.Events.Where(e => played.Contains(e.Id.Value)).Select(e =>
                ImmutableArray.Create<Cell>(w.Of(e.Title), tell.Hour(e.At), w.Of(e.Reality), MadeFrom(e.MadeFrom, e.Sources))));
            rows.AddRange(act.Constraints.Where(c => played.Contains(c.Id.Value)).Select(c =>
                ImmutableArray.Create<Cell>(w.Of(c.Title), tell.Hour(c.At), w.Of(c.Reality), MadeFrom(c.MadeFrom, []))));
        }
        if (rows.Count == 0) return;
        Head("sources");
        Table(w["report.story-table"], [w["report.event"], w["report.hour"], w["report.reality"], w["report.made-from"]], rows);
    }

    private string MadeFrom(ImmutableArray<TrueFact> facts, ImmutableArray<SourceId> sources) => string.Join('\n',
        facts.Select(f => w["report.true-fact", tell.Date(f.When), w.Of(f.What), Titles(f.Sources)]).Concat(sources.IsEmpty ? [] : [Titles(sources)]));

    private string Titles(ImmutableArray<SourceId> sources) => string.Join(" ; ", tell.Sources(sources).Select(s => s.Title));

    private void TimelineOfPlay()
    {
        Head("timeline");
        Table(w["report.timeline"], [w["report.clock"], w["report.what"]], report.Timeline.Select(e => ImmutableArray.Create<Cell>(Clock(e.At), Told(e))));
    }

    private string Told(TimelineEntry e) => e.Kind switch
    {
        EntryKind.Step => w["report.entry-step", StepName(e.Subject)],
        EntryKind.Event => w["report.entry-event", tell.Name(new EventId(e.Subject))],
        EntryKind.Constraint => w["report.entry-constraint", tell.Name(new ConstraintId(e.Subject))],
        EntryKind.Verdicts => w["report.entry-verdicts", Name(new ActId(e.Subject))],
        EntryKind.Override => w["report.entry-override", Name(e.Table ?? default), Name(new ActionId(e.Subject)), e.Words],
        EntryKind.Inject => w["report.entry-inject", e.Subject, e.Words],
        EntryKind.Plan => w["report.entry-plan", Name(e.Table ?? default), Name(new ActId(e.Subject))],
        EntryKind.Correction => w["report.entry-correction"],
        EntryKind.Opened => w["report.entry-opened"],
        _ => w["report.entry-closed"],
    };

    private string StepName(string step)
    {
        if (report.Steps.FirstOrDefault(s => s.Id.Value == step) is not { } found) return step;
        return found.Act is { } act ? $"{Name(act)} · {w.Of(found.Kind)}" : w.Of(found.Kind);
    }

    private void Said()
    {
        if (!report.Observations.IsEmpty)
        {
            Head("observations");
            Table(w["report.observations"], [w["report.clock"], w["report.observation"], w["report.theme"], w["report.time"]], report.Observations.Select(o =>
                ImmutableArray.Create<Cell>(Clock(o.At), o.Words, o.Theme is { } theme ? w.Of(theme) : "", o.Time is { } time ? w.Of(time) : "")));
        }
        if (!report.Debrief.IsEmpty)
        {
            Head("debrief");
            foreach (var question in report.Debrief.GroupBy(d => d.Question).OrderBy(g => g.Key))
            {
                blocks.Add(new Block.Heading(3, w.Of(question.Key)));
                Table(w.Of(question.Key), [w["report.answer"], w["report.theme"], w["report.time"], w["report.who"]],
                    question.OrderBy(d => d.Theme).ThenBy(d => d.Time).Select(d =>
                        ImmutableArray.Create<Cell>(d.Words, w.Of(d.Theme), w.Of(d.Time), Name(d.Voice))));
            }
        }
        if (report.Leads.IsEmpty) return;
        Head("leads");
        Table(w["report.leads"], [w["report.lead"], w["report.theme"], w["report.time"], w["report.support"]], report.Leads.Select(l =>
            ImmutableArray.Create<Cell>(l.Words.Length > 0 ? l.Title + "\n" + l.Words : l.Title, w.Of(l.Theme), w.Of(l.Time), l.Support.ToString(w.Culture))));
    }

    private void Methods()
    {
        Head("methods");
        blocks.Add(new Block.Items([w["report.method-model"], w["report.method-median"], w["report.method-borda"], w["report.method-kendall"], w["report.method-hours"]]));
    }
}
