using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Agendas;
using TousRisques.Web.Contacts;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Lobby;
using TousRisques.Web.Mail;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Pages.Explorer.Agendas;

/// <summary>What people of an expedition do with workshops to come: announce, change, cancel, write to all, open, take attendance, read who comes.</summary>
public sealed class AgendaForms : IPage
{
    private const string Root = "/explorer/{id}/workshops/{workshop}/";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/workshops/new", (HttpContext http, string id, Caller caller, ExpeditionDoor door, InstalledPacks packs) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<PlannedFormPage>(new Dictionary<string, object?> { [nameof(PlannedFormPage.Visit)] = v, [nameof(PlannedFormPage.Packs)] = packs.All() }), Standing.Member))
            .ExcludeFromDescription();
        routes.MapGet(Root + "edit", (HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, InstalledPacks packs) =>
            AgendaPages.ShowAsync(http, id, workshop, caller, door, (v, w) => AgendaPages.Page<PlannedFormPage>(v, w, (nameof(PlannedFormPage.Packs), packs.All())), Standing.Member)).ExcludeFromDescription();
        routes.MapGet(Root + "people", (HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, IContacts contacts, IOutbox outbox) =>
            AgendaPages.ShowAsync(http, id, workshop, caller, door, (v, w) => AgendaPages.Page<SignUpsPage>(
                v, w, (nameof(SignUpsPage.Rows), SignUpRow.Of(v.Id, w, contacts, outbox)), (nameof(SignUpsPage.Outbox), outbox)), Standing.Member)).ExcludeFromDescription();
        routes.MapGet(Root + "sheet", (HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, IContacts contacts, IOutbox outbox) =>
            AgendaPages.ShowAsync(http, id, workshop, caller, door, (v, w) => AgendaPages.Page<SheetPage>(v, w, (nameof(SheetPage.Rows), SignUpRow.Of(v.Id, w, contacts, outbox))), Standing.Member))
            .ExcludeFromDescription();
        routes.MapGet(Root + "people.csv", (HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, IContacts contacts, IOutbox outbox) =>
            AgendaPages.ShowAsync(http, id, workshop, caller, door, (v, w) => SignUpRow.Csv(http, v.W, w, SignUpRow.Of(v.Id, w, contacts, outbox)), Standing.Member)).ExcludeFromDescription();

        routes.MapPost("/explorer/{id}/workshops", (HttpContext http, string id, Caller caller, ExpeditionForms forms, InstalledPacks packs) =>
            forms.TakeAsync(http, id, caller, "announcement", "workshops/new", (v, f) =>
            {
                var planned = new PlannedWorkshopId(FormAnswer.ReadId(f["id"])?.Value ?? Draws.Name()); // the form sent twice leads to the same workshop
                return Asked(AnnouncementFields.Read(f, v, packs) is { } a ? new Wanted(new AnnounceWorkshop(planned, a), v.At($"workshops/{planned}"), "explorer-agenda.announced") : null);
            })).ExcludeFromDescription();
        Post(routes, "edit", "announcement", "/edit", (v, f, w, packs) => AnnouncementFields.Read(f, v, packs) is { } a ? new Wanted(new ReviseAnnouncement(w, a), Card(v, w), "explorer-agenda.saved") : null);
        Post(routes, "cancel", "cancel", "", (v, f, w, _) => f.Sure() ? new Wanted(new CancelPlannedWorkshop(w, f["reason"]), Card(v, w), "explorer-agenda.off-done") : null);
        Post(routes, "circular", "circular", "/people", (v, f, w, _) => new Wanted(new SendCircular(w, new CircularId(FormAnswer.ReadId(f["id"])?.Value ?? Draws.Name()), f["text"]), Card(v, w) + "/people", "explorer-agenda.circular-done"));
        Post(routes, "attendance", "attendance", "/people", (v, f, w, _) => new Wanted(
            new TakeAttendance(w, [.. f.All("present").Select(p => new SignUpId(p))], f.Number("others") ?? 0), Card(v, w) + "/people", "explorer-agenda.attendance-done")).TakesLarge(256, AgendaLimits.SignUps + 20);
        Post(routes, "drop", "drop", "/people", (v, f, w, _) =>
            f.Sure() && v.State.Agenda.Find(w)?.Find(new SignUpId(f["signUp"])) is { } s ? new Wanted(new CancelSignUp(s.Id), Card(v, w) + "/people", "explorer-agenda.drop-done") : null);
        routes.MapPost(Root + "open", OpenAsync).ExcludeFromDescription();
        routes.MapPost(Root + "bind", BindAsync).ExcludeFromDescription();
    }

    /// <summary>A form of people of the expedition about one workshop; those who signed up are told what comes of it.</summary>
    private static RouteHandlerBuilder Post(IEndpointRouteBuilder routes, string path, string name, string back, Func<Visit, FormFields, PlannedWorkshopId, InstalledPacks, Wanted?> want) =>
        routes.MapPost(Root + path, async (HttpContext http, string id, string workshop, Caller caller, ExpeditionForms forms, SignUps signUps, InstalledPacks packs, TimeProvider time) =>
        {
            var before = time.GetUtcNow();
            var answer = await forms.TakeAsync(http, id, caller, name, $"workshops/{workshop}{back}", (v, f) =>
            {
                if (v.Standing < Standing.Member) return ValueTask.FromResult<(Wanted?, IResult?)>((null, ExpeditionDoor.Refuse(http, caller, Standing.Member)));
                return Asked(want(v, f, new PlannedWorkshopId(workshop), packs));
            });
            if (ExpeditionId.IsValid(id)) await signUps.TellAsync(new ExpeditionId(id), new PlannedWorkshopId(workshop), before, http.RequestAborted);
            return answer;
        }).ExcludeFromDescription();

    private static async Task<IResult> OpenAsync(
        HttpContext http, string id, string workshop, Caller caller, ExpeditionDoor door, Openings openings, InstalledPacks packs, Sessions.Expeditions.IExpeditionDesk desk, Flashes flashes, TimeProvider time)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        if (!visit.May(Standing.Member) || caller.Account is not { } account) return ExpeditionDoor.Refuse(http, caller, Standing.Member);
        if (visit.State.Agenda.Find(new PlannedWorkshopId(workshop)) is not { } w) return AgendaPages.Missing(http, caller);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var say = new FormAnswer(http, caller, flashes, form, "open", Card(visit, w.Id));
        if (w.State == PlannedState.Cancelled) return say.No(new WorkshopIsOff(), null);
        if (w.Workshop is { } there) return say.Yes($"/w/{there}/animate", visit.Live.Version); // somebody was quicker
        var pack = form["pack"].ToString() is { Length: > 0 } chosen ? chosen : w.Announcement.Pack is { Length: > 0 } planned ? planned : InstalledPacks.Shipped;
        var tables = Math.Clamp(new FormFields(form).Number("tables") ?? TablesFor(w), 1, Limits.Tables);
        var opened = await openings.OpenAsync(
            pack, PlayMode.Full, Clean.Cut(w.Announcement.Title, Limits.Title), Clean.Cut(w.Announcement.Place, Limits.Place), [.. Enumerable.Range(0, tables).Select(i => $"{(char)('A' + i)}")],
            new FacilitatorActor(account), account, demonstration: false, new CommandId($"planned-{w.Id}"), http.RequestAborted);
        if (opened.Refusal is { } no) return say.No(no, packs.Find(pack)?.Pack);
        if (opened.Workshop is not { } code) return say.No(opened.Trouble!);
        var bound = await desk.SubmitAsync(visit.Id, new ExpeditionEnvelope(Draws.Command(), visit.Actor, time.GetUtcNow(), new BindWorkshop(w.Id, code)), http.RequestAborted);
        return bound.Refusal is { } refusal ? say.No(refusal, null) : say.Yes($"/w/{code}/animate", bound.Version);
    }

    /// <summary>Binds a workshop that was opened elsewhere, by its code: whoever does must lead it.</summary>
    private static async Task<IResult> BindAsync(HttpContext http, string id, string workshop, Caller caller, ExpeditionForms forms, Door door)
    {
        return await forms.TakeAsync(http, id, caller, "bind", $"workshops/{workshop}", async (v, f) =>
        {
            if (v.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, caller, Standing.Member));
            if (Draws.ReadCode(f["code"]) is not { } code) return Bad();
            var (live, wait) = await door.FindAsync(http, caller, code);
            if (wait > TimeSpan.Zero) return (null, Trouble.Wait(http, caller, "too-many-guesses", wait));
            if (live is null || caller.Leads(live.State) is null) return Bad();
            return (new Wanted(new BindWorkshop(new(workshop), code), v.At($"workshops/{workshop}"), "explorer-agenda.bound"), null);

            (Wanted?, IResult?) Bad()
            {
                f.Want("code");
                return (null, null);
            }
        });
    }

    /// <summary>Tables of about eight.</summary>
    internal static int TablesFor(PlannedWorkshop workshop) => Math.Clamp((workshop.Taken + 7) / 8, 1, Limits.Tables);

    private static string Card(Visit visit, PlannedWorkshopId workshop) => visit.At($"workshops/{workshop}");

    private static ValueTask<(Wanted? Wanted, IResult? Answer)> Asked(Wanted? wanted) => ValueTask.FromResult<(Wanted?, IResult?)>((wanted, null));
}
