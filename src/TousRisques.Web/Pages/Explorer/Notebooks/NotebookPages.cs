using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Notebooks;

/// <summary>The notebook as it is read, <c>/explorer/{id}/notebook</c>: contents, chapters, their versions and what changed between them, all chapters on one page to print.</summary>
public sealed class NotebookPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/notebook", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<ContentsPage>(nameof(ContentsPage.Visit), v))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/notebook/all", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<AllPage>(nameof(AllPage.Visit), v))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/notebook/{chapter}", (HttpContext http, string id, string chapter, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Read(http, v, chapter))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/notebook/{chapter}/versions", (HttpContext http, string id, string chapter, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Compare(http, v, chapter))).ExcludeFromDescription();
    }

    /// <summary>A chapter that somebody may read: one that is published, or any for those who write it.</summary>
    internal static Chapter? Find(Visit visit, string chapter) =>
        visit.State.Notebook.Find(new ChapterId(chapter)) is { } found && (found.IsPublished || visit.Standing >= Standing.Member) ? found : null;

    /// <summary>There is no such chapter for them.</summary>
    internal static IResult NotThere(HttpContext http, Caller caller) => Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-chapter");

    private static IResult Read(HttpContext http, Visit visit, string name)
    {
        if (Find(visit, name) is not { } chapter) return NotThere(http, visit.Caller);
        var asked = int.TryParse(http.Request.Query["v"], out var number) ? chapter.Version(number) : null;
        // A draft that was never published is read on the page where it is written.
        if ((asked ?? chapter.Published ?? chapter.Versions.LastOrDefault()) is not { } version) return Forms.FormAnswer.SeeOther(visit.At($"notebook/{chapter.Id}/edit"));
        return Draw.Page<ChapterPage>(new Dictionary<string, object?>
        {
            [nameof(ChapterPage.Visit)] = visit,
            [nameof(ChapterPage.Chapter)] = chapter,
            [nameof(ChapterPage.Version)] = version,
        });
    }

    private static IResult Compare(HttpContext http, Visit visit, string name)
    {
        if (Find(visit, name) is not { } chapter) return NotThere(http, visit.Caller);
        var to = int.TryParse(http.Request.Query["to"], out var t) ? chapter.Version(t) : chapter.Versions.LastOrDefault();
        var from = int.TryParse(http.Request.Query["from"], out var f) ? chapter.Version(f) : to is null ? null : chapter.Version(to.Number - 1);
        return Draw.Page<VersionsPage>(new Dictionary<string, object?>
        {
            [nameof(VersionsPage.Visit)] = visit,
            [nameof(VersionsPage.Chapter)] = chapter,
            [nameof(VersionsPage.From)] = from,
            [nameof(VersionsPage.To)] = to,
        });
    }
}
