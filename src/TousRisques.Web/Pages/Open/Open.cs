using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Formats.Findings;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Pages.Open;

/// <summary>A facilitator's own page, <c>/animate</c>: the workshops they have opened, and opening another.</summary>
public sealed class Open : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/animate", ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext http, Caller caller, OwnWorkshops workshops, InstalledPacks packs, Agir.Front.OverdueDesk overdue, Flashes flashes)
    {
        if (caller.Account is not { } account) return Results.Redirect("/sign-in?back=%2Fanimate");
        return Draw.Page<OpenPage>(new Dictionary<string, object?>
        {
            [nameof(OpenPage.Caller)] = caller,
            [nameof(OpenPage.Own)] = await workshops.OfAsync(account, http.RequestAborted),
            [nameof(OpenPage.Packs)] = packs.All().Select(p => Choice(p, caller)).OrderBy(p => p.Pack is null).ToList(),
            [nameof(OpenPage.Late)] = await overdue.OfAsync(account, http.RequestAborted),
            [nameof(OpenPage.Flash)] = flashes.Take(http),
        });
    }

    private static PackChoice Choice(InstalledPack installed, Caller caller) => new(
        installed.Id, installed.Pack,
        installed.Pack is null ? installed.Reading.Findings.Where(f => f.Severity == Severity.Error).Select(f => FindingText.Line(f, caller.Language)).FirstOrDefault() ?? "" : "");
}
