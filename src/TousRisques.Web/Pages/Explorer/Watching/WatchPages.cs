using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Watching;

namespace TousRisques.Web.Pages.Explorer.Watching;

/// <summary>The watch: the reading list at <c>/explorer/{id}/watch</c>, its feed and its table, and what members do with items.</summary>
public sealed class WatchPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/watch", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Show<ReadingList>(http, v, WatchState.Published))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch.atom", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Atom(http, caller, v))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch.csv", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Table(http, caller, v))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch/sort", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Show<SortPage>(http, v, WatchState.Proposed), Standing.Member)).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch/add", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<CardPage>(nameof(CardPage.Visit), v), Standing.Member)).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch/item/{item}", (HttpContext http, string id, string item, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Of<ItemPage>(http, caller, v, item))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch/item/{item}/edit", (HttpContext http, string id, string item, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Of<CardPage>(http, caller, v, item), Standing.Member)).ExcludeFromDescription();

        routes.MapPost("/explorer/{id}/watch/add", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "watch-add", "watch/add", (v, f) =>
            {
                var item = new WatchItemId(Draws.Name());
                return new Wanted(new AddWatchItem(item, TagFields.Card(f), f.Yes("publish")), v.At("watch/item/" + item.Value), f.Yes("publish") ? "explorer-watch.added-published" : "explorer-watch.added");
            })).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/item/{item}/edit", (HttpContext http, string id, string item, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "watch-edit", $"watch/item/{item}/edit", (v, f) => new Wanted(
                new ReviseWatchItem(new(item), TagFields.Card(f, v.State.Watch.Items.GetValueOrDefault(new WatchItemId(item))?.Card)), v.At("watch/item/" + item), "explorer-watch.saved"))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/sort", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "watch-sort", "watch/sort", Sort)).ExcludeFromDescription();
    }

    /// <summary>
    /// One form sorts one item (<c>do=published:ID</c>), those that are ticked (<c>do=published</c>) or the whole page (<c>do=set-aside-page</c>). The next page offers to undo it:
    /// its address says which items were what before.
    /// </summary>
    private static Wanted Sort(Visit visit, FormFields f)
    {
        var (what, one) = f["do"].Split(':', 2) is [var w, var single] ? (w, single) : (f["do"], "");
        var to = what switch { "published" => WatchState.Published, "proposed" => WatchState.Proposed, _ => WatchState.SetAside };
        var items = TagFields.Items(one.Length > 0 ? [one] : what == "set-aside-page" ? f.All("shown") : f.All("item"));
        var back = FormAnswer.Local(f["back"], visit.At("watch/sort"));
        var before = items.Select(i => visit.State.Watch.Items.GetValueOrDefault(i)?.State).Distinct().ToList();
        if (f.Yes("undo") || items.IsEmpty || before is not [{ } was] || was == to) return new Wanted(new SortWatchItems(items, to), back);
        return new Wanted(new SortWatchItems(items, to), $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}undo={string.Join('.', items.Select(i => i.Value))}&was={Wire.Of(was)}");
    }

    private static IResult Show<T>(HttpContext http, Visit visit, WatchState state) where T : WatchPart =>
        Draw.Page<T>(new Dictionary<string, object?> { [nameof(WatchPart.Visit)] = visit, [nameof(WatchPart.Asked)] = WatchQuery.Of(http.Request.Query, state), [nameof(WatchPart.Undo)] = UndoOf(http, visit) });

    private static IResult Of<T>(HttpContext http, Caller caller, Visit visit, string item) where T : WatchPart =>
        visit.State.Watch.Items.TryGetValue(new WatchItemId(item), out var found) && (found.State == WatchState.Published || visit.Standing >= Standing.Member)
            ? Draw.Page<T>(new Dictionary<string, object?> { [nameof(WatchPart.Visit)] = visit, [nameof(WatchPart.Item)] = found, [nameof(WatchPart.Undo)] = UndoOf(http, visit) })
            : Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page");

    private static Undo? UndoOf(HttpContext http, Visit visit)
    {
        if (visit.Standing < Standing.Member || Formats.EnumWords<WatchState>.Find(http.Request.Query["was"].ToString()) is not { } was) return null;
        var items = TagFields.Items([http.Request.Query["undo"].ToString()]).Select(i => visit.State.Watch.Items.GetValueOrDefault(i)).OfType<WatchItem>().Where(i => i.State != was).ToList();
        return items.Count == 0 ? null : new Undo(items, was);
    }

    private static IResult Atom(HttpContext http, Caller caller, Visit visit)
    {
        if (!visit.Outline.Public) return ExpeditionDoor.NotThere(http, caller); // programs that follow feeds bring no cookie: a private list has none
        var at = $"{http.Request.Scheme}://{http.Request.Host}";
        var asked = WatchQuery.Of(http.Request.Query, WatchState.Published);
        var bytes = WatchAtom.Write(visit.State, asked.Filter, at + visit.At("watch"), at + asked.To(visit.At("watch.atom")));
        http.Response.Headers.CacheControl = "public, max-age=600";
        return Results.Bytes(bytes, "application/atom+xml; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 12))}\""));
    }

    private static IResult Table(HttpContext http, Caller caller, Visit visit)
    {
        var asked = WatchQuery.Of(http.Request.Query, WatchState.Published);
        var all = http.Request.Query["state"] == "all" && visit.Standing >= Standing.Member;
        var items = all ? Enum.GetValues<WatchState>().SelectMany(s => asked.Filter.In(visit.State.Watch, s)) : asked.Filter.In(visit.State.Watch, WatchState.Published);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(WatchTable.Write(items, caller.Words)), "text/csv; charset=utf-8", $"{visit.Id}-{caller.Words["explorer-watch.file-name"]}.csv");
    }
}

/// <summary>Items that were just sorted, and what they were before.</summary>
/// <param name="Items">The items as they are now.</param>
/// <param name="Was">What they were.</param>
public sealed record Undo(IReadOnlyList<WatchItem> Items, WatchState Was);
