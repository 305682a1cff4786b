using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Json;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;
using TousRisques.Web.Live;
using TousRisques.Web.Packs;
using TousRisques.Web.Reports;

namespace TousRisques.Web.Pages.Report;

/// <summary>
/// The report at <c>/w/{code}/report</c>, as a page, as Markdown and as JSON: from the journal alone. Facilitators and observers read it at any
/// time; participants once the room has come to the end, since it tells what was hidden from them.
/// </summary>
public sealed class ReportPages : IPage
{
    /// <summary>Readers, the one who may see most first.</summary>
    private static readonly Role[] Readers = [Role.Facilitator, Role.Observer, Role.Participant];

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/w/{code}/report", (HttpContext http, string code, Caller caller, Stage stage, WorkshopFacts facts, InstalledPacks packs, CancellationToken cancel) =>
            AnswerAsync(http, code, caller, stage, facts, (scene, report) => Draw.Page<ReportPage>(new Dictionary<string, object?>
            {
                ["W"] = scene.Words,
                ["Document"] = ReportComposer.Compose(report, scene.Live.Pack, scene.Words),
                ["Report"] = report,
                ["Pack"] = scene.Live.Pack,
                ["State"] = scene.Live.State,
                ["Path"] = http.Request.Path.Value,
                ["All"] = http.Request.Query.ContainsKey("all"),
                ["Bench"] = packs.Ids().Contains(scene.Live.Pack.Id) ? $"/stress/{scene.Live.Pack.Id}" : null,
                ["Leads"] = scene.Viewer.Role == Role.Facilitator,
            }), cancel));
        routes.MapGet("/w/{code}/report.md", (HttpContext http, string code, Caller caller, Stage stage, WorkshopFacts facts, CancellationToken cancel) =>
            AnswerAsync(http, code, caller, stage, facts, (scene, report) => Results.Text(
                ReportMarkdown.Write(ReportComposer.Compose(report, scene.Live.Pack, scene.Words)), "text/markdown", Encoding.UTF8), cancel));
        routes.MapGet("/w/{code}/report.json", (HttpContext http, string code, Caller caller, Stage stage, WorkshopFacts facts, CancellationToken cancel) =>
            AnswerAsync(http, code, caller, stage, facts, (_, report) => Results.Text(
                JsonSerializer.Serialize(report, WireJson.Stored), "application/json", Encoding.UTF8), cancel));
    }

    /// <summary>Whether somebody in this role may read the report now.</summary>
    public static bool MayRead(Role role, Workshop state) =>
        role != Role.Participant || state.ClosedAt is not null || state.HasReached(StepKind.Close);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string code, Caller caller, Stage stage, WorkshopFacts facts, Func<Scene, Domain.Reports.Report, IResult> answer, CancellationToken cancel)
    {
        if (Draws.ReadCode(code) is not { } workshop) return Trouble.Page(caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (scene, instead) = await stage.SetAsync(http, caller, workshop, Readers);
        if (scene is null) return instead!;
        if (!MayRead(scene.Viewer.Role, scene.Live.State)) return Trouble.Page(caller, StatusCodes.Status403Forbidden, "report-not-yet");
        return answer(scene, ReportWriter.Write(await facts.ReadAsync(workshop, cancel), scene.Live.Pack));
    }
}
