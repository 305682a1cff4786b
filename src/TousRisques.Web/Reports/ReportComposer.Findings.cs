using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Web.Look;

namespace TousRisques.Web.Reports;

/// <summary>A finding of a workshop as a sentence of its own, to be cited elsewhere. It names nobody.</summary>
/// <param name="Kind">What kind of finding.</param>
/// <param name="Words">The sentence.</param>
/// <param name="Theme">Its theme, or null.</param>
/// <param name="Time">Its time of crisis, or null.</param>
public sealed record ReportedFinding(WorkshopFinding Kind, string Words, Theme? Theme, CrisisTime? Time);

// What can be cited: where room and model differed, what was said in the debrief, what came first.
public sealed partial class ReportComposer
{
    /// <summary>The findings of a report, divergences first.</summary>
    public static ImmutableArray<ReportedFinding> Findings(Report report, Pack pack, Words words)
    {
        var composer = new ReportComposer(report, pack, words);
        return [.. composer.Diverging(), .. composer.Debriefed(), .. composer.First()];
    }

    /// <summary>Which workshop a finding comes from: title, place, day.</summary>
    public static string NameOf(Report report, Pack pack, Words words)
    {
        var composer = new ReportComposer(report, pack, words);
        return string.Join(", ", new[] { report.Title.Length > 0 ? report.Title : words.Of(pack.Scenario.Title), report.Place, composer.Date(report.OpenedAt) }.Where(t => t.Length > 0));
    }

    /// <summary>Who said something, by table and character: never by name, whatever the report shows.</summary>
    public static string VoiceOf(Report report, Pack pack, Words words, Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var composer = new ReportComposer(report, pack, words);
        return string.Join(", ", new[] { composer.Name(voice.Table), voice.Character is { } character ? composer.characters.GetValueOrDefault(character, character.Value) : "" }.Where(t => t.Length > 0));
    }

    private IEnumerable<ReportedFinding> Diverging() =>
        from d in report.Divergences
        orderby d.Divergence.Kind
        let time = pack.Scenario.Actions.FirstOrDefault(a => a.Id == d.Divergence.Action)?.Time
        let said = d.Divergence.Override?.Reason is { Length: > 0 } own ? own : d.Reasons.FirstOrDefault() ?? ""
        let sentence = w["report.found-diverging", Name(d.Divergence.Act), Name(d.Divergence.Action), RoomOf(d.Divergence).Text, w.Of(d.Divergence.Model)]
        select new ReportedFinding(
            d.Divergence.Kind switch { DivergenceKind.BlindSpot => WorkshopFinding.BlindSpot, DivergenceKind.HiddenCapacity => WorkshopFinding.HiddenCapacity, _ => WorkshopFinding.UnusedCapacity },
            said.Length > 0 ? sentence + " " + w["report.reason-said", said] : sentence, null, time);

    private IEnumerable<ReportedFinding> Debriefed() =>
        report.Debrief.Where(d => d.Words.Length > 0).Select(d => new ReportedFinding(WorkshopFinding.Debrief, d.Words, d.Theme, d.Time));

    private IEnumerable<ReportedFinding> First() =>
        from act in report.Priorities
        let scores = act.Room.Scores.Where(s => s.Ballots > 0).ToList()
        where scores.Count > 0
        let first = scores.MinBy(s => s.Place)
        select new ReportedFinding(WorkshopFinding.Priority, w["report.found-first", Name(act.Act), Name(first.Item), first.Ballots], null, null);
}
