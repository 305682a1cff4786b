using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Join;

/// <summary>Coming in as a participant: <c>/join?code=</c>, where QR codes lead, and <c>/resume?code=</c> on another phone.</summary>
public sealed class Join : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/join", (HttpContext http, Door door, Flashes flashes) => ShowAsync(http, door, flashes, resume: false));
        routes.MapGet("/resume", (HttpContext http, Door door, Flashes flashes) => ShowAsync(http, door, flashes, resume: true));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Door door, Flashes flashes, bool resume)
    {
        var caller = CallerBinding.Read(http);
        var typed = http.Request.Query["code"].ToString();
        var code = Draws.ReadCode(typed);
        if (code is { } known && caller.PlaysIn(known) is not null && !resume) return Results.Redirect($"/w/{known}");
        var flash = flashes.Take(http);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(JoinPage.Caller)] = caller,
            [nameof(JoinPage.Resume)] = resume,
            [nameof(JoinPage.Flash)] = flash,
            [nameof(JoinPage.Typed)] = typed,
        };
        if (code is { } id)
        {
            var (live, wait) = await door.FindAsync(http, caller, id);
            if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
            parameters[nameof(JoinPage.Live)] = live;
        }
        return Draw.Page<JoinPage>(parameters);
    }
}
