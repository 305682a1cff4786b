using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>What happened in the exploration notebook, and reactions to it.</summary>
public abstract record NotebookEvent : ExpeditionEvent
{
    private protected NotebookEvent() { }
}

/// <summary>A chapter was begun: its first draft. Its people alone see it.</summary>
public sealed record ChapterBegun(ChapterId Chapter, ChapterText Text) : NotebookEvent;
/// <summary>A chapter's text was written anew.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="Draft">The number of this draft.</param>
/// <param name="Text">What it says now.</param>
/// <param name="Restored">The version that it goes back to, or null when it was written.</param>
public sealed record ChapterWritten(ChapterId Chapter, int Draft, ChapterText Text, int? Restored) : NotebookEvent;
/// <summary>A chapter's draft became its next version, which everybody reads.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="Version">The version's number, from 1 on.</param>
/// <param name="Draft">The draft that was published.</param>
/// <param name="Note">What changed; or empty.</param>
/// <param name="TakenUp">Reactions that it takes into account.</param>
public sealed record ChapterPublished(ChapterId Chapter, int Version, int Draft, string Note, ImmutableArray<ReactionId> TakenUp) : NotebookEvent;
/// <summary>A chapter was taken off the public notebook.</summary>
public sealed record ChapterWithdrawn(ChapterId Chapter) : NotebookEvent;
/// <summary>The chapters were put in another order.</summary>
public sealed record ChaptersOrdered(ImmutableArray<ChapterId> Chapters) : NotebookEvent;
/// <summary>A figure was added.</summary>
public sealed record FigureAdded(FigureId Figure, Image Image, string Alt, string Credit) : NotebookEvent;
/// <summary>A figure's words were changed.</summary>
public sealed record FigureDescribed(FigureId Figure, string Alt, string Credit) : NotebookEvent;
/// <summary>A figure was taken away.</summary>
public sealed record FigureRemoved(FigureId Figure) : NotebookEvent;
/// <summary>Somebody reacted to a passage.</summary>
/// <param name="Reaction">The reaction's name.</param>
/// <param name="Chapter">The chapter.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Passage">The passage as it was then.</param>
/// <param name="Remark">What was said.</param>
/// <param name="Sender">Tells reactions of one sender from others', for a day.</param>
public sealed record ReactionSent(ReactionId Reaction, ChapterId Chapter, int Version, Passage Passage, Remark Remark, string Sender) : NotebookEvent;
/// <summary>Reactions were accepted: they are shown.</summary>
public sealed record ReactionsAccepted(ImmutableArray<ReactionId> Reactions) : NotebookEvent;
/// <summary>Reactions were refused: they are not shown.</summary>
public sealed record ReactionsRefused(ImmutableArray<ReactionId> Reactions, string Reason) : NotebookEvent;
/// <summary>A decision about reactions was taken back: they wait again.</summary>
public sealed record ReactionsReopened(ImmutableArray<ReactionId> Reactions) : NotebookEvent;
/// <summary>The expedition answered a reaction.</summary>
/// <param name="Reaction">The reaction.</param>
/// <param name="Words">The answer; empty when it was taken back.</param>
public sealed record ReactionAnswered(ReactionId Reaction, string Words) : NotebookEvent;
