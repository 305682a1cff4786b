using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Agendas;

public sealed partial record Agenda
{
    internal Decision<ExpeditionEvent> Decide(AgendaCommand command, Asking asking) => command switch
    {
        AnnounceWorkshop c => Announce(c),
        ReviseAnnouncement c => Of(c.Planned, w => Revise(w, c, asking.At)),
        CancelPlannedWorkshop c => Of(c.Planned, w => Cancel(w, c)),
        SignUpFor c => Of(c.Planned, w => SignUp(w, c, asking.At)),
        CancelSignUp c => Of(c.SignUp, (w, s) => s.State == SignUpState.Cancelled ? Decision<ExpeditionEvent>.Nothing : Decision<ExpeditionEvent>.Of(Leave(w, s, asking.At))),
        EraseSignUp c => Of(c.SignUp, (w, s) => Erase(w, s, asking.At)),
        BindWorkshop c => Of(c.Planned, w => Bind(w, c)),
        TakeAttendance c => Of(c.Planned, w => Take(w, c, asking.At)),
        SendCircular c => Of(c.Planned, w => Say(w, c)),
        NoteReminder c => Of(c.Planned, w => w.IsDue(c.Kind, asking.At) ? new ReminderSent(w.Id, c.Kind, w.Announcement.Start) : Decision<ExpeditionEvent>.Nothing),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    private Decision<ExpeditionEvent> Announce(AnnounceWorkshop c)
    {
        if (Clean.Line(c.Planned.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (Workshops.ContainsKey(new PlannedWorkshopId(id))) return new AlreadyThere();
        if (Workshops.Count >= AgendaLimits.Workshops) return new TooMany("planned-workshop", AgendaLimits.Workshops);
        return Announcement.Refusal(c.Announcement, out var announcement) is { } no ? no : new WorkshopAnnounced(new(id), announcement);
    }

    private static Decision<ExpeditionEvent> Revise(PlannedWorkshop w, ReviseAnnouncement c, DateTimeOffset at)
    {
        if (NotPlanned(w) is { } over) return over;
        if (Announcement.Refusal(c.Announcement, out var announcement) is { } no) return no;
        if (announcement == w.Announcement) return Decision<ExpeditionEvent>.Nothing;
        if (announcement.Places < w.Taken) return new TooFewPlaces(w.Taken);
        return Decision<ExpeditionEvent>.Of([new AnnouncementRevised(w.Id, announcement), .. Promoted(w with { Announcement = announcement }, at)]);
    }

    private static Decision<ExpeditionEvent> Cancel(PlannedWorkshop w, CancelPlannedWorkshop c)
    {
        if (w.State == PlannedState.Cancelled) return Decision<ExpeditionEvent>.Nothing;
        if (w.State == PlannedState.Held) return new WorkshopIsHeld();
        return Clean.Optional(c.Reason, "reason", ExpeditionLimits.Paragraph, lines: true, out var reason) is { } no ? no : new PlannedWorkshopCancelled(w.Id, reason);
    }

    private Decision<ExpeditionEvent> SignUp(PlannedWorkshop w, SignUpFor c, DateTimeOffset at)
    {
        if (Clean.Line(c.SignUp.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (SignUps.ContainsKey(new SignUpId(id))) return Decision<ExpeditionEvent>.Nothing;
        if (w.State == PlannedState.Cancelled) return new WorkshopIsOff();
        if (!w.TakesSignUps(at)) return new SignUpsAreClosed();
        if (c.Family is { } family && !Enum.IsDefined(family)) return new Unknown("family", family.ToString());
        if (w.Waiting >= AgendaLimits.Waiting || w.SignUps.Length >= AgendaLimits.SignUps) return new TooMany("sign-up", AgendaLimits.Places + AgendaLimits.Waiting);
        return new SignedUp(w.Id, new(id), c.Family, Waiting: w.Left == 0);
    }

    private static ImmutableArray<ExpeditionEvent> Leave(PlannedWorkshop w, SignUp s, DateTimeOffset at) =>
        [new SignUpCancelled(w.Id, s.Id), .. Promoted(w.With(s.Id, one => one with { State = SignUpState.Cancelled }), at)];

    private static Decision<ExpeditionEvent> Erase(PlannedWorkshop w, SignUp s, DateTimeOffset at)
    {
        if (s.Erased) return Decision<ExpeditionEvent>.Nothing;
        var leaves = s.State != SignUpState.Cancelled && w.State == PlannedState.Planned && at < w.Announcement.Start; // nobody could tell them any more of it
        return Decision<ExpeditionEvent>.Of([new SignUpErased(w.Id, s.Id), .. leaves ? Leave(w, s, at) : []]);
    }

    /// <summary>Free places go to those who wait, in their order, until the workshop begins.</summary>
    private static IEnumerable<ExpeditionEvent> Promoted(PlannedWorkshop w, DateTimeOffset at) =>
        w.State != PlannedState.Planned || at >= w.Announcement.Start ? []
        : w.SignUps.Where(s => s.State == SignUpState.Waiting).Take(Math.Max(0, w.Announcement.Places - w.Taken)).Select(s => new PlaceGiven(w.Id, s.Id));

    private static Decision<ExpeditionEvent> Bind(PlannedWorkshop w, BindWorkshop c)
    {
        if (w.State == PlannedState.Cancelled) return new WorkshopIsOff();
        if (Clean.Line(c.Workshop.Value, "id", ExpeditionLimits.Id, out var code) is { } badCode) return badCode;
        return w.Workshop?.Value == code ? Decision<ExpeditionEvent>.Nothing : new WorkshopBound(w.Id, new(code));
    }

    private static Decision<ExpeditionEvent> Take(PlannedWorkshop w, TakeAttendance c, DateTimeOffset at)
    {
        if (w.State == PlannedState.Cancelled) return new WorkshopIsOff();
        if (at < w.Announcement.Start - PlannedWorkshop.DoorsOpen) return new NotBegun(w.Announcement.Start);
        if (c.Others is < 0 or > AgendaLimits.Places) return new OutOfRange("others", 0, AgendaLimits.Places);
        if (c.Present.Length > AgendaLimits.SignUps) return new TooMany("sign-up", AgendaLimits.SignUps);
        var known = w.SignUps.Select(s => s.Id).ToHashSet();
        if (c.Present.FirstOrDefault(p => !known.Contains(p)) is { Value: { } stranger }) return new Unknown("sign-up", Clean.Cut(stranger, ExpeditionLimits.Id));
        ImmutableArray<SignUpId> present = [.. c.Present.Distinct()];
        var same = w.State == PlannedState.Held && w.Others == c.Others && present.ToHashSet().SetEquals(w.SignUps.Where(s => s.Present == true).Select(s => s.Id));
        return same ? Decision<ExpeditionEvent>.Nothing : new AttendanceTaken(w.Id, present, c.Others);
    }

    private static Decision<ExpeditionEvent> Say(PlannedWorkshop w, SendCircular c)
    {
        if (Clean.Line(c.Circular.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (w.Circulars.Any(n => n.Id.Value == id)) return Decision<ExpeditionEvent>.Nothing;
        if (w.Circulars.Length >= AgendaLimits.Circulars) return new TooMany("circular", AgendaLimits.Circulars);
        return Clean.Lines(c.Text, "text", ExpeditionLimits.Paragraph, out var text) is { } no ? no : new CircularSent(w.Id, new(id), text);
    }

    private static Refusal? NotPlanned(PlannedWorkshop w) => w.State switch
    {
        PlannedState.Cancelled => new WorkshopIsOff(),
        PlannedState.Held => new WorkshopIsHeld(),
        _ => null,
    };

    private Decision<ExpeditionEvent> Of(PlannedWorkshopId id, Func<PlannedWorkshop, Decision<ExpeditionEvent>> then) =>
        id.Value is { } && Find(id) is { } workshop ? then(workshop) : new Unknown("planned-workshop", Clean.Cut(id.Value ?? "", ExpeditionLimits.Id));

    private Decision<ExpeditionEvent> Of(SignUpId id, Func<PlannedWorkshop, SignUp, Decision<ExpeditionEvent>> then) =>
        id.Value is { } && Find(id) is { } workshop && workshop.Find(id) is { } one ? then(workshop, one) : new Unknown("sign-up", Clean.Cut(id.Value ?? "", ExpeditionLimits.Id));
}
