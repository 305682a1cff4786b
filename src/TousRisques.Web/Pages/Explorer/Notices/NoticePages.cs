using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notices;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Notices;

/// <summary>What is new for somebody of an expedition, <c>/explorer/{id}/notices</c>.</summary>
public sealed class NoticePages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/notices", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<NoticePage>(nameof(NoticePage.Visit), v), Standing.Member)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/notices/seen", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "notices", "notices", (v, f) => new Wanted(new MarkNoticesSeen(f.Moment("upTo") ?? v.Now), v.At("notices")))).ExcludeFromDescription();
    }
}
