using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Agir.Evidences;

namespace TousRisques.Web.Pages.Agir.Front;

/// <summary>The door « Agir »: <c>/agir</c> lists expeditions with what they have come to, <c>/agir/{id}</c> is the front of one; and pages of evidence that has no room of its own.</summary>
public sealed class AgirPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agir", ListAsync).ExcludeFromDescription();
        routes.MapGet("/agir/{id}", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<ActFront>(nameof(ActFront.Visit), v))).ExcludeFromDescription();
        routes.MapGet("/agir/{id}/evidence/{name}", (HttpContext http, string id, string name, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v =>
            EvidenceLook.Cited(v).FirstOrDefault(e => e.Name == name) is { } evidence
                ? Draw.Page<EvidencePage>(new Dictionary<string, object?> { [nameof(EvidencePage.Visit)] = v, [nameof(EvidencePage.Sight)] = EvidenceLook.Of(v, evidence) })
                : Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page"))).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext http, Caller caller, IExpeditionDesk desk, ShippedExample example, OverdueDesk overdue)
    {
        await example.EnsureAsync(http.RequestAborted);
        var actor = Visit.ActorOf(caller);
        return Draw.Page<ActList>(new Dictionary<string, object?>
        {
            [nameof(ActList.Caller)] = caller,
            [nameof(ActList.Expeditions)] = (await desk.ListAsync(http.RequestAborted)).Where(e => e.State.IsVisibleTo(actor)).Select(e => e.State).ToList(),
            [nameof(ActList.Late)] = await overdue.OfAsync(caller.Account, http.RequestAborted),
        });
    }
}
