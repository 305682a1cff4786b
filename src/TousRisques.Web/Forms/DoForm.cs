using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Forms;

/// <summary>The one form that carries every command of a workshop (docs/forms.md).</summary>
public sealed class DoForm : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/w/{code}/do", DoAsync).ExcludeFromDescription();

    private static async Task<IResult> DoAsync(HttpContext http, string code, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time)
    {
        if (Draws.ReadCode(code) is not { } workshop) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (live, wait) = await door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (caller.Speaks(live.State, form["hat"]) is not { } actor) return Trouble.Say(http, caller, StatusCodes.Status403Forbidden, "not-allowed");
        var back = FormAnswer.Local(form["back"], actor is FacilitatorActor ? $"/w/{workshop}/animate" : $"/w/{workshop}");
        var say = new FormAnswer(http, caller, flashes, form, form["command"].ToString(), back);
        if (!FormCommands.TryRead(form, actor, live.State, out var command, out var fault))
            return fault.Problem == Journal.Json.WireProblem.TooLarge ? say.No("too-large", StatusCodes.Status413PayloadTooLarge, BodyLimits.Kilobytes) : say.No("bad-request");
        var answer = await desk.SubmitAsync(workshop, new Envelope(say.Request ?? Draws.Command(), actor, time.GetUtcNow(), command), http.RequestAborted);
        return answer.Refusal is { } refusal ? say.No(refusal, live.Pack) : say.Yes(back, answer.Version);
    }
}
