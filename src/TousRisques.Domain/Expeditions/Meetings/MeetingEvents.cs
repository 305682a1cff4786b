namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>What happened in meetings (rencontres): who was met, what was learned.</summary>
public abstract record MeetingEvent : ExpeditionEvent
{
    private protected MeetingEvent() { }
}

/// <summary>A meeting was put on the calendar.</summary>
public sealed record MeetingPlanned(MeetingId Meeting, MeetingSheet Sheet) : MeetingEvent;
/// <summary>What is said of a meeting was changed.</summary>
public sealed record MeetingRevised(MeetingId Meeting, MeetingSheet Sheet) : MeetingEvent;
/// <summary>A meeting was held, and what came of it is told.</summary>
public sealed record MeetingRecorded(MeetingId Meeting, MeetingRecord Record) : MeetingEvent;
/// <summary>A meeting does not take place.</summary>
public sealed record MeetingCancelled(MeetingId Meeting) : MeetingEvent;
/// <summary>A meeting that was cancelled takes place after all.</summary>
public sealed record MeetingRestored(MeetingId Meeting) : MeetingEvent;
