using System.Collections.Immutable;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Web.Look;

namespace TousRisques.Web.Reports;

// The first page: what a mayor reads.
public sealed partial class ReportComposer
{
    /// <summary>Lines of a short list: a page holds no more.</summary>
    private const int Short = 5;

    /// <summary>Cards of a column of the kit.</summary>
    private const int KitCards = 6;

    private void InShort()
    {
        Say(w["report.held", Date(report.OpenedAt), Clock(report.OpenedAt),
            report.ClosedAt is { } closed ? w["report.until", Clock(closed)] : "", report.Place.Length > 0 ? w["report.at-place", report.Place] : "",
            w.Of(pack.Territory.Name), w.Plural("report.people", report.People), w.Plural("report.tables", report.Tables.Length)]);
        if (report.Demonstration) Say(w["report.demonstration"], soft: true);
        if (report.ClosedAt is null) Say(w["report.unfinished"], soft: true);
        Head("in-short");
        if (report.Acts.IsEmpty)
        {
            Say(w["report.nothing-yet"]);
            return;
        }
        blocks.Add(new Block.Acts([.. report.Possible.Select(Summary)]));
        NamedList[] lists =
        [
            new(w["report.most-hit"], MostHit()),
            new(w["report.differences"], Differences()),
            new(w["report.leads-kept"], [.. report.Leads.Take(Short).Select(l => w["report.lead-line", l.Title, w.Plural("report.supports", l.Support)])]),
            new(w["report.who-played"], WhoPlayed()),
        ];
        blocks.Add(new Block.Lists([.. lists.Where(l => !l.Texts.IsEmpty)]));
        if (Kit() is not { IsEmpty: false } kit) return;
        blocks.Add(new Block.Heading(3, w["report.kit"]));
        Say(w["report.kit-what", Name(report.Acts[^1])], soft: true);
        blocks.Add(new Block.Lists(kit));
    }

    private ActLine Summary(PossibleActions at)
    {
        var deck = at.Possible + at.Impossible;
        return new(
            Number(at.Act), Name(at.Act), acts.GetValueOrDefault(at.Act)?.Accent ?? "",
            at.Possible, w.Plural("report.possible-of", at.Possible, deck) + (at.Degraded > 0 ? w.Plural("report.of-which-degraded", at.Degraded) : ""),
            LostAt(at), ChosenAt(at.Act), HitAt(at.Act));
    }

    private string LostAt(PossibleActions at)
    {
        if (at.Impossible == 0) return w["report.none-lost"];
        var takers = string.Join(", ", at.Takers.Take(3).Select(t => w["report.taker", NameOf(t), t.Actions]));
        return w.Plural("report.act-lost", at.Impossible, takers)
            + (at.NewlyImpossible > 0 && at.NewlyImpossible < at.Impossible ? w.Plural("report.newly-lost", at.NewlyImpossible) : "");
    }

    private string NameOf(Taker taker) =>
        taker.Event is { } e ? tell.Name(e) : taker.Constraint is { } c ? tell.Name(c) : taker.Component is { } x ? tell.Name(x) : w["report.other-causes"];

    private string ChosenAt(ActId act)
    {
        var chosen = report.Plans.Where(p => p.Act == act).SelectMany(p => p.Added).GroupBy(a => a).OrderByDescending(g => g.Count()).ToArray();
        if (chosen.Length == 0) return w["report.none-chosen"];
        return w.Plural("report.act-chosen", chosen.Length, string.Join(", ", chosen.Take(3).Select(g =>
            ManyTables && g.Count() > 1 ? w["report.chosen-by", Name(g.Key), g.Count()] : w["report.quoted", Name(g.Key)])));
    }

    private string HitAt(ActId act)
    {
        var tables = report.Consequences.Where(c => c.Act == act).ToArray();
        if (tables.Length == 0) return w["report.not-counted"];
        var (with, without) = (tables.Average(t => t.Facts.Functions.Sum(f => f.LostWith.TotalHours)), tables.Average(t => t.Facts.Functions.Sum(f => f.LostWithout.TotalHours)));
        if (without == 0 && with == 0) return w["report.no-function-lost"];
        var worst = tables[0].Facts.Functions
            .Select(f => (f.Function, Lost: tables.Average(t => t.Facts.Functions.Where(x => x.Function == f.Function).Sum(x => x.LostWith.TotalHours))))
            .MaxBy(f => f.Lost);
        return w["report.act-hit", Hours(TimeSpan.FromHours(without)), Hours(TimeSpan.FromHours(with))]
            + (worst.Lost > 0 ? w["report.act-worst", tell.Name(worst.Function), Hours(TimeSpan.FromHours(worst.Lost))] : "");
    }

    /// <summary>Functions by the hours lost over all acts with the plans, mean of the tables.</summary>
    private ImmutableArray<string> MostHit()
    {
        if (report.Consequences.IsEmpty) return [];
        var tables = Math.Max(1, report.Consequences.Select(c => c.Table).Distinct().Count());
        return
        [
            .. report.Consequences.SelectMany(c => c.Facts.Functions).GroupBy(f => f.Function)
                .Select(g => (g.Key, With: g.Sum(f => f.LostWith.TotalHours) / tables, Without: g.Sum(f => f.LostWithout.TotalHours) / tables))
                .Where(f => f.Without > 0 || f.With > 0).OrderByDescending(f => f.With).ThenByDescending(f => f.Without).Take(Short)
                .Select(f => w["report.hit-line", tell.Name(f.Key), Hours(TimeSpan.FromHours(f.With)), Hours(TimeSpan.FromHours(f.Without))]),
        ];
    }

    private ImmutableArray<string> Differences()
    {
        if (report.Divergences.IsEmpty) return [];
        var kinds = report.Divergences.ToLookup(d => d.Divergence.Kind);
        return [Line(DivergenceKind.BlindSpot, "report.blind-spots"), Line(DivergenceKind.HiddenCapacity, "report.hidden-capacities"), Line(DivergenceKind.UnusedCapacity, "report.unused-capacities")];

        string Line(DivergenceKind kind, string key)
        {
            var of = kinds[kind].GroupBy(d => d.Divergence.Action).OrderByDescending(g => g.Count()).ToArray();
            var count = w.Plural(key, kinds[kind].Count());
            return of.Length == 0 ? count : w["report.for-instance", count, Name(of[0].Key)];
        }
    }

    private ImmutableArray<string> WhoPlayed() =>
    [
        .. report.Tables.Select(t => (t.Name, People: report.Cast.Where(v => v.Table == t.Id).ToArray())).Where(t => t.People.Length > 0)
            .Select(t => w["report.table-line", t.Name, string.Join(", ", t.People.Select(Name))]),
    ];

    /// <summary>Cards that every table could still play at the last act, by time of the crisis: what to have ready.</summary>
    private ImmutableArray<NamedList> Kit()
    {
        var last = report.Acts[^1];
        var times = pack.Scenario.Actions.ToDictionary(a => a.Id, a => a.Time);
        var held = report.Survival
            .Select(s => (s.Action, Time: s.OwnTime ?? (times.TryGetValue(s.Action, out var time) ? time : null as CrisisTime?), At: s.Standings.Where(x => x.Act == last).ToArray()))
            .Where(s => s.Time is not null && s.At.Length > 0 && s.At.All(x => x.InForce is Verdict.Feasible or Verdict.Degraded))
            .OrderByDescending(s => s.At.Count(x => x.InForce == Verdict.Feasible)).ThenByDescending(s => s.At.Count(x => x.Planned))
            .ToLookup(s => s.Time!.Value, s => s.Action);
        return
        [
            .. Enum.GetValues<CrisisTime>().Where(t => held[t].Any()).Select(t => new NamedList(w.Of(t),
                [.. held[t].Take(KitCards).Select(Name), .. held[t].Skip(KitCards).Any() ? [w.Plural("report.and-more", held[t].Count() - KitCards)] : Array.Empty<string>()])),
        ];
    }
}
