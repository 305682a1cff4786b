using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>The exploration notebook, and reactions to it.</summary>
public sealed partial record Notebook
{
    /// <summary>Before anything happened.</summary>
    public static readonly Notebook Empty = new();

    /// <summary>Its chapters, in order.</summary>
    public ImmutableArray<Chapter> Chapters { get; init; } = [];
    /// <summary>Its figures, by name.</summary>
    public ImmutableDictionary<FigureId, Figure> Figures { get; init; } = ImmutableDictionary<FigureId, Figure>.Empty;
    /// <summary>Every reaction, by name.</summary>
    public ImmutableDictionary<ReactionId, Reaction> Reactions { get; init; } = ImmutableDictionary<ReactionId, Reaction>.Empty;
    /// <summary>Reactions of each chapter, in the order of arrival.</summary>
    public ImmutableDictionary<ChapterId, ImmutableList<ReactionId>> ByChapter { get; init; } = ImmutableDictionary<ChapterId, ImmutableList<ReactionId>>.Empty;
    /// <summary>Names of reactions that wait to be read, by number.</summary>
    public ImmutableSortedDictionary<int, ReactionId> Queue { get; init; } = ImmutableSortedDictionary<int, ReactionId>.Empty;
    /// <summary>By what a reaction that is sent twice is known.</summary>
    public ImmutableHashSet<ReactionMark> Marks { get; init; } = [];

    /// <summary>Reactions that wait to be read, the oldest first. Their number is <c>Queue.Count</c>.</summary>
    public IEnumerable<Reaction> Pending => Queue.Values.Select(id => Reactions[id]);

    /// <summary>A chapter by its name, or null.</summary>
    public Chapter? Find(ChapterId chapter) => Chapters.FirstOrDefault(c => c.Id == chapter);

    /// <summary>Reactions to a chapter, in the order of arrival.</summary>
    public IEnumerable<Reaction> ReactionsTo(ChapterId chapter) => (ByChapter.GetValueOrDefault(chapter) ?? []).Select(id => Reactions[id]);

    internal Decision<ExpeditionEvent> Decide(NotebookCommand command, Asking asking) => command switch
    {
        BeginChapter c => Begin(c),
        WriteChapter c => Write(c),
        RestoreVersion c => Restore(c),
        PublishChapter c => Publish(c),
        WithdrawChapter c => Find(c.Chapter) is not { } chapter ? NoChapter(c.Chapter) : chapter.IsPublished ? new ChapterWithdrawn(c.Chapter) : Decision<ExpeditionEvent>.Nothing,
        OrderChapters c => Order(c),
        AddFigure c => Add(c),
        DescribeFigure c => Describe(c),
        RemoveFigure c => Figures.TryGetValue(c.Figure, out var figure) ? figure.Removed ? Decision<ExpeditionEvent>.Nothing : new FigureRemoved(c.Figure) : new Unknown("figure", Short(c.Figure.Value)),
        SendReaction c => Send(c),
        AcceptReactions c => Judge(c.Reactions, ReactionState.Accepted, ids => new ReactionsAccepted(ids)),
        RefuseReactions c => Clean.Lines(c.Reason, "reason", ExpeditionLimits.Paragraph, out var reason) is { } no
            ? no is TextMissing ? new ReasonWanted() : no
            : Judge(c.Reactions, ReactionState.Refused, ids => new ReactionsRefused(ids, reason)),
        ReopenReactions c => Judge(c.Reactions, ReactionState.Waiting, ids => new ReactionsReopened(ids)),
        AnswerReaction c => Answer(c),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Notebook Evolve(NotebookEvent @event, ExpeditionFact fact) => @event switch
    {
        ChapterBegun e => this with { Chapters = Chapters.Add(new Chapter { Id = e.Chapter, Text = e.Text, WrittenAt = fact.At }) },
        ChapterWritten e => Change(e.Chapter, c => c with { Text = e.Text, Draft = e.Draft, WrittenAt = fact.At }),
        ChapterPublished e => TakeUp(e, fact.At),
        ChapterWithdrawn e => Change(e.Chapter, c => c with { Withdrawn = true }),
        ChaptersOrdered e => this with { Chapters = [.. e.Chapters.Select(Find).OfType<Chapter>()] },
        FigureAdded e => this with { Figures = Figures.SetItem(e.Figure, new Figure(e.Figure, e.Image, e.Alt, e.Credit)) },
        FigureDescribed e => this with { Figures = Figures.SetItem(e.Figure, Figures[e.Figure] with { Alt = e.Alt, Credit = e.Credit }) },
        FigureRemoved e => this with { Figures = Figures.SetItem(e.Figure, Figures[e.Figure] with { Removed = true }) },
        ReactionSent e => Receive(e, fact.At),
        ReactionsAccepted e => Settle(e.Reactions, ReactionState.Accepted, ""),
        ReactionsRefused e => Settle(e.Reactions, ReactionState.Refused, e.Reason),
        ReactionsReopened e => Settle(e.Reactions, ReactionState.Waiting, ""),
        ReactionAnswered e => this with { Reactions = Reactions.SetItem(e.Reaction, Reactions[e.Reaction] with { Answer = e.Words, AnsweredAt = e.Words.Length == 0 ? null : fact.At }) },
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
