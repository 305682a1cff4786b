using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Markdown;

namespace TousRisques.Web.Notebooks;

/// <summary>A reaction beside the passage it is about.</summary>
/// <param name="Reaction">The reaction.</param>
/// <param name="Changed">Whether the passage was rewritten since.</param>
public sealed record PlacedReaction(Reaction Reaction, bool Changed);

/// <summary>A version as it is read, computed once.</summary>
internal sealed class Reading
{
    private readonly ConcurrentDictionary<Passage, Passage?> found = new();

    /// <summary>What figures were when it was computed.</summary>
    public required ImmutableDictionary<FigureId, Figure> Figures { get; init; }
    /// <summary>On a page of its own.</summary>
    public required Written Alone { get; init; }
    /// <summary>On one page with all chapters.</summary>
    public required Lazy<Written> Together { get; init; }

    /// <summary>Where a passage of any version is in this one.</summary>
    public Passage? Find(Passage passage) => found.GetOrAdd(passage, p => p.Among(Alone.Passages));
}

/// <summary>
/// Chapters as they are read. A version never changes, so what its text becomes is computed at the first reading and kept as long as the version is in memory; figures that are
/// described anew make it anew.
/// </summary>
public static class Readings
{
    private static readonly ConditionalWeakTable<ChapterVersion, Reading> Kept = [];

    /// <summary>A version on its own page.</summary>
    public static Written Of(Visit visit, Chapter chapter, ChapterVersion version) => ReadingOf(visit, chapter, version).Alone;

    /// <summary>A version on one page with the others: headings one level lower, ids of its own.</summary>
    public static Written Together(Visit visit, Chapter chapter, ChapterVersion version) => ReadingOf(visit, chapter, version).Together.Value;

    /// <summary>A text that is not published.</summary>
    public static Written Of(Visit visit, string body) => MarkdownReader.Read(body, SettingsOf(visit));

    /// <summary>Accepted reactions of a chapter, by the anchor of the passage of a version; those whose passage is gone under the empty anchor.</summary>
    public static ILookup<string, PlacedReaction> Place(Visit visit, Chapter chapter, ChapterVersion version)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(chapter);
        var reading = ReadingOf(visit, chapter, version);
        return visit.State.Notebook.ReactionsTo(chapter.Id).Where(r => r.State == ReactionState.Accepted)
            .Select(r => (Reaction: r, Now: reading.Find(r.Passage)))
            .ToLookup(r => r.Now?.Anchor ?? "", r => new PlacedReaction(r.Reaction, r.Now?.Anchor != r.Reaction.Passage.Anchor));
    }

    private static Reading ReadingOf(Visit visit, Chapter chapter, ChapterVersion version)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(chapter);
        var figures = visit.State.Notebook.Figures;
        if (Kept.TryGetValue(version, out var kept) && ReferenceEquals(kept.Figures, figures)) return kept;
        var settings = SettingsOf(visit);
        var fresh = new Reading
        {
            Figures = figures,
            Alone = MarkdownReader.Read(version.Text.Body, settings),
            Together = new(() => MarkdownReader.Read(version.Text.Body, settings with { HeadingFrom = 3, Lazy = false, Prefix = chapter.Id + "-" })),
        };
        Kept.AddOrUpdate(version, fresh);
        return fresh;
    }

    private static MarkdownSettings SettingsOf(Visit visit) => new()
    {
        Figure = name => visit.State.Notebook.Figures.TryGetValue(new FigureId(name), out var f) && !f.Removed
            ? new ShownFigure(UrlOf(visit, f), f.Image.Width, f.Image.Height, f.Alt, f.Credit) : null,
    };

    /// <summary>Where a figure's file is served.</summary>
    public static string UrlOf(Visit visit, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(figure);
        return visit.At($"notebook/figures/{figure.Id}.{figure.Image.Kind.ToString().ToLowerInvariant()}");
    }
}
