using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Agendas;
using TousRisques.Web.Contacts;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Mail;

namespace TousRisques.Web.Pages.Explorer.Agendas;

/// <summary>Workshops to come, <c>/explorer/{id}/workshops</c>: the list, a card for each, calendars, signing up.</summary>
public sealed class AgendaPages : IPage
{
    /// <summary>The form of signing up.</summary>
    public const string SigningUp = "sign-up";

    /// <summary>The field that people leave empty and machines fill in.</summary>
    public const string Trap = "leave-empty";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/workshops", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<WorkshopsPage>(new Dictionary<string, object?>
            {
                [nameof(WorkshopsPage.Visit)] = v,
                [nameof(WorkshopsPage.Query)] = WorkshopsQuery.Read(http.Request.Query),
            }))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/workshops.ics", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Calendar(http, AgendaCalendar.Feed(v.State, $"{v.Outline.Name} · {v.W["explorer.room.workshops"]}", SiteOf(http)), "workshops.ics")))
            .ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/workshops/{workshop}", (HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, IOutbox outbox) =>
            ShowAsync(http, id, workshop, caller, door, (v, w) => Page<PlannedPage>(v, w, (nameof(PlannedPage.Mail), outbox.IsOpen)))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/workshops/{workshop}.ics", (HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door) =>
            ShowAsync(http, id, workshop, caller, door, (v, w) => Calendar(http, [.. AgendaCalendar.Of(v.Id, w, SiteOf(http), null)], FileOf(w)))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/workshops/{workshop}/sign-up", SignUpAsync).ExcludeFromDescription();
    }

    /// <summary>Answers a page of one workshop.</summary>
    internal static Task<IResult> ShowAsync(
        HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, Func<Visit, PlannedWorkshop, IResult> answer, Standing least = Standing.Anyone) =>
        door.ShowAsync(http, id, caller, v => v.State.Agenda.Find(new PlannedWorkshopId(workshop)) is { } w ? answer(v, w) : Missing(http, caller), least);

    /// <summary>A page about one workshop.</summary>
    internal static IResult Page<T>(Visit visit, PlannedWorkshop workshop, params ReadOnlySpan<(string Name, object? Value)> more) where T : IComponent
    {
        var parameters = new Dictionary<string, object?> { [nameof(PlannedPage.Visit)] = visit, [nameof(PlannedPage.Workshop)] = workshop };
        foreach (var (name, value) in more) parameters[name] = value;
        return Draw.Page<T>(parameters);
    }

    /// <summary>There is no such workshop.</summary>
    internal static IResult Missing(HttpContext http, Caller caller) => Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-planned-workshop");

    /// <summary>A calendar as an answer.</summary>
    internal static IResult Calendar(HttpContext http, byte[] calendar, string file)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(calendar, "text/calendar; charset=utf-8", file);
    }

    /// <summary>The address by which this request came.</summary>
    internal static string SiteOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>The name of a workshop's calendar file.</summary>
    internal static string FileOf(PlannedWorkshop workshop) => $"{AgendaTime.Local(workshop.Announcement, workshop.Announcement.Start):yyyy-MM-dd}.ics";

    private static async Task<IResult> SignUpAsync(
        HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, SignUps signUps, Tries tries, Flashes flashes)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        if (visit.State.Agenda.Find(new PlannedWorkshopId(workshop)) is not { } w) return Missing(http, caller);
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.Contributions.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-contributions", wait);
        tries.Contributions.Wrong(address);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = new FormFields(form);
        var say = new FormAnswer(http, caller, flashes, form, SigningUp, visit.At($"workshops/{w.Id}") + "#sign-up");
        // Said plainly and not answered with a false yes: a browser that fills in everything by itself must not cost somebody their place.
        if (fields[Trap].Length > 0) return say.No("trap");
        if (ContactFields.Read(fields["name"], fields["mail"], "", fields["needs"], nameWanted: true, out var who) is { } no) return say.No(no, null);
        var family = fields.Choice<StakeholderFamily>("family");
        if (fields.Bad is { } bad) return say.No("bad-field", StatusCodes.Status422UnprocessableEntity, Refusals.NameOf(caller.Words, bad));
        if (!fields.Yes("consent")) return say.No("consent-wanted");
        var (link, refusal) = await signUps.TakeAsync(visit.Live, w.Id, who, family, caller.Language, visit.Actor, say.Request ?? Draws.Command(), http.RequestAborted);
        return refusal is not null ? say.No(refusal, null) : say.Yes(visit.At($"workshops/s/{link}"), visit.Live.Version);
    }
}
