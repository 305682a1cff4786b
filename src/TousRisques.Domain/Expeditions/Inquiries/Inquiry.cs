using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>The inquiry: grids, interviews, codes. Rules of grids, interviews and excerpts stand in files of their own.</summary>
public sealed partial record Inquiry
{
    /// <summary>Before anything happened.</summary>
    public static readonly Inquiry Empty = new();

    /// <summary>Grids by name.</summary>
    public ImmutableDictionary<GridId, Grid> Grids { get; init; } = ImmutableDictionary<GridId, Grid>.Empty;
    /// <summary>Interviews by name; those withdrawn are not among them.</summary>
    public ImmutableDictionary<InterviewId, Interview> Interviews { get; init; } = ImmutableDictionary<InterviewId, Interview>.Empty;
    /// <summary>Names of interviews that were withdrawn, so that a phone that still holds one does not bring it back.</summary>
    public ImmutableHashSet<InterviewId> Withdrawn { get; init; } = [];
    /// <summary>How many interviews were ever opened.</summary>
    public int Opened { get; init; }
    /// <summary>What the synthesis says first, in the members' own words; or empty.</summary>
    public string Foreword { get; init; } = "";
    /// <summary>Whether everybody may read the synthesis.</summary>
    public bool IsSynthesisPublished { get; init; }

    internal Decision<ExpeditionEvent> Decide(InquiryCommand command, Asking asking) => command switch
    {
        DraftGrid or ImportGrid or TitleGrid or AddSection or ReviseSection or MoveSection or RemoveSection or AddQuestion or ReviseQuestion or MoveQuestion or RemoveQuestion
            or RestoreRemovedPart or ReleaseGrid or ReviseGrid or RetireGrid or ReinstateGrid => DecideGrid(command),
        RecordInterview c => Record(c),
        ReviseProfile or RecordConsent or KeepAnswers or FinishInterview or ReopenInterview or WithdrawInterview => DecideInterview(command),
        WriteExcerpt or RewordExcerpt or CodeExcerpt or UncodeExcerpt or TagExcerpt or RemoveExcerpt => DecideExcerpt(command),
        WriteSynthesis c => Clean.Optional(c.Words, "synthesis", ExpeditionLimits.Words, lines: true, out var words) is { } no ? no
            : words == Foreword ? Decision<ExpeditionEvent>.Nothing : new SynthesisWritten(words),
        PublishSynthesis => IsSynthesisPublished ? Decision<ExpeditionEvent>.Nothing : new SynthesisPublished(),
        UnpublishSynthesis => IsSynthesisPublished ? new SynthesisUnpublished() : Decision<ExpeditionEvent>.Nothing,
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Inquiry Evolve(InquiryEvent @event, ExpeditionFact fact) => @event switch
    {
        GridDrafted or GridImported or GridTitled or SectionAdded or SectionRevised or SectionMoved or SectionRemoved or QuestionAdded or QuestionRevised or QuestionMoved or QuestionRemoved
            or RemovedPartRestored or GridReleased or GridRevised or GridRetired or GridReinstated => EvolveGrid(@event, fact),
        InterviewOpened or ProfileRevised or ConsentRecorded or AnswersKept or InterviewFinished or InterviewReopened or InterviewWithdrawn => EvolveInterview(@event, fact),
        ExcerptWritten or ExcerptReworded or ExcerptCoded or ExcerptUncoded or ExcerptTagged or ExcerptRemoved => EvolveExcerpt(@event, fact),
        SynthesisWritten e => this with { Foreword = e.Words },
        SynthesisPublished => this with { IsSynthesisPublished = true },
        SynthesisUnpublished => this with { IsSynthesisPublished = false },
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
