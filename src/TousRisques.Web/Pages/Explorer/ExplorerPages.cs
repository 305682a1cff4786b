using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer;

/// <summary>The door « Explorer »: <c>/explorer</c> lists expeditions, <c>/explorer/{id}</c> is the front page of one.</summary>
public sealed class ExplorerPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer", ListAsync).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<FrontPage>(nameof(FrontPage.Visit), v))).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext http, Caller caller, IExpeditionDesk desk, Expeditions.Example.ShippedExample example, Flashes flashes)
    {
        await example.EnsureAsync(http.RequestAborted);
        var actor = Visit.ActorOf(caller);
        return Draw.Page<ListPage>(new Dictionary<string, object?>
        {
            [nameof(ListPage.Caller)] = caller,
            [nameof(ListPage.Expeditions)] = (await desk.ListAsync(http.RequestAborted)).Where(e => e.State.IsVisibleTo(actor)).Select(e => e.State).ToList(),
            [nameof(ListPage.Flash)] = flashes.Take(http),
        });
    }
}
