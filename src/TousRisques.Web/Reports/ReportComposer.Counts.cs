using System.Collections.Immutable;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Web.Look;

namespace TousRisques.Web.Reports;

// What remained possible, what came first, what was chosen, where room and model differed, what was lost.
public sealed partial class ReportComposer
{
    private Cell Of(Verdict verdict) => new(w.Of(verdict), VerdictChip.Tone(verdict));

    private void Possible()
    {
        if (report.Acts.IsEmpty) return;
        Head("survival");
        Say(w["report.survival-intro"]);
        var columns = (from act in report.Acts from table in report.Tables select (Act: act, Table: table.Id)).ToArray();
        Table(w["report.survival"], [w["report.action"], .. columns.Select(c => ManyTables ? $"{Name(c.Act)} · {Name(c.Table)}" : Name(c.Act))],
            report.Survival.Where(s => !s.Standings.IsEmpty).Select(s => ImmutableArray.Create<Cell>(
                [Name(s.Action), .. columns.Select(c => CellOf(s.Standings.FirstOrDefault(x => x.Act == c.Act && x.Table == c.Table)))])));
        foreach (var act in report.Acts)
        {
            var lost = report.Survival.Select(s => (s.Action, Standing: s.Standings.FirstOrDefault(x => x.Act == act && x.Model == Verdict.Impossible)))
                .Where(x => x.Standing is { Why.IsEmpty: false }).ToArray();
            if (lost.Length == 0) continue;
            blocks.Add(new Block.Heading(3, w["report.lost-at", Name(act), lost.Length]));
            Table(w["report.lost-at", Name(act), lost.Length], [w["report.action"], w["report.cause"]],
                lost.Select(x => ImmutableArray.Create<Cell>(Name(x.Action), tell.Sentence(x.Standing!.Why[0]))));
        }
    }

    private Cell CellOf(Standing? standing)
    {
        if (standing?.InForce is not { } verdict) return "–";
        var words = w.Of(verdict);
        if (standing.Model is { } model && model != verdict) words = w["report.overridden", words, w.Of(model)];
        if (standing.Planned) words = w["report.planned", words];
        return new(words, VerdictChip.Tone(verdict));
    }

    private void Priorities()
    {
        if (report.Priorities.IsEmpty) return;
        Head("priorities");
        blocks.Add(new Block.Picture(Figure.Priorities));
        foreach (var act in report.Priorities)
        {
            blocks.Add(new Block.Heading(3, Name(act.Act)));
            Say(act.Room.W is { } agreement && act.Room.Agreement is { } word
                ? w["report.agreement", w.Of(word), agreement] : w["report.no-agreement"], soft: true);
            Table(w["report.room-ranking", Name(act.Act)], [w["report.rank"], w["report.stake"], w["report.points"]],
                act.Room.Scores.Where(s => s.Ballots > 0).Select(s => ImmutableArray.Create<Cell>(s.Place.ToString(w.Culture), Name(s.Item), s.Points.ToString("0.#", w.Culture))));
        }
        blocks.Add(new Block.Heading(3, w["report.each"]));
        Table(w["report.each"], [w["report.who"], .. report.Priorities.Select(p => Name(p.Act))],
            report.Cast.Where(v => report.Priorities.Any(p => p.Each.Any(r => r.Voice == v))).Select(v => ImmutableArray.Create<Cell>(
                [Name(v), .. report.Priorities.Select(p => (Cell)(p.Each.FirstOrDefault(r => r.Voice == v) is { } mine
                    ? string.Join('\n', mine.Ranking.Select((x, i) => $"{i + 1}. {Name(x)}")) : "–"))])));
    }

    private void Plans()
    {
        if (report.Plans.IsEmpty) return;
        Head("plans");
        foreach (var act in report.Plans.GroupBy(p => p.Act))
        {
            blocks.Add(new Block.Heading(3, Name(act.Key)));
            Table(w["report.plans-at", Name(act.Key)], [w["report.table"], w["report.kept"], w["report.added"], w["report.dropped"]],
                act.Select(p => ImmutableArray.Create<Cell>(
                    Name(p.Table), string.Join('\n', p.Kept.Select(Name)), string.Join('\n', p.Added.Select(Name)),
                    string.Join('\n', p.Dropped.Select(d => w["report.dropped-because", Name(d.Action), w.Of(d.Cause)])))));
        }
    }

    private void Divergences()
    {
        if (report.Acts.IsEmpty) return;
        Head("divergences");
        if (report.Divergences.IsEmpty)
        {
            Say(w["report.no-divergence"]);
            return;
        }
        foreach (var kind in report.Divergences.GroupBy(d => d.Divergence.Kind).OrderBy(g => g.Key))
        {
            blocks.Add(new Block.Heading(3, w["report.kind-" + kind.Key]));
            Say(w["report.kind-" + kind.Key + "-means"], soft: true);
            Table(w["report.kind-" + kind.Key], [w["report.action"], w["report.act"], w["report.room"], w["report.model"], w["report.reasons"]],
                kind.Select(d => ImmutableArray.Create<Cell>(
                    Name(d.Divergence.Action), ManyTables ? $"{Name(d.Divergence.Act)} · {Name(d.Divergence.Table)}" : Name(d.Divergence.Act),
                    RoomOf(d.Divergence), Of(d.Divergence.Model), ReasonsOf(d))));
        }
    }

    private Cell RoomOf(Divergence d)
    {
        var verdict = d.Override?.Verdict ?? d.Room?.Median ?? d.Model;
        var words = w.Of(verdict);
        if (d.Room is { Spread: > 0 } room) words = w["report.spread", words, w.Of(room.Lowest), w.Of(room.Highest)];
        return new(words, VerdictChip.Tone(verdict));
    }

    private string ReasonsOf(ReportedDivergence d)
    {
        var lines = new List<string>();
        if (d.Divergence.Override is { } own) lines.Add(w["report.reason-table", own.Reason]);
        lines.AddRange(d.Reasons.Select(r => w["report.reason-said", r]));
        if (!d.Why.IsEmpty) lines.Add(w["report.reason-model", tell.Sentence(d.Why[0])]);
        return string.Join('\n', lines);
    }

    private void Consequences()
    {
        if (report.Consequences.IsEmpty) return;
        Head("consequences");
        Say(w["report.consequences-intro"]);
        foreach (var c in report.Consequences)
        {
            var title = ManyTables ? $"{Name(c.Act)} · {Name(c.Table)}" : Name(c.Act);
            blocks.Add(new Block.Heading(3, title));
            blocks.Add(new Block.Picture(Figure.Outages, c.Act, c.Table));
            Table(w["report.consequences-of", title, tell.Hour(c.Facts.From), tell.Hour(c.Facts.Until)],
                [w["report.function"], w["report.without"], w["report.with"], w["report.cause"]],
                c.Facts.Functions.Where(f => f.LostWithout > TimeSpan.Zero || f.LostWith > TimeSpan.Zero).OrderByDescending(f => f.LostWith).ThenByDescending(f => f.LostWithout)
                    .Select(f => ImmutableArray.Create<Cell>(tell.Name(f.Function), Hours(f.LostWithout), Hours(f.LostWith),
                        f.Why.IsEmpty ? w["report.held-up"] : tell.Sentence(f.Why[0]))));
        }
    }

    private void Stakeholders()
    {
        if (report.Stakeholders.All(s => s.Forgotten.Length == pack.Scenario.Stakeholders.Length && s.Added.IsEmpty)) return;
        Head("stakeholders");
        Table(w["report.stakeholders"], [w["report.table"], w["report.forgotten"], w["report.elsewhere"], w["report.thought-of"]],
            report.Stakeholders.Select(s => ImmutableArray.Create<Cell>(
                Name(s.Table),
                string.Join('\n', s.Forgotten.Select(f => stakeholders.GetValueOrDefault(f, f.Value))),
                string.Join('\n', s.Elsewhere.Select(e => w["report.placed-as", stakeholders.GetValueOrDefault(e.Stakeholder, e.Stakeholder.Value), w.Of(e.Placed)])),
                string.Join('\n', s.Added.Select(a => w["report.placed-as", a.Name, w.Of(a.Placed)])))));
    }
}
