using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Notebooks;

namespace TousRisques.Domain.Expeditions.Evidences;

/// <summary>How much evidence there may be.</summary>
public static class EvidenceLimits
{
    /// <summary>Pieces of evidence of one statement, lead or recommendation.</summary>
    public const int Each = 30;
}

/// <summary>Looks at evidence that somebody gives: it must be there today; later it may go, and that is shown.</summary>
internal static class EvidenceRules
{
    /// <summary>Makes evidence fit to be kept: texts cleaned, each once. Evidence that was there before stays, also when it is gone. Gives the refusal, or null with the evidence.</summary>
    /// <param name="expedition">The expedition.</param>
    /// <param name="given">What is given.</param>
    /// <param name="before">What was there before.</param>
    /// <param name="evidence">What is kept.</param>
    public static Refusal? Check(Expedition expedition, ImmutableArray<Evidence> given, ImmutableArray<Evidence> before, out ImmutableArray<Evidence> evidence)
    {
        evidence = [];
        if (given.IsDefaultOrEmpty) return null;
        if (given.Length > EvidenceLimits.Each) return new TooMany("evidence", EvidenceLimits.Each);
        var kept = ImmutableArray.CreateBuilder<Evidence>(given.Length);
        foreach (var raw in given)
        {
            if (Tidy(raw, out var tidy) is { } no) return no;
            if (kept.Contains(tidy)) continue;
            if (!before.Contains(tidy) && EvidenceReader.Look(expedition, tidy, Standing.House).State == EvidenceState.Gone) return new Unknown("evidence", tidy.Name);
            kept.Add(tidy);
        }
        evidence = kept.ToImmutable();
        return null;
    }

    private static Refusal? Tidy(Evidence raw, out Evidence tidy)
    {
        tidy = raw;
        switch (raw)
        {
            case WorkshopEvidence e:
                if (!Enum.IsDefined(e.Finding)) return new Unknown("finding", e.Finding.ToString());
                if (Clean.Optional(e.Workshop, "workshop", ExpeditionLimits.Id, lines: false, out var workshop) is { } badWorkshop) return badWorkshop;
                if (Clean.Line(e.Title, "workshop-title", ExpeditionLimits.Line, out var title) is { } badTitle) return badTitle;
                if (Clean.Lines(e.Words, "evidence-words", ExpeditionLimits.Paragraph, out var words) is { } badWords) return badWords;
                tidy = new WorkshopEvidence(e.Finding, workshop, title, words);
                return null;
            case StressEvidence e:
                if (Clean.Line(e.Territory, "territory", ExpeditionLimits.Id, out var territory) is { } badTerritory) return badTerritory;
                if (Clean.Optional(e.Finding, "finding", ExpeditionLimits.Line, lines: false, out var finding) is { } badFinding) return badFinding;
                if (finding.StartsWith('/') || finding.Contains("..", StringComparison.Ordinal) || finding.Contains('\\', StringComparison.Ordinal)) return new Unknown("finding", Clean.Cut(finding, ExpeditionLimits.Id));
                if (Clean.Lines(e.Words, "evidence-words", ExpeditionLimits.Paragraph, out var sentence) is { } badSentence) return badSentence;
                tidy = new StressEvidence(territory, finding, sentence);
                return null;
            case SourceEvidence e:
                if (WebLink.Refusal(e.Link, out var link) is { } badLink) return badLink;
                if (link.Length == 0) return new TextMissing("link");
                if (Clean.Optional(e.Title, "title", ExpeditionLimits.Line, lines: false, out var name) is { } badName) return badName;
                if (Clean.Optional(e.Words, "evidence-words", ExpeditionLimits.Paragraph, lines: true, out var said) is { } badSaid) return badSaid;
                tidy = new SourceEvidence(name.Length == 0 ? Clean.Cut(link, ExpeditionLimits.Title) : name, link, said);
                return null;
            case PassageEvidence e:
                if (Clean.Line(e.Passage.Anchor, "passage", ExpeditionLimits.Id, out var anchor) is { } badAnchor) return badAnchor;
                if (Clean.Lines(e.Passage.Text, "passage", Passage.Length, out var text) is { } badText) return badText;
                tidy = new PassageEvidence(e.Chapter, new(anchor, text));
                return null;
            default: // names of things of the expedition: they are there or not
                return null;
        }
    }
}
