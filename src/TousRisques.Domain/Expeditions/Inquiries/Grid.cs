using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>A version of a grid.</summary>
/// <param name="Number">1, 2, 3…</param>
/// <param name="Form">What it asks.</param>
/// <param name="Released">Whether people are asked from it: from then on it does not change.</param>
public sealed record GridVersion(int Number, GridForm Form, bool Released);

/// <summary>A part taken out of a draft, which can be put back.</summary>
/// <param name="Index">Where it stood.</param>
/// <param name="Section">The section itself, or the one that it stood in.</param>
/// <param name="Question">The question, or null when the whole section was taken out.</param>
public sealed record RemovedPart(int Index, Section Section, Question? Question);

/// <summary>An inquiry grid: versions of what is asked, of which the last may be a draft.</summary>
public sealed record Grid
{
    /// <summary>Its name.</summary>
    public GridId Id { get; init; }
    /// <summary>Its versions, from the first; at least one.</summary>
    public ImmutableArray<GridVersion> Versions { get; init; } = [];
    /// <summary>Whether nobody is asked from it any more.</summary>
    public bool Retired { get; init; }
    /// <summary>When it was begun.</summary>
    public DateTimeOffset DraftedAt { get; init; }
    /// <summary>What was taken out of the draft, the last one last.</summary>
    public ImmutableArray<RemovedPart> Removed { get; init; } = [];

    /// <summary>The newest version, draft or not.</summary>
    public GridVersion Last => Versions[^1];

    /// <summary>The version that people are asked from today, or null.</summary>
    public GridVersion? InUse => Versions.LastOrDefault(v => v.Released);

    /// <summary>Whether its newest version is still being written.</summary>
    public bool IsDraft => !Last.Released;

    /// <summary>A version by its number, or null.</summary>
    public GridVersion? Find(int version) => Versions.FirstOrDefault(v => v.Number == version);

    /// <summary>The grid with another form in its newest version.</summary>
    internal Grid With(GridForm form) => this with { Versions = Versions.SetItem(Versions.Length - 1, Last with { Form = form }) };
}
