using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Agir.Evidences;

namespace TousRisques.Web.Pages.Agir.Statements;

/// <summary>The synthesis, <c>/agir/{id}/synthesis</c>: statements with what says so; writing, ordering and withdrawing them.</summary>
public sealed class StatementPages : IPage
{
    private const string Room = "/agir/{id}/synthesis", One = Room + "/{statement}", Form = "statement";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Room, (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<SynthesisPage>(nameof(SynthesisPage.Visit), v))).ExcludeFromDescription();
        routes.MapGet(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms) => forms.ShowAsync(http, id, caller, Form, f => Show(f, null))).ExcludeFromDescription();
        routes.MapGet(One, (HttpContext http, string id, string statement, Caller caller, EvidenceForms forms) => forms.ShowAsync(http, id, caller, Form, f => Show(http, f, statement))).ExcludeFromDescription();
        routes.MapPost(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms) =>
            forms.TakeAsync(http, id, caller, Form, "synthesis/new", f => Show(f, null), (v, f) =>
            {
                var statement = new StatementId(Draws.Name());
                return new Wanted(new WriteStatement(statement, Sheet(f)), v.At($"synthesis#s-{statement}"), "agir.statement-written");
            })).TakesLarge(256, 256).ExcludeFromDescription();
        routes.MapPost(One, (HttpContext http, string id, string statement, Caller caller, EvidenceForms forms) =>
            forms.TakeAsync(http, id, caller, Form, $"synthesis/{statement}", f => Show(http, f, statement), (v, f) =>
                new Wanted(new ReviseStatement(new(statement), Sheet(f)), v.At($"synthesis#s-{statement}"), "agir.saved"))).TakesLarge(256, 256).ExcludeFromDescription();
        Small(routes, "/move", (s, f) => new MoveStatement(s, f.Yes("earlier")), "agir.saved");
        Small(routes, "/withdraw", (s, _) => new WithdrawStatement(s), "agir.statement-withdrawn");
        Small(routes, "/restore", (s, _) => new RestoreStatement(s), "agir.saved");
    }

    private static void Small(IEndpointRouteBuilder routes, string more, Func<StatementId, FormFields, StatementCommand> command, string done) =>
        routes.MapPost(One + more, (HttpContext http, string id, string statement, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, Form, $"synthesis/{statement}", (v, f) => new Wanted(command(new(statement), f), v.At("synthesis"), done))).ExcludeFromDescription();

    private static StatementSheet Sheet(FormFields f) => new(f["words"], f.Chosen<Theme>("theme"), f.Chosen<CrisisTime>("time"), EvidenceWire.From(f));

    private static IResult Show(EvidenceForm form, Statement? statement) =>
        Draw.Page<StatementFormPage>(new Dictionary<string, object?> { [nameof(StatementFormPage.Form)] = form, [nameof(StatementFormPage.Statement)] = statement });

    private static IResult Show(HttpContext http, EvidenceForm form, string name) =>
        form.Visit.State.Statements.Find(new(name)) is { } statement ? Show(form, statement) : Trouble.Say(http, form.Visit.Caller, StatusCodes.Status404NotFound, "no-such-page");
}
