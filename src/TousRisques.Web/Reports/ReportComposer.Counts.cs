using System.Collections.Immutable;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
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
        blocks.Add(new Block.Picture(Figure.Survival));
        Table(w["report.survival"], [w["report.action"], .. report.Acts.Select(Name)],
            report.Survival.Where(s => !s.Standings.IsEmpty).Select(s => ImmutableArray.Create<Cell>(
                [Name(s.Action), .. report.Acts.Select(a => CellOf([.. s.Standings.Where(x => x.Act == a && x.InForce is not null)]))])),
            [w["report.action"], .. report.Acts.Select(Number)]);
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

    /// <summary>An action at an act: its verdict once when the tables stand alike, otherwise once for each; then who planned it.</summary>
    private Cell CellOf(ImmutableArray<Standing> standings)
    {
        if (standings.IsEmpty) return "–";
        var ways = standings.GroupBy(s => (Words: Told(s), Verdict: s.InForce!.Value)).OrderByDescending(g => g.Count()).ToArray();
        var lines = ways.Length == 1 ? [ways[0].Key.Words] : ways.Select(g => w["report.at-tables", Names(g), g.Key.Words]).ToList();
        var planned = standings.Where(s => s.Planned).ToArray();
        if (planned.Length > 0) lines.Add(ManyTables && planned.Length < report.Tables.Length ? w["report.planned-at", Names(planned)] : w["report.planned"]);
        return new(string.Join('\n', lines), ways.Select(g => g.Key.Verdict).Distinct().Count() == 1 ? VerdictChip.Tone(ways[0].Key.Verdict) : null);

        string Names(IEnumerable<Standing> at) => string.Join(", ", at.Select(s => Name(s.Table)));
    }

    private string Told(Standing standing) => standing.Model is { } model && model != standing.InForce
        ? w["report.overridden", w.Of(standing.InForce!.Value), w.Of(model)] : w.Of(standing.InForce!.Value);

    private void Priorities()
    {
        if (report.Priorities.IsEmpty) return;
        Head("priorities");
        blocks.Add(new Block.Picture(Figure.Priorities));
        blocks.Add(new Block.Items([.. report.Priorities.Select(p => w["report.agreement-at", Name(p.Act), p.Room.W is { } agreement && p.Room.Agreement is { } word
            ? w["report.agreement", w.Of(word), agreement] : w["report.no-agreement"]])]));
        var rounds = report.Priorities.Select(p => p.Room.Scores.Where(s => s.Ballots > 0).ToDictionary(s => s.Item)).ToArray();
        Table(w["report.room-ranking"], [w["report.stake"], .. report.Priorities.Select(p => Name(p.Act))],
            rounds.SelectMany(r => r.Keys).Distinct().OrderBy(item => rounds[^1].TryGetValue(item, out var at) ? at.Place : int.MaxValue)
                .Select(item => ImmutableArray.Create<Cell>(
                    [Name(item), .. rounds.Select(r => (Cell)(r.TryGetValue(item, out var at) ? w["report.place-points", at.Place, at.Points.ToString("0.#", w.Culture)] : "–"))])),
            [w["report.stake"], .. report.Priorities.Select(p => Number(p.Act))]);
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
        foreach (var act in report.Consequences.GroupBy(c => c.Act))
        {
            var first = act.First().Facts;
            foreach (var c in act)
            {
                blocks.Add(new Block.Heading(3, ManyTables ? $"{Name(c.Act)} · {Name(c.Table)}" : Name(c.Act)));
                blocks.Add(new Block.Picture(Figure.Outages, c.Act, c.Table));
            }
            Table(w["report.consequences-of", Name(act.Key), tell.Hour(first.From), tell.Hour(first.Until)],
                [w["report.function"], w["report.without"], w["report.with"], w["report.cause"]],
                first.Functions.Select(f => (f.Function, At: act.Select(c => (c.Table, Of: c.Facts.Functions.First(x => x.Function == f.Function))).ToArray()))
                    .Where(f => f.At.Any(x => x.Of.LostWithout > TimeSpan.Zero || x.Of.LostWith > TimeSpan.Zero))
                    .OrderByDescending(f => f.At.Sum(x => x.Of.LostWith.TotalHours)).ThenByDescending(f => f.At.Sum(x => x.Of.LostWithout.TotalHours))
                    .Select(f => ImmutableArray.Create<Cell>(tell.Name(f.Function),
                        Each(f.At, x => Hours(x.LostWithout)), Each(f.At, x => Hours(x.LostWith)),
                        Each(f.At, x => x.Why.IsEmpty ? w["report.held-up"] : tell.Sentence(x.Why[0])))));
        }

        // Once when it is the same at every table.
        string Each((TableId Table, FunctionOutcome Of)[] tables, Func<FunctionOutcome, string> told)
        {
            var ways = tables.GroupBy(t => told(t.Of)).ToArray();
            return ways.Length == 1 ? ways[0].Key
                : string.Join('\n', ways.Select(g => w["report.at-tables", string.Join(", ", g.Select(t => Name(t.Table))), g.Key]));
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
