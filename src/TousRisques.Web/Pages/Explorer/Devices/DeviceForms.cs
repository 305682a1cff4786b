using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;
using TousRisques.Web.Devices;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Devices;

/// <summary>Forms of the catalogue: declaring a device, deciding on it, changing what is said of it, taking a change back.</summary>
public sealed class DeviceForms : IPage
{
    /// <summary>The form that declares.</summary>
    public const string Declare = "declare-device";
    /// <summary>The form that changes.</summary>
    public const string Revise = "revise-device";
    /// <summary>The form that decides.</summary>
    public const string Decide = "decide-devices";
    /// <summary>A field that people do not see: what fills it in is a machine.</summary>
    public const string Trap = "company";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/explorer/{id}/devices").ExcludeFromDescription();
        forms.MapPost("/declare", DeclareAsync);
        forms.MapPost("/decide", (HttpContext http, string id, Caller caller, ExpeditionForms take) => take.TakeAsync(http, id, caller, Decide, "devices/pending", (v, f) =>
        {
            var devices = f.All("device").Select(d => new DeviceId(d)).ToList();
            var next = FormAnswer.Local(f["next"], v.At("devices/pending"));
            return f["decision"] == "accept"
                ? new Wanted(new AcceptDevices([.. devices]), next, "explorer-devices.accepted")
                : new Wanted(new RefuseDevices([.. devices], f["reason"]), next, "explorer-devices.refused");
        }));
        forms.MapPost("/{device}/edit", (HttpContext http, string id, string device, Caller caller, ExpeditionForms take) => take.TakeAsync(http, id, caller, Revise, $"devices/{Uri.EscapeDataString(device)}/edit", (v, f) =>
            new Wanted(new ReviseDevice(new(device), DeviceDraft.Read(f)), v.At("devices/" + Uri.EscapeDataString(device)), "explorer-devices.revised")));
        forms.MapPost("/{device}/forget", (HttpContext http, string id, string device, Caller caller, ExpeditionDoor door, IContacts contacts) => door.ShowAsync(http, id, caller, v =>
        {
            contacts.Erase(Declarer(contacts, v, new(device)) is { } known ? [known.Id] : []);
            return FormAnswer.SeeOther(v.At($"devices/{Uri.EscapeDataString(device)}"));
        }, Standing.Moderator));
        forms.MapPost("/{device}/undo", (HttpContext http, string id, string device, Caller caller, ExpeditionForms take) => take.TakeAsync(http, id, caller, "undo-device", $"devices/{Uri.EscapeDataString(device)}", (v, f) =>
            new Wanted(new UndoDevice(new(device), f.Number("change") ?? -1), v.At("devices/" + Uri.EscapeDataString(device)), "explorer-devices.undone")));
    }

    private static async Task<IResult> DeclareAsync(HttpContext http, string id, Caller caller, ExpeditionDoor door, ExpeditionForms take, Tries tries, IContacts contacts, IExpeditionDesk desk, Flashes flashes)
    {
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        if (visit.Standing < Standing.Member)
        {
            if (tries.Contributions.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-contributions", wait);
            tries.Contributions.Wrong(address);
        }
        return await take.TakeAsync(http, id, caller, Declare, "devices/declare", (v, f) =>
        {
            var device = new DeviceId(Draws.Name());
            // A machine is told what people are told, and nothing is kept.
            if (v.Standing < Standing.Member && f[Trap].Length > 0) return ValueTask.FromResult<(Wanted?, IResult?)>((null, FormAnswer.SeeOther(v.At("devices/declare?sent"))));
            // There is more to say: the form comes back longer, with what was typed.
            if (f["more"].Length > 0) return ValueTask.FromResult<(Wanted?, IResult?)>((null, new FormAnswer(http, caller, flashes, http.Request.Form, Declare, v.At("devices/declare")).GoOn(v.At("devices/declare?more"))));
            var sheet = DeviceDraft.Read(f);
            if (ContactFields.Read(f["contact-name"], f["contact-mail"], "", "", nameWanted: false, out var person) is { } no)
                return ValueTask.FromResult<(Wanted?, IResult?)>((null, new FormAnswer(http, caller, flashes, http.Request.Form, Declare, v.At("devices/declare")).No(no, null)));
            return ValueTask.FromResult<(Wanted?, IResult?)>((v.Standing >= Standing.Member
                ? new Wanted(new AddDevice(device, sheet), v.At($"devices/{device}"), "explorer-devices.added")
                : new Wanted(new DeclareDevice(device, sheet), v.At("devices/declare?sent")) { Then = () => WriteDownAsync(v, device, person) }, null));
        });

        // The same form sent again declared nothing: nobody is written down twice.
        async Task WriteDownAsync(Visit v, DeviceId device, ContactFields person)
        {
            if (person.Name.Length + person.Mail.Length == 0 || (await desk.ReadAsync(v.Id, http.RequestAborted))?.State.Catalogue.Find(device) is not { } declared) return;
            contacts.Put(new(new(device.Value), ContactKind.Declarer, v.Id, person.Name, person.Mail, "", "", caller.Language, declared.DeclaredAt));
        }
    }

    /// <summary>Who declared a device, when they said so and were not erased: known by the device's own name.</summary>
    internal static Contact? Declarer(IContacts contacts, Visit visit, DeviceId device) =>
        contacts.Find(new(device.Value)) is { Kind: ContactKind.Declarer } person && person.Expedition == visit.Id ? person : null;
}
