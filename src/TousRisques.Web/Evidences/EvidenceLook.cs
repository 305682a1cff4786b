using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Look;
using TousRisques.Web.Notebooks;

namespace TousRisques.Web.Evidences;

/// <summary>How pages show evidence.</summary>
public static class EvidenceLook
{
    /// <summary>What somebody sees of evidence. A passage that was rewritten since leads to where it is now, and so does a reaction to one.</summary>
    public static EvidenceSight Of(Visit visit, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var sight = EvidenceReader.Look(visit.State, evidence, visit.Standing);
        switch (evidence)
        {
            case PassageEvidence e when Now(visit, e.Chapter, e.Passage, out var now):
                return now is null ? sight with { State = EvidenceState.Gone, Words = "", From = "", Path = "" } : sight with { Path = $"notebook/{e.Chapter}#{now.Anchor}" };
            case ReactionEvidence e when sight.State == EvidenceState.There && visit.State.Notebook.Reactions[e.Reaction] is var r && Now(visit, r.Chapter, r.Passage, out var now):
                return sight with { Path = now is null ? $"notebook/reactions?chapter={r.Chapter}#r-{r.Id}" : $"notebook/{r.Chapter}/react?p={now.Anchor}#r-{r.Id}" };
            default:
                return sight;
        }
    }

    /// <summary>Where a passage is in what is read of its chapter now, or null when nothing resembles it; false when nothing is read of it.</summary>
    private static bool Now(Visit visit, ChapterId id, Passage passage, out Passage? now)
    {
        now = null;
        if (visit.State.Notebook.Find(id) is not { Published: { } version } chapter) return false;
        now = passage.Among(Readings.Of(visit, chapter, version).Passages);
        return true;
    }

    /// <summary>Where it is read, from the root of the house or on the web; null when nowhere.</summary>
    public static string? AddressOf(Visit visit, EvidenceSight sight)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(sight);
        return sight.Path.Length == 0 ? null : sight.Path.StartsWith('/') || sight.Evidence is SourceEvidence ? sight.Path : visit.At(sight.Path);
    }

    /// <summary>The beginning of a text on one line: cut between words.</summary>
    public static string Begin(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= length) return line;
        var end = line.LastIndexOf(' ', length);
        return (end > length / 2 ? line[..end] : Domain.Rules.Clean.Cut(line, length)).TrimEnd(' ', ',', ';', ':', '(') + "…";
    }

    /// <summary>What kind of evidence it is, in a word or two.</summary>
    public static string KindOf(Words words, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(words);
        return evidence switch
        {
            WorkshopEvidence e => words["agir.of-workshop", words.Of(e.Finding)],
            VerbatimEvidence => words["agir.of-verbatim"],
            ReactionEvidence => words["agir.of-reaction"],
            WatchEvidence => words["agir.of-watch"],
            DeviceEvidence => words["agir.of-device"],
            LessonEvidence => words["agir.of-lesson"],
            PassageEvidence => words["agir.of-passage"],
            StressEvidence => words["agir.of-stress"],
            _ => words["agir.of-source"],
        };
    }

    /// <summary>All evidence that the expedition cites where somebody may read it.</summary>
    public static IEnumerable<Evidence> Cited(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.State.Statements.InForce.SelectMany(s => s.Sheet.Evidence)
            .Concat(visit.State.Leads.All.Values.SelectMany((Lead l) => l.Sheet.Evidence))
            .Concat(visit.State.Recommendations.For(visit.Standing).SelectMany(r => r.Sheet.Evidence))
            .Concat(visit.State.Kit.Versions.Append(visit.State.Kit.For(visit.Standing)).SelectMany(e => e?.Leaves ?? []).SelectMany(l => l.Sheet.Evidence));
    }
}
