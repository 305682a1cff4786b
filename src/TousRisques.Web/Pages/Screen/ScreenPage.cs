using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;
using TousRisques.Web.Live;

namespace TousRisques.Web.Pages.Screen;

/// <summary>The projected wall, <c>/w/{code}/screen</c>: what everybody in the room may see, read from ten metres, changing by itself.</summary>
public sealed class ScreenPage : IPage
{
    /// <summary>The view's name in <c>/w/{code}/live?view=screen</c>.</summary>
    public const string View = "screen";

    /// <inheritdoc/>
    public static IReadOnlyList<LivePart> Parts { get; } = [new(View, "wall", PartAudience.Role, typeof(Wall))];

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/w/{code}/screen", (HttpContext http, Stage stage, RoomAddress address, string code) =>
        {
            address.Learn(http.Request);
            return stage.ShowAsync<ScreenDocument>(http, code, Role.Screen);
        });
}
