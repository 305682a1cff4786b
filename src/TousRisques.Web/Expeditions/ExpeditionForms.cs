using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Expeditions;

/// <summary>Where a form leads.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="Next">The page to go to when it was done.</param>
/// <param name="Done">Key of what to say there, or null: shown once, as a note.</param>
public sealed record Wanted(ExpeditionCommand Command, string Next, string? Done = null)
{
    /// <summary>What is still to be done once the facts are on disk, such as writing down a person whom facts name by an id; null for nothing.</summary>
    public Func<Task>? Then { get; init; }
}

/// <summary>
/// Takes a form of an expedition: finds the expedition, reads the fields, hands in the command, answers with the next page, or with the page of the form
/// and what was typed.
/// </summary>
public sealed class ExpeditionForms(IExpeditionDesk desk, ExpeditionDoor door, Flashes flashes, TimeProvider time)
{
    /// <summary>Takes a form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The expedition's name in the address.</param>
    /// <param name="caller">Who sends it.</param>
    /// <param name="name">The form's name, by which its page knows the flash for its own.</param>
    /// <param name="back">The form's page, under the expedition's address.</param>
    /// <param name="want">Makes the command of the fields.</param>
    public async Task<IResult> TakeAsync(HttpContext http, string id, Caller caller, string name, string back, Func<Visit, FormFields, Wanted> want)
    {
        ArgumentNullException.ThrowIfNull(want);
        return await TakeAsync(http, id, caller, name, back, (v, f) => ValueTask.FromResult<(Wanted?, IResult?)>((want(v, f), null)));
    }

    /// <summary>Takes a form whose command takes its time to make, or that answers by itself.</summary>
    public async Task<IResult> TakeAsync(HttpContext http, string id, Caller caller, string name, string back, Func<Visit, FormFields, ValueTask<(Wanted? Wanted, IResult? Answer)>> want)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(want);
        if (await door.FindAsync(http, caller, id) is not { } visit) return ExpeditionDoor.NotThere(http, caller);
        var form = await FormFields.ReadAsync(http);
        var fields = new FormFields(form);
        var say = new FormAnswer(http, caller, flashes, form, name, FormAnswer.Local(form["back"], visit.At(back)));
        var (wanted, answer) = await want(visit, fields);
        if (answer is not null) return answer;
        if (fields.Bad is not null || wanted is null) return say.No("bad-field", StatusCodes.Status422UnprocessableEntity, Refusals.NameOf(caller.Words, fields.Bad ?? ""));
        var submission = await desk.SubmitAsync(visit.Id, new ExpeditionEnvelope(say.Request ?? Draws.Command(), visit.Actor, time.GetUtcNow(), wanted.Command), http.RequestAborted);
        if (submission.Refusal is { } refusal)
            return refusal is StandingNeeded needed ? ExpeditionDoor.Refuse(http, caller, needed.Least) : say.No(refusal, null);
        if (wanted.Then is { } then) await then();
        if (wanted.Done is { } done && !Trouble.WantsJson(http.Request)) flashes.Keep(http, new Flash(name, "", caller.Words[done], System.Collections.Immutable.ImmutableDictionary<string, string>.Empty));
        return say.Yes(wanted.Next, submission.Version);
    }
}
