using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Expeditions;

/// <summary>
/// The one way from an address to an expedition, so that what somebody may see is looked at in one place. An expedition that is not theirs to know of
/// answers like one that does not exist.
/// </summary>
public sealed class ExpeditionDoor(IExpeditionDesk desk, Example.ShippedExample example, Flashes flashes, TimeProvider time)
{
    /// <summary>A visit, or null when there is nothing for them to see.</summary>
    public async ValueTask<Visit?> FindAsync(HttpContext http, Caller caller, string id)
    {
        if (!ExpeditionId.IsValid(id)) return null;
        var live = await desk.ReadAsync(new ExpeditionId(id), http.RequestAborted);
        // Half taken in by somebody else's visit, it is there already but not theirs to see yet: whoever comes then waits too.
        if (example.IsAt(id) && live?.State.IsVisibleTo(Visit.ActorOf(caller)) is not true)
        {
            await example.EnsureAsync(http.RequestAborted);
            live = await desk.ReadAsync(new ExpeditionId(id), http.RequestAborted);
        }
        return live is not null && live.State.IsVisibleTo(Visit.ActorOf(caller)) ? new Visit(live, caller, null, time.GetUtcNow()) : null;
    }

    /// <summary>Answers a page of an expedition.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The expedition's name in the address.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="answer">What to answer.</param>
    /// <param name="least">The least standing that may see it: those who are not signed in are sent to sign in, others are told no.</param>
    public async Task<IResult> ShowAsync(HttpContext http, string id, Caller caller, Func<Visit, IResult> answer, Standing least = Standing.Anyone) =>
        await ShowAsync(http, id, caller, v => ValueTask.FromResult(answer(v)), least);

    /// <summary>The same for answers that take their time.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, string id, Caller caller, Func<Visit, ValueTask<IResult>> answer, Standing least = Standing.Anyone)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(answer);
        if (await FindAsync(http, caller, id) is not { } visit) return NotThere(http, caller);
        if (visit.Standing < least) return Refuse(http, caller, least);
        return await answer(visit with { Flash = HttpMethods.IsGet(http.Request.Method) ? flashes.Take(http) : null });
    }

    /// <summary>There is no such expedition, or none that they may know of. Somebody who is not signed in is told that signing in may help.</summary>
    public static IResult NotThere(HttpContext http, Caller caller) => Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-expedition");

    /// <summary>They may not: sent to sign in, or told who may.</summary>
    public static IResult Refuse(HttpContext http, Caller caller, Standing least)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Account is null && HttpMethods.IsGet(http.Request.Method) && !Trouble.WantsJson(http.Request)
            ? FormAnswer.SeeOther("/sign-in?back=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString))
            : Trouble.Say(http, caller, StatusCodes.Status403Forbidden, "standing-needed", caller.Words[$"enum.Standing.{least}"]);
    }
}
