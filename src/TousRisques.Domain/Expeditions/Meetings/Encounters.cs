using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>Meetings (rencontres): who was met, what was learned.</summary>
public sealed partial record Encounters
{
    /// <summary>Before anything happened.</summary>
    public static readonly Encounters Empty = new();

    /// <summary>Every meeting, in no order.</summary>
    public ImmutableDictionary<MeetingId, Meeting> All { get; init; } = ImmutableDictionary<MeetingId, Meeting>.Empty;

    /// <summary>A meeting that somebody may read, or null.</summary>
    public Meeting? Find(MeetingId meeting, Standing reader) => All.GetValueOrDefault(meeting) is { } found && IsFor(found, reader) ? found : null;

    /// <summary>Meetings that somebody may read, the latest first.</summary>
    public IEnumerable<Meeting> For(Standing reader) =>
        All.Values.Where(m => IsFor(m, reader)).OrderByDescending(m => m.Sheet.Starts).ThenBy(m => m.Id.Value, StringComparer.Ordinal);

    private static bool IsFor(Meeting meeting, Standing reader) => meeting.Sheet.Public || reader >= Standing.Member;

    internal Decision<ExpeditionEvent> Decide(MeetingCommand command, Asking asking) => command switch
    {
        PlanMeeting c => Plan(c),
        ReviseMeeting c => Revise(c),
        RecordMeeting c => Record(c),
        CancelMeeting c => All.GetValueOrDefault(c.Meeting) switch
        {
            null => Missing(c.Meeting),
            { State: MeetingState.Cancelled } => Decision<ExpeditionEvent>.Nothing,
            _ => new MeetingCancelled(c.Meeting),
        },
        RestoreMeeting c => All.GetValueOrDefault(c.Meeting) switch
        {
            null => Missing(c.Meeting),
            { State: MeetingState.Cancelled } => new MeetingRestored(c.Meeting),
            _ => Decision<ExpeditionEvent>.Nothing,
        },
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Encounters Evolve(MeetingEvent @event, ExpeditionFact fact) => @event switch
    {
        MeetingPlanned e => this with { All = All.SetItem(e.Meeting, new Meeting(e.Meeting, e.Sheet, MeetingRecord.Empty, MeetingState.Planned, IsTold: false, 0, fact.At)) },
        MeetingRevised e => With(e.Meeting, fact, m => m with { Sheet = e.Sheet }),
        MeetingRecorded e => With(e.Meeting, fact, m => m with { Record = e.Record, State = MeetingState.Held, IsTold = true }),
        MeetingCancelled e => With(e.Meeting, fact, m => m with { State = MeetingState.Cancelled }),
        MeetingRestored e => With(e.Meeting, fact, m => m with { State = m.IsTold ? MeetingState.Held : MeetingState.Planned }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    private Encounters With(MeetingId meeting, ExpeditionFact fact, Func<Meeting, Meeting> change) =>
        All.GetValueOrDefault(meeting) is { } before ? this with { All = All.SetItem(meeting, change(before) with { Changes = before.Changes + 1, ChangedAt = fact.At }) } : this;
}
