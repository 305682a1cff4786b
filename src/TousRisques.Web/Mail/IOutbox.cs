using System.Collections.Immutable;
using TousRisques.Web.Contacts;

namespace TousRisques.Web.Mail;

/// <summary>A mail to one person. Their name and address are not in it: they are looked up when it leaves.</summary>
/// <param name="Id">Tells it from every other letter, for ever: posted twice, it goes once.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Sender">The name it comes from: the expedition's.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Page">The page, under the site's address, where its reader says that they want no more.</param>
/// <param name="Calendar">A calendar that goes with it, in iCalendar; empty for none.</param>
public sealed record Letter(string Id, ContactId To, string Sender, string Subject, string Body, string Page, ImmutableArray<byte> Calendar)
{
    /// <summary>Nothing of what it says.</summary>
    public override string ToString() => $"letter {Id}";
}

/// <summary>What mail to a person has come to, when it is not all well.</summary>
public enum MailState
{
    /// <summary>Waits for the mail server.</summary>
    Waiting,
    /// <summary>Was not delivered and is not tried any more.</summary>
    GivenUp,
}

/// <summary>
/// Where mail is posted. It is kept on disk until the mail server takes it, beside the people it is for, and erased with them (docs/contacts.md). Without a mail server
/// nothing is kept: pages say so.
/// </summary>
public interface IOutbox
{
    /// <summary>Whether there is a mail server.</summary>
    bool IsOpen { get; }

    /// <summary>The address of this installation for readers of mail, without a slash at its end; empty when there is no mail server.</summary>
    string Site { get; }

    /// <summary>Since when the mail server has not answered; null while it does.</summary>
    DateTimeOffset? DownSince { get; }

    /// <summary>Posts letters. Those posted before, and those to people without an address or erased, are passed over.</summary>
    void Post(IReadOnlyCollection<Letter> letters);

    /// <summary>What mail to people of an expedition has come to, for those whose mail did not all arrive.</summary>
    IReadOnlyDictionary<ContactId, MailState> Unsent(Domain.Expeditions.ExpeditionId expedition);
}
