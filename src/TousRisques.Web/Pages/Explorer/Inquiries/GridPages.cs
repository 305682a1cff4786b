using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>Writing grids: <c>/explorer/{id}/inquiry/grids/{grid}</c>, its sections and questions, its preview and its sheet for paper.</summary>
public sealed class GridPages : IPage
{
    private const string At = "/explorer/{id}/inquiry/grids/{grid}";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/explorer/{id}/inquiry/grids", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "grid", "inquiry", (v, f) =>
            {
                var grid = new GridId(Draws.Name());
                return new Wanted(new DraftGrid(grid, f["title"], f["introduction"]), v.At($"inquiry/grids/{grid}"), "explorer-inquiry.grid-begun");
            })).ExcludeFromDescription();
        routes.MapGet(At, (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) =>
            WithAsync(http, id, grid, caller, door, (v, g) => Draw.Page<GridPage>(new Dictionary<string, object?> { [nameof(GridPage.Visit)] = v, [nameof(GridPage.Grid)] = g }))).ExcludeFromDescription();
        routes.MapGet(At + "/section", (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) =>
            WithAsync(http, id, grid, caller, door, (v, g) => Draw.Page<SectionPage>(new Dictionary<string, object?>
            {
                [nameof(SectionPage.Visit)] = v,
                [nameof(SectionPage.Grid)] = g,
                [nameof(SectionPage.Section)] = g.Last.Form.SectionOf(http.Request.Query["name"].ToString()),
            }))).ExcludeFromDescription();
        routes.MapGet(At + "/question", (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) =>
            WithAsync(http, id, grid, caller, door, (v, g) => g.Last.Form.Sections.IsEmpty
                ? Forms.FormAnswer.SeeOther(v.At($"inquiry/grids/{g.Id}"))
                : Draw.Page<QuestionPage>(new Dictionary<string, object?>
                {
                    [nameof(QuestionPage.Visit)] = v,
                    [nameof(QuestionPage.Grid)] = g,
                    [nameof(QuestionPage.Question)] = g.Last.Form.Find(http.Request.Query["name"].ToString()),
                    [nameof(QuestionPage.Like)] = g.Last.Form.Find(http.Request.Query["like"].ToString()),
                    [nameof(QuestionPage.Section)] = http.Request.Query["section"].ToString(),
                }))).ExcludeFromDescription();
        routes.MapGet(At + "/preview", (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) => WithAsync(http, id, grid, caller, door, (v, g) => Preview(http, v, g, onPaper: false))).ExcludeFromDescription();
        routes.MapGet(At + "/print", (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) => WithAsync(http, id, grid, caller, door, (v, g) => Preview(http, v, g, onPaper: true))).ExcludeFromDescription();
        routes.MapGet(At + "/answers.csv", (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) =>
            WithAsync(http, id, grid, caller, door, (v, g) => VersionOf(http, g) is var version
                ? InquiryPages.File(InquiryTables.Answers(v.W, version, v.State.Inquiry.InOrder.Where(i => i.Grid == g.Id && i.Version == version.Number)), "text/csv; charset=utf-8", $"{v.Id}-{version.Number}-reponses.csv")
                : null!)).ExcludeFromDescription();
        Take(routes, "title", "grid", (g, v, f) => new(new TitleGrid(g.Id, f["title"], f["introduction"]), Page(v, g), "explorer-inquiry.saved"));
        Take(routes, "section", "section", (g, v, f) => Section(g, v, f));
        Take(routes, "question", "question", (g, v, f) => Question(g, v, f), kilobytes: 256);
        Take(routes, "move", "grid", (g, v, f) => f["question"] is { Length: > 0 } question
            ? new(new MoveQuestion(g.Id, question, f["section"], f.Number("at") ?? InquiryLimits.Questions), Page(v, g, "q-" + question))
            : new(new MoveSection(g.Id, f["section"], f.Number("at") ?? InquiryLimits.Sections), Page(v, g, "s-" + f["section"])));
        Take(routes, "remove", "grid", (g, v, f) => f["question"] is { Length: > 0 } question
            ? new(new RemoveQuestion(g.Id, question), Page(v, g, "removed"))
            : new(new RemoveSection(g.Id, f["section"]), Page(v, g, "removed")));
        Take(routes, "restore", "grid", (g, v, _) => new(new RestoreRemovedPart(g.Id), Page(v, g), "explorer-inquiry.restored"));
        Take(routes, "release", "grid", (g, v, _) => new(new ReleaseGrid(g.Id), Page(v, g), "explorer-inquiry.released"));
        Take(routes, "revise", "grid", (g, v, _) => new(new ReviseGrid(g.Id), Page(v, g), "explorer-inquiry.revised"));
        Take(routes, "retire", "grid", (g, v, _) => new(new RetireGrid(g.Id), Page(v, g), "explorer-inquiry.retired"));
        Take(routes, "reinstate", "grid", (g, v, _) => new(new ReinstateGrid(g.Id), Page(v, g), "explorer-inquiry.reinstated"));
    }

    /// <summary>A page about a grid, for those who work on it; 404 when there is no such grid.</summary>
    internal static Task<IResult> WithAsync(HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door, Func<Visit, Grid, IResult> answer) =>
        door.ShowAsync(http, id, caller, v => v.State.Inquiry.Grids.TryGetValue(new GridId(grid), out var g) ? answer(v, g) : Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page"), Standing.Member);

    /// <summary>The version that an address asks for, <c>?v=2</c>; else the newest.</summary>
    internal static GridVersion VersionOf(HttpContext http, Grid grid) =>
        int.TryParse(http.Request.Query["v"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && grid.Find(number) is { } version ? version : grid.Last;

    private static void Take(IEndpointRouteBuilder routes, string form, string name, Func<Grid, Visit, FormFields, Wanted> want, int kilobytes = 64) =>
        routes.MapPost($"{At}/{form}", (HttpContext http, string id, string grid, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, name, $"inquiry/grids/{grid}", (v, f) => want(v.State.Inquiry.Grids.GetValueOrDefault(new GridId(grid)) ?? Nowhere(grid), v, f))).TakesLarge(kilobytes).ExcludeFromDescription();

    /// <summary>A grid that is not there: the rules say so.</summary>
    private static Grid Nowhere(string grid) => new() { Id = new GridId(grid), Versions = [new(1, new GridForm("", "", [], []), Released: false)] };

    private static Wanted Section(Grid g, Visit v, FormFields f)
    {
        var form = g.Last.Form;
        var before = form.SectionOf(f["was"])?.Head;
        var head = QuestionFields.Head(f, form, before);
        return f["was"].Length > 0
            ? new(new ReviseSection(g.Id, f["was"], head), Page(v, g, "s-" + head.Name), "explorer-inquiry.saved")
            : new(new AddSection(g.Id, null, head), Page(v, g, "s-" + head.Name), "explorer-inquiry.saved");
    }

    private static Wanted Question(Grid g, Visit v, FormFields f)
    {
        var form = g.Last.Form;
        var question = QuestionFields.Question(f, form, form.Find(f["was"].Length > 0 ? f["was"] : f["like"]));
        // A copy is a question of its own name.
        if (f["was"].Length == 0 && f["name"].Trim().Length == 0) question = question with { Name = FormNames.Of(f["label"], "question", form.Has) };
        var next = f["then"] == "another" ? v.At($"inquiry/grids/{g.Id}/question?section={Uri.EscapeDataString(f["section"])}") : Page(v, g, "q-" + question.Name);
        return f["was"].Length > 0
            ? new(new ReviseQuestion(g.Id, f["was"], question), next, "explorer-inquiry.saved")
            : new(new AddQuestion(g.Id, f["section"], f.Number("at"), question), next, "explorer-inquiry.saved");
    }

    private static string Page(Visit v, Grid g, string? at = null) => v.At($"inquiry/grids/{g.Id}") + (at is null ? "" : "#" + Uri.EscapeDataString(at));

    private static IResult Preview(HttpContext http, Visit v, Grid g, bool onPaper)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(PreviewPage.Visit)] = v,
            [nameof(PreviewPage.Grid)] = g,
            [nameof(PreviewPage.Version)] = VersionOf(http, g),
            [nameof(PreviewPage.Family)] = HeardQuery.Word<StakeholderFamily>(http.Request.Query["family"]),
        };
        return onPaper ? Draw.Page<PrintPage>(parameters) : Draw.Page<PreviewPage>(parameters);
    }
}
