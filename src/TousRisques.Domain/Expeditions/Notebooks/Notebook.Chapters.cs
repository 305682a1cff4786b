using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Notebooks;

public sealed partial record Notebook
{
    private static Decision<ExpeditionEvent> NoChapter(ChapterId chapter) => new Unknown("chapter", Short(chapter.Value));

    private static string Short(string? name) => Clean.Cut(name ?? "", ExpeditionLimits.Id);

    private Decision<ExpeditionEvent> Begin(BeginChapter c)
    {
        if (!ExpeditionId.IsValid(c.Chapter.Value)) return new Unknown("chapter-name", Short(c.Chapter.Value));
        if (Find(c.Chapter) is not null) return new AlreadyThere();
        if (Chapters.Length >= NotebookLimits.Chapters) return new TooMany("chapter", NotebookLimits.Chapters);
        return TextRefusal(c.Text, out var text) is { } no ? no : new ChapterBegun(c.Chapter, text);
    }

    private Decision<ExpeditionEvent> Write(WriteChapter c)
    {
        if (Find(c.Chapter) is not { } chapter) return NoChapter(c.Chapter);
        if (TextRefusal(c.Text, out var text) is { } no) return no;
        if (text.IsSame(chapter.Text)) return Decision<ExpeditionEvent>.Nothing;
        return c.BasedOn != chapter.Draft ? new TextMovedOn(chapter.Draft) : new ChapterWritten(c.Chapter, chapter.Draft + 1, text, null);
    }

    private Decision<ExpeditionEvent> Restore(RestoreVersion c)
    {
        if (Find(c.Chapter) is not { } chapter) return NoChapter(c.Chapter);
        if (chapter.Version(c.Version) is not { } version) return new Unknown("version", $"{c.Version}");
        if (version.Text.IsSame(chapter.Text)) return Decision<ExpeditionEvent>.Nothing;
        return c.BasedOn != chapter.Draft ? new TextMovedOn(chapter.Draft) : new ChapterWritten(c.Chapter, chapter.Draft + 1, version.Text, version.Number);
    }

    private Decision<ExpeditionEvent> Publish(PublishChapter c)
    {
        if (Find(c.Chapter) is not { } chapter) return NoChapter(c.Chapter);
        if (Clean.Optional(c.Note, "note", ExpeditionLimits.Paragraph, lines: true, out var note) is { } badNote) return badNote;
        if (c.Draft != chapter.Draft) return new TextMovedOn(chapter.Draft);
        if (chapter is { IsPublished: true, HasChanges: false }) return new NothingToPublish();
        if (chapter.Versions.Length >= NotebookLimits.Versions) return new TooMany("version", NotebookLimits.Versions);
        if (c.TakenUp.Length > NotebookLimits.AtOnce) return new TooMany("reaction", NotebookLimits.AtOnce);
        foreach (var id in c.TakenUp)
            if (!Reactions.TryGetValue(id, out var reaction) || reaction.Chapter != c.Chapter || reaction.State != ReactionState.Accepted) return new Unknown("reaction", Short(id.Value));
        return new ChapterPublished(c.Chapter, chapter.Versions.Length + 1, chapter.Draft, note, [.. c.TakenUp.Distinct().Where(id => Reactions[id].TakenUpIn is null)]);
    }

    private Decision<ExpeditionEvent> Order(OrderChapters c)
    {
        if (c.Chapters.Length > NotebookLimits.Chapters) return new TooMany("chapter", NotebookLimits.Chapters);
        var known = Chapters.Select(x => x.Id).ToHashSet();
        ImmutableArray<ChapterId> order = [.. c.Chapters.Where(known.Contains).Concat(Chapters.Select(x => x.Id)).Distinct()];
        return order.SequenceEqual(Chapters.Select(x => x.Id)) ? Decision<ExpeditionEvent>.Nothing : new ChaptersOrdered(order);
    }

    private static Refusal? TextRefusal(ChapterText raw, out ChapterText text)
    {
        text = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Summary, "summary", ExpeditionLimits.Paragraph, lines: true, out var summary) is { } badSummary) return badSummary;
        // Tabs mean indentation in Markdown: cleaned to a single space they would flatten lists.
        if (Clean.Optional(raw.Body?.Replace("\t", "    ", StringComparison.Ordinal), "body", NotebookLimits.Body, lines: true, out var body) is { } badBody) return badBody;
        if (raw.References.Length > NotebookLimits.References) return new TooMany("reference", NotebookLimits.References);
        var references = ImmutableArray.CreateBuilder<Reference>(raw.References.Length);
        foreach (var r in raw.References)
        {
            if (Clean.Line(r.Label, "reference", ExpeditionLimits.Line, out var label) is { } badLabel) return badLabel;
            if (WebLink.Refusal(r.Link, out var link) is { } badLink) return badLink;
            if (Clean.Optional(r.Note, "reference-note", ExpeditionLimits.Line, lines: false, out var note) is { } badNote) return badNote;
            references.Add(new Reference(label, link, note));
        }
        text = new ChapterText(title, summary, body, references.ToImmutable());
        return null;
    }

    private Notebook Change(ChapterId id, Func<Chapter, Chapter> change) => this with { Chapters = [.. Chapters.Select(c => c.Id == id ? change(c) : c)] };

    private Notebook TakeUp(ChapterPublished e, DateTimeOffset at)
    {
        var after = Change(e.Chapter, c => c with { Withdrawn = false, Versions = c.Versions.Add(new ChapterVersion(e.Version, e.Draft, c.Text, e.Note, e.TakenUp, at)) });
        return e.TakenUp.IsEmpty ? after : after with { Reactions = Reactions.SetItems(e.TakenUp.Select(id => KeyValuePair.Create(id, Reactions[id] with { TakenUpIn = e.Version }))) };
    }
}
