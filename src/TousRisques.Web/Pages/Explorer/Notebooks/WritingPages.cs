using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Notebooks;

namespace TousRisques.Web.Pages.Explorer.Notebooks;

/// <summary>A chapter as it is being typed.</summary>
/// <param name="Text">What was typed, as it was typed.</param>
/// <param name="BasedOn">The draft that the writer started from; 0 for a new chapter.</param>
public sealed record TypedChapter(ChapterText Text, int BasedOn)
{
    /// <summary>Reads a form: rows of references that hold nothing are left out.</summary>
    public static TypedChapter Of(FormFields f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Of(field => f[field], field => f.Column(field), f.Number("basedOn") ?? 0);
    }

    /// <summary>Reads what a refused form left.</summary>
    public static TypedChapter Of(Flash flash, int basedOn)
    {
        ArgumentNullException.ThrowIfNull(flash);
        return Of(field => flash[field] ?? "", field => [.. (flash[field] ?? "").Split('\n')], basedOn);
    }

    private static TypedChapter Of(Func<string, string> field, Func<string, ImmutableArray<string>> column, int basedOn)
    {
        var (labels, links, notes) = (column("refLabel"), column("refLink"), column("refNote"));
        var references = ImmutableArray.CreateBuilder<Reference>();
        for (var i = 0; i < labels.Length; i++)
        {
            var row = new Reference(labels[i].Trim(), i < links.Length ? links[i].Trim() : "", i < notes.Length ? notes[i].Trim() : "");
            if (row.Label.Length + row.Link.Length + row.Note.Length > 0) references.Add(row);
        }
        return new(new ChapterText(field("title"), field("summary"), field("body"), references.ToImmutable()), basedOn);
    }
}

/// <summary>The notebook as it is written: drafts with preview, publication, older versions taken up again, the order of chapters. For members.</summary>
public sealed class WritingPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        const string notebook = "/explorer/{id}/notebook", chapter = notebook + "/{chapter}";
        routes.MapGet(notebook + "/new", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Edit(v, null, v.Flash is { Form: "write" } f ? TypedChapter.Of(f, 0) : null), Standing.Member)).ExcludeFromDescription();
        routes.MapPost(notebook + "/new", (HttpContext http, string id, Caller caller, ExpeditionForms forms) => WriteAsync(http, id, null, caller, forms)).TakesLarge(1024, 1024).ExcludeFromDescription();
        routes.MapGet(chapter + "/edit", (HttpContext http, string id, string chapter, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => NotebookPages.Find(v, chapter) is { } c ? Edit(v, c, v.Flash is { Form: "write" } f ? TypedChapter.Of(f, c.Draft) : null) : NotebookPages.NotThere(http, caller), Standing.Member)).ExcludeFromDescription();
        routes.MapPost(chapter + "/edit", (HttpContext http, string id, string chapter, Caller caller, ExpeditionForms forms) => WriteAsync(http, id, chapter, caller, forms)).TakesLarge(1024, 1024).ExcludeFromDescription();
        routes.MapGet(chapter + "/publish", (HttpContext http, string id, string chapter, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => NotebookPages.Find(v, chapter) is { } c
                ? Draw.Page<PublishPage>(new Dictionary<string, object?> { [nameof(PublishPage.Visit)] = v, [nameof(PublishPage.Chapter)] = c }) : NotebookPages.NotThere(http, caller), Standing.Member)).ExcludeFromDescription();
        routes.MapPost(chapter + "/publish", (HttpContext http, string id, string chapter, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "publish", $"notebook/{chapter}/publish", (v, f) => new Wanted(
                new PublishChapter(new(chapter), f.Number("draft") ?? 0, f["note"], [.. f.All("r").Select(r => new ReactionId(r))]), v.At($"notebook/{chapter}"), "explorer-notebook.published"))).TakesLarge(64, 1024).ExcludeFromDescription();
        routes.MapPost(chapter + "/restore", (HttpContext http, string id, string chapter, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "restore", $"notebook/{chapter}/versions", (v, f) => new Wanted(
                new RestoreVersion(new(chapter), f.Number("version") ?? 0, f.Number("basedOn") ?? 0), v.At($"notebook/{chapter}/edit"), "explorer-notebook.restored"))).ExcludeFromDescription();
        routes.MapPost(chapter + "/withdraw", (HttpContext http, string id, string chapter, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "withdraw", $"notebook/{chapter}/edit", (v, _) => new Wanted(new WithdrawChapter(new(chapter)), v.At("notebook"), "explorer-notebook.withdrawn"))).ExcludeFromDescription();
        routes.MapPost(notebook + "/order", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "order", "notebook", (v, f) => new Wanted(Move(v, f), v.At("notebook")))).ExcludeFromDescription();
    }

    private static IResult Edit(Visit visit, Chapter? chapter, TypedChapter? typed, bool preview = false) => Draw.Page<EditPage>(new Dictionary<string, object?>
    {
        [nameof(EditPage.Visit)] = visit,
        [nameof(EditPage.Chapter)] = chapter,
        [nameof(EditPage.Typed)] = typed ?? (chapter is null ? new TypedChapter(new ChapterText("", "", "", []), 0) : new TypedChapter(chapter.Text, chapter.Draft)),
        [nameof(EditPage.Preview)] = preview,
    });

    private static Task<IResult> WriteAsync(HttpContext http, string id, string? name, Caller caller, ExpeditionForms forms) =>
        forms.TakeAsync(http, id, caller, "write", name is null ? "notebook/new" : $"notebook/{name}/edit", (v, f) =>
        {
            if (v.Standing < Standing.Member) return ValueTask.FromResult<(Wanted?, IResult?)>((null, ExpeditionDoor.Refuse(http, caller, Standing.Member)));
            var chapter = name is null ? null : v.State.Notebook.Find(new ChapterId(name));
            if (name is not null && chapter is null) return ValueTask.FromResult<(Wanted?, IResult?)>((null, NotebookPages.NotThere(http, caller)));
            var typed = TypedChapter.Of(f);
            if (f["do"] == "preview") return ValueTask.FromResult<(Wanted?, IResult?)>((null, Edit(v, chapter, typed, preview: true)));
            var fresh = chapter?.Id ?? ChapterNames.Of(typed.Text.Title, v.State.Notebook);
            ExpeditionCommand command = chapter is null ? new BeginChapter(fresh, typed.Text) : new WriteChapter(chapter.Id, typed.BasedOn, typed.Text);
            return ValueTask.FromResult<(Wanted?, IResult?)>((new Wanted(command, v.At($"notebook/{fresh}/{(f["do"] == "publish" ? "publish" : "edit")}"), "explorer-notebook.saved"), null));
        });

    /// <summary>One chapter goes one place up.</summary>
    private static OrderChapters Move(Visit visit, FormFields f)
    {
        var order = visit.State.Notebook.Chapters.Select(c => c.Id).ToList();
        var at = order.IndexOf(new ChapterId(f["up"]));
        if (at > 0) (order[at - 1], order[at]) = (order[at], order[at - 1]);
        return new OrderChapters([.. order]);
    }
}
