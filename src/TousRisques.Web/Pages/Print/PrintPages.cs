using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;
using TousRisques.Web.Live;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Pages.Print;

/// <summary>
/// The printed twin of a workshop at <c>/w/{code}/print</c>, for those who lead or observe it: it holds every secret. And of a pack at
/// <c>/print/{pack}</c>, for facilitators who prepare.
/// </summary>
public sealed class PrintPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/w/{code}/print", async (HttpContext http, string code, Caller caller, Stage stage, RoomAddress address) =>
        {
            if (Draws.ReadCode(code) is not { } workshop) return Trouble.Page(caller, StatusCodes.Status404NotFound, "no-such-workshop");
            var (scene, instead) = await stage.SetAsync(http, caller, workshop, Role.Facilitator, Role.Observer);
            if (scene is null) return instead!;
            address.Learn(http.Request);
            return Show(PrintSet.Of(scene.Live.State, scene.Live.Pack, address.Best, scene.Words, PrintChoice.Read(http.Request.Query)), http);
        }).ExcludeFromDescription();
        routes.MapGet("/print/{pack}", (HttpContext http, string pack, Caller caller, InstalledPacks packs) =>
        {
            if (caller.Account is null) return Results.Redirect("/sign-in?back=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
            if (packs.Find(pack) is not { } installed) return Trouble.Page(caller, StatusCodes.Status404NotFound, "no-such-pack");
            if (installed.Pack is not { } read) return Trouble.Page(caller, StatusCodes.Status422UnprocessableEntity, "broken-pack");
            var mode = string.Equals(http.Request.Query["mode"], "brief", StringComparison.Ordinal) ? PlayMode.Brief : PlayMode.Full;
            return Show(PrintSet.Of(read, mode, caller.Words, PrintChoice.Read(http.Request.Query)), http);
        }).ExcludeFromDescription();
    }

    private static IResult Show(PrintSet set, HttpContext http) => Draw.Page<PrintDocument>(new Dictionary<string, object?> { ["Set"] = set, ["Path"] = http.Request.Path.Value });
}
