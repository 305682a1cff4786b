using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Look;
using TousRisques.Web.Notebooks;

namespace TousRisques.Web.Evidences;

/// <summary>How pages show evidence.</summary>
public static class EvidenceLook
{
    /// <summary>What somebody sees of evidence. A passage that was rewritten since leads to where it is now.</summary>
    public static EvidenceSight Of(Visit visit, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var sight = EvidenceReader.Look(visit.State, evidence, visit.Standing);
        if (evidence is not PassageEvidence { Chapter: var id, Passage: var passage } || visit.State.Notebook.Find(id) is not { Published: { } version } chapter) return sight;
        var now = passage.Among(Readings.Of(visit, chapter, version).Passages);
        return now is null ? sight with { State = EvidenceState.Gone, Words = "", From = "", Path = "" } : sight with { Path = $"notebook/{id}#{now.Anchor}" };
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
