using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Devices;
using TousRisques.Web.Devices.Exchange;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Devices;

/// <summary>Taking devices in from a file: first a look at what it would change and at everything that is the matter, then a button.</summary>
public sealed class ImportPages : IPage
{
    private const string Form = "import-devices";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/explorer/{id}/devices/import").ExcludeFromDescription();
        pages.MapGet("", (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Draw.Page<ImportPage>(nameof(ImportPage.Visit), v), Standing.Member));
        pages.MapPost("", LookAsync).TakesLarge(DeviceReading.MostBytes / 1024 + 64);
        pages.MapPost("/{draft}", StoreAsync);
    }

    private static Task<IResult> LookAsync(HttpContext http, string id, Caller caller, ExpeditionForms take, ImportDrafts drafts) =>
        take.TakeAsync(http, id, caller, Form, "devices/import", async (v, f) =>
        {
            if (v.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, caller, Standing.Member));
            var bytes = Encoding.UTF8.GetBytes(f["text"]);
            if (f.Files.GetFile("file") is { Length: > 0 } file)
            {
                using var into = new MemoryStream();
                await file.CopyToAsync(into, http.RequestAborted);
                bytes = into.ToArray();
            }
            var reading = DeviceReading.Read(bytes, v.W);
            var preview = ImportPreview.Of(reading, v.State.Catalogue);
            string? draft = null;
            if (preview.Reading.IsClean && preview.Changes && v.May(Standing.Member))
                draft = drafts.Keep(new(v.Id, caller.Account!, [.. reading.Devices.Select(d => new ImportedDevice(d.Id ?? new DeviceId(Draws.Name()), d.Sheet))]));
            return (null, Draw.Page<ImportPage>(new Dictionary<string, object?>
            {
                [nameof(ImportPage.Visit)] = v, [nameof(ImportPage.Preview)] = preview, [nameof(ImportPage.Draft)] = draft,
            }));
        });

    /// <summary>Takes in what was looked at, a few hundred at a time. Pressed twice, or again after a cut, it does no harm: names and requests are the draft's.</summary>
    private static Task<IResult> StoreAsync(HttpContext http, string id, string draft, Caller caller, ExpeditionForms take, ImportDrafts drafts, IExpeditionDesk desk, Flashes flashes, TimeProvider time) =>
        take.TakeAsync(http, id, caller, Form, "devices/import", async (v, f) =>
        {
            if (v.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, caller, Standing.Member));
            if (drafts.Find(draft, v.Id, caller.Account!) is not { } kept)
            {
                flashes.Keep(http, new Flash(Form, "draft-gone", v.W["explorer-devices.import.gone"], ImmutableDictionary<string, string>.Empty));
                return (null, FormAnswer.SeeOther(v.At("devices/import")));
            }
            foreach (var (i, batch) in kept.Devices.Chunk(DeviceLimits.Batch).Index())
            {
                var submission = await desk.SubmitAsync(v.Id, new(new CommandId($"{draft}-{i}"), v.Actor, time.GetUtcNow(), new ImportDevices([.. batch])), http.RequestAborted);
                if (submission.Refusal is not { } no) continue;
                flashes.Keep(http, new Flash(Form, Refusals.CodeOf(no), v.W["explorer-devices.import.stopped", i * DeviceLimits.Batch, Refusals.Say(v.W, no)], ImmutableDictionary<string, string>.Empty));
                return (null, FormAnswer.SeeOther(v.At("devices/import")));
            }
            flashes.Keep(http, new Flash(Form, "", v.W.Plural("explorer-devices.import.done", kept.Devices.Length), ImmutableDictionary<string, string>.Empty));
            return (null, FormAnswer.SeeOther(v.At("devices?order=new")));
        });
}
