using System.Globalization;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Web.Contacts;
using TousRisques.Web.Mail;

namespace TousRisques.Web.Agendas;

/// <summary>
/// Posts the letters that facts call for. Each has an id made of what it tells, and is posted once however often that is asked: so what facts told before a crash is told
/// after it (<see cref="AgendaClock"/>).
/// </summary>
public sealed class AgendaMail(IContacts contacts, IOutbox outbox, PersonalLinks links)
{
    /// <summary>How long after a fact its letter is still worth writing.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    /// <summary>Tells those who signed up for a workshop what has happened since an instant.</summary>
    public void Tell(Expedition expedition, PlannedWorkshopId planned, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(expedition);
        if (!outbox.IsOpen || expedition.Agenda.Find(planned) is not { } w) return;
        var letters = new AgendaLetters(expedition, w, outbox.Site, links);
        var posted = new List<Letter>();
        foreach (var s in w.Expected)
        {
            var fresh = NewsFor(s, w, since);
            if (fresh.Count == 0 || contacts.Find(new ContactId(s.Id.Value)) is not { Mail.Length: > 0 } person) continue;
            foreach (var (kind, key, said) in fresh)
                posted.Add(letters.Write(kind, s, person.Language, key, said, again: kind is LetterKind.Placed or LetterKind.Waiting && HasAnother(expedition.Id, w, person)));
        }
        outbox.Post(posted);
    }

    /// <summary>Reminds those who have a place.</summary>
    public void Remind(Expedition expedition, PlannedWorkshop workshop, ReminderKind kind)
    {
        ArgumentNullException.ThrowIfNull(expedition);
        ArgumentNullException.ThrowIfNull(workshop);
        var letters = new AgendaLetters(expedition, workshop, outbox.Site, links);
        outbox.Post([.. workshop.SignUps.Where(s => s.State == SignUpState.Placed)
            .Select(s => (SignUp: s, Person: contacts.Find(new ContactId(s.Id.Value)))).Where(p => p.Person is { Mail.Length: > 0 })
            .Select(p => letters.Write(kind == ReminderKind.DayBefore ? LetterKind.Day : LetterKind.Hour, p.SignUp, p.Person!.Language, Key(workshop.Announcement.Start)))]);
    }

    private static List<(LetterKind Kind, string Key, string Said)> NewsFor(SignUp s, PlannedWorkshop w, DateTimeOffset since)
    {
        var fresh = new List<(LetterKind, string, string)>();
        // Who was given a place later had signed up to wait, whatever they are by now: asked again, the same letters come of it.
        if (w.State == PlannedState.Planned && s.At >= since) fresh.Add((s.State == SignUpState.Waiting || s.PlaceAt is not null ? LetterKind.Waiting : LetterKind.Placed, "", ""));
        if (w.State == PlannedState.Planned && s.PlaceAt >= since) fresh.Add((LetterKind.Place, "", ""));
        if (w.State == PlannedState.Planned && w.MovedAt is { } moved && moved >= since && s.At < moved) fresh.Add((LetterKind.Moved, Key(moved), ""));
        if (w.State == PlannedState.Cancelled && w.RevisedAt >= since) fresh.Add((LetterKind.Off, "", w.Reason));
        fresh.AddRange(w.Circulars.Where(n => n.At >= since && s.At < n.At).Select(n => (LetterKind.Circular, n.Id.Value, n.Text)));
        return fresh;
    }

    private static string Key(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private bool HasAnother(ExpeditionId expedition, PlannedWorkshop w, Contact person) =>
        contacts.FindByMail(expedition, person.Mail).Any(c => c.Id != person.Id && w.Find(new SignUpId(c.Id.Value)) is { State: not SignUpState.Cancelled });
}
