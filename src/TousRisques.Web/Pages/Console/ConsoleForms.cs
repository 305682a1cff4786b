using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Paper;

namespace TousRisques.Web.Pages.Console;

/// <summary>
/// Forms of the console that no single command stands for: what was left out, revealed in one click; a newcomer on paper, who
/// takes the next free seat. Each of their commands goes through the same desk as any other.
/// </summary>
internal static class ConsoleForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/w/{code}/animate/left-out", (HttpContext http, string code, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time) =>
            RunAsync(new(http, code, caller, door, desk, flashes, time), "left-out", (live, _) =>
            {
                var view = ConsoleView.Of(live.State, live.Pack);
                return [.. view.LeftOut.Select(e => new RevealEvent(e)), .. view.NotImposed.Select(c => new ImposeConstraint(c))];
            })).ExcludeFromDescription();
        routes.MapPost("/w/{code}/animate/newcomer", (HttpContext http, string code, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time) =>
            RunAsync(new(http, code, caller, door, desk, flashes, time), "newcomer", (live, form) =>
                [new JoinWorkshop(Seats.At(Seats.NextFree(live.State)), form["name"].ToString(), "", false, true, form["table"] is [{ Length: > 0 } table] ? new TableId(table) : null)])).ExcludeFromDescription();
    }

    private sealed record Post(HttpContext Http, string Code, Caller Caller, Door Door, IWorkshopDesk Desk, Flashes Flashes, TimeProvider Time);

    private static async Task<IResult> RunAsync(Post post, string name, Func<LiveWorkshop, IFormCollection, ImmutableArray<WorkshopCommand>> read)
    {
        var (http, caller) = (post.Http, post.Caller);
        if (Draws.ReadCode(post.Code) is not { } workshop) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (live, wait) = await post.Door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        if (caller.Leads(live.State) is not { } grant) return Trouble.Say(http, caller, StatusCodes.Status403Forbidden, "not-allowed");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var back = $"/w/{workshop}/animate";
        var say = new FormAnswer(http, caller, post.Flashes, form, name, back);
        var commands = read(live, form);
        var version = live.Version;
        for (var i = 0; i < commands.Length; i++)
        {
            // Commands that a form's id makes are the same when it is sent again: what was done stays done once.
            var id = say.Request is { } sent ? new CommandId($"{sent}-{i.ToString(CultureInfo.InvariantCulture)}") : Draws.Command();
            var answer = await post.Desk.SubmitAsync(workshop, new Envelope(id, grant.Actor, post.Time.GetUtcNow(), commands[i]), http.RequestAborted);
            if (answer.Refusal is { } refusal and not AlreadyRevealed) return say.No(refusal, live.Pack);
            version = answer.Version;
        }
        return say.Yes(back, version);
    }
}
