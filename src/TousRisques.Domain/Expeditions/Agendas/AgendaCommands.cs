using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>What can be asked of workshops to come, and who signed up for them (by number: names are kept apart).</summary>
public abstract record AgendaCommand : ExpeditionCommand
{
    private protected AgendaCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Announces a workshop to come.</summary>
public sealed record AnnounceWorkshop(PlannedWorkshopId Planned, Announcement Announcement) : AgendaCommand;
/// <summary>Changes what a workshop to come says of itself; more places go to those who wait.</summary>
public sealed record ReviseAnnouncement(PlannedWorkshopId Planned, Announcement Announcement) : AgendaCommand;
/// <summary>Says that a workshop will not take place.</summary>
public sealed record CancelPlannedWorkshop(PlannedWorkshopId Planned, string Reason) : AgendaCommand;
/// <summary>Signs somebody up.</summary>
public sealed record SignUpFor(PlannedWorkshopId Planned, SignUpId SignUp, StakeholderFamily? Family) : AgendaCommand
{
    internal override Standing Least => Standing.Anyone;
}
/// <summary>Cancels a sign-up; the place goes to the first who waits. The edge looks at whose it is.</summary>
public sealed record CancelSignUp(SignUpId SignUp) : AgendaCommand
{
    internal override Standing Least => Standing.Anyone;
}
/// <summary>Notes that somebody's name and address were erased; before a workshop, that frees their place too. The edge looks at whose it is.</summary>
public sealed record EraseSignUp(SignUpId SignUp) : AgendaCommand
{
    internal override Standing Least => Standing.Anyone;
}
/// <summary>Binds the workshop that was opened.</summary>
public sealed record BindWorkshop(PlannedWorkshopId Planned, WorkshopId Workshop) : AgendaCommand;
/// <summary>Notes who was there.</summary>
public sealed record TakeAttendance(PlannedWorkshopId Planned, ImmutableArray<SignUpId> Present, int Others) : AgendaCommand;
/// <summary>Says something to all who signed up.</summary>
public sealed record SendCircular(PlannedWorkshopId Planned, CircularId Circular, string Text) : AgendaCommand;
/// <summary>Notes that a reminder was sent.</summary>
public sealed record NoteReminder(PlannedWorkshopId Planned, ReminderKind Kind) : AgendaCommand
{
    internal override Standing Least => Standing.House;
}
