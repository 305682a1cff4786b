using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Agendas;
using TousRisques.Web.Contacts;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Agendas;

/// <summary>
/// Erasing people who ask for it, for who leads: by e-mail address, whatever they are known for. The address is sent by a form and stands in no address line, history or log.
/// </summary>
public sealed class ErasurePages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/workshops/erasure", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Page(v, "", null), Standing.Lead)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/workshops/erasure", TakeAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> TakeAsync(HttpContext http, string id, Caller caller, ExpeditionDoor door, IContacts contacts, SignUps signUps, Flashes flashes)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        if (visit.Standing < Standing.Lead) return ExpeditionDoor.Refuse(http, caller, Standing.Lead);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var mail = form["mail"].ToString().Trim();
        var found = mail.Length <= ContactFields.LongestMail ? contacts.FindByMail(visit.Id, mail) : [];
        if (!FormAnswer.IsYes(form["sure"]) || found.Count == 0) return Page(visit, mail, found);
        var erased = await signUps.EraseAsync(visit.Live, [.. found.Select(c => c.Id)], visit.Actor, http.RequestAborted);
        flashes.Keep(http, new Flash("erasure", "", visit.W.Plural("explorer-agenda.erased-all", erased), ImmutableDictionary<string, string>.Empty));
        return FormAnswer.SeeOther(visit.At("workshops/erasure"));
    }

    private static IResult Page(Visit visit, string mail, IReadOnlyList<Contact>? found) => Draw.Page<ErasurePage>(new Dictionary<string, object?>
    {
        [nameof(ErasurePage.Visit)] = visit,
        [nameof(ErasurePage.Mail)] = mail,
        [nameof(ErasurePage.Found)] = found,
    });
}
