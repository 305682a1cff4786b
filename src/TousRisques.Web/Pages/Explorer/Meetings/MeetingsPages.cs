using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Meetings;

/// <summary>Meetings of an expedition, <c>/explorer/{id}/meetings</c>: the calendar, a card for each, planning and telling.</summary>
public sealed class MeetingsPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/meetings", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<MeetingsPage>(new Dictionary<string, object?> { [nameof(MeetingsPage.Visit)] = v, [nameof(MeetingsPage.Query)] = MeetingsQuery.Read(http.Request.Query) })))
            .ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/meetings.ics", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => MeetingCalendar.Of(http, v, v.State.Encounters.For(v.Standing).Take(500), "meetings.ics"))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/meetings/new", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<MeetingFormPage>(nameof(MeetingFormPage.Visit), v), Standing.Member)).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/meetings/{meeting}.ics", (HttpContext http, string id, string meeting, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => v.State.Encounters.Find(new(meeting), v.Standing) is { } m ? MeetingCalendar.Of(http, v, [m], $"{m.Sheet.Starts:yyyy-MM-dd}.ics") : Missing(http, v)))
            .ExcludeFromDescription();
        Page<MeetingPage>(routes, "", Standing.Anyone);
        Page<MeetingFormPage>(routes, "/edit", Standing.Member);
        Page<MinutesPage>(routes, "/minutes", Standing.Member);

        routes.MapPost("/explorer/{id}/meetings", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "meeting", "meetings/new", (v, f) =>
            {
                var meeting = new MeetingId(Draws.Name());
                return Asked(MeetingFields.Sheet(f) is { } sheet ? new Wanted(new PlanMeeting(meeting, sheet), v.At("meetings"), "explorer-meetings.planned") : null, f);
            })).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/meetings/{meeting}/edit", (HttpContext http, string id, string meeting, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "meeting", $"meetings/{meeting}/edit", (v, f) =>
                Asked(MeetingFields.Sheet(f) is { } sheet ? new Wanted(new ReviseMeeting(new(meeting), sheet), v.At($"meetings/{meeting}"), "explorer-meetings.saved") : null, f))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/meetings/{meeting}/minutes", (HttpContext http, string id, string meeting, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "minutes", $"meetings/{meeting}/minutes", (v, f) =>
                new Wanted(new RecordMeeting(new(meeting), MeetingFields.Record(f)), v.At($"meetings/{meeting}"), "explorer-meetings.told"))).TakesLarge(512, 400).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/meetings/{meeting}/cancel", (HttpContext http, string id, string meeting, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "cancel", $"meetings/{meeting}", (v, f) =>
                Settings.SettingsPages.Sure(new CancelMeeting(new(meeting)), "explorer-meetings.cancelled", $"meetings/{meeting}")(v, f))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/meetings/{meeting}/restore", (HttpContext http, string id, string meeting, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "restore", $"meetings/{meeting}", (v, _) => new Wanted(new RestoreMeeting(new(meeting)), v.At($"meetings/{meeting}"), "explorer-meetings.restored")))
            .ExcludeFromDescription();
    }

    /// <summary>A page of one meeting.</summary>
    private static void Page<T>(IEndpointRouteBuilder routes, string more, Standing least) where T : Microsoft.AspNetCore.Components.IComponent =>
        routes.MapGet("/explorer/{id}/meetings/{meeting}" + more, (HttpContext http, string id, string meeting, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => v.State.Encounters.Find(new(meeting), v.Standing) is { } m
                ? Draw.Page<T>(new Dictionary<string, object?> { [nameof(MeetingPage.Visit)] = v, [nameof(MeetingPage.Meeting)] = m })
                : Missing(http, v), least)).ExcludeFromDescription();

    /// <summary>What a form asks; nothing when its day is missing, which is said like any other field that does not fit.</summary>
    private static ValueTask<(Wanted? Wanted, IResult? Answer)> Asked(Wanted? wanted, FormFields fields)
    {
        if (wanted is null) fields.Want("day");
        return ValueTask.FromResult<(Wanted?, IResult?)>((wanted, null));
    }

    private static IResult Missing(HttpContext http, Visit visit) => Trouble.Say(http, visit.Caller, StatusCodes.Status404NotFound, "no-such-meeting");
}
