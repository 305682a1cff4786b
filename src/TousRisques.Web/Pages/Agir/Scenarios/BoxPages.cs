using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Futures;
using TousRisques.Web.Hosting;
using TousRisques.Web.Packs;
using Standing = TousRisques.Domain.Expeditions.Standing;

namespace TousRisques.Web.Pages.Agir.Scenarios;

/// <summary>
/// The scenario workshop (fabrique de scénarios), <c>/agir/{id}/scenarios</c>: morphological boxes, judgements of a group, the combinations that hold together, ranked by what they reveal on the bench,
/// and scenarios made of them.
/// </summary>
public sealed class BoxPages : IPage
{
    /// <summary>The form by which a combination is made a scenario, and a scenario told.</summary>
    internal const string Telling = "future";

    private const string Room = "/agir/{id}/scenarios", One = Room + "/{box}", Form = "box";

    /// <summary>How long a reader waits for what is computed before seeing that it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Room, (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<BoxesPage>(nameof(BoxesPage.Visit), v))).ExcludeFromDescription();
        routes.MapGet(Room + "/new", (HttpContext http, string id, Caller caller, ExpeditionDoor door, InstalledPacks packs) =>
            door.ShowAsync(http, id, caller, v => Edit(http, v, null, packs), Standing.Member)).ExcludeFromDescription();
        routes.MapPost(Room + "/new", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, Form, "scenarios/new", (v, f) =>
            {
                var box = new BoxId(Draws.Name());
                return new Wanted(new DrawBox(box, Sheet(f)), v.At($"scenarios/{box}"), "futures.box-drawn");
            })).ExcludeFromDescription();
        routes.MapGet(One, (HttpContext http, string id, string box, Caller caller, ExpeditionDoor door, BoxDesk desk) =>
            door.ShowAsync(http, id, caller, async v =>
            {
                if (v.State.Boxes.Find(new(box)) is not { } found) return Missing(http, v);
                var findings = await desk.LookAsync(found, Patience, http.RequestAborted);
                if (findings is null) http.Response.Headers["Refresh"] = "2";
                return Draw.Page<BoxPage>(new Dictionary<string, object?> { [nameof(BoxPage.Visit)] = v, [nameof(BoxPage.Box)] = found, [nameof(BoxPage.Findings)] = findings, [nameof(BoxPage.Territory)] = desk.TerritoryOf(found) });
            })).ExcludeFromDescription();
        routes.MapGet(One + "/edit", (HttpContext http, string id, string box, Caller caller, ExpeditionDoor door, InstalledPacks packs) =>
            door.ShowAsync(http, id, caller, v => v.State.Boxes.Find(new(box)) is { } found ? Edit(http, v, found, packs) : Missing(http, v), Standing.Member)).ExcludeFromDescription();
        routes.MapPost(One + "/edit", (HttpContext http, string id, string box, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, Form, $"scenarios/{box}/edit", (v, f) => new Wanted(new RedrawBox(new(box), Sheet(f)), v.At($"scenarios/{box}"), "agir.saved"))).ExcludeFromDescription();
        routes.MapPost(One + "/away", (HttpContext http, string id, string box, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "box-away", $"scenarios/{box}", (v, f) => new Wanted(new PutBoxAway(new(box), f.Yes("away")), v.At("scenarios"), "agir.saved"))).ExcludeFromDescription();
        routes.MapGet(One + "/judge", (HttpContext http, string id, string box, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => v.State.Boxes.Find(new(box)) is { } found
                ? Draw.Page<JudgePage>(new Dictionary<string, object?> { [nameof(JudgePage.Visit)] = v, [nameof(JudgePage.Box)] = found, [nameof(JudgePage.Asked)] = BlockOf(found, http.Request.Query) })
                : Missing(http, v), Standing.Member)).ExcludeFromDescription();
        routes.MapPost(One + "/judge", (HttpContext http, string id, string box, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "judge", $"scenarios/{box}", (v, f) => Judged(v, f, new(box)))).ExcludeFromDescription();
        routes.MapPost(One + "/futures", (HttpContext http, string id, string box, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, Telling, $"scenarios/{box}", (v, f) =>
            {
                var future = new FutureId(Draws.Name());
                return new Wanted(new ChooseFuture(new(box), future, States(f), f["title"], f["narrative"]), v.At($"scenarios/{box}/futures/{future}"), "futures.chosen");
            })).ExcludeFromDescription();
    }

    private static IResult Edit(HttpContext http, Visit v, Box? box, InstalledPacks packs)
    {
        var asked = http.Request.Query["territory"].ToString();
        return Draw.Page<BoxFormPage>(new Dictionary<string, object?>
        {
            [nameof(BoxFormPage.Visit)] = v,
            [nameof(BoxFormPage.Box)] = box,
            [nameof(BoxFormPage.Packs)] = packs.All().Where(p => p.Pack is not null).ToList(),
            [nameof(BoxFormPage.From)] = packs.Find(box is null ? asked : box.Sheet.Territory),
        });
    }

    private static BoxSheet Sheet(FormFields f) => new(f["title"], f["question"], f["territory"], BoxText.Read(f["drivers"]));

    /// <summary>Columns of the form, in the order of the box; labels travel as they are, so that a box redrawn meanwhile is noticed.</summary>
    private static ImmutableArray<ChosenState> States(FormFields f) => [.. f.Column("driver").Zip(f.Column("state"), (d, s) => new ChosenState(d, s))];

    private static Wanted Judged(Visit v, FormFields f, BoxId id)
    {
        var (from, to, points) = (f.Column("from"), f.Column("to"), f.Column("points"));
        var impacts = ImmutableArray.CreateBuilder<Impact>(points.Length);
        for (var i = 0; i < Math.Min(points.Length, Math.Min(from.Length, to.Length)); i++)
            impacts.Add(new(from[i], to[i], int.TryParse(points[i], out var p) ? p : int.MaxValue));
        var (source, target) = (f["source"], f["target"]);
        var next = v.State.Boxes.Find(id) is { } box && Blocks.Next(box, v.Caller.Account ?? "", (source, target)) is { } block ? v.At($"scenarios/{id}/judge?{block.Query}") : v.At($"scenarios/{id}");
        return new Wanted(new JudgeImpacts(id, source, target, impacts.ToImmutable()), next, "futures.judged-done");
    }

    private static Block? BlockOf(Box box, IQueryCollection query) => Blocks.Of(box).Cast<Block?>().FirstOrDefault(b => b!.Value.Query == $"source={query["source"]}&target={query["target"]}");

    internal static IResult Missing(HttpContext http, Visit visit) => Trouble.Say(http, visit.Caller, StatusCodes.Status404NotFound, "no-such-page");
}
