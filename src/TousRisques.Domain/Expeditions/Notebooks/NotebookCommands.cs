using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>What can be asked of the exploration notebook, and reactions to it.</summary>
public abstract record NotebookCommand : ExpeditionCommand
{
    private protected NotebookCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Begins a chapter.</summary>
/// <param name="Chapter">Its name in addresses, made of its title by the edge.</param>
/// <param name="Text">Its first draft.</param>
public sealed record BeginChapter(ChapterId Chapter, ChapterText Text) : NotebookCommand;
/// <summary>Writes a chapter's text anew.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="BasedOn">The draft that the writer started from.</param>
/// <param name="Text">What it says now.</param>
public sealed record WriteChapter(ChapterId Chapter, int BasedOn, ChapterText Text) : NotebookCommand;
/// <summary>Goes back to an older version, as a new draft.</summary>
public sealed record RestoreVersion(ChapterId Chapter, int Version, int BasedOn) : NotebookCommand;
/// <summary>Publishes a chapter's draft as its next version.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="Draft">The draft that was looked at.</param>
/// <param name="Note">What changed; or empty.</param>
/// <param name="TakenUp">Accepted reactions that it takes into account.</param>
public sealed record PublishChapter(ChapterId Chapter, int Draft, string Note, ImmutableArray<ReactionId> TakenUp) : NotebookCommand;
/// <summary>Takes a chapter off the public notebook.</summary>
public sealed record WithdrawChapter(ChapterId Chapter) : NotebookCommand;
/// <summary>Puts the chapters in another order: those named first, the others after them as they were.</summary>
public sealed record OrderChapters(ImmutableArray<ChapterId> Chapters) : NotebookCommand;
/// <summary>Adds a figure whose file is kept already.</summary>
public sealed record AddFigure(FigureId Figure, Image Image, string Alt, string Credit) : NotebookCommand;
/// <summary>Changes a figure's words.</summary>
public sealed record DescribeFigure(FigureId Figure, string Alt, string Credit) : NotebookCommand;
/// <summary>Takes a figure away.</summary>
public sealed record RemoveFigure(FigureId Figure) : NotebookCommand;
/// <summary>Reacts to a passage.</summary>
/// <param name="Reaction">A name drawn by the edge.</param>
/// <param name="Chapter">The chapter.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Passage">The passage, as the edge finds it in that version.</param>
/// <param name="Remark">What is said.</param>
/// <param name="Sender">Tells this sender from others, for a day; made by the edge.</param>
public sealed record SendReaction(ReactionId Reaction, ChapterId Chapter, int Version, Passage Passage, Remark Remark, string Sender) : NotebookCommand
{
    internal override Standing Least => Standing.Anyone;
}
/// <summary>Accepts reactions.</summary>
public sealed record AcceptReactions(ImmutableArray<ReactionId> Reactions) : NotebookCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Refuses reactions, for a reason.</summary>
public sealed record RefuseReactions(ImmutableArray<ReactionId> Reactions, string Reason) : NotebookCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Takes decisions about reactions back.</summary>
public sealed record ReopenReactions(ImmutableArray<ReactionId> Reactions) : NotebookCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Answers a reaction, for everybody to read; an empty answer takes back the one before.</summary>
public sealed record AnswerReaction(ReactionId Reaction, string Words) : NotebookCommand;
