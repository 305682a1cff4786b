using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>What a chapter says.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it says in a few lines; may be empty.</param>
/// <param name="Body">The text, in Markdown.</param>
/// <param name="References">What it rests on, in the order given.</param>
public sealed record ChapterText(string Title, string Summary, string Body, ImmutableArray<Reference> References)
{
    /// <summary>Whether another says the same, to the letter.</summary>
    public bool IsSame(ChapterText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Title == other.Title && Summary == other.Summary && Body == other.Body && References.AsSpan().SequenceEqual(other.References.AsSpan());
    }
}

/// <summary>A work that a chapter rests on.</summary>
/// <param name="Label">What it is: author, title, year.</param>
/// <param name="Link">Where it is, or empty.</param>
/// <param name="Note">What it is cited for, or empty.</param>
public sealed record Reference(string Label, string Link, string Note);

/// <summary>A version of a chapter that was published. It stays as it is for ever.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Draft">The draft that was published.</param>
/// <param name="Text">What it says.</param>
/// <param name="Note">What changed, in the words of whoever published it; or empty.</param>
/// <param name="TakenUp">Reactions that it takes into account.</param>
/// <param name="At">When it was published.</param>
public sealed record ChapterVersion(int Number, int Draft, ChapterText Text, string Note, ImmutableArray<ReactionId> TakenUp, DateTimeOffset At);

/// <summary>A chapter of the notebook.</summary>
public sealed record Chapter
{
    /// <summary>Its name in addresses; it stays when the title changes.</summary>
    public required ChapterId Id { get; init; }
    /// <summary>What it says today to those who write it.</summary>
    public required ChapterText Text { get; init; }
    /// <summary>Counts every change of the text, from 1 on: who writes names the draft that they started from, so that nobody writes over another unseen.</summary>
    public int Draft { get; init; } = 1;
    /// <summary>When the text was last written.</summary>
    public DateTimeOffset WrittenAt { get; init; }
    /// <summary>Versions published, the oldest first.</summary>
    public ImmutableArray<ChapterVersion> Versions { get; init; } = [];
    /// <summary>Whether it was taken off the public notebook; its versions are kept.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Whether everybody may read it.</summary>
    public bool IsPublished => Versions.Length > 0 && !Withdrawn;

    /// <summary>The version that everybody reads, or null.</summary>
    public ChapterVersion? Published => IsPublished ? Versions[^1] : null;

    /// <summary>Whether the draft says something that no version says yet.</summary>
    public bool HasChanges => Versions.IsEmpty || Versions[^1].Draft != Draft;

    /// <summary>A version by its number, or null.</summary>
    public ChapterVersion? Version(int number) => number >= 1 && number <= Versions.Length ? Versions[number - 1] : null;
}
