using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Home;

/// <summary>The house's front, <c>/</c>: what it is, the four doors, the demonstration in one click, the code of a workshop.</summary>
public sealed class Home : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", async (HttpContext http, Flashes flashes, PublicNews news) => Draw.Page<HomePage>(new Dictionary<string, object?>
        {
            [nameof(HomePage.Caller)] = CallerBinding.Read(http),
            [nameof(HomePage.Flash)] = flashes.Take(http),
            [nameof(HomePage.Sight)] = await news.LookAsync(http.RequestAborted),
        }));
}
