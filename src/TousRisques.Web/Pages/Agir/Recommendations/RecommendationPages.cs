using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Words;
using TousRisques.Formats;
using TousRisques.Web.Access;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Agir.Evidences;

namespace TousRisques.Web.Pages.Agir.Recommendations;

/// <summary>Recommendations, <c>/agir/{id}/recommendations</c>: by kind of actor, a page for each, writing, adopting and following them; the calendar of follow-ups.</summary>
public sealed class RecommendationPages : IPage
{
    /// <summary>The form that records a follow-up.</summary>
    internal const string Following = "recommendation-follow";
    /// <summary>The form that adopts.</summary>
    internal const string Adopting = "recommendation-adopt";

    private const string Room = "/agir/{id}/recommendations", One = Room + "/{recommendation}", Form = "recommendation";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Room, (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Draw.Page<RecommendationsPage>(new Dictionary<string, object?>
        {
            [nameof(RecommendationsPage.Visit)] = v,
            [nameof(RecommendationsPage.For)] = EnumWords<ActorKind>.Find(http.Request.Query["for"].ToString()),
        }))).ExcludeFromDescription();
        routes.MapGet(Room + ".ics", (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => RecommendationCalendar.Of(http, v))).ExcludeFromDescription();
        routes.MapGet(One, (HttpContext http, string id, string recommendation, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Find(v, recommendation) is { } r
                ? Draw.Page<RecommendationPage>(new Dictionary<string, object?> { [nameof(RecommendationPage.Visit)] = v, [nameof(RecommendationPage.R)] = r })
                : Missing(http, v))).ExcludeFromDescription();
        routes.MapGet(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms) =>
            forms.ShowAsync(http, id, caller, Form, f => Show(f, null, http.Request.Query["lead"].ToString()))).ExcludeFromDescription();
        routes.MapGet(One + "/edit", (HttpContext http, string id, string recommendation, Caller caller, EvidenceForms forms) => forms.ShowAsync(http, id, caller, Form, f => Show(http, f, recommendation))).ExcludeFromDescription();
        routes.MapPost(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms) =>
            forms.TakeAsync(http, id, caller, Form, "recommendations/new", f => Show(f, null), (v, f) =>
            {
                var written = new RecommendationId(Draws.Name());
                return new Wanted(new WriteRecommendation(written, Sheet(f)), v.At($"recommendations/{written}"), "agir.recommendation-written");
            })).TakesLarge(256, 256).ExcludeFromDescription();
        routes.MapPost(One + "/edit", (HttpContext http, string id, string recommendation, Caller caller, EvidenceForms forms) =>
            forms.TakeAsync(http, id, caller, Form, $"recommendations/{recommendation}/edit", f => Show(http, f, recommendation), (v, f) =>
                new Wanted(new ReviseRecommendation(new(recommendation), Sheet(f)), v.At($"recommendations/{recommendation}"), "agir.saved"))).TakesLarge(256, 256).ExcludeFromDescription();
        Small(routes, "/follow", Following, (r, f) => new FollowRecommendation(r, f.Number("months") ?? 0, f.Chosen<FollowUpOutcome>("outcome"), f["why"]), "agir.followed");
        Small(routes, "/adopt", Adopting, (r, f) =>
        {
            if (f.Day("on") is { } day) return new AdoptRecommendation(r, day);
            f.Want("on");
            return new AdoptRecommendation(r, default);
        }, "agir.adopted");
        Small(routes, "/withdraw", "recommendation-withdraw", (r, f) => new WithdrawRecommendation(r, f["why"]), "agir.saved");
        Small(routes, "/restore", "recommendation-restore", (r, _) => new RestoreRecommendation(r), "agir.saved");
    }

    private static void Small(IEndpointRouteBuilder routes, string more, string form, Func<RecommendationId, FormFields, RecommendationCommand> command, string done) =>
        routes.MapPost(One + more, (HttpContext http, string id, string recommendation, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, form, $"recommendations/{recommendation}", (v, f) => new Wanted(command(new(recommendation), f), v.At($"recommendations/{recommendation}"), done))).ExcludeFromDescription();

    private static RecommendationSheet Sheet(FormFields f) => new(
        f["title"], f["words"], f.Choices<ActorKind>("for"), [.. f.All("lead").Select(l => new LeadId(l))], EvidenceWire.From(f), new(f["owner"], f["organisation"]), f.Day("horizon"));

    private static Recommendation? Find(Visit v, string name) => v.State.Recommendations.Find(new(name)) is { } r && RecommendationBook.IsFor(r, v.Standing) ? r : null;

    private static IResult Show(EvidenceForm form, Recommendation? recommendation, string from = "") => Draw.Page<RecommendationFormPage>(new Dictionary<string, object?>
    {
        [nameof(RecommendationFormPage.Form)] = form,
        [nameof(RecommendationFormPage.R)] = recommendation,
        [nameof(RecommendationFormPage.From)] = from,
    });

    private static IResult Show(HttpContext http, EvidenceForm form, string name) => Find(form.Visit, name) is { } r ? Show(form, r) : Missing(http, form.Visit);

    private static IResult Missing(HttpContext http, Visit visit) => Trouble.Say(http, visit.Caller, StatusCodes.Status404NotFound, "no-such-page");
}
