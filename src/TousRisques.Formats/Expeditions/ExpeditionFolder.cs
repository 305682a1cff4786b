using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Expeditions;

/// <summary>An expedition as a folder of readable files (docs/expeditions.md, « As files »): what an installation is shipped with, or begins from.</summary>
public sealed record ExpeditionFolder
{
    /// <summary>Its name in addresses.</summary>
    public required ExpeditionId Id { get; init; }
    /// <summary>What it says of itself.</summary>
    public required Outline Outline { get; init; }
    /// <summary>Its partners, in order.</summary>
    public ImmutableArray<Partner> Partners { get; init; } = [];
    /// <summary>Its phases, in order.</summary>
    public ImmutableArray<Phase> Phases { get; init; } = [];
    /// <summary>Meetings, in order.</summary>
    public ImmutableArray<MeetingEntry> Meetings { get; init; } = [];
}

/// <summary>A meeting of a folder. Hours are those of the clocks in Paris.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Whom it is with.</param>
/// <param name="Day">Its first day.</param>
/// <param name="From">When it begins, or null for the whole day.</param>
/// <param name="To">When it ends, or null.</param>
/// <param name="Place">Where, or empty.</param>
/// <param name="Online">Where on the web, or empty.</param>
/// <param name="With">Organisations and functions.</param>
/// <param name="Themes">Themes that it is about.</param>
/// <param name="Record">What is told of it; null when it is only planned.</param>
public sealed record MeetingEntry(
    string Id, string Title, MeetingKind Kind, DateOnly Day, TimeOnly? From, TimeOnly? To, string Place, string Online, ImmutableArray<string> With, ImmutableArray<Theme> Themes, MeetingRecord? Record);

/// <summary>What came of reading a folder.</summary>
/// <param name="Folder">The expedition; null when there are errors.</param>
/// <param name="Findings">Everything there is to say.</param>
public sealed record ExpeditionReading(ExpeditionFolder? Folder, ImmutableArray<Finding> Findings)
{
    /// <summary>How many errors there are.</summary>
    public int Errors => Findings.Count(f => f.Severity == Severity.Error);
}
