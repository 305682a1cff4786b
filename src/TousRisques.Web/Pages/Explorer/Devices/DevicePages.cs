using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Web.Access;
using TousRisques.Web.Devices;
using TousRisques.Web.Devices.Exchange;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Pages.Explorer.Devices;

/// <summary>The catalogue of innovative devices, <c>/explorer/{id}/devices</c>: list, card, map, files; what waits for a moderator; the way to the stress bench.</summary>
public sealed class DevicePages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/explorer/{id}").ExcludeFromDescription();
        pages.MapGet("/devices", (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => List<DevicesPage>(http, v)));
        pages.MapGet("/devices/map", (HttpContext http, string id, Caller caller, ExpeditionDoor door, InstalledPacks packs) =>
            door.ShowAsync(http, id, caller, v => List<DeviceMapPage>(http, v, (nameof(DeviceMapPage.Packs), packs))));
        pages.MapGet("/devices.csv", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => File(http, v, "csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(DeviceCsv.Write(Accepted(v), v.W)))));
        pages.MapGet("/devices.json", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => File(http, v, "json", "application/json", DeviceJson.Write(Accepted(v)))));
        pages.MapGet("/devices/declare", (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Draw.Page<DeclarePage>(nameof(DeclarePage.Visit), v)));
        pages.MapGet("/devices/pending", (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Draw.Page<PendingPage>(new Dictionary<string, object?>
        {
            [nameof(PendingPage.Visit)] = v,
            [nameof(PendingPage.Refused)] = http.Request.Query["show"] == "refused",
            [nameof(PendingPage.Number)] = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 10_000) : 1,
        }), Standing.Member));
        pages.MapGet("/devices/{device}", (HttpContext http, string id, string device, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => One<DeviceCardPage>(http, v, device)));
        pages.MapGet("/devices/{device}/edit", (HttpContext http, string id, string device, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => One<DeviceEditPage>(http, v, device), Standing.Member));
        pages.MapGet("/devices/{device}/bench", (HttpContext http, string id, string device, Caller caller, ExpeditionDoor door, InstalledPacks packs) =>
            door.ShowAsync(http, id, caller, v => One<DeviceBenchPage>(http, v, device, (nameof(DeviceBenchPage.Packs), packs), (nameof(DeviceBenchPage.Territory), http.Request.Query["territory"].ToString()))));
    }

    /// <summary>Devices that everybody may read, by name.</summary>
    private static IEnumerable<Device> Accepted(Visit visit) => DeviceShelf.Of(visit.State.Catalogue).Devices.Select(d => d.Device);

    private static IResult List<T>(HttpContext http, Visit visit, params (string Name, object? Value)[] more) where T : Microsoft.AspNetCore.Components.IComponent
    {
        var query = DeviceQuery.Of(http.Request.Query);
        return Draw.Page<T>(new Dictionary<string, object?>(more.Select(m => KeyValuePair.Create(m.Name, m.Value)))
        {
            ["Visit"] = visit,
            ["Asked"] = query,
            ["Found"] = query.In(DeviceShelf.Of(visit.State.Catalogue)),
        });
    }

    /// <summary>A page of one device: what is not accepted is there for people of the expedition alone.</summary>
    private static IResult One<T>(HttpContext http, Visit visit, string name, params (string Name, object? Value)[] more) where T : Microsoft.AspNetCore.Components.IComponent =>
        DeviceId.IsValid(name) && visit.State.Catalogue.Find(new(name)) is { } device && (device.Status == DeviceStatus.Accepted || visit.Standing >= Standing.Member)
            ? Draw.Page<T>(new Dictionary<string, object?>(more.Select(m => KeyValuePair.Create(m.Name, m.Value))) { ["Visit"] = visit, ["Device"] = device })
            : Trouble.Say(http, visit.Caller, StatusCodes.Status404NotFound, "no-such-device");

    private static IResult File(HttpContext http, Visit visit, string extension, string type, byte[] bytes)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{visit.Id}-{visit.W["explorer-devices.import.file"]}.{extension}\"";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(bytes, type);
    }
}
