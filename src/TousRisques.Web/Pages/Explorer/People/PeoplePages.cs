using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Explorer.Settings;

namespace TousRisques.Web.Pages.Explorer.People;

/// <summary>The people of an expedition, <c>/explorer/{id}/people</c>: parts given, changed and taken back, invitations handed out and ended.</summary>
public sealed class PeoplePages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/people", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<PeoplePage>(nameof(PeoplePage.Visit), v), Standing.Member)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/people/part", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "part", "people", ChangePart)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/people/remove", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "remove", "people", (v, f) => SettingsPages.Sure(new TakePart(f["account"]), "explorer-people.removed", "people")(v, f))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/people/leave", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "leave", "people", Leave)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/people/invite", (HttpContext http, string id, Caller caller, ExpeditionForms forms, Seals seals, Flashes flashes) =>
            forms.TakeAsync(http, id, caller, "invite", "people", (v, f) => Invite(http, v, f, seals, flashes))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/people/revoke", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "revoke", "people", (v, _) => new Wanted(new RevokeInvitations(), v.At("people"), "explorer-people.revoked"))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/people/lead", LeadAsync).ExcludeFromDescription();
    }

    /// <summary>Only people who are in it already change parts here: others come by an invitation.</summary>
    private static ValueTask<(Wanted?, IResult?)> ChangePart(Visit v, FormFields f) => ValueTask.FromResult<(Wanted?, IResult?)>(
        f.Choice<Standing>("part") is { } part && v.State.Charter.People.TryGetKey(f["account"], out var account)
            ? (new Wanted(new GivePart(account, part), v.At("people"), "explorer-people.changed"), null) : (null, null));

    /// <summary>Whoever has left a private expedition cannot see its front page any more.</summary>
    private static ValueTask<(Wanted?, IResult?)> Leave(Visit v, FormFields f) => ValueTask.FromResult<(Wanted?, IResult?)>(
        (f.Sure() ? new Wanted(new LeaveExpedition(), v.Outline.Public ? v.At() : "/explorer", "explorer-people.left") : null, null));

    private static ValueTask<(Wanted?, IResult?)> Invite(HttpContext http, Visit v, FormFields f, Seals seals, Flashes flashes)
    {
        if (!v.May(Standing.Lead)) return ValueTask.FromResult<(Wanted?, IResult?)>((null, ExpeditionDoor.Refuse(http, v.Caller, Standing.Lead)));
        if (f.Choice<Standing>("part") is not ({ } part and (Standing.Member or Standing.Moderator or Standing.Lead))) return ValueTask.FromResult<(Wanted?, IResult?)>((null, null));
        var link = $"{http.Request.Scheme}://{http.Request.Host}/e/{seals.Seal(new PartInvitation(v.Id, part))}";
        if (Trouble.WantsJson(http.Request)) return ValueTask.FromResult<(Wanted?, IResult?)>((null, Results.Json(new { ok = true, link })));
        flashes.Keep(http, new Flash("invite", "", v.W["explorer-people.invited"], ImmutableDictionary<string, string>.Empty.Add("link", link).Add("part", f["part"])));
        return ValueTask.FromResult<(Wanted?, IResult?)>((null, FormAnswer.SeeOther(v.At("people") + "#invite")));
    }

    /// <summary>The example that is shipped has nobody to lead it: the first account that wants to may.</summary>
    private static async Task<IResult> LeadAsync(HttpContext http, string id, Caller caller, ExpeditionDoor door, IExpeditionDesk desk, Flashes flashes, TimeProvider time)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        if (caller.Account is not { } account || !WaitsForLead(visit.State)) return ExpeditionDoor.Refuse(http, caller, Standing.Lead);
        var form = await FormFields.ReadAsync(http);
        var say = new FormAnswer(http, caller, flashes, form, "lead", visit.At());
        var submission = await desk.SubmitAsync(visit.Id, new ExpeditionEnvelope(say.Request ?? Draws.Command(), new TheHouse(), time.GetUtcNow(), new GivePart(account, Standing.Lead)), http.RequestAborted);
        return submission.Refusal is { } refusal ? say.No(refusal, null) : say.Yes(visit.At("settings"), submission.Version);
    }

    /// <summary>Whether an expedition is the example, with nobody to lead it yet.</summary>
    internal static bool WaitsForLead(Expedition expedition) => expedition.Charter.Example && !expedition.Charter.People.ContainsValue(Standing.Lead);
}
