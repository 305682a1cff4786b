using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Access;
using TousRisques.Web.Live;

namespace TousRisques.Web.Pages.Participant;

/// <summary>
/// The participant's page, <c>/w/{code}</c>: who I am and how long there is, the one thing asked now, and at the bottom messages, situation and
/// plan. What a table has in common is drawn once for the table.
/// </summary>
public sealed class Play : IPage
{
    /// <summary>The view's name in <c>/w/{code}/live?view=play</c>.</summary>
    public const string View = "play";

    /// <inheritdoc/>
    public static IReadOnlyList<LivePart> Parts { get; } =
    [
        new(View, "top", PartAudience.Person, typeof(Top)) { DependsOn = Bases.OfTop },
        new(View, "story", PartAudience.Table, typeof(Story)),
        new(View, "mine", PartAudience.Person, typeof(Mine)) { DependsOn = Bases.OfMine },
        new(View, "self", PartAudience.Person, typeof(Self)) { DependsOn = Bases.OfSelf },
        new(View, "mail", PartAudience.Person, typeof(Mail)) { DependsOn = Bases.OfMail },
        new(View, "below", PartAudience.Table, typeof(Below)),
    ];

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/w/{code}", (HttpContext http, string code, Stage stage) => stage.ShowAsync<PlayPage>(http, code, Role.Participant));
        routes.MapGet("/w/{code}/map", (HttpContext http, string code, Stage stage) => stage.ShowAsync<MapPage>(http, code, Role.Participant));
    }
}
