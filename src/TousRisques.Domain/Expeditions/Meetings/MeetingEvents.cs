namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>What happened in meetings (rencontres): who was met, what was learned.</summary>
public abstract record MeetingEvent : ExpeditionEvent
{
    private protected MeetingEvent() { }
}
