using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Lobby;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Demo;

/// <summary>One click from the home page: a living room of simulated people, or a workshop for one.</summary>
public sealed class DemoForms : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/demo", DemoAsync).ExcludeFromDescription();
        routes.MapPost("/solo", SoloAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> DemoAsync(HttpContext http, Caller caller, Demonstrations demos, Tries tries, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Slow(http, tries) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-requests", wait);
        if (!demos.HasRoom) return Trouble.Wait(http, caller, "too-many-demos", TimeSpan.FromMinutes(5));
        var speed = double.TryParse(form["speed"].ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        int? seed = int.TryParse(form["seed"].ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : null;
        var opened = await demos.BeginAsync(new DemoSettings(caller.Language, FormAnswer.IsYes(form["auto"]), speed, seed), http.RequestAborted);
        if (opened.Workshop is not { } code) return Trouble.Say(http, caller, StatusCodes.Status503ServiceUnavailable, opened.Trouble ?? "unavailable");
        Cookies.Give(http, seals, new Grant(code, Role.Facilitator, null, caller.Words["demo.facilitator"]));
        return Done(http, $"/w/{code}/animate");
    }

    private static async Task<IResult> SoloAsync(HttpContext http, Caller caller, Openings openings, Joinings joinings, Tries tries, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Slow(http, tries) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-requests", wait);
        var words = caller.Words;
        var name = SignInForms.CleanName(form["name"].ToString()) ?? words["demo.solo.name"];
        var opened = await openings.OpenAsync(
            InstalledPacks.Shipped, PlayMode.Solo, words["demo.solo.title"], "", ["A"], new FacilitatorActor(name), owner: "", demonstration: false,
            Draws.Command(), http.RequestAborted);
        if (opened.Workshop is not { } code) return Trouble.Say(http, caller, StatusCodes.Status503ServiceUnavailable, opened.Trouble ?? "unavailable");
        var (grant, _) = await joinings.JoinAsync(code, name, showName: false, table: null, request: null, http.RequestAborted);
        if (grant is not null) Cookies.Give(http, seals, grant);
        Cookies.Give(http, seals, new Grant(code, Role.Facilitator, null, name));
        return Done(http, $"/w/{code}");
    }

    private static TimeSpan Slow(HttpContext http, Tries tries)
    {
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.Demos.Wait(address) is { Ticks: > 0 } wait) return wait;
        tries.Demos.Wrong(address); // each one counts, there is no wrong one
        return TimeSpan.Zero;
    }

    private static IResult Done(HttpContext http, string next) => Trouble.WantsJson(http.Request) ? Results.Json(new { ok = true, next }) : FormAnswer.SeeOther(next);
}
