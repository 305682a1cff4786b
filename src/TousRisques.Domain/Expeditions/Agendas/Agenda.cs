using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>Workshops to come, and who signed up for them (by number: names are kept apart).</summary>
public sealed partial record Agenda
{
    /// <summary>Before anything happened.</summary>
    public static readonly Agenda Empty = new();

    /// <summary>Every workshop ever announced.</summary>
    public ImmutableDictionary<PlannedWorkshopId, PlannedWorkshop> Workshops { get; init; } = ImmutableDictionary<PlannedWorkshopId, PlannedWorkshop>.Empty;

    /// <summary>Which workshop each sign-up is for.</summary>
    public ImmutableDictionary<SignUpId, PlannedWorkshopId> SignUps { get; init; } = ImmutableDictionary<SignUpId, PlannedWorkshopId>.Empty;

    /// <summary>Workshops that are still to come or go on, the next one first.</summary>
    public IEnumerable<PlannedWorkshop> Next(DateTimeOffset now) =>
        Workshops.Values.Where(w => w.State == PlannedState.Planned && now < w.Announcement.End).OrderBy(w => w.Announcement.Start).ThenBy(w => w.Id.Value, StringComparer.Ordinal);

    /// <summary>A workshop, or null.</summary>
    public PlannedWorkshop? Find(PlannedWorkshopId id) => Workshops.GetValueOrDefault(id);

    /// <summary>The workshop that a sign-up is for, or null.</summary>
    public PlannedWorkshop? Find(SignUpId id) => SignUps.TryGetValue(id, out var planned) ? Find(planned) : null;

    internal Agenda Evolve(AgendaEvent @event, ExpeditionFact fact) => @event switch
    {
        WorkshopAnnounced e => this with
        {
            Workshops = Workshops.SetItem(e.Planned, new PlannedWorkshop { Id = e.Planned, Announcement = e.Announcement, AnnouncedAt = fact.At, RevisedAt = fact.At }),
        },
        AnnouncementRevised e => With(e.Planned, w => w with
        {
            Announcement = e.Announcement,
            Revision = w.Revision + 1,
            RevisedAt = fact.At,
            MovedAt = Hours(w.Announcement) == Hours(e.Announcement) ? w.MovedAt : fact.At,
        }),
        PlannedWorkshopCancelled e => With(e.Planned, w => w with { State = PlannedState.Cancelled, Reason = e.Reason, Revision = w.Revision + 1, RevisedAt = fact.At }),
        SignedUp e => With(e.Planned, w => w with { SignUps = w.SignUps.Add(new SignUp(e.SignUp, e.Family, fact.At, e.Waiting ? SignUpState.Waiting : SignUpState.Placed)) }) with
        {
            SignUps = SignUps.SetItem(e.SignUp, e.Planned),
        },
        PlaceGiven e => With(e.Planned, w => w.With(e.SignUp, s => s with { State = SignUpState.Placed, PlaceAt = fact.At })),
        SignUpCancelled e => With(e.Planned, w => w.With(e.SignUp, s => s with { State = SignUpState.Cancelled })),
        SignUpErased e => With(e.Planned, w => w.With(e.SignUp, s => s with { Erased = true })),
        WorkshopBound e => With(e.Planned, w => w with { Workshop = e.Workshop }),
        AttendanceTaken e => With(e.Planned, w => Take(w, e)),
        CircularSent e => With(e.Planned, w => w with { Circulars = w.Circulars.Add(new Circular(e.Circular, e.Text, fact.At)) }),
        ReminderSent e => With(e.Planned, w => w with { Reminded = w.Reminded.Add(new SentReminder(e.Kind, e.Start)) }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    private static PlannedWorkshop Take(PlannedWorkshop workshop, AttendanceTaken e)
    {
        var present = e.Present.ToHashSet();
        return workshop with { State = PlannedState.Held, Others = e.Others, SignUps = [.. workshop.SignUps.Select(s => s with { Present = present.Contains(s.Id) })] };
    }

    private static (DateTimeOffset Start, TimeSpan Duration, string Place, bool Online) Hours(Announcement a) => (a.Start, a.Duration, a.Place, a.Online);

    private Agenda With(PlannedWorkshopId id, Func<PlannedWorkshop, PlannedWorkshop> change) =>
        Workshops.TryGetValue(id, out var workshop) ? this with { Workshops = Workshops.SetItem(id, change(workshop)) } : this;
}
