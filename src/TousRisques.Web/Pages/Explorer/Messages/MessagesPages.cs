using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Explorer.Spread;

namespace TousRisques.Web.Pages.Explorer.Messages;

/// <summary>
/// Writing to an expedition, <c>/explorer/{id}/contribute</c>, and reading what was written, <c>/explorer/{id}/messages</c>. Messages come from people: they are kept apart from the journal, for those who
/// lead alone, and erased for good.
/// </summary>
public sealed class MessagesPages : IPage
{
    /// <summary>Messages that an expedition keeps: whoever leads reads and erases.</summary>
    public const int Most = 300;

    /// <summary>A field that people do not see: what fills it in is no person.</summary>
    internal const string Trap = "company";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/contribute", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<ContributePage>(nameof(ContributePage.Visit), v))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/contribute", WriteAsync).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/messages", (HttpContext http, string id, Caller caller, ExpeditionDoor door, IContacts contacts) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<MessagesPage>(new Dictionary<string, object?> { [nameof(MessagesPage.Visit)] = v, [nameof(MessagesPage.Messages)] = contacts.List(v.Id, ContactKind.Message).Reverse().ToList() }), Standing.Lead))
            .ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/messages/erase", EraseAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> WriteAsync(HttpContext http, string id, Caller caller, ExpeditionDoor door, IContacts contacts, Tries tries, Flashes flashes, TimeProvider time)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        var form = await FormFields.ReadAsync(http);
        var say = new FormAnswer(http, caller, flashes, form, "message", visit.At("contribute") + "#write");
        if (visit.State.Charter.EndedAt is { } ended) return say.No(new ExpeditionIsOver(ended), null);
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.Contributions.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-contributions", wait);
        tries.Contributions.Wrong(address);
        if (string.IsNullOrWhiteSpace(form["message"])) return say.No(new TextMissing("message"), null);
        if (form["message"].ToString().ReplaceLineEndings("\n").Length > ExpeditionLimits.Paragraph) return say.No(new TextTooLong("message", ExpeditionLimits.Paragraph), null);
        if (ContactFields.Read(form["name"], form["mail"], null, form["message"], nameWanted: false, out var fields) is { } refusal) return say.No(refusal, null);
        if (form[Trap].ToString().Length == 0)
        {
            // The same form sent twice is one message. Its name is made so that nobody can write over another's.
            var name = say.Request is { } request ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{visit.Id}\n{request}")))[..24] : Draws.Name();
            var message = new ContactId("w" + name);
            if (contacts.Find(message) is null)
            {
                if (contacts.List(visit.Id, ContactKind.Message).Count >= Most) return say.No("too-many-messages");
                contacts.Put(new Contact(message, ContactKind.Message, visit.Id, fields.Name, fields.Mail, "", fields.Note, caller.Language, time.GetUtcNow()));
            }
        }
        if (!Trouble.WantsJson(http.Request)) flashes.Keep(http, Done(caller, "explorer-messages.sent"));
        return say.Yes(visit.At("contribute"), 0);
    }

    private static async Task<IResult> EraseAsync(HttpContext http, string id, Caller caller, ExpeditionDoor door, IContacts contacts, Flashes flashes)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        if (visit.Standing < Standing.Lead) return ExpeditionDoor.Refuse(http, caller, Standing.Lead);
        var form = await FormFields.ReadAsync(http);
        var chosen = form["message"].ToHashSet(StringComparer.Ordinal);
        // Only messages of this expedition, whatever the form says.
        var erased = contacts.Erase([.. contacts.List(visit.Id, ContactKind.Message).Where(m => chosen.Contains(m.Id.Value)).Select(m => m.Id)]);
        if (!Trouble.WantsJson(http.Request) && erased > 0) flashes.Keep(http, Done(caller, "explorer-messages.erased"));
        return new FormAnswer(http, caller, flashes, form, "erase", visit.At("messages")).Yes(visit.At("messages"), 0);
    }

    private static Flash Done(Caller caller, string key) => new("message", "", caller.Words[key], ImmutableDictionary<string, string>.Empty);
}
