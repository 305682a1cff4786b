using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Web.Contacts;
using TousRisques.Web.Mail;

namespace TousRisques.Web.Agendas;

/// <summary>What a letter about a workshop is for; the words are <c>explorer-mail.{kind}…</c>.</summary>
public enum LetterKind
{
    /// <summary>You signed up, and have a place.</summary>
    Placed,
    /// <summary>You signed up, and wait.</summary>
    Waiting,
    /// <summary>A place has become free for you.</summary>
    Place,
    /// <summary>Hours or place have changed.</summary>
    Moved,
    /// <summary>It will not take place.</summary>
    Off,
    /// <summary>Something said to all.</summary>
    Circular,
    /// <summary>It is tomorrow.</summary>
    Day,
    /// <summary>It is in an hour.</summary>
    Hour,
}

/// <summary>Writes letters to those who signed up, each in their own language, in plain text.</summary>
/// <param name="expedition">The expedition.</param>
/// <param name="workshop">The workshop.</param>
/// <param name="site">The address of this installation, without a slash at its end.</param>
/// <param name="links">Personal links.</param>
public sealed class AgendaLetters(Expedition expedition, PlannedWorkshop workshop, string site, PersonalLinks links)
{
    /// <summary>A letter.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="language">Their language.</param>
    /// <param name="key">Tells it from others of its kind to the same person; empty when there can be but one.</param>
    /// <param name="said">What was said to all, or why it was cancelled; or empty.</param>
    /// <param name="again">Whether the address had signed up for this workshop before.</param>
    public Letter Write(LetterKind kind, SignUp to, Language language, string key = "", string said = "", bool again = false)
    {
        ArgumentNullException.ThrowIfNull(to);
        var w = Words.In(language);
        var (name, a) = (Forms.Wire.Of(kind), workshop.Announcement);
        var page = $"/explorer/{expedition.Id}/workshops/s/{links.Of(expedition.Id, to.Id)}";
        var paragraphs = new List<string> { w["explorer-mail.hello"], w["explorer-mail." + name, workshop.RankOf(to.Id)] };
        if (said.Length > 0) paragraphs.Add(said);
        if (again) paragraphs.Add(w["explorer-mail.again"]);
        var facts = new List<string> { a.Title, AgendaTime.When(w, a) };
        if (a.Place.Length > 0) facts.Add(a.Place);
        if (a.Online) facts.Add(w["explorer-agenda.online"]);
        if (a.Access.Length > 0) facts.Add(w["explorer-mail.access", a.Access]);
        paragraphs.Add(string.Join('\n', facts));
        if (kind == LetterKind.Hour) paragraphs.Add(workshop.Workshop is { } code ? w["explorer-mail.join", $"{site}/join?code={code}"] : w["explorer-mail.join-later"]);
        paragraphs.Add(w["explorer-mail.page", site + page]);
        paragraphs.Add($"-- \n{expedition.Charter.Outline!.Name}\n{site}/explorer/{expedition.Id}\n{w["explorer-mail.why"]}");
        return new Letter(
            $"{to.Id}.{name}{(key.Length > 0 ? "." + key : "")}", new ContactId(to.Id.Value), expedition.Charter.Outline.Name, w["explorer-mail.subject-" + name, a.Title],
            string.Join("\n\n", paragraphs) + "\n", page,
            kind is LetterKind.Placed or LetterKind.Place or LetterKind.Moved or LetterKind.Off ? AgendaCalendar.Of(expedition.Id, workshop, site, page) : []);
    }
}
