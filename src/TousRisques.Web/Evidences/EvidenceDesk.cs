using System.Collections.Immutable;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Searching;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Notebooks;
using TousRisques.Web.Packs;
using TousRisques.Web.Reports;
using TousRisques.Web.Stress;
using TousRisques.Web.Telling;
using Standing = TousRisques.Domain.Expeditions.Standing;

namespace TousRisques.Web.Evidences;

/// <summary>What can be picked as evidence.</summary>
/// <param name="Sights">Evidence as a member sees it, the nearest first.</param>
/// <param name="More">How many more there are than are shown.</param>
/// <param name="Computing">Whether the stress bench still computes the territory that was asked for.</param>
/// <param name="Closed">Whether the workshop that was asked for is not there, not over, or not theirs.</param>
public sealed record EvidenceFinds(ImmutableArray<EvidenceSight> Sights, int More, bool Computing, bool Closed)
{
    /// <summary>Nothing.</summary>
    public static readonly EvidenceFinds Nothing = new([], 0, Computing: false, Closed: false);
}

/// <summary>Looks for evidence in all that an expedition has: what was said, read, met, declared, played, computed.</summary>
public sealed class EvidenceDesk(IWorkshopDesk workshops, WorkshopFacts facts, InstalledPacks packs, StressReports stress)
{
    /// <summary>Most pieces that are shown at once.</summary>
    public const int Most = 12;

    /// <summary>Most pieces that are shown before anybody looked for some.</summary>
    public const int MostAtFirst = 6;

    /// <summary>Looks.</summary>
    /// <param name="visit">Who looks; a member.</param>
    /// <param name="query">What for.</param>
    /// <param name="cancel">Ends the look.</param>
    public async ValueTask<EvidenceFinds> FindAsync(Visit visit, EvidenceQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(query);
        var pool = new List<EvidenceSight>();
        var (computing, closed) = (false, false);
        if (query.Workshop is { } code)
        {
            if (await ReportAsync(visit, code, cancel) is { } read) pool.AddRange(Of(read.Report, read.Live, visit));
            else closed = true;
        }
        if (query.Territory.Length > 0 && packs.Find(query.Territory) is { Pack: { } pack } installed)
        {
            if (stress.Look(installed.Id, pack).Report is { } report) pool.AddRange(Of(report, installed.Id, visit));
            else computing = true;
        }
        // A workshop or a territory that is asked for is what is wanted; else all that the expedition has.
        if (query.Workshop is null && query.Territory.Length == 0) pool.AddRange(Held(visit, query));
        var asked = SearchQuery.Of(query.Text);
        var found = pool.Where(s => s.State == EvidenceState.There && Fits(s.Theme, query.Theme) && Fits(s.Time, query.Time))
            .Select(s => (Sight: s, Score: query.Text.Length == 0 ? 1 : asked.Score(SearchQuery.Prepare(s.From), SearchQuery.Prepare(s.Words))))
            .Where(s => s.Score > 0)
            // What bears both codes that are looked for comes before what bears none.
            .OrderByDescending(s => (s.Sight.Theme is not null && s.Sight.Theme == query.Theme ? 2 : 0) + (s.Sight.Time is not null && s.Sight.Time == query.Time ? 2 : 0) + s.Score)
            .Select(s => s.Sight).ToList();
        var most = query.Asked ? Most : MostAtFirst;
        return new([.. found.Take(most)], Math.Max(0, found.Count - most), computing, closed);
    }

    /// <summary>A workshop's report for somebody who may cite it, or null: who leads it; and, once it has come to its end, people of the expedition that it was opened from.</summary>
    public async ValueTask<(Report Report, LiveWorkshop Live)?> ReportAsync(Visit visit, WorkshopId workshop, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.Standing < Standing.Member || await workshops.ReadAsync(workshop, cancel) is not { State: { Script: not null } state } live) return null;
        var theirs = visit.Caller.Leads(state) is not null || (Ours(visit).Contains(workshop) && (state.ClosedAt is not null || state.HasReached(StepKind.Close)));
        return theirs ? (ReportWriter.Write(await facts.ReadAsync(workshop, cancel), live.Pack), live) : null;
    }

    /// <summary>Workshops that were opened from the expedition.</summary>
    public static IEnumerable<WorkshopId> Ours(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.State.Agenda.Workshops.Values.OrderBy(w => w.Announcement.Start).Select(w => w.Workshop).OfType<WorkshopId>();
    }

    private static IEnumerable<EvidenceSight> Of(Report report, LiveWorkshop live, Visit visit)
    {
        var title = ReportComposer.NameOf(report, live.Pack, visit.W);
        return ReportComposer.Findings(report, live.Pack, visit.W)
            .Select(f => See(visit, new WorkshopEvidence(f.Kind, report.Workshop.Value, Clean.Cut(title, ExpeditionLimits.Line), Clean.Cut(f.Words, ExpeditionLimits.Paragraph))) with { Theme = f.Theme, Time = f.Time });
    }

    private static IEnumerable<EvidenceSight> Of(StressReport report, string id, Visit visit)
    {
        var tell = new Teller(report.Pack, visit.W);
        return Insight.Of(report).Select(i => See(visit, new StressEvidence(id, PageOf(i, report), Clean.Cut(tell.Insight(i), ExpeditionLimits.Paragraph))));
    }

    /// <summary>Where on the bench a finding is told; empty for its front. An address that would be too long to keep leads to the front too.</summary>
    private static string PageOf(Insight insight, StressReport report)
    {
        var page = insight switch
        {
            Insight.MostRevealing i => Together(i.Revelation),
            Insight.OnlyTogether i => Together(i.Revelation),
            Insight.UniquePoints i => "what-if?out=" + i.Points[0].Component,
            Insight.DigitalKeystone i => "what-if?out=" + i.Component,
            Insight.BestAction i => "what-if?action=" + i.Action,
            Insight.BestFallback i => "what-if?fallback=" + i.Component,
            _ => "",
        };
        return page.Length <= ExpeditionLimits.Line ? page : "";

        string Together(Revelation r) => $"together?{BenchQuery.Of(r.Perils)}&w={BenchQuery.Write(report.Revelations.Horizon)}";
    }

    private static IEnumerable<EvidenceSight> Held(Visit visit, EvidenceQuery query)
    {
        var state = visit.State;
        foreach (var heard in state.Inquiry.Heard().Where(h => h.Excerpt.Codes.IsEmpty || h.Excerpt.Codes.Any(c => Fits(c.Theme, query.Theme) && Fits(c.Time, query.Time))))
            yield return See(visit, new VerbatimEvidence(heard.Interview.Id, heard.Excerpt.Id));
        foreach (var reaction in state.Notebook.Reactions.Values.Where(r => r.State == ReactionState.Accepted && r.Remark.Words.Length > 0).OrderByDescending(r => r.Number))
            yield return See(visit, new ReactionEvidence(reaction.Id));
        foreach (var meeting in state.Encounters.For(visit.Standing))
            foreach (var lesson in meeting.Record.Learned)
                yield return See(visit, new LessonEvidence(meeting.Id, lesson.Words));
        foreach (var item in state.Watch.Items.Values.Where(i => i.State == WatchState.Published && (i.Card.Tags.Themes.IsEmpty || query.Theme is not { } t || i.Card.Tags.Themes.Contains(t))).OrderByDescending(i => i.Dated))
            yield return See(visit, new WatchEvidence(item.Id));
        foreach (var device in state.Catalogue.All.Values.Where(d => d.Status == DeviceStatus.Accepted && (d.Sheet.Themes.IsEmpty || query.Theme is not { } t || d.Sheet.Themes.Contains(t))).OrderBy(d => d.Sheet.Name, StringComparer.Ordinal))
            yield return See(visit, new DeviceEvidence(device.Id));
        // A notebook has hundreds of passages: they are offered to who looks for words.
        if (query.Text.Length < 3) yield break;
        foreach (var chapter in state.Notebook.Chapters)
            if (chapter.Published is { } version)
                foreach (var passage in Readings.Of(visit, chapter, version).Passages.Where(p => p.Text.Length > 0))
                    yield return See(visit, new PassageEvidence(chapter.Id, passage));
    }

    /// <summary>Whether a code is the one that is looked for; what bears none fits every one.</summary>
    private static bool Fits<T>(T? its, T? wanted) where T : struct => wanted is null || its is null || EqualityComparer<T>.Default.Equals(its.Value, wanted.Value);

    private static EvidenceSight See(Visit visit, Evidence evidence) => EvidenceReader.Look(visit.State, evidence, visit.Standing);
}
