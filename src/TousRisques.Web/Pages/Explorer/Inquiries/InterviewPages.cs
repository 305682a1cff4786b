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

/// <summary>Holding interviews on screen, and coding what was said: <c>/explorer/{id}/inquiry/interviews</c>. For the expedition's people alone.</summary>
public sealed class InterviewPages : IPage
{
    private const string All = "/explorer/{id}/inquiry/interviews", One = All + "/{interview}";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(All, (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<InterviewsPage>(new Dictionary<string, object?> { [nameof(InterviewsPage.Visit)] = v, [nameof(InterviewsPage.Query)] = HeardQuery.Read(http.Request.Query) }), Standing.Member))
            .ExcludeFromDescription();
        routes.MapPost(All, (HttpContext http, string id, Caller caller, ExpeditionForms forms) => forms.TakeAsync(http, id, caller, "interview", "inquiry", Open)).ExcludeFromDescription();
        routes.MapGet(One, (HttpContext http, string id, string interview, Caller caller, ExpeditionDoor door) =>
            WithAsync(http, id, interview, caller, door, (v, i) => Draw.Page<InterviewPage>(new Dictionary<string, object?>
            {
                [nameof(InterviewPage.Visit)] = v,
                [nameof(InterviewPage.Interview)] = i,
                [nameof(InterviewPage.Section)] = http.Request.Query["s"].ToString(),
            }))).ExcludeFromDescription();
        routes.MapGet(One + "/coding", (HttpContext http, string id, string interview, Caller caller, ExpeditionDoor door) =>
            WithAsync(http, id, interview, caller, door, (v, i) => Draw.Page<CodingPage>(new Dictionary<string, object?> { [nameof(CodingPage.Visit)] = v, [nameof(CodingPage.Interview)] = i }))).ExcludeFromDescription();

        routes.MapPost(One, (HttpContext http, string id, string interview, Caller caller, ExpeditionForms forms) => forms.TakeAsync(http, id, caller, "answers", $"inquiry/interviews/{interview}", (v, f) => Keep(v, interview, f)))
            .TakesLarge(1024, 4_000).ExcludeFromDescription();
        Take(routes, "profile", "profile", (i, v, f) => new(new ReviseProfile(i, f["code"], InterviewFields.Profile(f, v.Now)), Page(v, i), "explorer-inquiry.saved"));
        Take(routes, "consent", "consent", (i, v, f) => new(
            new RecordConsent(i, new Consent(f.Chosen<ConsentScope>("scope"), f.Choice<ConsentMeans>("means") ?? ConsentMeans.Spoken, f.Day("agreed") ?? new DateTimeOffset(v.Now.UtcDateTime.Date, TimeSpan.Zero))), Page(v, i), "explorer-inquiry.saved"));
        Take(routes, "finish", "interview", (i, v, _) => new(new FinishInterview(i), Page(v, i), "explorer-inquiry.finished-done"));
        Take(routes, "reopen", "interview", (i, v, _) => new(new ReopenInterview(i), Page(v, i), "explorer-inquiry.reopened-done"));
        Take(routes, "withdraw", "withdraw", (i, v, f) => Meant(f, new(new WithdrawInterview(i, f.Chosen<WithdrawalCause>("cause")), v.At("inquiry/interviews"), "explorer-inquiry.withdrawn-done")));
        Take(routes, "write", "write", (i, v, f) => new(new WriteExcerpt(i, new Excerpt(
            new ExcerptId(Draws.Name()), f.Choice<ExcerptKind>("kind") ?? ExcerptKind.Quotation, "", f["text"], Code(f) is { } code ? [code] : [], f.Tags("tags"))), Page(v, i, "coding", ""), "explorer-inquiry.saved"));
        Take(routes, "reword", "reword", (i, v, f) => new(new RewordExcerpt(i, new(f["excerpt"]), f.Choice<ExcerptKind>("kind") ?? ExcerptKind.Quotation, f["text"]), Page(v, i, "coding", f["excerpt"])));
        Take(routes, "code", "code", (i, v, f) => new(new CodeExcerpt(i, new(f["excerpt"]), Code(f) ?? new Code(null, null, null)), Page(v, i, "coding", f["excerpt"])));
        Take(routes, "uncode", "code", (i, v, f) => new(new UncodeExcerpt(i, new(f["excerpt"]), Code(f) ?? new Code(null, null, null)), Page(v, i, "coding", f["excerpt"])));
        Take(routes, "tags", "tags", (i, v, f) => new(new TagExcerpt(i, new(f["excerpt"]), f.Tags("tags")), Page(v, i, "coding", f["excerpt"])));
        Take(routes, "remove", "remove", (i, v, f) => Meant(f, new(new RemoveExcerpt(i, new(f["excerpt"])), Page(v, i, "coding", ""), "explorer-inquiry.excerpt-removed")));
    }

    private static void Take(IEndpointRouteBuilder routes, string form, string name, Func<InterviewId, Visit, FormFields, Wanted> want) =>
        routes.MapPost($"{One}/{form}", (HttpContext http, string id, string interview, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, name, $"inquiry/interviews/{interview}", (v, f) => want(new InterviewId(interview), v, f))).TakesLarge(256).ExcludeFromDescription();

    private static Task<IResult> WithAsync(HttpContext http, string id, string interview, Caller caller, ExpeditionDoor door, Func<Visit, Interview, IResult> answer) =>
        door.ShowAsync(
            http, id, caller, v => v.State.Inquiry.Interviews.TryGetValue(new InterviewId(interview), out var i) ? answer(v, i) : Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page"), Standing.Member);

    private static Wanted Open(Visit v, FormFields f)
    {
        var id = new InterviewId(f["interview"].Length > 0 ? f["interview"] : Draws.Name());
        var profile = InterviewFields.Profile(f, v.Now);
        var grid = new GridId(f["grid"]);
        var version = v.State.Inquiry.Grids.GetValueOrDefault(grid)?.InUse?.Number ?? 1;
        return new(new RecordInterview(id, grid, version, f["code"], profile, InterviewFields.Consent(f, profile.Day), [], [], Finished: false), Page(v, id));
    }

    /// <summary>One section's answers and what was said in it, in one command: they are kept together or not at all.</summary>
    private static Wanted Keep(Visit v, string interview, FormFields f)
    {
        var id = new InterviewId(interview);
        if (v.State.Inquiry.Interviews.GetValueOrDefault(id) is not { } i) return new(new KeepAnswers(id, []), v.At("inquiry/interviews"));
        var form = v.State.Inquiry.FormOf(i);
        var section = form.SectionOf(f["section"]);
        var answers = InterviewFields.Answers(f, form, q => section?.Questions.Contains(q) == true);
        var next = f["then"] is { Length: > 0 } then ? then : f["section"];
        return new(new RecordInterview(id, i.Grid, i.Version, i.Code, i.Profile, null, answers, InterviewFields.Excerpts(f, form), Finished: false), Page(v, id) + "?s=" + Uri.EscapeDataString(next), "explorer-inquiry.kept");
    }

    private static Code? Code(FormFields f) =>
        (f.Choice<Theme>("theme"), f.Choice<CrisisTime>("time"), f.Choice<HazardTag>("hazard")) is var (theme, time, hazard) && (theme is not null || time is not null || hazard is not null) ? new Code(theme, time, hazard) : null;

    /// <summary>What is only done when a box says that it is meant: the form is refused without it.</summary>
    private static Wanted Meant(FormFields f, Wanted wanted)
    {
        f.Sure();
        return wanted;
    }

    private static string Page(Visit v, InterviewId id, string? more = null, string? excerpt = null) =>
        v.At($"inquiry/interviews/{id}") + (more is null ? "" : "/" + more) + (excerpt is { Length: > 0 } ? "#x-" + Uri.EscapeDataString(excerpt) : "");
}
