using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;
using TousRisques.Web.Live;

namespace TousRisques.Web.Pages.Console;

/// <summary>
/// The facilitator's console, <c>/w/{code}/animate</c>: the run sheet on the left, the next thing to do in the middle, tables and messages on
/// the right. Observers see the same without its buttons, and note what they see.
/// </summary>
public sealed class ConsolePage : IPage
{
    /// <summary>The view's name in <c>/w/{code}/live?view=console</c>.</summary>
    public const string View = "console";

    /// <inheritdoc/>
    public static IReadOnlyList<LivePart> Parts { get; } =
    [
        new(View, "runsheet", PartAudience.Role, typeof(RunSheetPart)),
        new(View, "stage", PartAudience.Role, typeof(StagePart)),
        new(View, "door", PartAudience.Role, typeof(DoorPart)),
        new(View, "tables", PartAudience.Role, typeof(TablesPart)),
        new(View, "messages", PartAudience.Role, typeof(MessagesPart)),
        new(View, "inject", PartAudience.Role, typeof(InjectPart)),
        new(View, "notes", PartAudience.Role, typeof(NotesPart)),
    ];

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/w/{code}/animate", (HttpContext http, Stage stage, RoomAddress address, string code) =>
        {
            address.Learn(http.Request);
            return stage.ShowAsync<ConsoleDocument>(http, code, Role.Facilitator, Role.Observer);
        });
        routes.MapGet("/w/{code}/animate/person/{person}", (HttpContext http, Stage stage, string code) =>
            stage.ShowAsync<PersonDocument>(http, code, Role.Facilitator));
        ConsoleForms.Map(routes);
    }
}
