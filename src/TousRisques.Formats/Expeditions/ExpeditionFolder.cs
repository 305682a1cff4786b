using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Watching;
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
    /// <summary>Items of the watch, in order.</summary>
    public ImmutableArray<WatchEntry> Watch { get; init; } = [];
    /// <summary>Chapters of the notebook, in the order of their files.</summary>
    public ImmutableArray<ChapterEntry> Chapters { get; init; } = [];
    /// <summary>Workshops to come, in order.</summary>
    public ImmutableArray<WorkshopEntry> Workshops { get; init; } = [];
    /// <summary>Devices, in order.</summary>
    public ImmutableArray<DeviceEntry> Devices { get; init; } = [];
    /// <summary>Inquiry grids, in order.</summary>
    public ImmutableArray<GridEntry> Grids { get; init; } = [];
    /// <summary>Statements of the synthesis, in order.</summary>
    public ImmutableArray<StatementEntry> Statements { get; init; } = [];
    /// <summary>Leads, in order.</summary>
    public ImmutableArray<LeadEntry> Leads { get; init; } = [];
    /// <summary>Recommendations, in order.</summary>
    public ImmutableArray<RecommendationEntry> Recommendations { get; init; } = [];
    /// <summary>Morphological boxes, in order.</summary>
    public ImmutableArray<BoxEntry> Boxes { get; init; } = [];
    /// <summary>The kit, or null.</summary>
    public KitEntry? Kit { get; init; }
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

/// <summary>An item of the watch.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Card">What it says.</param>
public sealed record WatchEntry(string Id, WatchCard Card);

/// <summary>A chapter of the notebook.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Text">What it says.</param>
public sealed record ChapterEntry(string Id, ChapterText Text);

/// <summary>A workshop to come. Its hour is that of the clocks in Paris.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Scale">The scale of its scenario.</param>
/// <param name="Pack">The pack it will play, or empty.</param>
/// <param name="Place">Where, or empty.</param>
/// <param name="Online">Whether one can take part from afar.</param>
/// <param name="Day">Its day, or null when it is counted from the day on which the folder is taken in.</param>
/// <param name="InDays">How many days after that day.</param>
/// <param name="From">When it begins.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Places">How many can take part.</param>
/// <param name="Description">What awaits people.</param>
/// <param name="Access">How to come in.</param>
public sealed record WorkshopEntry(
    string Id, string Title, Scale Scale, string Pack, string Place, bool Online, DateOnly? Day, int InDays, TimeOnly From, int Minutes, int Places, string Description, string Access);

/// <summary>A device of the catalogue.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Sheet">What is said of it.</param>
public sealed record DeviceEntry(string Id, DeviceSheet Sheet);

/// <summary>An inquiry grid.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Form">What it asks.</param>
public sealed record GridEntry(string Id, GridForm Form);

/// <summary>The kit of a folder.</summary>
/// <param name="Cover">Its cover.</param>
/// <param name="Note">What is said of its first version; or empty.</param>
/// <param name="Sheets">Its sheets, in order.</param>
public sealed record KitEntry(KitCover Cover, string Note, ImmutableArray<KitSheetEntry> Sheets);

/// <summary>A sheet of the kit.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Sheet">What it says.</param>
public sealed record KitSheetEntry(string Id, KitSheet Sheet);

/// <summary>What came of reading a folder.</summary>
/// <param name="Folder">The expedition; null when there are errors.</param>
/// <param name="Findings">Everything there is to say.</param>
public sealed record ExpeditionReading(ExpeditionFolder? Folder, ImmutableArray<Finding> Findings)
{
    /// <summary>How many errors there are.</summary>
    public int Errors => Findings.Count(f => f.Severity == Severity.Error);
}
