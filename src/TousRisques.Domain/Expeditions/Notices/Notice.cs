namespace TousRisques.Domain.Expeditions.Notices;

/// <summary>What people of an expedition are told about.</summary>
public enum NoticeKind
{
    /// <summary>Somebody was given a part.</summary>
    PartGiven,
    /// <summary>What the expedition says of itself was changed.</summary>
    OutlineRevised,
    /// <summary>The expedition ended, or goes on.</summary>
    ExpeditionEnded,
    /// <summary>Visitors declared devices, which wait for a moderator.</summary>
    DeviceDeclared,
    /// <summary>A chapter of the notebook was published.</summary>
    ChapterPublished,
    /// <summary>Reactions to the notebook wait to be read.</summary>
    ReactionsWait,
    /// <summary>Items of the watch wait to be sorted.</summary>
    WatchWaits,
    /// <summary>An interview was finished.</summary>
    InterviewFinished,
    /// <summary>The synthesis of the inquiry was published.</summary>
    SynthesisPublished,
    /// <summary>A meeting was planned.</summary>
    MeetingPlanned,
    /// <summary>A meeting was told.</summary>
    MeetingTold,
    /// <summary>A workshop was announced.</summary>
    WorkshopAnnounced,
    /// <summary>People signed up for a workshop.</summary>
    SignedUp,
    /// <summary>Statements were added to the synthesis.</summary>
    StatementsWritten,
    /// <summary>Leads came up.</summary>
    LeadsAdded,
    /// <summary>A lead was kept or set aside.</summary>
    LeadSorted,
    /// <summary>A recommendation was adopted.</summary>
    RecommendationAdopted,
    /// <summary>A recommendation was looked at again.</summary>
    RecommendationFollowed,
    /// <summary>The kit was published, or a new version of it.</summary>
    KitPublished,
}

/// <summary>Something that happened, once or several times, and that people of an expedition may want to know.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">What it is about: the name of a chapter, a device, a workshop…; empty for things that are told together.</param>
/// <param name="For">The least standing that it concerns.</param>
/// <param name="Count">How often it happened since it was first told of.</param>
/// <param name="At">When it last happened.</param>
/// <param name="By">The account that last caused it; empty for visitors and the house.</param>
public sealed record Notice(NoticeKind Kind, string Subject, Standing For, int Count, DateTimeOffset At, string By);
