namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>The meeting is cancelled: it must be restored first.</summary>
public sealed record MeetingIsCancelled : Refusal;
