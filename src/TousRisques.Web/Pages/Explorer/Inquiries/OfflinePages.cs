using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;
using TousRisques.Web.Look;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>
/// The interview form that works without network: <c>/explorer/{id}/inquiry/{grid}/offline</c>. The page is kept by a service worker (<c>/interview-sw.js</c>), what is typed by
/// <c>interview.js</c> on the device; sent when the network is back, under names made on the device, so that nothing arrives twice.
/// </summary>
public sealed class OfflinePages : IPage
{
    private static readonly Sheet Worker = new("interview-sw.js", "wwwroot/interview-sw.js");

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/inquiry/{grid}/offline", (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) =>
            GridPages.WithAsync(http, id, grid, caller, door, (v, g) => g.InUse is { } version
                ? Draw.Page<OfflinePage>(new Dictionary<string, object?> { [nameof(OfflinePage.Visit)] = v, [nameof(OfflinePage.Grid)] = g, [nameof(OfflinePage.Version)] = version })
                : Forms.FormAnswer.SeeOther(v.At($"inquiry/grids/{g.Id}")))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/inquiry/{grid}/offline", (HttpContext http, string id, string grid, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "offline", $"inquiry/{grid}/offline", (v, f) => Send(v, new GridId(grid), f))).TakesLarge(1024, 4_000).ExcludeFromDescription();
        routes.MapGet("/interview-sw.js", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache"; // a worker that cannot be replaced would keep its mistakes for ever
            return Results.Bytes(SheetStore.Of(Worker).Plain, "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();
    }

    private static Wanted Send(Visit v, GridId grid, FormFields f)
    {
        var id = new InterviewId(f["interview"].Length > 0 ? f["interview"] : Draws.Name());
        var number = f.Number("version") ?? 1;
        var form = v.State.Inquiry.Grids.GetValueOrDefault(grid)?.Find(number)?.Form ?? new GridForm("", "", [], []);
        var profile = InterviewFields.Profile(f, v.Now);
        return new(
            new RecordInterview(
                id, grid, number, f["code"], profile, InterviewFields.Consent(f, profile.Day), [.. InterviewFields.Answers(f, form, _ => true).Where(a => !a.Values.IsEmpty)], InterviewFields.Excerpts(f, form), f.Yes("finished")),
            v.At($"inquiry/interviews/{id}"), "explorer-inquiry.sent");
    }
}
