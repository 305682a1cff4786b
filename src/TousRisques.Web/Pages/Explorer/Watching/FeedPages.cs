using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Watching;

namespace TousRisques.Web.Pages.Explorer.Watching;

/// <summary>What comes into the watch from elsewhere: feeds that are followed, files that are sent.</summary>
public sealed class FeedPages : IPage
{
    /// <summary>Rows of a file that are shown, each with its box.</summary>
    internal const int Shown = 200;

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/watch/feeds", (HttpContext http, string id, Caller caller, ExpeditionDoor door, FeedRounds rounds) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<FeedsPage>(new Dictionary<string, object?> { [nameof(FeedsPage.Visit)] = v, [nameof(FeedsPage.Rounds)] = rounds }), Standing.Member)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/feeds", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "feed-add", "watch/feeds", (v, f) => new Wanted(new FollowFeed(new(Draws.Name()), TagFields.Feed(f)), v.At("watch/feeds"), "explorer-watch.followed"))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/feeds/{feed}", (HttpContext http, string id, string feed, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "feed-" + feed, "watch/feeds", (v, f) => new Wanted(new ReviseFeed(new(feed), TagFields.Feed(f)), v.At("watch/feeds"), "explorer-watch.saved"))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/feeds/{feed}/drop", (HttpContext http, string id, string feed, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "feed-drop", "watch/feeds", (v, f) => new Wanted(new DropFeed(new(feed)), v.At("watch/feeds"), "explorer-watch.dropped"))).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/feeds/{feed}/read", ReadAsync).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch/import", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<ImportPage>(nameof(ImportPage.Visit), v), Standing.Member)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/import", SendAsync).TakesLarge(WatchUploads.Bytes / 1024 + 16).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/watch/import/{file}", (HttpContext http, string id, string file, Caller caller, ExpeditionDoor door, WatchUploads uploads) =>
            door.ShowAsync(http, id, caller, v => uploads.Find(file, v.Id, caller.Account) is { } upload
                ? Draw.Page<PreviewPage>(new Dictionary<string, object?> { [nameof(PreviewPage.Visit)] = v, [nameof(PreviewPage.Upload)] = upload, [nameof(PreviewPage.Name)] = file })
                : Trouble.Say(http, caller, StatusCodes.Status404NotFound, "upload-forgotten"), Standing.Member)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/watch/import/{file}", KeepAsync).TakesLarge(64, 2 * Shown + 16).ExcludeFromDescription();
    }

    /// <summary>Only members, of an expedition that goes on, send this server to read or keep something.</summary>
    private static async Task<(Visit? Visit, IResult? Instead)> WorkingAsync(HttpContext http, string id, Caller caller, ExpeditionDoor door)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return (null, ExpeditionDoor.NotThere(http, caller));
        return visit.May(Standing.Member) ? (visit, null) : (null, ExpeditionDoor.Refuse(http, caller, Standing.Member));
    }

    private static async Task<IResult> ReadAsync(HttpContext http, string id, string feed, Caller caller, ExpeditionDoor door, FeedRounds rounds, Flashes flashes)
    {
        var (visit, instead) = await WorkingAsync(http, id, caller, door);
        if (visit is null) return instead!;
        if (!visit.State.Watch.Feeds.TryGetValue(new(feed), out var followed)) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page");
        var (brought, status, refusal) = await rounds.ReadAsync(visit.Id, followed, visit.Actor, http.RequestAborted);
        var w = caller.Words;
        var (code, text) = refusal is not null ? (Refusals.CodeOf(refusal), Refusals.Say(w, refusal))
            : status.Trouble is { } trouble ? ("feed-trouble", $"{followed.Outline.Name} – {TroubleText(w, trouble, status.Detail)}")
            : ("", W(w, brought));
        flashes.Keep(http, new Flash("feed-read", code, text, ImmutableDictionary<string, string>.Empty));
        return FormAnswer.SeeOther(visit.At("watch/feeds"));

        static string W(Words w, int brought) => brought == 0 ? w["explorer-watch.read-nothing"] : w.Plural("explorer-watch.read-new", brought);
    }

    /// <summary>What to say of a feed that could not be read.</summary>
    internal static string TroubleText(Words w, FeedTrouble trouble, string detail) => w["explorer-watch.trouble." + Wire.Of(trouble), detail];

    private static async Task<IResult> SendAsync(HttpContext http, string id, Caller caller, ExpeditionDoor door, WatchUploads uploads, Flashes flashes)
    {
        var (visit, instead) = await WorkingAsync(http, id, caller, door);
        if (visit is null) return instead!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var say = new FormAnswer(http, caller, flashes, form, "watch-import", visit.At("watch/import"));
        if (form.Files.GetFile("file") is not { Length: > 0 } file) return say.No("no-file");
        if (file.Length > WatchUploads.Bytes) return say.No("file-too-large", StatusCodes.Status413PayloadTooLarge, WatchUploads.Bytes / 1024 / 1024);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, http.RequestAborted);
        var (name, findings) = uploads.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Formats.Intake.PlainText.Cut(Formats.Intake.PlainText.Line(file.FileName), 80), visit.State, caller.Account!, caller.Words);
        return name is null ? say.No("nothing-in-file", StatusCodes.Status422UnprocessableEntity, string.Join(' ', findings.Take(5))) : say.Yes(visit.At("watch/import/" + name), 0);
    }

    private static async Task<IResult> KeepAsync(HttpContext http, string id, string file, Caller caller, ExpeditionDoor door, WatchUploads uploads, IExpeditionDesk desk, TimeProvider time, Flashes flashes)
    {
        var (visit, instead) = await WorkingAsync(http, id, caller, door);
        if (visit is null) return instead!;
        if (uploads.Find(file, visit.Id, caller.Account) is not { } upload) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "upload-forgotten");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = new FormFields(form);
        var say = new FormAnswer(http, caller, flashes, form, "watch-keep", visit.At("watch/import/" + file));
        var (fresh, perhaps) = (fields.All("new").ToHashSet(StringComparer.Ordinal), fields.All("perhaps").ToHashSet(StringComparer.Ordinal));
        var wanted = upload.Found.New.Index().Where(n => n.Index < Shown ? fresh.Contains($"{n.Index}") : fields.Yes("rest")).Select(n => n.Item.Item)
            .Concat(upload.Found.Perhaps.Index().Where(n => perhaps.Contains($"{n.Index}")).Select(n => n.Item.Item)).ToList();
        var (taken, refusal) = await WatchIntake.TakeInAsync(desk, time, visit.Id, visit.Actor, wanted, http.RequestAborted);
        if (refusal is not null) return say.No(refusal, null);
        uploads.Forget(file);
        flashes.Keep(http, new Flash("watch-keep", "", caller.Words.Plural("explorer-watch.taken-in", taken), ImmutableDictionary<string, string>.Empty));
        return say.Yes(visit.At(wanted.Any(i => i.State == WatchState.Proposed) ? "watch/sort" : "watch"), 0);
    }
}
