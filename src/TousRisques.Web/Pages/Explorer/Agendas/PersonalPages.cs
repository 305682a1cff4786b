using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Agendas;
using TousRisques.Web.Contacts;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Mail;

namespace TousRisques.Web.Pages.Explorer.Agendas;

/// <summary>
/// The page of somebody who signed up, known by its link alone: where they stand, the link to join when the hour comes, cancelling, calendar, erasure. It answers whatever
/// becomes of the expedition: one that is private or over by now still lets people go.
/// </summary>
public sealed class PersonalPages : IPage
{
    private const string Root = "/explorer/{id}/workshops/s/{link}";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, ShowAsync).ExcludeFromDescription();
        routes.MapGet(Root + "/workshop.ics", async (HttpContext http, string id, string link, Caller caller, IExpeditionDesk desk, PersonalLinks links, TimeProvider time) =>
            await FindAsync(http, id, link, caller, desk, links, time) is var (visit, workshop, _)
                ? AgendaPages.Calendar(http, [.. AgendaCalendar.Of(visit.Id, workshop, AgendaPages.SiteOf(http), visit.At($"workshops/s/{link}"))], AgendaPages.FileOf(workshop))
                : Missing(http, caller)).ExcludeFromDescription();
        routes.MapPost(Root + "/cancel", CancelAsync).ExcludeFromDescription();
        routes.MapPost(Root + "/erase", EraseAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, string id, string link, Caller caller, IExpeditionDesk desk, PersonalLinks links, IContacts contacts, IOutbox outbox, Flashes flashes, TimeProvider time)
    {
        if (await FindAsync(http, id, link, caller, desk, links, time) is not var (visit, workshop, signUp)) return Missing(http, caller);
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return AgendaPages.Page<PersonalPage>(
            visit with { Flash = flashes.Take(http) }, workshop, (nameof(PersonalPage.SignUp), signUp), (nameof(PersonalPage.Link), link),
            (nameof(PersonalPage.Person), contacts.Find(new ContactId(signUp.Id.Value))), (nameof(PersonalPage.Mail), outbox.IsOpen), (nameof(PersonalPage.Site), AgendaPages.SiteOf(http)));
    }

    private static async Task<IResult> CancelAsync(HttpContext http, string id, string link, Caller caller, IExpeditionDesk desk, PersonalLinks links, SignUps signUps, Flashes flashes, TimeProvider time)
    {
        if (await FindAsync(http, id, link, caller, desk, links, time) is not var (visit, _, signUp)) return Missing(http, caller);
        var (say, sure) = await ReadAsync(http, caller, flashes, "cancel", visit.At($"workshops/s/{link}"));
        if (!sure) return say.No("sure-wanted");
        if (await signUps.CancelAsync(visit.Live, signUp.Id, ActorOf(visit), say.Request ?? Draws.Command(), http.RequestAborted) is { } refusal) return say.No(refusal, null);
        return Done(http, visit, flashes, "cancel", "explorer-agenda.cancel-done", say, link);
    }

    private static async Task<IResult> EraseAsync(HttpContext http, string id, string link, Caller caller, IExpeditionDesk desk, PersonalLinks links, SignUps signUps, Flashes flashes, TimeProvider time)
    {
        if (await FindAsync(http, id, link, caller, desk, links, time) is not var (visit, _, signUp)) return Missing(http, caller);
        var (say, sure) = await ReadAsync(http, caller, flashes, "erase", visit.At($"workshops/s/{link}"));
        if (!sure) return say.No("sure-wanted");
        await signUps.EraseAsync(visit.Live, [new ContactId(signUp.Id.Value)], ActorOf(visit), http.RequestAborted);
        return Done(http, visit, flashes, "erase", "explorer-agenda.erase-done", say, link);
    }

    private static async Task<(Visit Visit, PlannedWorkshop Workshop, SignUp SignUp)?> FindAsync(
        HttpContext http, string id, string link, Caller caller, IExpeditionDesk desk, PersonalLinks links, TimeProvider time)
    {
        if (!ExpeditionId.IsValid(id) || links.Read(new ExpeditionId(id), link) is not { } signUp) return null;
        if (await desk.ReadAsync(new ExpeditionId(id), http.RequestAborted) is not { } live) return null;
        return live.State.Agenda.Find(signUp) is { } w && w.Find(signUp) is { } s ? (new Visit(live, caller, null, time.GetUtcNow()), w, s) : null;
    }

    private static async Task<(FormAnswer Say, bool Sure)> ReadAsync(HttpContext http, Caller caller, Flashes flashes, string name, string back)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return (new FormAnswer(http, caller, flashes, form, name, back), FormAnswer.IsYes(form["sure"]));
    }

    private static IResult Done(HttpContext http, Visit visit, Flashes flashes, string form, string words, FormAnswer say, string link)
    {
        if (!Trouble.WantsJson(http.Request)) flashes.Keep(http, new Flash(form, "", visit.W[words], ImmutableDictionary<string, string>.Empty));
        return say.Yes(visit.At($"workshops/s/{link}"), visit.Live.Version);
    }

    /// <summary>Their own name to the rules; the house's, in an expedition that they could not know of without their link.</summary>
    private static ExpeditionActor ActorOf(Visit visit) => visit.State.IsVisibleTo(visit.Actor) ? visit.Actor : new TheHouse();

    private static IResult Missing(HttpContext http, Caller caller) => Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-sign-up");
}
