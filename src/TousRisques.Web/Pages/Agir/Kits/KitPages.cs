using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;
using TousRisques.Web.Kits;
using TousRisques.Web.Look;
using TousRisques.Web.Packs;
using TousRisques.Web.Pages.Agir.Evidences;

namespace TousRisques.Web.Pages.Agir.Kits;

/// <summary>The kit, <c>/agir/{id}/kit</c>: for everybody the last version, and earlier ones with <c>?version=</c>; for people of the expedition the draft. Its sheets, what is printed, and the website in one folder.</summary>
public sealed class KitPages : IPage
{
    /// <summary>The form that publishes.</summary>
    internal const string Publishing = "kit-publish";
    /// <summary>The form of the cover.</summary>
    internal const string Covering = "kit-cover";

    private const string Room = "/agir/{id}/kit", One = Room + "/sheets/{sheet}", Form = "kit-sheet";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Room, (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Read(http, v, out var version) is var r && (r is not null || version == 0)
            ? Draw.Page<KitFront>(new Dictionary<string, object?> { [nameof(KitFront.Visit)] = v, [nameof(KitFront.R)] = r, [nameof(KitFront.Version)] = version })
            : Missing(http, v))).ExcludeFromDescription();
        routes.MapGet(One, (HttpContext http, string id, string sheet, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Read(http, v, out var version) is { } r && r.Edition.Find(new(sheet)) is { } leaf
            ? Draw.Page<KitLeafPage>(new Dictionary<string, object?> { [nameof(KitLeafPage.Visit)] = v, [nameof(KitLeafPage.R)] = r, [nameof(KitLeafPage.Leaf)] = leaf, [nameof(KitLeafPage.Version)] = version })
            : Missing(http, v))).ExcludeFromDescription();
        routes.MapGet(Room + "/sources", (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Read(http, v, out _) is { } r
            ? Draw.Page<KitSourcesPage>(new Dictionary<string, object?> { [nameof(KitSourcesPage.Visit)] = v, [nameof(KitSourcesPage.R)] = r })
            : Missing(http, v))).ExcludeFromDescription();
        Print(routes, "/booklet", KitPart.Booklet);
        Print(routes, "/poster", KitPart.Poster);
        Print(routes, "/card", KitPart.Card);
        routes.MapGet(Room + "/site.zip", (HttpContext http, string id, Caller caller, ExpeditionDoor door, HtmlRenderer renderer, InstalledPacks packs) => door.ShowAsync(http, id, caller, v => SiteAsync(http, v, renderer, packs))).ExcludeFromDescription();
        MapForms(routes);
    }

    private static void MapForms(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Room + "/cover", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<KitCoverPage>(nameof(KitCoverPage.Visit), v), Domain.Expeditions.Standing.Member)).ExcludeFromDescription();
        routes.MapPost(Room + "/cover", (HttpContext http, string id, Caller caller, ExpeditionForms forms) => forms.TakeAsync(http, id, caller, Covering, "kit/cover", (v, f) =>
            new Wanted(new CoverKit(new(f["title"], f["territory"], f["for"], f["words"], f["licence"])), v.At("kit"), "agir.saved"))).ExcludeFromDescription();
        routes.MapPost(Room + "/publish", (HttpContext http, string id, Caller caller, ExpeditionForms forms) => forms.TakeAsync(http, id, caller, Publishing, "kit", (v, f) =>
            new Wanted(new PublishKit(f.Number("draft") ?? 0, f["note"]), v.At("kit"), "kit.published"))).ExcludeFromDescription();
        routes.MapGet(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms, InstalledPacks packs) =>
            forms.ShowAsync(http, id, caller, Form, f => Show(f, null, KindOf(f, http), packs))).ExcludeFromDescription();
        routes.MapPost(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms, InstalledPacks packs) =>
            forms.TakeAsync(http, id, caller, Form, "kit/new", f => Show(f, null, KindOf(f, http), packs), (v, f) =>
            {
                var sheet = new KitSheetId(Draws.Name());
                return new Wanted(new AddKitSheet(sheet, KitForms.Read(v, f, packs)), v.At($"kit/sheets/{sheet}"), "kit.sheet-added");
            })).TakesLarge(256, 512).ExcludeFromDescription();
        routes.MapGet(One + "/edit", (HttpContext http, string id, string sheet, Caller caller, EvidenceForms forms, InstalledPacks packs) =>
            forms.ShowAsync(http, id, caller, Form, f => Show(http, f, sheet, packs))).ExcludeFromDescription();
        routes.MapPost(One + "/edit", (HttpContext http, string id, string sheet, Caller caller, EvidenceForms forms, InstalledPacks packs) =>
            forms.TakeAsync(http, id, caller, Form, $"kit/sheets/{sheet}/edit", f => Show(http, f, sheet, packs), (v, f) =>
                new Wanted(new ReviseKitSheet(new(sheet), KitForms.Read(v, f, packs)), v.At($"kit/sheets/{sheet}"), "agir.saved"))).TakesLarge(256, 512).ExcludeFromDescription();
        Small(routes, "/move", (s, f) => new MoveKitSheet(s, f.Yes("earlier")), "agir.saved");
        Small(routes, "/withdraw", (s, _) => new WithdrawKitSheet(s), "kit.sheet-withdrawn");
        Small(routes, "/restore", (s, _) => new RestoreKitSheet(s), "agir.saved");
    }

    private static void Small(IEndpointRouteBuilder routes, string more, Func<KitSheetId, FormFields, KitCommand> command, string done) =>
        routes.MapPost(One + more, (HttpContext http, string id, string sheet, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, Form, "kit", (v, f) => new Wanted(command(new(sheet), f), v.At("kit"), done))).ExcludeFromDescription();

    private static void Print(IEndpointRouteBuilder routes, string path, KitPart part) =>
        routes.MapGet(Room + path, (HttpContext http, string id, Caller caller, ExpeditionDoor door, InstalledPacks packs) => door.ShowAsync(http, id, caller, v => Read(http, v, out var version) is { } r
            ? Draw.Page<KitPage>(new Dictionary<string, object?>
            {
                // Paper speaks the language of the kit, whoever prints it.
                [nameof(KitPage.R)] = r with { W = Words.In(v.Outline.Language), Land = part == KitPart.Booklet ? KitLand.Of(v.State, r.Edition, packs) : null },
                [nameof(KitPage.Page)] = part,
                [nameof(KitPage.Css)] = Sheet.Kit.Url,
                [nameof(KitPage.Back)] = v.At("kit") + (version > 0 ? $"?version={version}" : ""),
            })
            : Missing(http, v))).ExcludeFromDescription();

    /// <summary>The website of the version that is asked for, or the last one. The draft does not leave the house.</summary>
    private static async ValueTask<IResult> SiteAsync(HttpContext http, Visit visit, HtmlRenderer renderer, InstalledPacks packs)
    {
        var asked = Asked(http);
        if ((asked == 0 ? visit.State.Kit.Published : visit.State.Kit.Version(asked)) is not { } edition) return Missing(http, visit);
        var name = KitSite.NameOf(visit.State, edition);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(FolderZip.Write(name, (await KitSite.DrawAsync(renderer, visit.State, edition, KitLand.Of(visit.State, edition, packs))).Select(f => (f.Name, f.Content.AsMemory())), edition.At), "application/zip", name + ".zip");
    }

    private static int Asked(HttpContext http) => int.TryParse(http.Request.Query["version"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var asked) ? asked : 0;

    private static KitReading? Read(HttpContext http, Visit visit, out int version)
    {
        version = Asked(http);
        var edition = version == 0 ? visit.State.Kit.For(visit.Standing) : visit.State.Kit.Version(version);
        return edition is null ? null : KitReading.In(visit, edition, version);
    }

    private static string KindOf(EvidenceForm form, HttpContext http)
    {
        var asked = form.Value("kind", http.Request.Query["kind"]);
        return KitForms.Kinds.Contains(asked) ? asked : "";
    }

    private static IResult Show(EvidenceForm form, KitLeaf? leaf, string kind, InstalledPacks packs) => Draw.Page<KitSheetForm>(new Dictionary<string, object?>
    {
        [nameof(KitSheetForm.Form)] = form,
        [nameof(KitSheetForm.Leaf)] = leaf,
        [nameof(KitSheetForm.Kind)] = kind,
        [nameof(KitSheetForm.Packs)] = packs,
    });

    private static IResult Show(HttpContext http, EvidenceForm form, string name, InstalledPacks packs) =>
        form.Visit.State.Kit.Find(new(name)) is { } leaf ? Show(form, leaf, KitReading.KindOf(leaf.Sheet.Content), packs) : Missing(http, form.Visit);

    private static IResult Missing(HttpContext http, Visit visit) => Trouble.Say(http, visit.Caller, StatusCodes.Status404NotFound, "no-such-page");
}
