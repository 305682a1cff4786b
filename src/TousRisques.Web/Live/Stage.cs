using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Words;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Live;

/// <summary>Sets the scene of a workshop's pages: who asks, whether they may look, and what they look at.</summary>
public sealed class Stage(IWorkshopDesk desk, Door door, Flashes flashes, TimeProvider time)
{
    /// <summary>
    /// Draws a page of a workshop for one of the roles given, the first that the caller has. Somebody without any is sent to the door:
    /// to sign in where only facilitators may look, to join otherwise.
    /// </summary>
    /// <typeparam name="T">A component that draws the whole page, with one parameter <c>Scene</c>.</typeparam>
    public async Task<IResult> ShowAsync<T>(HttpContext http, string code, params Role[] roles) where T : IComponent
    {
        var caller = CallerBinding.Read(http);
        if (Draws.ReadCode(code) is not { } workshop) return Trouble.Page(caller, StatusCodes.Status404NotFound, "no-such-workshop");
        if (workshop.Value != code) return Results.Redirect(http.Request.Path.Value!.Replace(code, workshop.Value, StringComparison.Ordinal) + http.Request.QueryString);
        var (scene, instead) = await SetAsync(http, caller, workshop, roles);
        return instead ?? Draw.Page<T>("Scene", scene);
    }

    /// <summary>The scene for the first role given that the caller has, or the answer to give instead.</summary>
    public async Task<(Scene? Scene, IResult? Instead)> SetAsync(HttpContext http, Caller caller, WorkshopId workshop, params Role[] roles)
    {
        var (live, wait) = await door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return (null, Trouble.Wait(http, caller, "too-many-guesses", wait));
        if (live is null) return (null, Trouble.Page(caller, StatusCodes.Status404NotFound, "no-such-workshop"));
        foreach (var role in roles)
            if (ViewerOf(caller, live, role) is { } viewer)
                return (new Scene(live, viewer, time.GetUtcNow()) { IsPage = true, Flash = flashes.Take(http), Asked = http.Request.Query["card"], Resume = caller.For(workshop, Role.Participant)?.Resume }, null);
        var back = Uri.EscapeDataString(http.Request.Path + http.Request.QueryString);
        return (null, Results.Redirect(roles.Contains(Role.Participant) ? $"/join?code={workshop}" : $"/sign-in?back={back}"));
    }

    /// <summary>The caller as a viewer in a role, or null when they do not have it. Who leads a workshop may also look as a screen or an observer.</summary>
    public static Viewer? ViewerOf(Caller caller, LiveWorkshop live, Role role)
    {
        var leads = caller.Leads(live.State) is not null;
        switch (role)
        {
            case Role.Participant:
                if (caller.PlaysIn(live.State.Id) is not { } id || live.State.Find(id) is not { Left: false } participant) return null;
                return new Viewer(Role.Participant, caller.Language, participant.Table, id);
            case Role.Facilitator:
                return leads ? new Viewer(Role.Facilitator, caller.Language) : null;
            default:
                return leads || caller.Holds(live.State, role) is not null ? new Viewer(role, caller.Language) : null;
        }
    }

    /// <summary>A reading outside pages: the workshop itself, or null.</summary>
    public ValueTask<LiveWorkshop?> ReadAsync(WorkshopId workshop, CancellationToken cancel = default) => desk.ReadAsync(workshop, cancel);
}
