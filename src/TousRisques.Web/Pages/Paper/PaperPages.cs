using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Live;

namespace TousRisques.Web.Pages.Paper;

/// <summary>
/// Typing in what was written on paper: <c>/w/{code}/paper</c> says which sheets are in, <c>/w/{code}/paper/A1-07</c> is the entry form that the
/// sheet's QR code leads to. For facilitators alone. One form carries a whole sheet: its lines go to the desk one by one, each under an id made
/// of the form's own, so that a form sent twice has effect once.
/// </summary>
public sealed class PaperPages : IPage
{
    /// <summary>Form name of flashes.</summary>
    public const string Form = "paper";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/w/{code}/paper", (HttpContext http, string code, string? sheet, Caller caller, Stage stage) => ShowAsync(http, code, null, sheet, caller, stage)).ExcludeFromDescription();
        routes.MapGet("/w/{code}/paper/{sheet}", (HttpContext http, string code, string sheet, Caller caller, Stage stage) => ShowAsync(http, code, sheet, null, caller, stage)).ExcludeFromDescription();
        routes.MapPost("/w/{code}/paper", SitAsync).ExcludeFromDescription();
        routes.MapPost("/w/{code}/paper/{sheet}", EnterAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string code, string? sheet, string? wanted, Caller caller, Stage stage)
    {
        if (Draws.ReadCode(code) is not { } workshop) return Trouble.Page(caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (scene, instead) = await stage.SetAsync(http, caller, workshop, Role.Facilitator);
        if (scene is null) return instead!;
        var state = scene.Live.State;
        var done = SheetNumber.Read(http.Request.Query["done"]) is { } d && Exists(state, d) ? d : null;
        if (sheet is null)
        {
            if (SheetNumber.Read(wanted) is { } next && Exists(state, next)) return FormAnswer.SeeOther($"/w/{workshop}/paper/{next}");
            return Draw.Page<PaperDesk>(new Dictionary<string, object?> { ["Scene"] = scene, ["Done"] = done, ["Unread"] = wanted });
        }
        if (SheetNumber.Read(sheet) is not { } number || !Exists(state, number)) return Trouble.Page(caller, StatusCodes.Status404NotFound, "no-such-sheet");
        var parameters = new Dictionary<string, object?> { ["Scene"] = scene, ["Number"] = number, ["Done"] = done };
        // The first sheet of a seat says who sits there.
        return number.Seat > 0 && Seats.Find(state, number.Seat) is null ? Draw.Page<PaperDesk>(parameters) : Draw.Page<PaperDocument>(parameters);
    }

    /// <summary>Whether a workshop can have such a sheet: the act, the table, the seat.</summary>
    public static bool Exists(Workshop state, SheetNumber number) =>
        (number.Act == 0 || number.Act <= state.Script!.Acts.Length)
        && (SheetNumber.IsTables(number.Kind) ? state.Tables.Any(t => t.Id.Value == number.Table) : number.Seat <= Seats.Last || Seats.Find(state, number.Seat) is not null);

    private static Task<IResult> SitAsync(HttpContext http, string code, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time) =>
        HandAsync(new Entry(http, code, caller, door, desk, flashes, time), "", (live, form, _) =>
        {
            var typed = form["seat"].ToString();
            var seat = typed.Length == 0 ? Seats.NextFree(live.State) : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            if (seat is < 1 or > Seats.Last) return [PaperLine.Wrong("seat", "bad-seat")];
            var lines = ImmutableArray.CreateBuilder<PaperLine>();
            TableId? table = form["table"].ToString() is { Length: > 0 } t ? new TableId(t) : null;
            lines.Add(new("name", new JoinWorkshop(Seats.At(seat), form["name"].ToString(), "", FormAnswer.IsYes(form["show"]), OnPaper: true, table)));
            if (form["character"].ToString() is { Length: > 0 } character)
                lines.Add(new("character", new AssignCharacter(Seats.At(seat), new CharacterId(character)), OnlyIfAllWell: true));
            return lines.ToImmutable();
        }, (_, form) => SheetNumber.Read(form["sheet"]) is { } next ? "/" + next : "");

    private static async Task<IResult> EnterAsync(
        HttpContext http, string code, string sheet, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time) =>
        SheetNumber.Read(sheet) is not { } number
            ? Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-sheet")
            : await HandAsync(
                new Entry(http, code, caller, door, desk, flashes, time), "/" + number, (live, form, id) => [.. Read(live.State, number, form, id)],
                (live, _) => NextSheet.After(live.State, number) is { } next ? $"/{next}?done={number}" : $"?done={number}");

    /// <summary>The lines of a sheet as typed.</summary>
    internal static IEnumerable<PaperLine> Read(Workshop state, SheetNumber number, IFormCollection form, string id)
    {
        if (!Exists(state, number)) return [PaperLine.Wrong("sheet", "no-such-sheet")];
        var act = number.Act > 0 ? state.Script!.Acts[number.Act - 1].Id : default;
        if (SheetNumber.IsTables(number.Kind))
            return number.Kind == SheetKind.Plan ? TableSheetReader.Plan(state, new(number.Table), act, form, id) : TableSheetReader.Board(state, new(number.Table), form, id);
        if (Seats.Find(state, number.Seat) is not { } who) return [PaperLine.Wrong("sheet", "nobody-there")];
        return number.Kind switch
        {
            SheetKind.Assessment => SheetReader.Assessment(state, who, act, form),
            SheetKind.Priorities => SheetReader.Priorities(state, who, act, form),
            SheetKind.Debrief => SheetReader.Debrief(who, form),
            _ => SheetReader.Leads(state, who, form, id),
        };
    }

    private sealed record Entry(HttpContext Http, string Code, Caller Caller, Door Door, IWorkshopDesk Desk, Flashes Flashes, TimeProvider Time);

    private static async Task<IResult> HandAsync(
        Entry entry, string under, Func<LiveWorkshop, IFormCollection, string, ImmutableArray<PaperLine>> read, Func<LiveWorkshop, IFormCollection, string> next)
    {
        var (http, caller) = (entry.Http, entry.Caller);
        if (Draws.ReadCode(entry.Code) is not { } workshop) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (live, wait) = await entry.Door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        if (caller.Leads(live.State) is not { } grant) return Trouble.Say(http, caller, StatusCodes.Status403Forbidden, "not-allowed");

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        // Lines add a few letters to the form's id, and what comes out must still be an id.
        var id = FormAnswer.ReadId(form["id"]) is { Value.Length: <= 40 } given ? given.Value : Draws.Command().Value;
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        var entered = new List<string>();
        foreach (var line in read(live, form, id))
        {
            if (line.OnlyIfAllWell && wrong.Count > 0) continue;
            if (line.Command is not { } command)
            {
                wrong[line.Key] = caller.Words["paper." + line.Fault];
                continue;
            }
            var answer = await entry.Desk.SubmitAsync(
                workshop, new Envelope(new($"{id}-{line.Key}"), grant.Actor, entry.Time.GetUtcNow(), command), http.RequestAborted);
            if (answer.Refusal is { } refusal) wrong[line.Key] = Refusals.Say(caller.Words, refusal, live.Pack);
            else entered.Add(line.Key);
        }
        if (wrong.Count == 0)
            return FormAnswer.SeeOther($"/w/{workshop}/paper{next(await entry.Desk.ReadAsync(workshop, http.RequestAborted) ?? live, form)}");

        // What was taken is in, and shows as such; what was refused comes back as it was typed, with its reason beside it.
        var typed = form.Where(f => f.Key != "id" && f.Value.Count > 0).ToImmutableDictionary(f => f.Key, f => string.Join('\n', f.Value.ToArray()), StringComparer.Ordinal)
            .SetItems(wrong.Select(w => KeyValuePair.Create(Returned.WrongKey(w.Key), w.Value)))
            .SetItem(Returned.EnteredKey, string.Join('\n', entered));
        entry.Flashes.Keep(http, new Flash(Form, "paper", caller.Words.Plural("paper.refused", wrong.Count, entered.Count), typed));
        return FormAnswer.SeeOther($"/w/{workshop}/paper{under}");
    }
}
