using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>What happened in workshops to come, and who signed up for them (by number: names are kept apart).</summary>
public abstract record AgendaEvent : ExpeditionEvent
{
    private protected AgendaEvent() { }
}

/// <summary>A workshop to come was announced.</summary>
public sealed record WorkshopAnnounced(PlannedWorkshopId Planned, Announcement Announcement) : AgendaEvent;
/// <summary>What a workshop to come says of itself was changed.</summary>
public sealed record AnnouncementRevised(PlannedWorkshopId Planned, Announcement Announcement) : AgendaEvent;
/// <summary>A workshop to come will not take place.</summary>
/// <param name="Planned">Which.</param>
/// <param name="Reason">Why, for those who signed up; may be empty.</param>
public sealed record PlannedWorkshopCancelled(PlannedWorkshopId Planned, string Reason) : AgendaEvent;
/// <summary>Somebody signed up.</summary>
/// <param name="Planned">For which workshop.</param>
/// <param name="SignUp">The sign-up.</param>
/// <param name="Family">The family of stakeholders they said they belong to, or null.</param>
/// <param name="Waiting">Whether they wait, since all places were taken.</param>
public sealed record SignedUp(PlannedWorkshopId Planned, SignUpId SignUp, StakeholderFamily? Family, bool Waiting) : AgendaEvent;
/// <summary>Somebody who waited was given a place.</summary>
public sealed record PlaceGiven(PlannedWorkshopId Planned, SignUpId SignUp) : AgendaEvent;
/// <summary>Somebody who had signed up does not come.</summary>
public sealed record SignUpCancelled(PlannedWorkshopId Planned, SignUpId SignUp) : AgendaEvent;
/// <summary>Somebody's name and address were erased; their sign-up stays as a number.</summary>
public sealed record SignUpErased(PlannedWorkshopId Planned, SignUpId SignUp) : AgendaEvent;
/// <summary>A workshop was opened for a workshop to come, or another one than before.</summary>
public sealed record WorkshopBound(PlannedWorkshopId Planned, WorkshopId Workshop) : AgendaEvent;
/// <summary>It was noted who was there; so the workshop took place.</summary>
/// <param name="Planned">Which workshop.</param>
/// <param name="Present">Sign-ups of those who were there; nobody else who signed up was.</param>
/// <param name="Others">How many came without having signed up.</param>
public sealed record AttendanceTaken(PlannedWorkshopId Planned, ImmutableArray<SignUpId> Present, int Others) : AgendaEvent;
/// <summary>Something was said to all who signed up.</summary>
public sealed record CircularSent(PlannedWorkshopId Planned, CircularId Circular, string Text) : AgendaEvent;
/// <summary>People were reminded of a workshop.</summary>
/// <param name="Planned">Which.</param>
/// <param name="Kind">Of what.</param>
/// <param name="Start">The hour it was to begin at.</param>
public sealed record ReminderSent(PlannedWorkshopId Planned, ReminderKind Kind, DateTimeOffset Start) : AgendaEvent;
