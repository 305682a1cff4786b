namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>What can be asked of meetings (rencontres): who was met, what was learned.</summary>
public abstract record MeetingCommand : ExpeditionCommand
{
    private protected MeetingCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Puts a meeting on the calendar.</summary>
public sealed record PlanMeeting(MeetingId Meeting, MeetingSheet Sheet) : MeetingCommand;
/// <summary>Changes what is said of it.</summary>
public sealed record ReviseMeeting(MeetingId Meeting, MeetingSheet Sheet) : MeetingCommand;
/// <summary>Tells what came of it: it was held. Told again, the newer telling holds.</summary>
public sealed record RecordMeeting(MeetingId Meeting, MeetingRecord Record) : MeetingCommand;
/// <summary>Says that it does not take place.</summary>
public sealed record CancelMeeting(MeetingId Meeting) : MeetingCommand;
/// <summary>Says that it takes place after all.</summary>
public sealed record RestoreMeeting(MeetingId Meeting) : MeetingCommand;
