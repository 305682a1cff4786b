using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Notebooks;

namespace TousRisques.Web.Pages.Explorer.Notebooks;

/// <summary>Reactions: a passage with what was said of it and the form to say more; the list of all, where moderators decide and members answer; the same as CSV and JSON.</summary>
public sealed class ReactionPages : IPage
{
    /// <summary>A field that people do not see. What fills it is a program: it is thanked, and nothing is kept.</summary>
    internal const string Honeypot = "homepage";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        const string notebook = "/explorer/{id}/notebook", chapter = notebook + "/{chapter}";
        routes.MapGet(chapter + "/react", (HttpContext http, string id, string chapter, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, v => Passage(http, v, chapter))).ExcludeFromDescription();
        routes.MapPost(chapter + "/react", ReactAsync).ExcludeFromDescription();
        routes.MapGet(chapter + "/thanks", (HttpContext http, string id, string chapter, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => NotebookPages.Find(v, chapter) is { } c
                ? Draw.Page<ThanksPage>(new Dictionary<string, object?> { [nameof(ThanksPage.Visit)] = v, [nameof(ThanksPage.Chapter)] = c, [nameof(ThanksPage.Anchor)] = Anchor(http.Request.Query["p"]) })
                : NotebookPages.NotThere(http, caller))).ExcludeFromDescription();
        routes.MapGet(notebook + "/reactions", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<ReactionsPage>(new Dictionary<string, object?> { [nameof(ReactionsPage.Visit)] = v, [nameof(ReactionsPage.Query)] = ReactionQuery.Of(http.Request, v.Standing >= Standing.Moderator) }))).ExcludeFromDescription();
        routes.MapGet(notebook + "/reactions.csv", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Results.Text(ReactionTables.Csv(Asked(http, v), v.Standing >= Standing.Moderator), "text/csv; charset=utf-8"))).ExcludeFromDescription();
        routes.MapGet(notebook + "/reactions.json", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Results.Json(ReactionTables.Json(Asked(http, v), v.Standing >= Standing.Moderator)))).ExcludeFromDescription();
        routes.MapPost(notebook + "/reactions/judge", (HttpContext http, string id, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "judge", "notebook/reactions", Judge)).ExcludeFromDescription();
        routes.MapPost(notebook + "/reactions/{reaction}/answer", (HttpContext http, string id, string reaction, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "answer-" + reaction, "notebook/reactions", (v, f) => new Wanted(new AnswerReaction(new(reaction), f["answer"]), FormAnswer.Local(f["back"], v.At("notebook/reactions")), "explorer-notebook.answered"))).ExcludeFromDescription();
    }

    private static IEnumerable<Reaction> Asked(HttpContext http, Visit v) => ReactionQuery.Of(http.Request, v.Standing >= Standing.Moderator).Find(v.State.Notebook);

    /// <summary>An anchor as pages make them, or empty.</summary>
    private static string Anchor(string? raw) => raw is { Length: > 0 and <= 64 } && raw.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? raw : "";

    private static IResult Passage(HttpContext http, Visit visit, string name)
    {
        if (NotebookPages.Find(visit, name) is not { Published: { } version } chapter) return NotebookPages.NotThere(http, visit.Caller);
        var anchor = Anchor(http.Request.Query["p"]);
        var block = Readings.Of(visit, chapter, version).Blocks.FirstOrDefault(b => b.IsPassage && b.Anchor == anchor);
        // The passage was rewritten while somebody read: they go back to the chapter, which says so.
        if (block is null && anchor.Length > 0) return FormAnswer.SeeOther(visit.At($"notebook/{chapter.Id}"));
        return Draw.Page<ReactPage>(new Dictionary<string, object?>
        {
            [nameof(ReactPage.Visit)] = visit,
            [nameof(ReactPage.Chapter)] = chapter,
            [nameof(ReactPage.Version)] = version,
            [nameof(ReactPage.Block)] = block,
        });
    }

    private static async Task<IResult> ReactAsync(HttpContext http, string id, string chapter, Caller caller, ExpeditionForms forms, Tries tries, SenderKeys senders)
    {
        // Every one counts, and is counted before it is read: a flood costs as little as can be.
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.Contributions.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-contributions", wait);
        tries.Contributions.Wrong(address);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var anchor = Anchor(form["p"]);
        return await forms.TakeAsync(http, id, caller, "react", $"notebook/{chapter}/react?p={anchor}", (v, f) =>
        {
            if (NotebookPages.Find(v, chapter) is not { IsPublished: true } found) return ValueTask.FromResult<(Wanted?, IResult?)>((null, NotebookPages.NotThere(http, caller)));
            var thanks = v.At($"notebook/{found.Id}/thanks?p={anchor}");
            if (f[Honeypot].Length > 0) return ValueTask.FromResult<(Wanted?, IResult?)>((null, FormAnswer.SeeOther(thanks)));
            var version = found.Version(f.Number("version") ?? 0);
            var passage = version is null ? null : Readings.Of(v, found, version).Passages.FirstOrDefault(p => p.Anchor == anchor);
            if (version is null || passage is null) return ValueTask.FromResult<(Wanted?, IResult?)>((null, NotebookPages.NotThere(http, caller)));
            var remark = new Remark(
                f.Choice<ReactionKind>("kind") ?? ReactionKind.Agree, f["words"], f["place"], f.Choice<HazardTag>("hazard"), f.Choice<Theme>("theme"), f.Choice<CrisisTime>("time"), f["link"],
                f.Choice<StakeholderFamily>("as"), f["signature"]);
            return ValueTask.FromResult<(Wanted?, IResult?)>((new Wanted(new SendReaction(new(Draws.Name()), found.Id, version.Number, passage, remark, senders.Of(address, caller.Account)), thanks), null));
        });
    }

    /// <summary>What a moderator decided, about one reaction, the ticked ones, or all that the list shows.</summary>
    private static Wanted Judge(Visit v, FormFields f)
    {
        var (what, one) = f["one"].Split(':') is [var verb, var name] ? (verb, name) : (f["do"], null);
        var query = ReactionQuery.Of(f, moderates: v.Standing >= Standing.Moderator);
        ImmutableArray<ReactionId> ids = one is not null ? [new ReactionId(one)]
            : f.Yes("all") ? [.. query.Find(v.State.Notebook).Take(NotebookLimits.AtOnce).Select(r => r.Id)]
            : [.. f.All("r").Select(r => new ReactionId(r))];
        ExpeditionCommand command = what switch
        {
            "accept" => new AcceptReactions(ids),
            "refuse" => new RefuseReactions(ids, f["reason"]),
            _ => new ReopenReactions(ids),
        };
        return new Wanted(command, FormAnswer.Local(f["back"], v.At("notebook/reactions")), "explorer-notebook.judged");
    }
}
