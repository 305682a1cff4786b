using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Lobby;

/// <summary>Forms of the lobby: opening a workshop, joining, coming back, leaving, inviting (docs/forms.md).</summary>
public sealed class LobbyForms : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/join", JoinAsync).ExcludeFromDescription();
        routes.MapPost("/resume", ResumeAsync).ExcludeFromDescription();
        routes.MapPost("/open", OpenAsync).ExcludeFromDescription();
        routes.MapPost("/w/{code}/leave", LeaveAsync).ExcludeFromDescription();
        routes.MapPost("/w/{code}/invite", InviteAsync).ExcludeFromDescription();
        routes.MapPost("/w/{code}/revoke", RevokeAsync).ExcludeFromDescription();
        routes.MapPost("/i/{seal}", TakeUpAsync).ExcludeFromDescription();
        routes.MapGet("/i/{seal}", InvitedAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> JoinAsync(HttpContext http, Caller caller, Door door, Joinings joinings, Flashes flashes, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var say = new FormAnswer(http, caller, flashes, form, "/join", "/join?code=" + Uri.EscapeDataString(form["code"].ToString()));
        if (Draws.ReadCode(form["code"]) is not { } code) return say.No("no-such-workshop");
        var (live, wait) = await door.FindAsync(http, caller, code);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return say.No("no-such-workshop");
        TableId? table = form["table"].ToString() is { Length: > 0 } t ? new TableId(t) : null;
        var (grant, answer) = await joinings.JoinAsync(code, form["name"].ToString(), FormAnswer.IsYes(form["show"]), table, say.Request, http.RequestAborted);
        if (grant is null) return say.No(answer.Refusal!, live.Pack);
        Cookies.Give(http, seals, grant);
        return say.Yes($"/w/{code}", answer.Version);
    }

    private static async Task<IResult> ResumeAsync(HttpContext http, Caller caller, Door door, Tries tries, Joinings joinings, Flashes flashes, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var say = new FormAnswer(http, caller, flashes, form, "/resume", "/resume?code=" + Uri.EscapeDataString(form["code"].ToString()));
        if (Draws.ReadCode(form["code"]) is not { } code) return say.No("no-such-workshop");
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.Resumes.Wait(address) is { Ticks: > 0 } slow) return Trouble.Wait(http, caller, "too-many-guesses", slow);
        var (live, wait) = await door.FindAsync(http, caller, code);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return say.No("no-such-workshop");
        if (await joinings.ResumeAsync(live, form["words"], http.RequestAborted) is not { } grant)
        {
            tries.Resumes.Wrong(address);
            return say.No("wrong-resume");
        }
        Cookies.Give(http, seals, grant);
        return say.Yes($"/w/{code}", live.Version);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, Caller caller, Openings openings, Flashes flashes, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var say = new FormAnswer(http, caller, flashes, form, "/open", FormAnswer.Local(form["back"], "/animate"));
        if (caller.Account is not { } account) return Results.Redirect("/sign-in?back=%2Fanimate");
        var mode = form["mode"].ToString() switch { "brief" => PlayMode.Brief, "solo" => PlayMode.Solo, _ => PlayMode.Full };
        ImmutableArray<string> tables = [.. form["table"].Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!)];
        if (tables.IsEmpty) tables = ["A"];
        var opened = await openings.OpenAsync(
            form["pack"].ToString() is { Length: > 0 } pack ? pack : Packs.InstalledPacks.Shipped, mode, form["title"].ToString(), form["place"].ToString(), tables,
            new FacilitatorActor(account), account, demonstration: false, say.Request ?? Draws.Command(), http.RequestAborted);
        return opened switch
        {
            { Workshop: { } code } => say.Yes($"/w/{code}/animate", 1),
            { Refusal: { } refusal } => say.No(refusal, null),
            _ => say.No(opened.Trouble!),
        };
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, string code, Caller caller, Sessions.IWorkshopDesk desk, TimeProvider time)
    {
        if (Draws.ReadCode(code) is { } workshop && caller.For(workshop, Role.Participant) is { Participant: { } me } grant)
        {
            await desk.SubmitAsync(workshop, new Envelope(Draws.Command(), grant.Actor, time.GetUtcNow(), new LeaveWorkshop(me)), http.RequestAborted);
            Cookies.Drop(http, grant);
        }
        return FormAnswer.SeeOther("/");
    }

    private static async Task<IResult> InviteAsync(HttpContext http, string code, Caller caller, Door door, Flashes flashes, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Draws.ReadCode(code) is not { } workshop) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (live, wait) = await door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        if (caller.Leads(live.State) is null) return Trouble.Say(http, caller, StatusCodes.Status403Forbidden, "not-allowed");
        if (!Enum.TryParse<Role>(form["role"].ToString(), ignoreCase: true, out var role) || role == Role.Participant)
            return Trouble.Say(http, caller, StatusCodes.Status400BadRequest, "bad-request");
        var link = $"{http.Request.Scheme}://{http.Request.Host}/i/{seals.Seal(new Invitation(workshop, role))}";
        if (Trouble.WantsJson(http.Request)) return Results.Json(new { ok = true, link });
        flashes.Keep(http, new Flash("invite", "", link, ImmutableDictionary<string, string>.Empty
            .Add("link", link).Add("role", JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()))));
        return FormAnswer.SeeOther(FormAnswer.Local(form["back"], $"/w/{workshop}/animate"));
    }

    private static async Task<IResult> RevokeAsync(
        HttpContext http, string code, Caller caller, Door door, Sessions.IWorkshopDesk desk, Flashes flashes, Seals seals, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Draws.ReadCode(code) is not { } workshop) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (live, wait) = await door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        if (caller.Leads(live.State) is not { } leads) return Trouble.Say(http, caller, StatusCodes.Status403Forbidden, "not-allowed");
        if (!Enum.TryParse<AccessRole>(form["role"].ToString(), ignoreCase: true, out var access) || !Enum.IsDefined(access))
            return Trouble.Say(http, caller, StatusCodes.Status400BadRequest, "bad-request");
        var back = FormAnswer.Local(form["back"], $"/w/{workshop}/animate");
        var say = new FormAnswer(http, caller, flashes, form, "revoke", back);
        var now = time.GetUtcNow();
        var answer = await desk.SubmitAsync(workshop, new Envelope(say.Request ?? Draws.Command(), leads.Actor, now, new RevokeAccess(access)), http.RequestAborted);
        if (answer.Refusal is { } refusal) return say.No(refusal, live.Pack);
        // Whoever takes the others' part back keeps their own, from now on.
        if (access == AccessRole.Facilitator && caller.Holds(live.State, Role.Facilitator) is { } own) Cookies.Give(http, seals, own with { Issued = now.AddTicks(1) });
        flashes.Keep(http, new Flash("revoke", "", caller.Words["access.done-" + JsonNamingPolicy.KebabCaseLower.ConvertName(access.ToString())], ImmutableDictionary<string, string>.Empty));
        return say.Yes(back, answer.Version);
    }

    private static async Task<IResult> InvitedAsync(HttpContext http, string seal, Caller caller, Seals seals, Sessions.IWorkshopDesk desk)
    {
        if (await StandingAsync(seal, seals, desk, http.RequestAborted) is not { } invitation) return Trouble.Say(http, caller, StatusCodes.Status410Gone, "invitation-dead");
        if (invitation.Role == Role.Screen) return TakeUp(http, seals, invitation, "screen");
        if (invitation.Name.Length > 0) return TakeUp(http, seals, invitation, invitation.Name);
        return Draw.Page<InvitationPage>(new Dictionary<string, object?> { ["W"] = caller.Words, ["Seal"] = seal, ["Role"] = invitation.Role, ["Code"] = invitation.Workshop.Value });
    }

    /// <summary>An invitation that still stands, or null.</summary>
    private static async Task<Invitation?> StandingAsync(string seal, Seals seals, Sessions.IWorkshopDesk desk, CancellationToken cancel) =>
        seals.OpenInvitation(seal) is { } invitation && await desk.ReadAsync(invitation.Workshop, cancel) is { } live && !invitation.IsRevoked(live.State) ? invitation : null;

    private static async Task<IResult> TakeUpAsync(HttpContext http, string seal, Caller caller, Seals seals, Sessions.IWorkshopDesk desk)
    {
        if (await StandingAsync(seal, seals, desk, http.RequestAborted) is not { } invitation) return Trouble.Say(http, caller, StatusCodes.Status410Gone, "invitation-dead");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return SignInForms.CleanName(form["name"].ToString()) is { } name
            ? TakeUp(http, seals, invitation, name)
            : Trouble.Say(http, caller, StatusCodes.Status422UnprocessableEntity, "name-missing");
    }

    private static IResult TakeUp(HttpContext http, Seals seals, Invitation invitation, string name)
    {
        Cookies.Give(http, seals, new Grant(invitation.Workshop, invitation.Role, null, name));
        return FormAnswer.SeeOther($"/w/{invitation.Workshop}{(invitation.Role == Role.Screen ? "/screen" : "/animate")}");
    }
}
