using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Evidences;

/// <summary>How evidence stands for a reader.</summary>
public enum EvidenceState
{
    /// <summary>It is there.</summary>
    There,
    /// <summary>It is there, for people of the expedition alone.</summary>
    Kept,
    /// <summary>It was withdrawn, or what it points at says something else now.</summary>
    Gone,
}

/// <summary>What a reader sees of evidence.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="State">How it stands for them.</param>
/// <param name="Words">What it says; empty when it is not theirs to read, or gone.</param>
/// <param name="From">Who or what says it, as typed: a title, an interview's code; may be empty.</param>
/// <param name="Path">Where it is read in full: under the expedition's address, from the root of the house, or on the web; empty when nowhere.</param>
public sealed record EvidenceSight(Evidence Evidence, EvidenceState State, string Words, string From, string Path)
{
    /// <summary>Its theme, when what it points at has one alone; else null.</summary>
    public Theme? Theme { get; init; }
    /// <summary>Its time of crisis, when it has one alone; else null.</summary>
    public CrisisTime? Time { get; init; }
}

/// <summary>Says what evidence says, to whom it is for.</summary>
public static class EvidenceReader
{
    /// <summary>What a reader sees of evidence now.</summary>
    public static EvidenceSight Look(Expedition expedition, Evidence evidence, Standing reader)
    {
        ArgumentNullException.ThrowIfNull(expedition);
        return evidence switch
        {
            WorkshopEvidence e => There(e, e.Words, e.Title, "evidence/" + e.Name),
            StressEvidence e => There(e, e.Words, e.Territory, "/stress/" + Uri.EscapeDataString(e.Territory) + (e.Finding.Length > 0 ? "/" + e.Finding : "")),
            SourceEvidence e => There(e, e.Words, e.Title, e.Link),
            VerbatimEvidence e => Verbatim(expedition.Inquiry, e, reader),
            ReactionEvidence e => Reaction(expedition.Notebook, e),
            WatchEvidence e => expedition.Watch.Items.GetValueOrDefault(e.Item) switch
            {
                { State: WatchState.Published } i => There(e, i.Card.Title, i.Card.Source, $"watch/item/{i.Id}") with { Theme = One(i.Card.Tags.Themes), Time = One(i.Card.Tags.Times) },
                { State: WatchState.Proposed } i => Kept(e, i.Card.Title, i.Card.Source, $"watch/item/{i.Id}", reader) with { Theme = One(i.Card.Tags.Themes), Time = One(i.Card.Tags.Times) },
                _ => Gone(e),
            },
            DeviceEvidence e => expedition.Catalogue.Find(e.Device) is { Status: DeviceStatus.Accepted } d
                ? There(e, d.Sheet.Does, d.Sheet.Name, $"devices/{d.Id}") with { Theme = One(d.Sheet.Themes), Time = One(d.Sheet.Times) }
                : Gone(e),
            LessonEvidence e => expedition.Encounters.All.GetValueOrDefault(e.Meeting) is { } m && m.Record.Learned.FirstOrDefault(l => l.Words == e.Words) is { } lesson
                ? (m.Sheet.Public ? There(e, lesson.Words, m.Sheet.Title, $"meetings/{m.Id}") : Kept(e, lesson.Words, m.Sheet.Title, $"meetings/{m.Id}", reader)) with { Theme = lesson.Theme, Time = lesson.Time }
                : Gone(e),
            PassageEvidence e => expedition.Notebook.Find(e.Chapter) is { Published: { } version } chapter
                ? There(e, e.Passage.Text, version.Text.Title, $"notebook/{chapter.Id}#{e.Passage.Anchor}")
                : Gone(e),
            _ => throw new System.Diagnostics.UnreachableException($"No reading of {evidence?.GetType().Name}."),
        };
    }

    private static EvidenceSight Verbatim(Inquiry inquiry, VerbatimEvidence e, Standing reader)
    {
        if (inquiry.Interviews.GetValueOrDefault(e.Interview) is not { } interview || interview.Find(e.Excerpt) is not { } excerpt) return Gone(e);
        var heard = new Heard(interview, excerpt);
        var sight = reader >= Standing.Member ? There(e, excerpt.Text, interview.Code, $"inquiry/interviews/{interview.Id}")
            : heard.IsQuotable ? There(e, excerpt.Text, heard.Function, "evidence/" + e.Name)
            : new EvidenceSight(e, EvidenceState.Kept, "", "", "");
        return sight with { Theme = One([.. excerpt.Codes.Select(c => c.Theme).OfType<Theme>().Distinct()]), Time = One([.. excerpt.Codes.Select(c => c.Time).OfType<CrisisTime>().Distinct()]) };
    }

    private static EvidenceSight Reaction(Notebook notebook, ReactionEvidence e) =>
        notebook.Reactions.GetValueOrDefault(e.Reaction) is { State: ReactionState.Accepted } r && notebook.Find(r.Chapter) is { IsPublished: true }
            ? There(e, r.Remark.Words.Length > 0 ? r.Remark.Words : r.Passage.Text, r.Remark.Signature, $"notebook/{r.Chapter}/react?p={r.Passage.Anchor}#r-{r.Id}") with { Theme = r.Remark.Theme, Time = r.Remark.Time }
            : Gone(e);

    private static EvidenceSight There(Evidence e, string words, string from, string path) => new(e, EvidenceState.There, words, from, path);

    private static EvidenceSight Kept(Evidence e, string words, string from, string path, Standing reader) =>
        reader >= Standing.Member ? There(e, words, from, path) : new(e, EvidenceState.Kept, "", "", "");

    private static EvidenceSight Gone(Evidence e) => new(e, EvidenceState.Gone, "", "", "");

    private static T? One<T>(System.Collections.Immutable.ImmutableArray<T> values) where T : struct => values is [var one] ? one : null;
}
