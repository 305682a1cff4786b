using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;

namespace TousRisques.Web.Agendas;

/// <summary>Signs people up, lets them go, erases them: the person in the contacts, the number in the facts, and the mail that follows.</summary>
public sealed class SignUps(IExpeditionDesk desk, IContacts contacts, PersonalLinks links, AgendaMail mail, TimeProvider time)
{
    /// <summary>
    /// Signs somebody up. The same request sent twice signs up once. Somebody else's sign-up under the same e-mail address changes nothing in the answer: who signs up learns
    /// nothing of others, and the address's owner is told by mail.
    /// </summary>
    /// <returns>The secret part of the personal link, or why not.</returns>
    public async Task<(string? Link, Refusal? Refusal)> TakeAsync(
        LiveExpedition live, PlannedWorkshopId planned, ContactFields who, StakeholderFamily? family, Language language, ExpeditionActor by, CommandId request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(live);
        var expedition = live.State.Id;
        var drawn = links.Draw(expedition, planned, request, who);
        if (live.State.Agenda.Find(drawn.SignUp) is not null) return (links.Of(expedition, drawn.SignUp), null);
        var now = time.GetUtcNow();
        // The person first: a number without a person would keep a place for nobody. A person without a number is swept away (AgendaClock).
        contacts.Put(new Contact(new(drawn.SignUp.Value), ContactKind.SignUp, expedition, who.Name, who.Mail, who.Phone, who.Note, language, now));
        var answer = await desk.SubmitAsync(expedition, new ExpeditionEnvelope(drawn.Command, by, now, new SignUpFor(planned, drawn.SignUp, family)), cancel);
        if (answer.Refusal is { } refusal)
        {
            contacts.Erase([new ContactId(drawn.SignUp.Value)]);
            return (null, refusal);
        }
        await TellAsync(expedition, planned, now, cancel);
        return (links.Of(expedition, drawn.SignUp), null);
    }

    /// <summary>Cancels a sign-up; whoever moves up is told.</summary>
    public async Task<Refusal?> CancelAsync(LiveExpedition live, SignUpId signUp, ExpeditionActor by, CommandId request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(live);
        var now = time.GetUtcNow();
        var answer = await desk.SubmitAsync(live.State.Id, new ExpeditionEnvelope(request, by, now, new CancelSignUp(signUp)), cancel);
        if (answer.Refusal is null && live.State.Agenda.SignUps.TryGetValue(signUp, out var planned)) await TellAsync(live.State.Id, planned, now, cancel);
        return answer.Refusal;
    }

    /// <summary>
    /// Erases people, whatever they are known for, and notes it of their sign-ups. Gives how many there were. In an expedition that is over the people are erased all the same,
    /// and nothing is noted.
    /// </summary>
    public async Task<int> EraseAsync(LiveExpedition live, IReadOnlyCollection<ContactId> people, ExpeditionActor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(people);
        var erased = contacts.Erase(people);
        var now = time.GetUtcNow();
        foreach (var signUp in people.Select(p => new SignUpId(p.Value)))
        {
            if (!live.State.Agenda.SignUps.TryGetValue(signUp, out var planned)) continue;
            await desk.SubmitAsync(live.State.Id, new ExpeditionEnvelope(Draws.Command(), by, now, new EraseSignUp(signUp)), cancel);
            await TellAsync(live.State.Id, planned, now, cancel);
        }
        return erased;
    }

    /// <summary>Tells those who signed up what has happened since.</summary>
    public async Task TellAsync(ExpeditionId expedition, PlannedWorkshopId planned, DateTimeOffset since, CancellationToken cancel)
    {
        if (await desk.ReadAsync(expedition, cancel) is { } after) mail.Tell(after.State, planned, since);
    }
}
