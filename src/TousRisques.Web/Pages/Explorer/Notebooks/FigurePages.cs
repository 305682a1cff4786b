using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;
using TousRisques.Web.Notebooks;

namespace TousRisques.Web.Pages.Explorer.Notebooks;

/// <summary>Figures of the notebook: sent in, described, taken away by members; served to whoever may read the expedition.</summary>
public sealed class FigurePages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        const string figures = "/explorer/{id}/notebook/figures";
        routes.MapGet(figures, (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<FiguresPage>(nameof(FiguresPage.Visit), v), Standing.Member)).ExcludeFromDescription();
        routes.MapGet(figures + "/{figure}.{kind}", ServeAsync).ExcludeFromDescription();
        routes.MapPost(figures, (HttpContext http, string id, Caller caller, ExpeditionForms forms, IFigures files) =>
            forms.TakeAsync(http, id, caller, "figure", "notebook/figures", (v, f) => AddAsync(http, v, f, files))).TakesLarge(1024 + 64).ExcludeFromDescription();
        routes.MapPost(figures + "/{figure}/describe", (HttpContext http, string id, string figure, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "describe", "notebook/figures", (v, f) => new Wanted(new DescribeFigure(new(figure), f["alt"], f["credit"]), v.At("notebook/figures"), "explorer-notebook.saved"))).ExcludeFromDescription();
        routes.MapPost(figures + "/{figure}/remove", RemoveAsync).ExcludeFromDescription();
    }

    private static async ValueTask<(Wanted? Wanted, IResult? Answer)> AddAsync(HttpContext http, Visit visit, FormFields f, IFigures files)
    {
        if (visit.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, visit.Caller, Standing.Member));
        var sent = f.Files.GetFile("file");
        if (sent is { Length: > NotebookLimits.FigureBytes }) return (null, No(http, visit, ImageFlaw.TooLarge));
        using var memory = new MemoryStream();
        if (sent is not null) await sent.CopyToAsync(memory, http.RequestAborted);
        if (ImageFile.Read(memory.GetBuffer().AsSpan(0, (int)memory.Length), out var image) is not ImageFlaw.None and var flaw) return (null, No(http, visit, flaw));
        var bytes = image!.Bytes.AsMemory();
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await files.KeepAsync(visit.Id, digest, bytes, http.RequestAborted);
        return (new Wanted(new AddFigure(new(Draws.Name()), new Image(digest, image.Kind, image.Width, image.Height, bytes.Length), f["alt"], f["credit"]), visit.At("notebook/figures"), "explorer-notebook.figure-added"), null);
    }

    /// <summary>The page again, with what is wrong and what was typed; a browser does not give a file back, so that one has to be chosen anew.</summary>
    private static IResult No(HttpContext http, Visit visit, ImageFlaw flaw)
    {
        var typed = http.Request.Form.ToDictionary(x => x.Key, x => x.Value.ToString());
        var flash = new Forms.Flash("figure", "image", visit.W["explorer-notebook.flaw-" + Forms.Wire.Of(flaw), NotebookLimits.FigureBytes / 1024, NotebookLimits.FigureSide], System.Collections.Immutable.ImmutableDictionary.CreateRange(typed));
        return Draw.Page<FiguresPage>(nameof(FiguresPage.Visit), visit with { Flash = flash }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, string id, string figure, Caller caller, ExpeditionForms forms, ExpeditionDoor door, IFigures files)
    {
        var answer = await forms.TakeAsync(http, id, caller, "remove", "notebook/figures", (v, _) => new Wanted(new RemoveFigure(new(figure)), v.At("notebook/figures"), "explorer-notebook.figure-removed"));
        // The fact first, then the file: a file without a figure harms nobody, a figure without its file is a hole in a page.
        if (await door.FindAsync(http, caller, id) is { } visit && visit.State.Notebook.Figures.TryGetValue(new(figure), out var gone) && gone.Removed
            && visit.State.Notebook.Figures.Values.All(f => f.Removed || f.Image.Digest != gone.Image.Digest))
            files.Remove(visit.Id, gone.Image.Digest);
        return answer;
    }

    private static async Task<IResult> ServeAsync(HttpContext http, string id, string figure, string kind, Caller caller, ExpeditionDoor door, IFigures files)
    {
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        if (!visit.State.Notebook.Figures.TryGetValue(new(figure), out var found) || found.Removed || TousRisques.Web.Forms.Wire.Of(found.Image.Kind) != kind || files.Open(visit.Id, found.Image.Digest) is not { } file)
            return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page");
        // A figure's file never changes: another file is another figure. In a private expedition it is for this browser alone.
        http.Response.Headers.CacheControl = visit.Outline.Public ? "public, max-age=31536000, immutable" : "private, max-age=31536000, immutable";
        return Results.Stream(file, ImageFile.TypeOf(found.Image.Kind), entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{found.Image.Digest[..16]}\""));
    }
}
