using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Moderation;

/// <summary>Everything that waits for somebody to decide, in one place: <c>/explorer/{id}/moderation</c>. Each queue has a page of its own to read and decide on.</summary>
public sealed class ModerationPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/explorer/{id}/moderation", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<ModerationPage>(nameof(ModerationPage.Visit), v), Standing.Member)).ExcludeFromDescription();
}
