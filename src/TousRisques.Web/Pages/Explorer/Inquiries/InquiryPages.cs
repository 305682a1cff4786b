using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>The room « Enquête » and what is read in it: <c>/explorer/{id}/inquiry</c>, crossings, notes and quotations, the synthesis. Of all this visitors see the published synthesis alone.</summary>
public sealed class InquiryPages : IPage
{
    private const string Room = "/explorer/{id}/inquiry";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Room, (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => v.Standing >= Standing.Member ? Draw.Page<InquiryHome>(nameof(InquiryHome.Visit), v) : ShowSynthesis(v, asPublic: true))).ExcludeFromDescription();
        routes.MapGet(Room + "/synthesis", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => ShowSynthesis(v, AsPublic(http, v)))).ExcludeFromDescription();
        routes.MapGet(Room + "/synthesis.md", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => AsPublic(http, v) && !v.State.Inquiry.IsSynthesisPublished
                ? Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page")
                : File(SynthesisMarkdown.Write(v.W, v.Outline.Name, v.State.Inquiry.Foreword, Read(v, AsPublic(http, v)), !AsPublic(http, v)), "text/markdown; charset=utf-8", $"{v.Id}-synthese.md"))).ExcludeFromDescription();
        routes.MapPost(Room + "/synthesis", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "synthesis", "inquiry/synthesis", (v, f) => f["do"] switch
            {
                "publish" => new Wanted(new PublishSynthesis(), v.At("inquiry/synthesis"), "explorer-inquiry.published"),
                "unpublish" => new Wanted(new UnpublishSynthesis(), v.At("inquiry/synthesis"), "explorer-inquiry.unpublished"),
                _ => new Wanted(new WriteSynthesis(f["words"]), v.At("inquiry/synthesis"), "explorer-inquiry.saved"),
            })).TakesLarge(128).ExcludeFromDescription();
        routes.MapGet(Room + "/crossings", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<CrossingsPage>(new Dictionary<string, object?>
            {
                [nameof(CrossingsPage.Visit)] = v,
                [nameof(CrossingsPage.Query)] = HeardQuery.Read(http.Request.Query),
                [nameof(CrossingsPage.Rows)] = Axis(http, "rows"),
                [nameof(CrossingsPage.Columns)] = Axis(http, "columns"),
            }), Standing.Member)).ExcludeFromDescription();
        routes.MapGet(Room + "/crossings.csv", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v =>
            {
                var (rows, columns) = (Axis(http, "rows") ?? CrossingAxis.Theme, Axis(http, "columns") ?? CrossingAxis.Time);
                var crossing = Crossing.Of(v.State.Inquiry.Heard().Where(HeardQuery.Read(http.Request.Query).Filter.Has), rows, columns);
                return File(InquiryTables.Crossing(v.W, crossing, rows), "text/csv; charset=utf-8", $"{v.Id}-{Forms.Wire.Of(rows)}-{Forms.Wire.Of(columns)}.csv");
            }, Standing.Member)).ExcludeFromDescription();
        routes.MapGet(Room + "/verbatims", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<VerbatimsPage>(new Dictionary<string, object?> { [nameof(VerbatimsPage.Visit)] = v, [nameof(VerbatimsPage.Query)] = HeardQuery.Read(http.Request.Query) }), Standing.Member))
            .ExcludeFromDescription();
        routes.MapGet(Room + "/verbatims.csv", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v =>
                File(InquiryTables.Heard(v.W, v.State.Inquiry.Heard().Where(HeardQuery.Read(http.Request.Query).Filter.Has)), "text/csv; charset=utf-8", $"{v.Id}-verbatims.csv"), Standing.Member)).ExcludeFromDescription();
    }

    /// <summary>A file to save.</summary>
    internal static IResult File(string text, string type, string name) => Results.File(Encoding.UTF8.GetBytes(text), type, name);

    /// <summary>The synthesis of what may be shown to everybody, or of all.</summary>
    internal static Synthesis Read(Visit visit, bool asPublic) => Synthesis.Of(visit.State.Inquiry.Heard(quotableOnly: asPublic));

    private static IResult ShowSynthesis(Visit visit, bool asPublic) =>
        Draw.Page<SynthesisPage>(new Dictionary<string, object?> { [nameof(SynthesisPage.Visit)] = visit, [nameof(SynthesisPage.AsPublic)] = asPublic });

    /// <summary>Visitors see the public side; members may look at it.</summary>
    private static bool AsPublic(HttpContext http, Visit visit) => visit.Standing < Standing.Member || http.Request.Query["as"] == "public";

    private static CrossingAxis? Axis(HttpContext http, string field) => HeardQuery.Word<CrossingAxis>(http.Request.Query[field]);
}
