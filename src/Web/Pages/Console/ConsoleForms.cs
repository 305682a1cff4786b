using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Paper;

namespace TousRisques.Web.Pages.Console;

/// <summary>
/// Forms of the console that stand for several commands at once: what was left out, revealed in one click; a newcomer on paper; a whole paper
/// ballot typed in one line. Each of its commands goes through the same desk as any other.
/// </summary>
internal static class ConsoleForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/w/{code}/animate/left-out", (HttpContext http, string code, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time) =>
            RunAsync(new(http, code, caller, door, desk, flashes, time), "left-out", "", (live, _) =>
            {
                var view = ConsoleView.Of(live.State, live.Pack);
                return [.. view.LeftOut.Select(e => new RevealEvent(e)), .. view.NotImposed.Select(c => new ImposeConstraint(c))];
            })).ExcludeFromDescription();
        routes.MapPost("/w/{code}/animate/newcomer", (HttpContext http, string code, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time) =>
            RunAsync(new(http, code, caller, door, desk, flashes, time), "newcomer", "", (live, form) =>
                [new JoinWorkshop(Seats.At(Seats.NextFree(live.State)), form["name"].ToString(), "", false, true, form["table"] is [{ Length: > 0 } table] ? new TableId(table) : null)])).ExcludeFromDescription();
        routes.MapPost("/w/{code}/animate/person/{person}", (HttpContext http, string code, string person, Caller caller, Door door, IWorkshopDesk desk, Flashes flashes, TimeProvider time) =>
            RunAsync(new(http, code, caller, door, desk, flashes, time), "paper", "/person/" + Uri.EscapeDataString(person), (live, form) => Ballot(live.State, new(person), form))).ExcludeFromDescription();
    }

    private sealed record Post(HttpContext Http, string Code, Caller Caller, Door Door, IWorkshopDesk Desk, Flashes Flashes, TimeProvider Time);

    private static async Task<IResult> RunAsync(Post post, string name, string under, Func<LiveWorkshop, IFormCollection, ImmutableArray<WorkshopCommand>?> read)
    {
        var (http, caller) = (post.Http, post.Caller);
        if (Draws.ReadCode(post.Code) is not { } workshop) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        var (live, wait) = await post.Door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-workshop");
        if (caller.Leads(live.State) is not { } grant) return Trouble.Say(http, caller, StatusCodes.Status403Forbidden, "not-allowed");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var back = $"/w/{workshop}/animate{under}";
        var say = new FormAnswer(http, caller, post.Flashes, form, name, back);
        if (read(live, form) is not { } commands) return say.No("bad-request");
        var version = live.Version;
        for (var i = 0; i < commands.Length; i++)
        {
            // Commands that a form's id makes are the same when it is sent again: what was done stays done once.
            var id = say.Request is { } sent ? new CommandId($"{sent}-{i.ToString(CultureInfo.InvariantCulture)}") : Draws.Command();
            var answer = await post.Desk.SubmitAsync(workshop, new Envelope(id, grant.Actor, post.Time.GetUtcNow(), commands[i]), http.RequestAborted);
            if (answer.Refusal is { } refusal and not AlreadyRevealed) return say.No(refusal, live.Pack);
            version = answer.Version;
        }
        return say.Yes(back, version);
    }

    /// <summary>
    /// A ballot of the current step: verdicts as letters in the order of the sheet (F or O for feasible, D or P for degraded, I or N
    /// for impossible; a hyphen or a point leaves a line out), or priorities as numbers of the sheet, the first first.
    /// </summary>
    internal static ImmutableArray<WorkshopCommand>? Ballot(Workshop state, ParticipantId person, IFormCollection form)
    {
        if (state.Act is not { } act || state.Find(person) is not { } who) return null;
        if (form["verdicts"] is [{ Length: > 0 and < 500 } letters])
        {
            var deck = state.DeckFor(who.Table, act.Id).ToList();
            var typed = letters.Where(c => !char.IsWhiteSpace(c)).ToList();
            if (typed.Count > deck.Count) return null;
            var commands = ImmutableArray.CreateBuilder<WorkshopCommand>();
            for (var i = 0; i < typed.Count; i++)
            {
                if (typed[i] is '-' or '.') continue;
                if (ReadVerdict(typed[i]) is not { } verdict) return null;
                commands.Add(new AssessAction(person, act.Id, deck[i], verdict, ""));
            }
            return commands.ToImmutable();
        }
        if (form["priorities"] is [{ Length: > 0 and < 200 } numbers])
        {
            var ranking = ImmutableArray.CreateBuilder<Priority>();
            foreach (var word in numbers.Split([' ', ',', ';', '.'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1 || n > state.Script!.Stakes.Length) return null;
                ranking.Add(new Priority(state.Script.Stakes[n - 1], null));
            }
            return [new RankPriorities(person, act.Id, ranking.ToImmutable())];
        }
        return null;
    }

    private static Verdict? ReadVerdict(char letter) => char.ToUpperInvariant(letter) switch
    {
        'F' or 'O' or 'Y' => Verdict.Feasible,
        'D' or 'P' => Verdict.Degraded,
        'I' or 'N' => Verdict.Impossible,
        _ => null,
    };
}
