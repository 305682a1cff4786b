using System.Collections.Immutable;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Web.Telling;

/// <summary>What the stress bench found, in words. Its hours are counted from the first peril's beginning: "H+20 min".</summary>
public sealed partial class Teller
{
    private bool countsHours;

    /// <summary>A teller for the bench, whose hours are counted from the beginning of the first peril.</summary>
    public static Teller ForBench(Domain.Scenarios.Pack pack, Words words) => new(pack, words) { countsHours = true };

    /// <summary>A peril's name.</summary>
    public string Name(PerilId id) => Name(new EventId("peril:" + id.Value));

    /// <summary>A peril's name inside a sentence.</summary>
    public string Inside(PerilId id) => events.TryGetValue(new EventId("peril:" + id.Value), out var name) ? Inside(name) : id.Value ?? "";

    /// <summary>An action's title.</summary>
    public string Name(ActionId id) => pack.Scenario.Actions.FirstOrDefault(a => a.Id == id)?.Title.In(words.Language) ?? id.Value ?? "";

    /// <summary>Perils with their delays: "Pandémie ; 6 h après, crue de la Seine".</summary>
    public string Perils(ImmutableArray<PerilAt> perils)
    {
        var told = new List<string>();
        foreach (var group in perils.GroupBy(p => p.At).OrderBy(g => g.Key))
        {
            // A name may hold an "and" of its own.
            var names = string.Join(" + ", group.Select((p, i) => told.Count == 0 && i == 0 ? Name(p.Peril) : Inside(p.Peril)));
            told.Add(group.Key == TimeSpan.Zero ? names : words["stress.later", Spell(group.Key), names]);
        }
        return string.Join(words["stress.then"], told);
    }

    /// <summary>Function-hours, or hours: "1 124 h".</summary>
    public string Hours(double hours) => words["stress.hours", hours.ToString(Math.Abs(hours) is < 10 and not 0 ? "0.#" : "N0", words.Culture)];

    /// <summary>Function-hours, or hours: "1 124 h".</summary>
    public string Hours(TimeSpan time) => Hours(time.TotalHours);

    /// <summary>An estimate with its interval: "156 h (entre 135 et 178)".</summary>
    public string Hours(Estimate hours) => words["stress.between", Hours(hours.Value), Bare(hours.Low), Bare(hours.High)];

    /// <summary>A list of functions or components, the first with a capital.</summary>
    public string Names(IEnumerable<ComponentId> ids)
    {
        var told = Join(ids.Select(Inside));
        return told.Length == 0 ? told : char.ToUpper(told[0], words.Culture) + told[1..];
    }

    /// <summary>One thing that the bench found, in one or two sentences.</summary>
    public string Insight(Insight insight) => insight switch
    {
        Insight.MostRevealing i => words[i.Revelation.Perils.Length == 2 ? "stress.most-revealing" : "stress.most-revealing-three", Perils(i.Revelation.Perils),
            Hours(i.Revelation.Total), Hours(i.Revelation.Beyond)] + Surprises(i.Revelation),
        Insight.OnlyTogether i => words["stress.only-together", Perils(i.Revelation.Perils), Quoted(i.Revelation.OnlyTogether)],
        Insight.UniquePoints i => words["stress.single-points-first", Name(i.Points[0].Component), i.Points[0].Functions.Length]
            + (i.Points.Length == 1 ? "" : " " + words["stress.single-points-next", Join(i.Points.Skip(1).Take(3).Select(p => words["stress.single-points-item", Name(p.Component), p.Functions.Length]))]),
        Insight.HardestPeril i => words["stress.hardest-peril", Name(i.Row.Perils[0]), Hours(i.Row.Total), i.Row.Lost.Count(l => l > TimeSpan.Zero)],
        Insight.CostliestPeril i => words["stress.costliest-peril", Name(i.Peril), Hours(i.Saved), Share(i.Saved.Value / i.Year.Value)],
        Insight.WeakestFunction i => words["stress.weakest-function", Name(i.Function.Function), Hours(i.Function.Hours), Share(i.Function.Hours.Value / i.Year.Value), Share(i.Function.Touched.Value)]
            + (i.SinglePoints.IsEmpty ? "" : " " + words.Plural("stress.weakest-function-points", i.SinglePoints.Length, Join(i.SinglePoints.Select(Inside)))),
        Insight.Steady i => words["stress.steady", Quoted(i.Functions)],
        Insight.DigitalKeystone i => words["stress.digital-keystone", Name(i.Component), Hours(i.Saved)],
        Insight.BestAction i => words["stress.best-action", Name(i.Action), Hours(i.Saved)],
        Insight.BestFallback i => words["stress.best-fallback", Name(i.Component), Hours(i.Saved)]
            + (i is { Reserve: { } reserve, WithReserve: { } saved }
                ? " " + (saved.Value > 0.9 * i.Saved.Value ? words["stress.best-fallback-reserve-enough", Spell(reserve)] : words["stress.best-fallback-reserve", Spell(reserve), Hours(saved.Value)]) : ""),
        Insight.WorstYears i => words["stress.worst-years", Hours(i.InTen), Hours(i.InHundred), Hours(i.Mean)],
        Insight.RestartDeadlock i => words["stress.restart-deadlock", Share(i.Share.Value), Join(i.Circle.Waiting.Select(Inside)), Join(i.Circle.Helps.Select(Inside))],
        _ => "",
    };

    /// <summary>A minimal cut set as a sentence: "Il suffit que tombent ensemble le registre et les aides à domicile."</summary>
    public string Cut(ImmutableArray<CutEvent> cut)
    {
        // A peril that must be hard enough is told once, with how hard.
        var perils = cut.Where(e => e.Peril is not null).GroupBy(e => e.Peril!.Value).Select(g => (Peril: g.Key, Hardness: g.Aggregate(1.0, (p, e) => p * e.Hardness)))
            .Select(x => x.Hardness < 1 ? words["stress.hard-enough", Inside(x.Peril), Share(x.Hardness)] : Inside(x.Peril)).ToList();
        var components = cut.Where(e => e.Component is not null).Select(e => Inside(e.Component!.Value)).ToList();
        return (components.Count, perils.Count) switch
        {
            (1, 0) => words["stress.cut-component", components[0]],
            ( > 1, 0) => words["stress.cut-components", Join(components)],
            (0, 1) => words["stress.cut-peril", perils[0]],
            (0, _) => words["stress.cut-perils", string.Join(" + ", perils)],
            _ => words["stress.cut-both", string.Join(" + ", perils), Join(components)],
        };
    }

    /// <summary>What a lever changes: "Recopier les dossiers hors ligne", "Un secours pour les relais de la vallée".</summary>
    public string Lever(Lever lever) => lever switch
    {
        Lever.Act l => Name(l.Action),
        Lever.Fallback l => words["stress.lever-fallback", Name(l.Component)],
        Lever.Hold l => words["stress.lever-hold", Name(l.Component), Spell(l.Reserve)],
        Lever.Sound l => words["stress.lever-sound", Name(l.Component)],
        Lever.Avert l => words["stress.lever-avert", Name(l.Peril)],
        _ => "",
    };

    /// <summary>The story of a cell, a sentence each: what is lost and when, why, and what would be lost without each peril.</summary>
    public IEnumerable<string> Story(CellStory story)
    {
        if (story.Outages.IsEmpty)
        {
            yield return words["stress.story-nothing", Name(story.Function), Perils(story.Perils), Spell(story.Horizon)];
            yield break;
        }
        yield return words["stress.story-lost", Name(story.Function), Hours(story.Lost), Spell(story.Horizon), Perils(story.Perils)]
            + " " + (story.Outages.Length == 1 ? words["stress.story-once", Span(story.Outages[0], story.Horizon)] : words["stress.story-often", story.Outages.Length, string.Join(", ", story.Outages.Take(3).Select(o => Span(o, story.Horizon)))]);
        foreach (var why in story.Why) yield return Sentence(why, story.At, story.Function);
        foreach (var (peril, lost) in story.Without)
            yield return lost == TimeSpan.Zero ? words["stress.story-without-nothing", Inside(peril)] : words["stress.story-without", Inside(peril), Hours(lost)];
    }

    private string Span(Outage outage, TimeSpan horizon) => (outage.From <= TimeSpan.Zero, outage.Until >= horizon) switch
    {
        (true, true) => words["stress.span-all"],
        (true, false) => words["stress.span-until", Hour(outage.Until)],
        (false, true) => words["stress.span-open", Hour(outage.From)],
        _ => words["stress.span", Hour(outage.From), Hour(outage.Until)],
    };

    private string Surprises(Revelation revelation) => revelation.OnlyTogether.IsEmpty ? "" : " " + words["stress.surprises", Quoted(revelation.OnlyTogether)];

    private string Quoted(IEnumerable<ComponentId> functions) => Join(functions.Select(f => words["stress.quoted", Name(f)]));

    private string Join(IEnumerable<string> parts)
    {
        var told = parts.ToList();
        return told.Count <= 1 ? string.Concat(told) : string.Join(", ", told.SkipLast(1)) + words["telling.and"] + told[^1];
    }

    // What rounds to nothing is nothing, without a sign.
    private string Bare(double hours) => (Math.Abs(hours) < 0.05 ? 0 : hours).ToString(Math.Abs(hours) is < 10 and not 0 ? "0.#" : "N0", words.Culture);

    /// <summary>A share: "29 %".</summary>
    public string Share(double share) => share.ToString(share is > 0 and < 0.01 ? "P1" : "P0", words.Culture);

    private string HourCounted(TimeSpan at) => at <= TimeSpan.Zero ? words["stress.at-once"] : words["stress.hour", Spell(at)];
}
