using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Settings;

/// <summary>Opening an expedition, and saying what it is: <c>/explorer/{id}/settings</c>.</summary>
public sealed class SettingsPages : IPage
{
    /// <summary>The form that opens an expedition, on <c>/explorer</c>.</summary>
    internal const string Opening = "open-expedition";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/explorer", OpenAsync).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/settings", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<SettingsPage>(nameof(SettingsPage.Visit), v), Standing.Lead)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/settings/outline", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "outline", "settings", (v, f) => new Wanted(new ReviseOutline(CharterFields.Outline(f)), v.At("settings"), "explorer-charter.saved"))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/settings/partners", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "partners", "settings", (v, f) => new Wanted(new ListPartners(PartnerRow.Read(f)), v.At("settings"), "explorer-charter.saved"))).TakesLarge(1024, 2_000).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/settings/phases", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "phases", "settings", (v, f) => new Wanted(new ListPhases(PhaseRow.Read(f)), v.At("settings"), "explorer-charter.saved"))).TakesLarge(1024, 5_000).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/settings/end", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "end", "settings", Sure(new EndExpedition(), "explorer-charter.ended"))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/settings/resume", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "resume", "settings", Sure(new ResumeExpedition(), "explorer-charter.resumed"))).ExcludeFromDescription();
    }

    /// <summary>What is only done when a box says that it is meant.</summary>
    internal static Func<Visit, FormFields, ValueTask<(Wanted? Wanted, IResult? Answer)>> Sure(ExpeditionCommand command, string done, string page = "settings") =>
        (v, f) => ValueTask.FromResult<(Wanted?, IResult?)>((f.Sure() ? new Wanted(command, v.At(page), done) : null, null));

    private static async Task<IResult> OpenAsync(HttpContext http, Caller caller, IExpeditionDesk desk, Flashes flashes, TimeProvider time)
    {
        if (caller.Account is null) return FormAnswer.SeeOther("/sign-in?back=%2Fexplorer");
        var form = await FormFields.ReadAsync(http);
        var fields = new FormFields(form);
        var say = new FormAnswer(http, caller, flashes, form, Opening, "/explorer#open");
        var name = fields["address"].Trim() is { Length: > 0 } typed ? typed : CharterFields.Propose(fields["name"]);
        if (!ExpeditionId.IsValid(name)) return say.No("bad-expedition-name");
        var (id, outline) = (new ExpeditionId(name), CharterFields.Outline(fields));
        if (fields.Bad is { } bad) return say.No("bad-field", StatusCodes.Status422UnprocessableEntity, bad);
        var submission = await desk.SubmitAsync(
            id, new ExpeditionEnvelope(say.Request ?? Draws.Command(), Visit.ActorOf(caller), time.GetUtcNow(), new OpenExpedition(id, outline, Example: false)), http.RequestAborted);
        if (submission.Refusal is { } refusal) return say.No(refusal, null);
        if (!Trouble.WantsJson(http.Request)) flashes.Keep(http, new Flash(Opening, "", caller.Words["explorer-charter.opened"], System.Collections.Immutable.ImmutableDictionary<string, string>.Empty));
        return say.Yes($"/explorer/{id}/settings", submission.Version);
    }
}
